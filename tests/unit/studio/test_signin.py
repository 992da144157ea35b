"""Only our own load balancer's word counts, and only while it is fresh."""

import time
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from studio import signin
from studio.signin import NotSignedIn, address

BALANCER = (
    "arn:aws:elasticloadbalancing:us-west-2:111122223333:loadbalancer/app/door/50dc6c495c0c9188"
)
OURS, ANOTHERS = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
CLAIMS: dict[str, Any] = {"sub": "1", "email": "kim@acme.example", "email_verified": "true"}


def token(
    claims: dict[str, Any] = CLAIMS,
    *,
    signer: str = BALANCER,
    kid: str = "12-ab",
    by: Any = OURS,
    lives: float = 60,
) -> str:
    """Return a token as a load balancer makes them, padding included."""
    head = {"signer": signer, "kid": kid, "typ": "JWT", "iss": "https://id.example", "client": "c"}
    whole = claims | {"exp": time.time() + lives, "iss": "https://id.example"}
    return jwt.encode(whole, by, algorithm="ES256", headers=head)


def key(region: str, key_id: str) -> str:
    assert (region, key_id) == ("us-west-2", "12-ab")
    pem = serialization.Encoding.PEM
    shape = serialization.PublicFormat.SubjectPublicKeyInfo
    return OURS.public_key().public_bytes(pem, shape).decode()


def test_a_signed_in_user_is_known_by_address_whatever_the_headers_case() -> None:
    assert address({"x-amzn-oidc-data": token()}, balancer=BALANCER, key=key) == CLAIMS["email"]


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"X-Amzn-Oidc-Data": "not.a.token"},
        {"X-Amzn-Oidc-Data": token(signer=BALANCER.replace("door", "another"))},
        {"X-Amzn-Oidc-Data": token(by=ANOTHERS)},
        {"X-Amzn-Oidc-Data": token(lives=-60)},
        {"X-Amzn-Oidc-Data": token(kid="../../evil")},
        {"X-Amzn-Oidc-Data": token({"sub": "1"})},
        {"X-Amzn-Oidc-Data": token(CLAIMS | {"email_verified": "false"})},
        {"X-Amzn-Oidc-Data": token(CLAIMS | {"email_verified": False})},
        {
            "X-Amzn-Oidc-Data": jwt.encode(
                CLAIMS, "x" * 32, headers={"signer": BALANCER, "kid": "12-ab"}
            )
        },
        {"X-Amzn-Oidc-Identity": "kim@acme.example"},
    ],
    ids=[
        "none",
        "garbage",
        "another-door",
        "forged",
        "expired",
        "path",
        "no-email",
        "unverified",
        "unverified-bool",
        "symmetric",
        "plain-header",
    ],
)
def test_nobody_else_is_believed(sent: dict[str, str]) -> None:
    with pytest.raises(NotSignedIn):
        address(sent, balancer=BALANCER, key=key)


def test_the_public_key_is_asked_of_the_load_balancers_own_region(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = list[str]()

    def get(url: str, **_: Any) -> Any:
        asked.append(url)
        raise signin.httpx.ConnectError("nobody is there")

    monkeypatch.setattr(signin.httpx, "get", get)
    with pytest.raises(NotSignedIn):
        address({"x-amzn-oidc-data": token()}, balancer=BALANCER)

    assert asked == ["https://public-keys.auth.elb.us-west-2.amazonaws.com/12-ab"]
