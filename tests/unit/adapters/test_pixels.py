"""Pictures are measured from all of their bytes, and nothing else passes for one."""

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from functions.adapters.decoder import MOST_PIXELS
from functions.adapters.pixels import THUMBNAIL, PillowPixels
from functions.domain.ports.pixels import Look, NotAPicture

PIXELS = PillowPixels()
FORMATS = ("png", "jpeg", "webp")


def a_file(
    file_format: str, size: tuple[int, int] = (96, 64), mode: str = "RGB", **options: object
) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 80).convert(mode).save(out, file_format, **options)
    return out.getvalue()


def png_chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


PNG_DATA = png_chunk(b"IDAT", zlib.compress(b"\0" * 1000))


def png_of(
    width: int, height: int, kind: tuple[int, ...] = (8, 0, 0, 0, 0), data: bytes = PNG_DATA
) -> bytes:
    """A PNG whose header claims a size, with hardly any data behind it."""
    header = png_chunk(b"IHDR", struct.pack(">II", width, height) + bytes(kind))
    return b"\x89PNG\r\n\x1a\n" + header + data + png_chunk(b"IEND", b"")


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("size", [(96, 64), (1, 1), (640, 1536)])
def test_a_picture_is_measured_from_its_bytes(file_format: str, size: tuple[int, int]) -> None:
    assert PIXELS.look(a_file(file_format, size)) == Look(file_format, *size)


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P", "1", "I;16", "LA"])
def test_every_kind_of_png_is_measured_and_made_small(mode: str) -> None:
    raw = a_file("png", mode=mode)

    assert PIXELS.look(raw) == Look("png", 96, 64)
    assert PIXELS.look(PIXELS.thumbnail(raw)).format == "webp"


@pytest.mark.parametrize(
    "raw", [b"", b"GIF89a", b"<html></html>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]
)
def test_bytes_that_are_no_picture_are_refused(raw: bytes) -> None:
    with pytest.raises(NotAPicture):
        PIXELS.look(raw)


@pytest.mark.parametrize("file_format", ["gif", "bmp", "tiff"])
def test_a_format_that_we_do_not_publish_is_refused(file_format: str) -> None:
    with pytest.raises(NotAPicture):
        PIXELS.look(a_file(file_format))


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_truncated_picture_is_refused(file_format: str) -> None:
    raw = a_file(file_format, (300, 300))

    for kept in (0.2, 0.5, 0.9):
        with pytest.raises(NotAPicture):
            PIXELS.look(raw[: int(len(raw) * kept)])


@given(st.integers(0), st.integers(1, 255))
def test_one_wrong_byte_anywhere_in_a_png_is_found(at: int, change: int) -> None:
    damaged = bytearray(a_file("png"))
    damaged[at % len(damaged)] ^= change

    with pytest.raises(NotAPicture):
        PIXELS.look(bytes(damaged))


@pytest.mark.parametrize(
    "kind",
    [
        *[(3, 0, 0, 0, 0), (4, 2, 0, 0, 0), (8, 1, 0, 0, 0), (16, 3, 0, 0, 0), (2, 4, 0, 0, 0)],
        *[(8, 2, 1, 0, 0), (8, 2, 0, 1, 0), (8, 2, 0, 0, 2)],
    ],
)
def test_a_png_of_a_kind_that_nobody_decodes_is_refused(kind: tuple[int, ...]) -> None:
    assert PIXELS.look(png_of(20, 20)) == Look("png", 20, 20)

    with pytest.raises(NotAPicture):
        PIXELS.look(png_of(20, 20, kind))


@pytest.mark.parametrize("raw", [png_of(20, 20, data=b""), png_of(0, 20), png_of(20, 0)])
def test_a_png_without_data_or_size_is_refused(raw: bytes) -> None:
    with pytest.raises(NotAPicture):
        PIXELS.look(raw)


@pytest.mark.parametrize("size", [(8000, 8000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_a_decompression_bomb_is_refused_before_it_is_decoded(size: tuple[int, int]) -> None:
    assert size[0] * size[1] > MOST_PIXELS

    with pytest.raises(NotAPicture):
        PIXELS.look(png_of(*size))


def test_a_sound_picture_of_too_many_pixels_is_refused_with_its_size() -> None:
    out = io.BytesIO()
    Image.new("1", (6400, 6400)).save(out, "png", compress_level=1)

    with pytest.raises(NotAPicture, match="6400x6400 px is more than we decode"):
        PIXELS.look(out.getvalue())


def test_the_largest_picture_that_a_model_makes_is_no_bomb() -> None:
    raw = a_file("png", (4096, 4096), compress_level=0, mode="L")

    assert PIXELS.look(raw) == Look("png", 4096, 4096)


@given(
    st.sampled_from([a_file(each) for each in FORMATS]),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=12),
)
def test_damaged_bytes_are_a_picture_or_refused_and_never_another_error(
    raw: bytes, damage: list[tuple[int, int]]
) -> None:
    damaged = bytearray(raw)
    for at, value in damage:
        damaged[at % len(damaged)] = value
    try:
        look = PIXELS.look(bytes(damaged))
    except NotAPicture:
        return
    assert look.width > 0


@pytest.mark.parametrize(
    ("size", "small"),
    [((1344, 768), (512, 293)), ((640, 1536), (213, 512)), ((100, 50), (100, 50))],
)
def test_a_thumbnail_is_small_and_keeps_the_shape(
    size: tuple[int, int], small: tuple[int, int]
) -> None:
    for file_format in FORMATS:
        look = PIXELS.look(PIXELS.thumbnail(a_file(file_format, size)))

        assert look == Look("webp", *small)
        assert max(look.width, look.height) <= THUMBNAIL


def test_a_thumbnail_keeps_transparency() -> None:
    picture = Image.new("RGBA", (64, 64), (255, 0, 0, 0))
    out = io.BytesIO()
    picture.save(out, "png")

    small = Image.open(io.BytesIO(PIXELS.thumbnail(out.getvalue())))

    assert small.mode == "RGBA"
    assert small.getpixel((32, 32))[3] == 0
