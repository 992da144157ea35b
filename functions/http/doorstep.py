"""What is checked before a request is read: its size, its type, its JSON.

The gateway hands every body over as base64, because `*/*` is a binary media
type here; a request leaves the doorstep with its body as text, and with the one
spelling of its type that the router behind it knows.
"""

import base64
import binascii
import json
from typing import Any

from functions.domain.errors import InvalidJson, PayloadTooLarge, UnsupportedMediaType

MOST_BYTES = 4 * 1024 * 1024


def enter(event: dict[str, Any]) -> dict[str, Any]:
    """Return the event with a readable body, or refuse it.

    Raises:
        PayloadTooLarge: above 4 MiB.
        UnsupportedMediaType: a body that does not say it is JSON.
        InvalidJson: not UTF-8, or not JSON.
    """
    raw = _bytes(event)
    if len(raw) > MOST_BYTES:
        raise PayloadTooLarge(
            f"The body has {len(raw):,} bytes; at most {MOST_BYTES:,} are taken. Nothing was spent."
        )
    if not raw:
        return {**event, "body": None, "isBase64Encoded": False}
    headers = _as_json(event)
    return {**event, "headers": headers, "body": _text(raw), "isBase64Encoded": False}


def _bytes(event: dict[str, Any]) -> bytes:
    body: str = event.get("body") or ""
    if not event.get("isBase64Encoded"):
        return body.encode("utf-8", "surrogatepass")
    try:
        return base64.b64decode(body)
    except (binascii.Error, ValueError) as broken:
        raise InvalidJson("The body could not be read.") from broken


def _as_json(event: dict[str, Any]) -> dict[str, str]:
    """Return the headers with the body's type spelled plainly, if it is JSON."""
    headers: dict[str, str] = event.get("headers") or {}
    lower = {name.lower(): value for name, value in headers.items()}
    sent = lower.get("content-type", "none")
    kind = sent.partition(";")[0].strip().lower()
    if kind != "application/json":
        raise UnsupportedMediaType(
            f"Send `Content-Type: application/json`, not {sent[:100]!r}. Nothing was spent."
        )
    return lower | {"content-type": kind}


def _text(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8")
        json.loads(text, parse_constant=_refuse, object_pairs_hook=_once)
    except UnicodeDecodeError as broken:
        raise InvalidJson(f"Byte {broken.start} is not UTF-8. Nothing was spent.") from broken
    except json.JSONDecodeError as broken:
        where = f"line {broken.lineno}, column {broken.colno}"
        raise InvalidJson(f"{broken.msg} at {where}. Nothing was spent.") from broken
    except (ValueError, RecursionError) as broken:
        raise InvalidJson(f"{broken}. Nothing was spent.") from broken
    return text


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object's members, of which JSON would silently keep the last twin."""
    known: dict[str, Any] = {}
    for name, value in pairs:
        if name in known:
            raise ValueError(f"{json.dumps(name[:100])} is in one object twice")
        known[name] = value
    return known


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not a JSON value")
