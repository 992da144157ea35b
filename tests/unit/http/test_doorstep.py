import base64
import json
from typing import Any

import pytest

from functions.domain.errors import InvalidJson, PayloadTooLarge, UnsupportedMediaType
from functions.http.doorstep import FILE, MOST_BODY_BYTES, enter


def _event(raw: bytes, kind: str = "application/json") -> dict[str, Any]:
    body = base64.b64encode(raw).decode()
    return {"body": body, "isBase64Encoded": True, "headers": {"Content-Type": kind}}


def _file_event(raw: bytes, kind: str = "image/png") -> dict[str, Any]:
    return _event(raw, kind) | {"httpMethod": "POST", "path": "/v1/images/inspect"}


def test_a_body_enters_as_text() -> None:
    entered = enter(_event('{"prompt": "호수"}'.encode()))

    assert json.loads(entered["body"]) == {"prompt": "호수"}
    assert entered["isBase64Encoded"] is False


def test_a_body_at_the_limit_enters_and_one_above_does_not() -> None:
    fits = b'"' + b"x" * (MOST_BODY_BYTES - 2) + b'"'

    assert len(enter(_event(fits))["body"]) == MOST_BODY_BYTES
    with pytest.raises(PayloadTooLarge):
        enter(_event(fits + b" "))


def test_no_body_needs_no_type() -> None:
    assert enter({"body": None, "headers": None})["body"] is None


@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "Application/JSON"])
def test_json_may_say_more_about_itself(kind: str) -> None:
    assert enter(_event(b"{}", kind))["body"] == "{}"


@pytest.mark.parametrize("kind", ["text/plain", "", "application/jsonlines", "multipart/form-data"])
def test_other_types_are_refused(kind: str) -> None:
    with pytest.raises(UnsupportedMediaType, match="application/json"):
        enter(_event(b"{}", kind))


@pytest.mark.parametrize("raw", [b"{", b"\xff", b'{"a": NaN}', b'{"a": Infinity}', b"[" * 100_000])
def test_what_is_not_json_is_refused(raw: bytes) -> None:
    with pytest.raises(InvalidJson):
        enter(_event(raw))


@pytest.mark.parametrize("raw", [b'{"count": 1, "count": 10}', b'{"a": [{"b": 1, "b": 1}]}'])
def test_a_member_that_comes_twice_is_not_dropped_but_refused(raw: bytes) -> None:
    with pytest.raises(InvalidJson, match="twice"):
        enter(_event(raw))


def test_a_body_that_is_not_base64_is_refused() -> None:
    event = {"body": "a", "isBase64Encoded": True, "headers": {"content-type": "application/json"}}

    with pytest.raises(InvalidJson):
        enter(event)


@pytest.mark.parametrize(
    "kind", ["image/png", "Image/JPEG", "image/webp", "application/octet-stream; q=1"]
)
def test_a_file_enters_as_its_bytes_where_one_is_taken(kind: str) -> None:
    entered = enter(_file_event(b"\x89PNG\xff\0", kind))

    assert entered[FILE] == b"\x89PNG\xff\0"
    assert entered["body"] is None


@pytest.mark.parametrize("path", ["/v1/generations", "/v1/images/inspect/", "/v1/images/img_1"])
def test_a_file_enters_nowhere_else(path: str) -> None:
    with pytest.raises(UnsupportedMediaType, match="application/json"):
        enter(_file_event(b"\x89PNG") | {"path": path})


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data", "image/gif", ""])
def test_the_call_that_takes_a_file_names_the_types_it_takes(kind: str) -> None:
    with pytest.raises(UnsupportedMediaType, match="image/webp"):
        enter(_file_event(b"{}", kind))


def test_a_file_that_is_too_large_is_told_that_its_beginning_is_enough() -> None:
    assert len(enter(_file_event(b"x" * MOST_BODY_BYTES))[FILE]) == MOST_BODY_BYTES
    with pytest.raises(PayloadTooLarge, match="first megabyte of a PNG or JPEG is enough"):
        enter(_file_event(b"x" * (MOST_BODY_BYTES + 1)))
