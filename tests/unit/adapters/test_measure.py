"""What strangers send is measured whole, or refused by name before anything is decoded."""

import hashlib
import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile, ImageOps

from functions.adapters import decoder
from functions.adapters.decoder import MOST_PIXELS
from functions.adapters.measure import MOST_SCANS, measured
from functions.domain.ports.pixels import NotAPicture
from functions.domain.source import MOST_SOURCE_BYTES, Tones
from tests.unit.adapters.files import PNG, chunk, moving, noise, png, turned, written

WORST = 9_437_184
"""Pixels of the largest picture that a model reads."""


def refused(raw: bytes) -> str:
    """Return the code by which a file is refused."""
    with pytest.raises(NotAPicture) as noise_:
        measured(raw)
    assert str(noise_.value)
    return noise_.value.code


@pytest.fixture
def undecoded(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Whatever was given to a decoder; a test says that it was nothing."""
    seen: list[object] = []

    def load(self: object) -> None:
        seen.append(self)
        raise AssertionError("a decoder was called")

    for driver in (ImageFile.ImageFile, *decoder.DRIVERS.values()):
        monkeypatch.setattr(driver, "load", load)
        monkeypatch.setattr(driver, "__init__", load)
    yield seen
    assert not seen


@pytest.mark.parametrize("file_format", ["png", "jpeg", "webp"])
@pytest.mark.parametrize("size", [(1, 1), (96, 64), (1, 700)])
def test_a_picture_is_measured_whole(file_format: str, size: tuple[int, int]) -> None:
    raw = written(noise(size=size), file_format)

    found = measured(raw, tag='"abc"')

    assert (found.format, found.width, found.height) == (file_format, *size)
    assert (found.size, found.sha256) == (len(raw), hashlib.sha256(raw).hexdigest())
    assert (found.tag, found.oddity, found.alpha) == ('"abc"', "", None)


def test_one_pixel_more_than_a_model_reads_is_measured_and_left_to_the_plan() -> None:
    found = measured(written(Image.new("1", (1, WORST + 1)), compress_level=1))

    assert found.width * found.height == 9_437_185


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (written(noise("P"), "gif"), "a GIF"),
        (moving("gif"), "a GIF"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "an SVG"),
        (b"<SVG onload=alert(1)>", "an SVG"),
        (written(noise(), "tiff"), "a TIFF"),
        (b"MM\0*\0\0\0\x08", "a TIFF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "an HEIC"),
        (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1", "an AVIF"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "a video"),
        (b"%PDF-1.7\n", "a PDF"),
        (written(noise(), "bmp"), "a BMP"),
        (b"<html></html>", "not a picture"),
        (b"\x89PNG", "not a picture"),
        (b"RIFF\x04\0\0\0WAVE", "not a picture"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_we_do_not_read_is_refused_by_name(raw: bytes, name: str) -> None:
    with pytest.raises(NotAPicture, match=f"{name}; send a PNG, JPEG or WebP") as found:
        measured(raw)

    assert found.value.code == "unsupported_format"


def test_an_empty_file_is_refused_as_such() -> None:
    assert refused(b"") == "empty"


@pytest.mark.parametrize("file_format", ["png", "webp"])
def test_a_picture_that_moves_is_refused(file_format: str) -> None:
    assert refused(moving(file_format)) == "animated"


def test_a_png_with_one_frame_of_an_animation_does_not_move() -> None:
    frame = struct.pack(">IIIIIHHBB", 0, 96, 64, 0, 0, 1, 1, 0, 0)
    still = chunk(b"acTL", struct.pack(">II", 1, 0)) + chunk(b"fcTL", frame)
    raw = written(noise())
    at = raw.index(b"IDAT") - 4

    assert measured(raw[:at] + still + raw[at:]).width == 96


@pytest.mark.parametrize("file_format", ["png", "jpeg", "webp"])
@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.999])
def test_a_file_that_breaks_off_is_refused(file_format: str, kept: float) -> None:
    raw = written(noise(size=(300, 300)), file_format)

    assert refused(raw[: int(len(raw) * kept)]) == "broken_picture"


@pytest.mark.parametrize("size", [(8000, 8000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_a_png_whose_header_claims_too_many_pixels_is_not_decoded(
    size: tuple[int, int], undecoded: list[object]
) -> None:
    assert refused(png(*size)) == "too_many_pixels"


def test_a_sound_picture_of_too_many_pixels_is_not_decoded(undecoded: list[object]) -> None:
    raw = png(6400, 6400, b"\0" * (6400 * 801), depth=1)

    assert refused(raw) == "too_many_pixels"


@given(
    width=st.integers(1, 2**31 - 1),
    height=st.integers(1, 2**31 - 1),
    kind=st.sampled_from(["png", "jpeg", "webp"]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_picture_above_the_bound_is_ever_decoded(
    width: int, height: int, kind: str, undecoded: list[object]
) -> None:
    claims = {"png": png, "jpeg": a_jpeg_that_claims, "webp": a_webp_that_claims}
    most = {"png": 2**31 - 1, "jpeg": 65_535, "webp": 2**24}[kind]
    size = (width - 1) % most + 1, (height - 1) % most + 1
    if size[0] * size[1] <= MOST_PIXELS:
        size = (6325, 6325)

    assert refused(claims[kind](*size)) == "too_many_pixels"


def a_jpeg_that_claims(width: int, height: int) -> bytes:
    raw = bytearray(written(noise(), "jpeg"))
    frame = raw.index(b"\xff\xc0") + 5
    raw[frame : frame + 4] = struct.pack(">HH", height, width)
    return bytes(raw)


def a_webp_that_claims(width: int, height: int) -> bytes:
    canvas = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    simple = written(noise(), "webp")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + canvas + simple[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body


def test_more_data_than_the_header_claims_is_not_kept() -> None:
    bomb = png(8, 8, b"\0" * 50_000_000)

    assert len(bomb) < 60_000
    assert measured(bomb).width == 8  # the decoder stops at the last row


@pytest.mark.parametrize("kind", [b"zTXt", b"iCCP"])
def test_a_bomb_beside_the_picture_is_refused(kind: bytes) -> None:
    packed = b"a\0\0" + zlib.compress(b"\0" * 50_000_000)

    assert refused(png(8, 8, b"\0" * 72, more=chunk(kind, packed))) == "broken_picture"


def test_many_texts_are_refused_together() -> None:
    text = chunk(b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 1_000_000))

    assert refused(png(8, 8, b"\0" * 72, more=text * 6)) == "broken_picture"


def test_a_jpeg_that_would_be_walked_over_again_and_again_is_refused() -> None:
    raw = written(noise(), "jpeg", progressive=True)
    scan = raw.rindex(b"\xff\xda")
    last = raw[scan:-2]

    assert measured(raw).format == "jpeg"
    assert refused(raw[:-2] + last * MOST_SCANS + raw[-2:]) == "broken_picture"


def test_a_png_in_ever_so_many_chunks_is_refused() -> None:
    assert refused(png(8, 8, b"\0" * 72, more=chunk(b"teSt", b"") * 20_000)) == "broken_picture"


def test_a_jpeg_in_ever_so_many_segments_is_refused() -> None:
    raw = written(noise(), "jpeg")

    assert refused(raw[:2] + b"\xff\xef\0\2" * 5_000 + raw[2:]) == "broken_picture"


def test_a_second_header_cannot_change_the_size() -> None:
    second = chunk(b"IHDR", struct.pack(">IIBBBBB", 20_000, 20_000, 8, 0, 0, 0, 0))

    assert refused(png(8, 8, b"\0" * 72, more=second)) == "broken_picture"


def test_too_many_bytes_are_refused_before_anything_is_read(undecoded: list[object]) -> None:
    assert refused(written(noise()) + bytes(MOST_SOURCE_BYTES)) == "too_large"


def test_a_photograph_with_a_second_one_behind_it_is_a_jpeg() -> None:
    raw = written(noise(), "mpo", save_all=True, append_images=[noise()])

    found = measured(raw)

    assert (found.format, found.oddity) == ("jpeg", "")


@pytest.mark.parametrize(
    ("raw", "oddity"),
    [
        (written(noise("P")), "palette"),
        (written(noise("RGB").quantize(4)), "palette"),
        (written(Image.new("I;16", (8, 8), 40_000)), "16-bit"),
        (png(8, 8, b"\0" * (8 * 49), depth=16, colour=2), "16-bit"),
        (png(8, 8, b"\0" * (8 * 33), depth=16, colour=4), "16-bit"),
        (written(noise("RGB").convert("CMYK"), "jpeg"), "CMYK"),
        (turned(6), "rotated"),
        (turned(3), "rotated"),
        (turned(1), ""),
        (turned(99), ""),
        (written(noise("L")), ""),
        (written(noise("1")), ""),
        (written(noise("LA")), ""),
        (written(noise("RGBA")), ""),
    ],
)
def test_what_keeps_models_from_taking_a_picture_is_named(raw: bytes, oddity: str) -> None:
    assert measured(raw).oddity == oddity


def test_the_most_important_oddity_is_named_first() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    assert measured(written(noise().convert("CMYK"), "jpeg", exif=exif)).oddity == "CMYK"
    assert measured(written(noise("P"), exif=exif)).oddity == "palette"


@pytest.mark.parametrize("lies", range(1, 9))
def test_the_size_is_that_of_the_upright_picture(lies: int) -> None:
    raw = turned(lies)
    seen = ImageOps.exif_transpose(Image.open(io.BytesIO(raw)))

    found = measured(raw)

    assert (found.width, found.height) == seen.size


@pytest.mark.parametrize("body", [b"", b"II*\0\xff\xff\xff\xff", b"MM\0*\0"])
def test_broken_exif_is_no_reason_to_refuse_a_picture(body: bytes) -> None:
    assert measured(written(noise(), "jpeg", exif=b"Exif\0\0" + body)).oddity == ""


@pytest.mark.parametrize(
    ("picture", "light"),
    [
        (Image.new("L", (8, 8), 0), Tones(0, 0, between=False)),
        (Image.new("L", (8, 8), 255), Tones(255, 255, between=False)),
        (Image.new("1", (8, 8), 1), Tones(255, 255, between=False)),
        (Image.new("L", (8, 8), 128), Tones(128, 128, between=True)),
        (Image.new("RGB", (8, 8), "red"), Tones(76, 76, between=True)),
        (Image.new("I;16", (8, 8), 65_535), Tones(255, 255, between=False)),
        (Image.new("I;16", (8, 8), 256), Tones(1, 1, between=True)),
        (Image.linear_gradient("L"), Tones(0, 255, between=True)),
    ],
)
def test_the_tones_of_a_mask_are_told(picture: Image.Image, light: Tones) -> None:
    assert measured(written(picture)).light == light


def test_one_grey_pixel_in_the_last_row_is_found() -> None:
    mask = Image.new("1", (1500, 2000)).convert("L")
    mask.putpixel((0, 0), 255)
    mask.putpixel((1499, 1999), 1)

    assert measured(written(mask)).light == Tones(0, 255, between=True)


@pytest.mark.parametrize("mode", ["P", "RGB", "L", "RGBA", "LA"])
def test_transparency_is_seen_however_the_file_says_it(mode: str) -> None:
    clear = Image.new("RGBA", (8, 8), (10, 20, 30, 0))
    clear.paste((200, 200, 200, 255), (0, 0, 4, 4))
    options = {"P": {"transparency": 1}, "RGB": {"transparency": (10, 20, 30)}}
    options["L"] = {"transparency": clear.convert("L").getpixel((7, 7))}
    picture = clear.convert("RGB").quantize(2) if mode == "P" else clear.convert(mode)
    if mode == "P":
        options["P"]["transparency"] = picture.getpixel((7, 7))

    found = measured(written(picture, **options.get(mode, {})))

    assert found.alpha == Tones(0, 255, between=False)
    assert found.transparent


def test_a_palette_with_shades_of_opacity_has_values_between() -> None:
    picture = noise("P")

    found = measured(written(picture, transparency=bytes([0, 128, *[255] * 254])))

    assert found.alpha
    assert found.oddity == "palette"


def test_an_alpha_channel_that_is_opaque_is_not_transparent() -> None:
    found = measured(written(Image.new("RGBA", (8, 8), "red")))

    assert found.alpha == Tones(255, 255, between=False)
    assert not found.transparent


@given(
    st.sampled_from(
        [
            *(written(noise(), each) for each in ("png", "jpeg", "webp")),
            written(noise("P"), transparency=bytes(range(256))),
            written(noise().convert("CMYK"), "jpeg", progressive=True),
            turned(6),
            png(8, 8, b"\0" * (8 * 33), depth=16, colour=4),
        ]
    ),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=12),
    st.integers(0, 64),
)
def test_damaged_bytes_are_measured_or_refused_and_never_another_error(
    raw: bytes, damage: list[tuple[int, int]], cut: int
) -> None:
    damaged = bytearray(raw)
    for at, value in damage:
        damaged[at % len(damaged)] = value
    mended = _checksummed(bytes(damaged[: len(damaged) - cut]))
    for each in (bytes(damaged), mended):
        with suppress(NotAPicture):
            assert measured(each).size == len(each)


def _checksummed(raw: bytes) -> bytes:
    """Return a damaged PNG with right checksums, so that the damage gets further."""
    if not raw.startswith(PNG):
        return raw
    out, at = PNG, 8
    while at + 8 <= len(raw):
        length = int.from_bytes(raw[at : at + 4])
        out += chunk(raw[at + 4 : at + 8], raw[at + 8 : at + 8 + length])
        at += 12 + length
    return out
