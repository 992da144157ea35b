"""Who is at the other end, as the load balancer that signed them in says.

It adds a JWT that it signed to each request, also to a WebSocket's first. Whoever reaches
the studio past the load balancer has none, or one that another load balancer signed.
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html
checked 2026-11-22
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

import httpx
import jwt

HEADER = "X-Amzn-Oidc-Data"
KEY_ID = re.compile(r"[0-9a-f-]{1,64}")
SECONDS = 5


class NotSignedIn(Exception):
    """The request carries no sign-in of our load balancer."""


@lru_cache(maxsize=16)
def public_key(region: str, key_id: str) -> str:
    """Return a load balancer's public key in PEM, as AWS publishes it."""
    found = httpx.get(
        f"https://public-keys.auth.elb.{region}.amazonaws.com/{key_id}", timeout=SECONDS
    )
    found.raise_for_status()
    return found.text


def address(
    headers: Mapping[str, str], *, balancer: str, key: Callable[[str, str], str] = public_key
) -> str:
    """Return the signed-in user's e-mail address.

    Args:
        headers: Of the request, found whatever their case.
        balancer: Our load balancer's ARN: nobody else's signature counts.
        key: Returns a public key by Region and id.

    Raises:
        NotSignedIn: no token, not our load balancer's, expired, changed, or without a
            verified address.
    """
    token = next((value for name, value in headers.items() if name.lower() == HEADER.lower()), "")
    try:
        head = jwt.get_unverified_header(token)
        if head.get("signer") != balancer or not KEY_ID.fullmatch(str(head.get("kid"))):
            raise NotSignedIn("another load balancer signed this")
        region = balancer.split(":")[3]
        # The provider's audience is not in the token; the signer is what AWS says to check.
        claims = jwt.decode(
            token, key(region, head["kid"]), algorithms=["ES256"], options={"require": ["exp"]}
        )
    except (jwt.InvalidTokenError, httpx.HTTPError) as error:
        raise NotSignedIn(str(error)) from error
    email = str(claims.get("email", ""))
    if not email or str(claims.get("email_verified", True)).lower() == "false":
        raise NotSignedIn("the provider gave no verified address")
    return email
