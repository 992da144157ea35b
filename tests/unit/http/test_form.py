"""Forms, encoded by another library, read as the JSON that would say the same."""

import base64
from contextlib import suppress
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.domain.errors import InvalidRequest
from functions.http.openai.form import MOST_PARTS, body_of

PICTURE = b"\x89PNG\r\n\x1a\n--b\r\n\r--\n\0"
"""Bytes with everything in it that a form's parser could stumble over."""


def read(data: dict[str, Any] | None = None, files: Any = None) -> dict[str, Any]:
    sent = httpx.Request("POST", "http://here", data=data, files=files or [("x", ("x", b""))])
    return body_of(sent.read(), sent.headers["content-type"])


def file(raw: bytes) -> dict[str, str]:
    return {"data": base64.b64encode(raw).decode()}


def test_the_sdks_form_is_their_json() -> None:
    body = read(
        {"prompt": "add a hat", "n": "2", "stream": "false", "size": "1024x1024", "user": "7"},
        [
            ("image[]", ("upload", PICTURE, "application/octet-stream")),
            ("image[]", ("b.png", b"two", "image/png")),
            ("mask", ("mask.png", b"three", "image/png")),
        ],
    )

    assert body == {
        "prompt": "add a hat",
        "n": 2,
        "stream": False,
        "size": "1024x1024",
        "user": "7",
        "image": [file(PICTURE), file(b"two")],
        "mask": file(b"three"),
    }


def test_one_image_is_no_list() -> None:
    assert read(files={"image": ("upload", PICTURE)}) == {"image": file(PICTURE)}


def test_an_object_and_a_list_come_in_brackets() -> None:
    body = read({"metadata[order]": "a1", "tags[]": ["red", "blue"]}, {"image": ("i", b"1")})

    assert (body["metadata"], body["tags"]) == ({"order": "a1"}, ["red", "blue"])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"n": ["1", "2"]}, "sent twice"),
        ({"tags[]": ["1"], "tags": "2"}, "twice|two ways"),
        ({"a[b][c]": "1"}, "named"),
        ({f"field{number}": "1" for number in range(MOST_PARTS + 1)}, "at most"),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(data: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidRequest, match=words):
        read(data)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"", "multipart/form-data; boundary=b"),
        (b"prompt=a", "multipart/form-data; boundary=b"),
        (b"--b\r\n", "multipart/form-data"),
        (b'--b\r\nContent-Disposition: form-data; name="n"\r\n\r\n1', "x/y; boundary=b"),
        (
            b'--b\r\nContent-Disposition: form-data; name="n"\r\n\r\n\xff\r\n--b--',
            "x/y; boundary=b",
        ),
        (b"--b\r\n" + b"x" * 9_000 + b": 1\r\n\r\n1\r\n--b--", "x/y; boundary=b"),
    ],
)
def test_what_is_no_whole_form_is_refused(raw: bytes, kind: str) -> None:
    with pytest.raises(InvalidRequest):
        body_of(raw, kind)


@given(st.binary(max_size=300), st.text(max_size=50))
def test_files_and_texts_come_through_as_they_are(raw: bytes, text: str) -> None:
    if text.encode("utf-8", "replace").decode() == text:
        body = read({"prompt": text}, {"image": ("upload", raw)})

        assert body == {"prompt": text, "image": file(raw)}


@pytest.mark.parametrize("name", ["그림", "\u00e9", "\U000a4ae9", "a\x7f"])
def test_a_field_may_have_any_name_that_utf8_can_say(name: str) -> None:
    raw = f'--b0\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n1\r\n--b0--\r\n'.encode()

    assert body_of(raw, "multipart/form-data; boundary=b0") == {name: 1}


@given(st.binary(max_size=40), st.text(max_size=20))
def test_no_form_breaks_its_reader(name: bytes, boundary: str) -> None:
    raw = b'--b0\r\nContent-Disposition: form-data; name="' + name + b'"\r\n\r\n1\r\n--b0--\r\n'

    for each in ("b0", boundary):
        with suppress(InvalidRequest):
            body_of(raw, f"multipart/form-data; boundary={each}")
