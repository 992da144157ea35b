"""Cursors: opaque, without expiry, good for one tenant's one list.

A cursor only says where to go on; it grants nothing, since every query is keyed
by the authorised tenant. Its check digest finds what was mistyped, made up, or
taken from elsewhere; it keeps no secret.
"""

import base64
import binascii
import hashlib
from typing import Literal

from functions.domain.errors import InvalidCursor
from functions.domain.ids import parse_generation, parse_image

List = Literal["generations", "images", "children"]
_DIGEST = 12


def write(kind: List, tenant: str, after: str) -> str:
    """Return the cursor that goes on after the id `after`."""
    body = after.encode()
    raw = _digest(kind, tenant, body) + body
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def read(kind: List, tenant: str, cursor: str) -> str:
    """Return the id after which a cursor goes on.

    Raises:
        InvalidCursor: we did not make it, or not for this tenant and list.
    """
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    digest, body = raw[:_DIGEST], raw[_DIGEST:]
    after = body.decode("ascii", "replace")
    known = parse_generation(after) if kind == "generations" else parse_image(after)
    if digest != _digest(kind, tenant, body) or not known:
        raise InvalidCursor(
            "Send `next_cursor` of the page before, unchanged, or leave `cursor` out to start."
        )
    return after


def _digest(kind: str, tenant: str, body: bytes) -> bytes:
    told = "\0".join(("easel cursor 1", kind, tenant)).encode() + b"\0" + body
    return hashlib.sha256(told).digest()[:_DIGEST]
