"""Share links: who holds the token sees one picture, until its owner revokes it.

A token is made, not stored: what it opens is inside it, sealed with the
deployment's secret, so making one costs no write and an address of a million
made-up ones costs no read. Nobody else can read it: an image's id tells when it
was made, and a tenant's name may be a customer's.

It is sealed as SIV does it (Rogaway and Shrimpton, 2006; RFC 5297), with SHA-2
and SHA-3 instead of AES, which Python's own library lacks: the tag is an HMAC of
the words, and the words are hidden by a stream that key and tag begin.
"""

import base64
import binascii
import hashlib
import hmac
from datetime import UTC, datetime

from functions.domain.frozen import frozen

TAG = 16
"""Bytes of a tag: 128 bits, which nobody guesses by asking."""


@frozen
class Share:
    """What a token opens.

    Attributes:
        tenant: Whose image it is.
        image: Its id.
        version: The image's `share_version` that the token is good for.
        expires_at: From when it is not, in whole seconds; None if it lasts.
    """

    tenant: str
    image: str
    version: int
    expires_at: datetime | None = None


def seal(share: Share, secret: bytes) -> str:
    """Return the token of a share, the same whenever it is made."""
    until = int(share.expires_at.timestamp()) if share.expires_at else 0
    words = f"{until} {share.version} {share.image} {share.tenant}"
    return _sealed(words.encode(), secret)


def unseal(token: str, secret: bytes) -> Share | None:
    """Return what a token opens, None if it is not whole or was not made with `secret`."""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    words = _stream(raw[:TAG], raw[TAG:], secret)
    # Whole tokens are compared, not tags: base64 spells the same bytes in several ways.
    if not hmac.compare_digest(_sealed(words, secret), token):
        return None
    until, version, image, tenant = words.decode().split(" ", 3)
    ends = datetime.fromtimestamp(int(until), UTC) if int(until) else None
    return Share(tenant, image, int(version), ends)


def _sealed(words: bytes, secret: bytes) -> str:
    tag = hmac.digest(_key(secret, b"tag"), words, "sha256")[:TAG]
    return base64.urlsafe_b64encode(tag + _stream(tag, words, secret)).decode().rstrip("=")


def _stream(tag: bytes, text: bytes, secret: bytes) -> bytes:
    """Hide what can be read, or the other way round."""
    begun = _key(secret, b"stream") + tag
    noise = hashlib.shake_256(begun).digest(len(text))
    return bytes(one ^ other for one, other in zip(text, noise, strict=True))


def _key(secret: bytes, use: bytes) -> bytes:
    return hmac.digest(secret, b"easel share 1 " + use, "sha256")
