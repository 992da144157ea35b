"""Masks: whatever a family sends, white repaints and the size is the image's."""

import io

import numpy as np
import pytest
from PIL import Image

from emulator.pictures import Mask, Picture, is_translucent, opacity_of, read
from tests.unit.emulator.drawn import drawn, halved, holed, sent


def received(picture: Image.Image, kind: str = "PNG") -> Picture:
    return read(sent(picture, kind))


def test_brightness_is_the_strength() -> None:
    mask = Mask.of(received(drawn(64, 64, "L")))

    assert mask.strength[:, :32].tolist() == [[40] * 32] * 64
    assert mask.strength[:, 32:].tolist() == [[220] * 32] * 64


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "LA", "P", "1"])
def test_white_is_white_in_every_kind_of_picture(mode: str) -> None:
    mask = Mask.of(received(halved().convert(mode)))

    assert (mask.strength[:, 32:] == 255).all()
    assert (mask.strength[:, :32] == 0).all()


def test_colours_count_by_their_brightness() -> None:
    mask = Mask.of(received(Image.new("RGB", (64, 64), "red")))

    assert set(mask.strength.flat) == {76}


def test_a_mask_that_repaints_black_is_turned() -> None:
    mask = Mask.of(received(halved())).inverted()

    assert (mask.strength[:, :32] == 255).all()
    assert (mask.strength[:, 32:] == 0).all()


def test_a_mask_of_another_size_is_stretched() -> None:
    fitted = Mask.of(received(halved(32, 96))).fitted((128, 64))

    assert fitted.size == (128, 64)
    assert (fitted.strength[:, :56] == 0).all()
    assert (fitted.strength[:, 72:] == 255).all()


def test_a_mask_of_the_right_size_keeps_every_value() -> None:
    mask = Mask.of(received(drawn(64, 64, "L")))

    assert mask.fitted((64, 64)) is mask


def test_what_is_transparent_is_repainted() -> None:
    mask = Mask.of_opacity(received(holed()))

    assert mask is not None
    assert (mask.strength[:, 32:] == 255).all()
    assert (mask.strength[:, :32] == 0).all()


def test_what_is_half_transparent_is_repainted_by_half() -> None:
    picture = drawn()
    picture.putalpha(155)

    mask = Mask.of_opacity(received(picture, "WEBP"))

    assert mask is not None
    assert set(mask.strength.flat) == {100}


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
def test_a_picture_without_a_hole_is_no_mask(mode: str) -> None:
    picture = received(drawn(64, 64, mode))

    assert Mask.of_opacity(picture) is None
    assert not is_translucent(picture)
    assert (opacity_of(picture) == 255).all()


def test_a_hole_is_seen() -> None:
    picture = received(holed())

    assert is_translucent(picture)
    assert opacity_of(picture).shape == (64, 64)


def test_the_material_is_an_eight_bit_grey_png() -> None:
    file = Mask.of(received(drawn(80, 64, "L"))).png()

    again = Image.open(io.BytesIO(file))
    assert (again.format, again.mode, again.size) == ("PNG", "L", (80, 64))
    assert np.asarray(again)[0, 0] == 40
