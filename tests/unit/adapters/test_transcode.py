"""A model's picture is written again: the asked format, its quality, the same pixels."""

import io

import pytest
from PIL import Image, ImageChops, ImageCms

from functions.adapters.decoder import MOST_PIXELS_OF_WEBP
from functions.adapters.pixels import PillowPixels
from functions.domain.call import Writing
from functions.domain.ports.pixels import Look, NotAPicture
from tests.unit.adapters.files import noise, turned, written

PIXELS = PillowPixels()


def transcoded(raw: bytes, file_format: str = "webp", quality: int = 90) -> Image.Image:
    made, look = PIXELS.transcode(raw, Writing(file_format, quality))
    assert PIXELS.look(made) == look
    assert look.format == file_format
    return Image.open(io.BytesIO(made))


def gradient(mode: str = "RGB") -> Image.Image:
    return Image.radial_gradient("L").convert("RGB").convert(mode)


@pytest.mark.parametrize("file_format", ["jpeg", "webp"])
@pytest.mark.parametrize("source", ["png", "jpeg", "webp"])
def test_the_picture_stays_the_same(source: str, file_format: str) -> None:
    before = gradient()

    after = transcoded(written(before, source, quality=95), file_format)

    assert after.size == before.size
    apart = ImageChops.difference(before, after.convert("RGB")).getextrema()
    assert max(high for _, high in apart) < 24


@pytest.mark.parametrize("file_format", ["jpeg", "webp"])
def test_a_lower_quality_is_a_smaller_file(file_format: str) -> None:
    raw = written(noise(size=(256, 256)))

    sizes = [
        len(PIXELS.transcode(raw, Writing(file_format, quality))[0])
        for quality in (0, 30, 60, 80, 90, 95, 100)
    ]

    assert sizes == sorted(set(sizes))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("file_format", ["jpeg", "webp"])
def test_every_kind_of_png_is_written(mode: str, file_format: str) -> None:
    assert transcoded(written(noise(mode)), file_format).size == (96, 64)


def test_what_is_transparent_stays_so_in_a_webp_and_is_white_in_a_jpeg() -> None:
    clear = Image.new("RGBA", (16, 16), (200, 0, 0, 0))

    webp, jpeg = (transcoded(written(clear), each) for each in ("webp", "jpeg"))

    assert webp.mode == "RGBA"
    assert webp.getchannel("A").getextrema() == (0, 0)
    assert jpeg.getextrema() == ((255, 255),) * 3


def test_the_profile_of_its_colours_stays_and_what_else_was_in_the_file_goes() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x010E] = "of the model"
    raw = written(gradient(), icc_profile=profile, exif=exif)

    for file_format in ("jpeg", "webp"):
        after = transcoded(raw, file_format)
        assert after.info["icc_profile"] == profile
        assert not dict(after.getexif())


def test_the_profile_of_inks_goes_with_the_inks() -> None:
    raw = written(gradient("CMYK"), "jpeg", icc_profile=b"of inks")

    assert not transcoded(raw, "jpeg").info.get("icc_profile")


def test_a_picture_on_its_side_is_measured_upright() -> None:
    made, look = PIXELS.transcode(turned(6), Writing("webp", 80))

    assert look == Look("webp", 64, 96) == PIXELS.look(made)


@pytest.mark.parametrize("raw", [b"", b"no picture", written(noise())[:3000]])
def test_what_does_not_decode_is_refused(raw: bytes) -> None:
    with pytest.raises(NotAPicture):
        PIXELS.transcode(raw, Writing("webp", 80))


@pytest.mark.parametrize(
    "size", [(4097, MOST_PIXELS_OF_WEBP // 4096), (16_384, 8)], ids=["pixels", "a side"]
)
def test_what_has_no_room_in_a_webp_is_refused(size: tuple[int, int]) -> None:
    raw = written(Image.new("1", size), compress_level=1)

    with pytest.raises(NotAPicture):
        PIXELS.transcode(raw, Writing("webp", 80))
    assert PIXELS.transcode(raw, Writing("jpeg", 80))[1] == Look("jpeg", *size)


def test_the_bounds_of_a_decoder_hold_here_too() -> None:
    raw = written(Image.new("1", (6400, 6400)), compress_level=1)

    with pytest.raises(NotAPicture, match="more than we decode"):
        PIXELS.transcode(raw, Writing("jpeg", 80))
