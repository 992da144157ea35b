"""What models get: upright, 8 bits, of the right size; a mask in its family's own meaning."""

import io
import os
from contextlib import suppress
from dataclasses import replace
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps

from functions.adapters.measure import measured
from functions.adapters.pixels import PillowPixels
from functions.adapters.prepare import MOST_DEVELOPED_BYTES
from functions.domain.input import Fitting, Input, MaskForm
from functions.domain.ports.pixels import NotAPicture
from tests.unit.adapters.files import noise, png, turned, written

WORST = (3072, 3072)
"""The largest picture that a model reads: 9,437,184 pixels."""

GREYS = st.binary(min_size=64, max_size=64)


def whole(size: tuple[int, int]) -> Fitting:
    return Fitting((0, 0, *size), size, size)


def prepared(raw: bytes, fitting: Fitting, file_format: str = "png", **more: Any) -> Image.Image:
    made = Input("image", "", *fitting.canvas, file_format, fitting, **more)
    picture = Image.open(io.BytesIO(PillowPixels().prepare(raw, made)))
    picture.load()
    assert picture.format == file_format.upper()
    return picture


def mask_of(raw: bytes, form: MaskForm, fitting: Fitting | None = None) -> Image.Image:
    found = measured(raw)
    made = prepared(raw, fitting or whole((found.width, found.height)), mask=form)
    assert made.mode == "L"
    return made


def grey(values: bytes) -> Image.Image:
    return Image.frombytes("L", (8, 8), values)


def alike(one: Image.Image, other: Image.Image) -> bool:
    return one.mode == other.mode and ImageChops.difference(one, other).getbbox() is None


@pytest.mark.parametrize(
    "raw",
    [
        written(noise("RGB").quantize(16)),
        written(noise("L")),
        written(noise("1")),
        written(Image.new("I;16", (96, 64), 30_000)),
        png(96, 64, (b"\0" + os.urandom(96 * 6)) * 64, depth=16, colour=2),
        written(noise().convert("CMYK"), "jpeg", quality=95),
        turned(6, (64, 96)),
    ],
    ids=["palette", "grey", "1-bit", "16-bit grey", "16-bit", "CMYK", "rotated"],
)
@pytest.mark.parametrize("file_format", ["png", "jpeg", "webp"])
def test_whatever_came_is_upright_8_bit_rgb(raw: bytes, file_format: str) -> None:
    made = prepared(raw, whole((96, 64)), file_format)

    assert (made.mode, made.size) == ("RGB", (96, 64))
    found = measured(written(made, file_format))
    assert (found.oddity, found.transparent) == ("", False)
    assert not set(made.info) & {"exif", "icc_profile", "transparency"}


def test_16_bits_become_8_by_their_upper_half() -> None:
    deep = Image.new("I;16", (8, 8), 0x80FF)

    assert prepared(written(deep), whole((8, 8))).getpixel((0, 0)) == (0x80,) * 3


@pytest.mark.parametrize("lies", range(1, 9))
def test_pixels_stand_upright_as_every_viewer_shows_them(lies: int) -> None:
    raw = turned(lies)
    seen = ImageOps.exif_transpose(Image.open(io.BytesIO(raw)))

    assert alike(prepared(raw, whole(seen.size)), seen.convert("RGB"))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparency_is_laid_on_white_or_kept_as_the_plan_says(mode: str) -> None:
    picture = Image.new("RGBA", (8, 8), (255, 0, 0, 0))
    picture.paste((0, 0, 255, 255), (0, 0, 4, 8))
    if mode == "P":
        flat = picture.convert("RGB").quantize(2)
        raw = written(flat, transparency=flat.getpixel((7, 7)))
    else:
        raw = written(picture.convert(mode))

    opaque = prepared(raw, whole((8, 8)), opaque=True)
    clear = prepared(raw, whole((8, 8)))

    assert opaque.mode == "RGB"
    assert opaque.getpixel((7, 7)) == (255, 255, 255)
    assert clear.mode == "RGBA"
    assert (clear.getpixel((0, 0))[3], clear.getpixel((7, 7))[3]) == (255, 0)


def test_the_colour_under_what_is_transparent_does_not_bleed_when_it_is_scaled() -> None:
    picture = Image.new("RGBA", (8, 8), (255, 0, 0, 0))
    picture.paste((0, 0, 255, 255), (0, 0, 3, 8))

    made = prepared(written(picture), Fitting((0, 0, 8, 8), (4, 4), (4, 4)), opaque=True)

    assert all(red <= blue for red, _, blue in made.get_flattened_data())


def test_a_crop_keeps_the_very_pixels_inside() -> None:
    picture = noise()

    made = prepared(written(picture), Fitting((10, 20, 32, 16), (32, 16), (32, 16)))

    assert alike(made, picture.crop((10, 20, 42, 36)))


def test_a_rotated_picture_is_cut_as_it_stands_upright() -> None:
    raw = turned(6)
    seen = ImageOps.exif_transpose(Image.open(io.BytesIO(raw))).convert("RGB")

    made = prepared(raw, Fitting((5, 50, 40, 30), (40, 30), (40, 30)))

    assert alike(made, seen.crop((5, 50, 45, 80)))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
def test_what_is_padded_is_black_and_opaque(mode: str) -> None:
    raw = written(Image.new(mode, (8, 8), "white"))

    made = prepared(raw, Fitting((0, 0, 8, 8), (8, 8), (16, 10), (4, 1)))

    assert made.size == (16, 10)
    assert made.getpixel((0, 0))[:3] == (0, 0, 0)
    assert made.getpixel((15, 9))[3:] in ((), (255,))
    assert made.getpixel((4, 1))[:3] == made.getpixel((11, 8))[:3] == (255, 255, 255)


@given(GREYS)
def test_white_repaints_becomes_black_by_exactly_its_inverse_and_back(values: bytes) -> None:
    mask = grey(values)
    if len(set(values)) == 1:
        mask.putpixel((0, 0), values[0] ^ 255)
    raw = written(mask)

    white, black = (mask_of(raw, MaskForm(each)) for each in ("white", "black"))

    assert alike(white, mask)
    assert alike(black, ImageOps.invert(mask))
    assert alike(mask_of(written(black), MaskForm("black")), mask)


@given(GREYS, st.sampled_from(["white", "black"]), st.booleans(), st.integers(1, 24))
def test_a_sharp_mask_is_pure_whatever_is_done_to_it(
    values: bytes, repaints: Literal["white", "black"], by_alpha: bool, side: int
) -> None:
    picture = Image.new("RGB", (8, 8))
    raw = written(grey(values))
    if by_alpha:
        picture.putalpha(grey(values))
        raw = written(picture)
    form = MaskForm(repaints, by_alpha, sharp=True)
    made = None
    with suppress(NotAPicture):  # nothing is left of it
        made = mask_of(raw, form, Fitting((0, 0, 8, 8), (side, side), (side + 3, side), (1, 0)))

    if made is None:
        assert _says_nothing(values, side, by_alpha=by_alpha)
        return
    assert set(made.get_flattened_data()) == {0, 255}
    padding = 255 if repaints == "black" else 0
    assert made.getpixel((0, 0)) == made.getpixel((side + 2, side - 1)) == padding


def _says_nothing(values: bytes, side: int, *, by_alpha: bool) -> bool:
    """Whether a mask, scaled and brought to black and white by other means, is of one colour."""
    meant = grey(bytes(255 - value for value in values) if by_alpha else values)
    scaled = meant.resize((side, side), Image.Resampling.LANCZOS)
    return len({value >= 128 for value in scaled.get_flattened_data()}) == 1


@given(GREYS)
def test_what_is_transparent_repaints(values: bytes) -> None:
    picture = Image.new("RGB", (8, 8), "red")
    picture.putalpha(grey(values))
    if len(set(values)) == 1:
        picture.putpixel((0, 0), (0, 0, 0, values[0] ^ 255))

    made = mask_of(written(picture), MaskForm(by_alpha=True))

    assert alike(made, ImageOps.invert(picture.getchannel("A")))


@pytest.mark.parametrize(
    "raw",
    [
        written(Image.linear_gradient("L").convert("RGB")),
        written(Image.linear_gradient("L").quantize(256)),
        written(Image.linear_gradient("L").convert("CMYK"), "jpeg"),
        written(noise("RGB")),
    ],
)
def test_a_model_gets_the_tones_that_were_measured(raw: bytes) -> None:
    assert measured(written(mask_of(raw, MaskForm()))).light == measured(raw).light


@pytest.mark.parametrize(("left", "colour"), [(0, "black"), (4, "white")])
def test_a_mask_of_which_a_crop_leaves_one_colour_is_refused(left: int, colour: str) -> None:
    mask = Image.new("L", (8, 8))
    mask.paste(255, (4, 0, 8, 8))

    with pytest.raises(NotAPicture, match=f"all {colour}"):
        mask_of(written(mask), MaskForm(), Fitting((left, 0, 4, 8), (4, 8), (4, 8)))


@pytest.mark.parametrize(("mode", "file_format"), [("RGB", "jpeg"), ("RGBA", "webp")])
def test_the_noisiest_picture_at_the_bound_leaves_room_for_its_mask(
    mode: str, file_format: str
) -> None:
    size = (WORST[0], WORST[1] // 4) if file_format == "webp" else WORST
    pixels = size[0] * size[1]
    raw = written(Image.frombytes(mode, size, os.urandom(pixels * len(mode))), compress_level=0)
    fitting = whole(size)

    made = PillowPixels().prepare(raw, Input("image", "", *size, file_format, fitting))

    assert len(made) <= MOST_DEVELOPED_BYTES
    assert (len(made) + WORST[0] * WORST[1] * 1.01) * 4 / 3 < 24_000_000


def test_a_file_that_changed_into_something_else_is_refused() -> None:
    made = Input("image", "", 8, 8, "png", whole((8, 8)))

    for raw in (b"", b"GIF89a", written(noise())[:200], png(9000, 9000)):
        with pytest.raises(NotAPicture):
            PillowPixels().prepare(raw, replace(made))
