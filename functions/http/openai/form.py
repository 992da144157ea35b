"""A form as OpenAI's SDKs send it, read into the JSON that would say the same.

What a client calls a file's type or name is not read: one SDK names every type
`application/octet-stream`, and the first bytes decide. openai-python 3.54 and openai-node
7.57, recorded 2026-11-22; https://www.rfc-editor.org/rfc/rfc7578 checked 2026-11-22.
"""

import base64
import json
import re
from dataclasses import dataclass, field
from typing import Any

from functions.domain.errors import Fault, InvalidRequest

MOST_PARTS = 100
"""Fields and files of a form; the parser bounds the headers of each."""

FILES = ("image", "mask")
"""Fields that are files whether or not a client gives them a name."""

TEXTS = frozenset(
    {"prompt", "negative_prompt", "model", "user", "group", "safety_identifier", "image_type"}
)
"""Fields whose text stays text, though it may look like a number."""

SCALAR = re.compile(r"-?(0|[1-9][0-9]{0,18})(\.[0-9]{1,18})?|true|false|null")
NAME = re.compile(r"([^\[\]]+)(?:\[([^\[\]]*)\])?")


@dataclass(slots=True)
class Part:
    """One field or file of a form, as it comes in."""

    headers: dict[str, str] = field(default_factory=lambda: {})
    raw: bytearray = field(default_factory=bytearray)


def body_of(raw: bytes, content_type: str) -> dict[str, Any]:
    """Return a form as a JSON object: files as `{"data": base64}`, numbers as numbers.

    Raises:
        InvalidRequest: it is no whole form, has too many parts, or a field twice.
    """
    body: dict[str, Any] = {}
    for part in _parts(raw, content_type):
        _put(part, body)
    return body


def _parts(raw: bytes, content_type: str) -> list[Part]:
    from python_multipart.exceptions import FormParserError  # noqa: PLC0415 - forms alone pay
    from python_multipart.multipart import (  # noqa: PLC0415
        MultipartParser,
        parse_options_header,
    )

    boundary = parse_options_header(content_type.encode())[1].get(b"boundary")
    if not boundary:
        raise _refused("", "multipart/form-data says no boundary; send the form again")
    tray = _Tray()
    try:
        parser = MultipartParser(boundary, tray.callbacks())
        parser.write(raw)
        parser.finalize()
    except FormParserError as broken:
        raise _refused("", f"the form cannot be read: {broken}") from broken
    if not tray.whole:
        raise _refused("", "the form ends too soon; send it again")
    return tray.parts


@dataclass(slots=True)
class _Tray:
    """Collects what the parser finds."""

    parts: list[Part] = field(default_factory=lambda: [])
    name: bytearray = field(default_factory=bytearray)
    value: bytearray = field(default_factory=bytearray)
    whole: bool = False

    def callbacks(self) -> Any:
        """Return what the parser calls."""
        return {
            "on_part_begin": self._begin,
            "on_part_data": self._data,
            "on_header_field": self._name,
            "on_header_value": self._value,
            "on_header_end": self._header,
            "on_end": self._end,
        }

    def _begin(self) -> None:
        if len(self.parts) == MOST_PARTS:
            raise _refused("", f"at most {MOST_PARTS} parts")
        self.parts.append(Part())

    def _data(self, data: bytes, start: int, end: int) -> None:
        self.parts[-1].raw += data[start:end]

    def _name(self, data: bytes, start: int, end: int) -> None:
        self.name += data[start:end]

    def _value(self, data: bytes, start: int, end: int) -> None:
        self.value += data[start:end]

    def _header(self) -> None:
        name = self.name.decode("latin-1").lower()
        self.parts[-1].headers[name] = self.value.decode("latin-1")  # as the parser takes it
        self.name.clear()
        self.value.clear()

    def _end(self) -> None:
        self.whole = True


def _put(part: Part, body: dict[str, Any]) -> None:
    """Put a part where JSON would have it: `a[]` into a list, `a[k]` into an object."""
    from python_multipart.multipart import parse_options_header  # noqa: PLC0415

    options = parse_options_header(part.headers.get("content-disposition"))[1]
    full = options.get(b"name", b"").decode("utf-8", "replace")
    shape = NAME.fullmatch(full)
    if shape is None:
        raise _refused("", f"a part named {full[:100]!r}; names are like n, image[] or metadata[a]")
    name, within = shape.groups()
    value = _value(name, part.raw, is_file=b"filename" in options or name in FILES)
    if within is None or (within.isdigit() and name in FILES):
        _once(name, value, body, several=name in FILES)
    elif within:
        _once(within, value, _held(body, name, dict[str, Any]()), several=False)
    else:
        _held(body, name, list[Any]()).append(value)


def _held(body: dict[str, Any], name: str, empty: Any) -> Any:
    found = body.setdefault(name, empty)
    if not isinstance(found, type(empty)):
        raise _refused(f"/{name}", "was sent in two ways; send it once")
    return found


def _once(name: str, value: Any, body: dict[str, Any], *, several: bool) -> None:
    if name not in body:
        body[name] = value
    elif several:
        before = body[name]
        body[name] = [*before, value] if isinstance(before, list) else [before, value]
    else:
        raise _refused(f"/{name}", "was sent twice; send it once")


def _value(name: str, raw: bytearray, *, is_file: bool) -> Any:
    if is_file:
        return {"data": base64.b64encode(raw).decode("ascii")}
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as broken:
        raise _refused(f"/{name}", "is not UTF-8; a file needs a file name") from broken
    return json.loads(text) if name not in TEXTS and SCALAR.fullmatch(text) else text


def _refused(pointer: str, detail: str) -> InvalidRequest:
    return InvalidRequest.of([Fault(pointer, "malformed", detail)])
