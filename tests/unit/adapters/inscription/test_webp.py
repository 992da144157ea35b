"""WebP: the extended header that a simple file gets, and its flags."""

import pytest

from functions.adapters.inscription import webp
from tests.unit.adapters.inscription.pictures import FILES, a_file, an_inscription, parts

ALPHA, XMP, ANIMATION = 0x10, 0x04, 0x02


@pytest.mark.parametrize(
    ("name", "flags"),
    [
        ("webp lossy", XMP),
        ("webp lossless", XMP),
        ("webp lossy with alpha", XMP | ALPHA),
        ("webp lossless with alpha", XMP | ALPHA),
        ("webp animated", XMP | ALPHA | ANIMATION),
    ],
)
def test_the_extended_header_says_what_is_in_the_file(name: str, flags: int) -> None:
    written = parts(webp.write(FILES[name], an_inscription()))

    assert written[0][:4] == b"VP8X"
    assert written[0][8] == flags
    assert [each[:4] for each in written].count(b"VP8X") == 1
    assert written[-1][:4] == b"XMP "


@pytest.mark.parametrize("lossless", [False, True])
@pytest.mark.parametrize("size", [(1, 1), (47, 31), (2000, 3)])
def test_the_canvas_has_the_pictures_size(size: tuple[int, int], lossless: bool) -> None:
    raw = a_file("webp", size=size, lossless=lossless)

    written = webp.write(raw, an_inscription())

    assert raw[12:16] in (b"VP8 ", b"VP8L")
    assert webp.header(written) == webp.header(raw)
    header = webp.header(raw)
    assert header is not None
    assert (header.width, header.height) == size


@pytest.mark.parametrize("prompt", ["odd", "even"])
def test_a_packet_of_any_length_is_padded(prompt: str) -> None:
    written = webp.write(FILES["webp lossy"], an_inscription(prompt=prompt))

    assert webp.read(written) == an_inscription(prompt=prompt)
    assert len(written) % 2 == 0


def test_a_prompt_of_any_length_fits() -> None:
    longest = an_inscription(prompt="\U0001f600" * 20_000)

    assert webp.read(webp.write(FILES["webp lossy"], longest)) == longest


def test_a_signed_picture_stays_as_its_maker_signed_it() -> None:
    raw = FILES["webp lossy"]
    chunk = b"C2PA\x04\0\0\0jumb"
    signed = raw[:4] + (len(raw) - 8 + len(chunk)).to_bytes(4, "little") + raw[8:] + chunk

    assert webp.header(signed) is not None
    assert webp.write(signed, an_inscription()) is signed


def test_xmp_of_another_maker_stays() -> None:
    theirs = a_file("webp", xmp=b"<x:xmpmeta/>")

    assert webp.write(theirs, an_inscription()) is theirs


@pytest.mark.parametrize("length", [0x7FFFFFFF, 0xFFFFFFFF])
def test_a_length_beyond_the_file_ends_the_reading(length: int) -> None:
    raw = FILES["webp animated"]
    hostile = raw[:34] + length.to_bytes(4, "little") + raw[38:]

    header = webp.header(hostile)

    assert header is not None
    assert not header.complete
    assert webp.read(hostile) is None
