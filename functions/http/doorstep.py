"""What is checked before a request is read: its size, its type, its JSON.

One call takes a file instead; its bytes leave the doorstep as they came.

The gateway hands every body over as base64, because `*/*` is a binary media
type here; a request leaves the doorstep with its body as text, and with the one
spelling of its type that the router behind it knows.
"""

import base64
import binascii
import json
from typing import Any

from functions.domain.errors import InvalidJson, PayloadTooLarge, UnsupportedMediaType
from functions.http.inspection import FILE_TYPES

MOST_BODY_BYTES = 4 * 1024 * 1024

FILE = "file"
"""The event's member that holds a file's bytes."""

TAKE_FILES = {("POST", "/v1/images/inspect")}
"""Calls whose body is a file."""

FORM = "multipart/form-data"
TAKE_FORMS = {
    ("POST", "/openai/v1/images/edits"),
    ("POST", "/openai/v1/images/variations"),
}
"""Calls whose body may be a form; behind the doorstep it is JSON like any other."""


def enter(event: dict[str, Any]) -> dict[str, Any]:
    """Return the event with a readable body, or refuse it.

    Raises:
        PayloadTooLarge: above 4 MiB.
        UnsupportedMediaType: a body that does not say it is what the call takes.
        InvalidJson: not UTF-8, or not JSON.
    """
    raw = _bytes(event)
    call = (event.get("httpMethod"), event.get("path"))
    takes_file, takes_form = call in TAKE_FILES, call in TAKE_FORMS
    if len(raw) > MOST_BODY_BYTES:
        raise _too_large(len(raw), is_file=takes_file, is_form=takes_form)
    entered = {**event, "body": None, "isBase64Encoded": False}
    if takes_file:
        _must_be(event, *FILE_TYPES)
        return {**entered, FILE: raw}
    if not raw:
        return entered
    kinds = ("application/json", FORM) if takes_form else ("application/json",)
    headers = _must_be(event, *kinds)
    if headers["content-type"] == FORM:
        headers, text = headers | {"content-type": "application/json"}, _form(raw, event)
    else:
        text = _text(raw)
    return {**entered, "headers": headers, "body": text}


def _form(raw: bytes, event: dict[str, Any]) -> str:
    """Return a form as the JSON that would say the same."""
    from functions.http.openai.form import body_of  # noqa: PLC0415 - only forms pay for it

    sent = {name.lower(): value for name, value in event["headers"].items()}
    return json.dumps(body_of(raw, sent["content-type"]))


def _too_large(size: int, *, is_file: bool, is_form: bool) -> PayloadTooLarge:
    instead = " The first megabyte of a PNG or JPEG is enough: send that." if is_file else ""
    if is_form:
        instead = (
            " POST /v1/uploads takes larger pictures: send JSON with "
            '"image": {"upload_id": …}, or {"image_id": …} for one of yours.'
        )
    told = f"The body has {size:,} bytes; at most {MOST_BODY_BYTES:,} are taken."
    return PayloadTooLarge(f"{told}{instead} Nothing was spent.")


def _bytes(event: dict[str, Any]) -> bytes:
    body: str = event.get("body") or ""
    if not event.get("isBase64Encoded"):
        return body.encode("utf-8", "surrogatepass")
    try:
        return base64.b64decode(body)
    except (binascii.Error, ValueError) as broken:
        raise InvalidJson("The body could not be read.") from broken


def _must_be(event: dict[str, Any], *kinds: str) -> dict[str, str]:
    """Return the headers with the body's type spelled plainly, if it is one of `kinds`."""
    headers: dict[str, str] = event.get("headers") or {}
    lower = {name.lower(): value for name, value in headers.items()}
    sent = lower.get("content-type", "none")
    kind = sent.partition(";")[0].strip().lower()
    if kind not in kinds:
        raise UnsupportedMediaType(
            f"Send `Content-Type: {' or '.join(kinds)}`, not {sent[:100]!r}. Nothing was spent."
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
