"""Who calls from where: the Region, as Bedrock learns it from the signature.

Signatures are read, not verified: every key is welcome, and a call without one
is refused as AWS refuses it.
"""

import base64
import binascii
import re

from emulator.refusal import badly_signed, unauthenticated

DEFAULT_REGION = "us-west-2"
_SCOPE = re.compile(r"Credential=[^/\s]+/\d{8}/(?P<region>[a-z0-9-]+)/bedrock/aws4_request")
_SHORT_TERM_KEY = "bedrock-api-key-"


def region_of(authorization: str | None) -> str:
    """Return the Region that a call is meant for.

    Args:
        authorization: The `Authorization` header: SigV4, or a Bedrock API key.

    Raises:
        Refusal: The header is missing, or its scope is not one of Bedrock's.
    """
    if not authorization:
        raise unauthenticated()
    if authorization.startswith("Bearer "):
        return _region_of_key(authorization.removeprefix("Bearer ").strip())
    scope = _SCOPE.search(authorization)
    if not scope:
        raise badly_signed(authorization)
    return scope["region"]


def _region_of_key(key: str) -> str:
    """Read the Region of a short-term key; a long-term one has none.

    A short-term key is a presigned URL in base64 behind a prefix:
    https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html
    """
    if not key:
        raise unauthenticated()
    try:
        url = base64.b64decode(key.removeprefix(_SHORT_TERM_KEY), validate=False).decode()
    except (binascii.Error, UnicodeDecodeError):
        return DEFAULT_REGION
    scope = _SCOPE.search(url.replace("%2F", "/"))
    return scope["region"] if scope else DEFAULT_REGION
