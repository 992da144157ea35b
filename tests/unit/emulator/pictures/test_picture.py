"""Pictures as requests bring them: PNG, JPEG and WebP, and what is none of these."""

import base64
import struct
import zlib
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from emulator.pictures import NotAPicture, read
from emulator.pictures.header import Header
from tests.unit.emulator.drawn import a_picture, drawn, file_of, sent


def reason(text: str, **how: Any) -> str:
    with pytest.raises(NotAPicture) as refused:
        read(text, **how)
    return str(refused.value)


@pytest.mark.parametrize(
    ("mode", "kind", "how", "header"),
    [
        ("RGB", "PNG", {}, Header("png", 90, 70)),
        ("RGBA", "PNG", {}, Header("png", 90, 70, alpha=True)),
        ("L", "PNG", {}, Header("png", 90, 70, colours="grey")),
        ("LA", "PNG", {}, Header("png", 90, 70, colours="grey", alpha=True)),
        ("1", "PNG", {}, Header("png", 90, 70, depth=1, colours="grey")),
        ("I;16", "PNG", {}, Header("png", 90, 70, depth=16, colours="grey")),
        ("RGB", "JPEG", {}, Header("jpeg", 90, 70)),
        ("RGB", "JPEG", {"progressive": True}, Header("jpeg", 90, 70)),
        ("RGB", "JPEG", {"restart_marker_blocks": 2}, Header("jpeg", 90, 70)),
        ("L", "JPEG", {}, Header("jpeg", 90, 70, colours="grey")),
        ("CMYK", "JPEG", {}, Header("jpeg", 90, 70, colours="cmyk")),
        ("RGB", "WEBP", {}, Header("webp", 90, 70)),
        ("RGB", "WEBP", {"lossless": True}, Header("webp", 90, 70)),
        ("RGBA", "WEBP", {"lossless": True}, Header("webp", 90, 70, alpha=True)),
    ],
)
def test_a_picture_is_measured_and_decoded(
    mode: str, kind: str, how: dict[str, Any], header: Header
) -> None:
    picture = drawn(90, 70, "RGB")
    picture = drawn(90, 70, "L").convert("I;16") if mode == "I;16" else picture.convert(mode)
    if header.alpha:
        picture.putalpha(100)

    read_again = read(sent(picture, kind, **how))

    assert read_again.header == header
    assert read_again.size == (90, 70)
    assert read_again.area == 6300
    assert read_again.pixels.shape[:2] == (70, 90)
    assert read_again.pixels.dtype == "uint8"


def test_a_webp_with_opacity_says_so() -> None:
    picture = drawn(90, 70)
    picture.putalpha(100)

    assert read(sent(picture, "WEBP")).header == Header("webp", 90, 70, alpha=True)


def test_a_palette_is_known_and_so_is_its_transparent_entry() -> None:
    palette = drawn(90, 70, "RGB").convert("P")

    assert read(sent(palette)).header == Header("png", 90, 70, depth=8, colours="palette")
    assert read(sent(palette, transparency=0)).header.alpha


def test_its_bytes_are_kept_as_they_came() -> None:
    raw = file_of(drawn(), "JPEG")

    assert read(sent(raw)).raw == raw


def test_sixteen_bits_become_eight() -> None:
    deep = Image.new("I;16", (64, 64), 0x8040)

    assert set(read(sent(deep)).pixels.flat) == {0x80}


def test_a_cameras_orientation_is_not_applied() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    turned = read(sent(drawn(90, 70), "JPEG", exif=exif))

    assert turned.size == (90, 70)
    assert turned.pixels.shape[:2] == (70, 90)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is neither PNG, JPEG nor WebP"),
        ("not base64!", "it is not base64"),
        ("ümlaut==", "it is not base64"),
        (a_picture()[:-1], "it is not base64"),
        (a_picture() + "====", "it is not base64"),
        (base64.encodebytes(file_of(drawn())).decode(), "it is not base64"),
        (f"data:image/png;base64,{a_picture()}", "it is a data URI and not base64 alone"),
        (a_picture(kind="GIF"), "it is neither PNG, JPEG nor WebP"),
        (a_picture(kind="BMP"), "it is neither PNG, JPEG nor WebP"),
        (a_picture(kind="TIFF"), "it is neither PNG, JPEG nor WebP"),
        (sent(b"<svg/>"), "it is neither PNG, JPEG nor WebP"),
    ],
)
def test_what_is_no_picture_is_refused_with_the_reason(text: str, why: str) -> None:
    assert reason(text) == why


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_an_animation_is_refused(kind: str) -> None:
    frames = {"save_all": True, "append_images": [drawn().rotate(90)]}

    assert reason(sent(drawn(), kind, **frames)) == "it is an animation"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_cut_picture_is_refused_wherever_it_was_cut(kind: str) -> None:
    raw = file_of(drawn(), kind)
    told = {reason(sent(raw[:end])) for end in range(4, len(raw))}

    assert told <= {"it is cut off", "its bytes are broken", "it is neither PNG, JPEG nor WebP"}


def test_a_broken_png_is_refused() -> None:
    raw = bytearray(file_of(drawn()))
    raw[-20] ^= 0xFF

    assert reason(sent(bytes(raw))) == "its bytes are broken"


def chunk(name: bytes, content: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checksum


def a_png(width: int, height: int, *, colours: int = 2, pixels: bytes = b"") -> str:
    """Write a PNG that promises more than it holds."""
    header = struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")
    return sent(b"\x89PNG\r\n\x1a\n" + body)


def test_pixels_that_are_missing_are_missed() -> None:
    assert reason(a_png(64, 64, pixels=bytes(64))) == "its bytes are broken"


def test_a_bomb_is_refused_by_its_header_alone() -> None:
    bomb = a_png(60_000, 60_000)

    assert reason(bomb) == "it has 60000x60000 px, and 40000000 px are the most"


def test_a_family_can_ask_for_less() -> None:
    assert read(a_picture(100, 100), most_pixels=10_000).area == 10_000
    assert "10000 px are the most" in reason(a_picture(101, 100), most_pixels=10_000)


def test_a_picture_without_an_extent_is_refused() -> None:
    assert reason(a_png(0, 64)).startswith("it has 0x64 px")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""), "its PNG has no header or no pixels"),
        (base64.b64decode(a_png(8, 8, colours=5)), "its PNG has a colour type 5"),
        (b"\xff\xd8\xff\xd9", "its JPEG has no frame"),
        (b"\xff\xd8\xff\xc0\x00\x04\x08\x00\xff\xd9", "its JPEG has a broken frame"),
        (b"RIFF\x16\x00\x00\x00WEBPVP9 " + bytes(14), "its WebP has an unknown first chunk"),
    ],
)
def test_headers_that_make_no_sense_are_named(raw: bytes, why: str) -> None:
    assert reason(sent(raw)) == why


def test_a_jpeg_may_carry_a_tail() -> None:
    raw = file_of(drawn(90, 70), "JPEG") + b"a second picture, as telephones append it"

    assert read(sent(raw)).size == (90, 70)


WHOLE = {kind: file_of(drawn(40, 30), kind) for kind in ("PNG", "JPEG", "WEBP")}


@given(
    kind=st.sampled_from(sorted(WHOLE)),
    kept=st.integers(min_value=0, max_value=2000),
    tail=st.binary(max_size=60),
)
def test_whatever_comes_is_a_picture_or_a_reason(kind: str, kept: int, tail: bytes) -> None:
    raw = WHOLE[kind][:kept] + tail

    with suppress(NotAPicture):
        picture = read(sent(raw), most_pixels=1_000_000)
        assert picture.pixels.shape[:2] == (picture.size[1], picture.size[0])
