"""One answer holds the pictures that it was expected to hold, by what is written."""

import io
from functools import cache
from typing import Any

import pytest
from PIL import Image

from emulator.commission import Commission, Wish
from emulator.paint import paint
from functions.adapters.pixels import PillowPixels
from functions.domain.call import Writing
from functions.domain.errors import InvalidRequest
from functions.http.openai.answers import PER_PIXEL, WRITTEN_PER_PIXEL, must_fit
from tests.samples import CORE, a_call

SIDE = 1024


@cache
def detailed() -> bytes:
    """Return the picture with most in it of those that the emulator paints."""
    return paint(Commission(CORE, (Wish("a mountain"),), SIDE, SIDE, 10))


def per_pixel(raw: bytes) -> float:
    return len(raw) / SIDE**2


def test_a_detailed_picture_is_not_longer_as_png_than_expected() -> None:
    assert 1.3 < per_pixel(detailed()) <= PER_PIXEL["png"]


@pytest.mark.parametrize(
    ("file_format", "quality"),
    [(name, quality) for name, steps in WRITTEN_PER_PIXEL.items() for quality in steps],
)
def test_nor_as_what_we_write(file_format: str, quality: int) -> None:
    made, _ = PillowPixels().transcode(detailed(), Writing(file_format, quality))

    assert per_pixel(made) <= WRITTEN_PER_PIXEL[file_format][quality]


def told(**changes: Any) -> str:
    """Return why ten pictures of a megapixel are refused, blank if they are not."""
    call = a_call(width=1024, height=1024, **changes)
    try:
        must_fit([call] * 10)
    except InvalidRequest as refused:
        [fault] = refused.faults
        assert fault.pointer == "/response_format"
        return fault.detail
    return ""


def test_what_is_written_counts_and_not_what_the_model_sends() -> None:
    assert 'output_format="jpeg"' in told()
    assert not told(writing=Writing("jpeg", 80))
    assert not told(writing=Writing("webp", 0))


def test_the_refusal_of_a_high_quality_names_a_lower_one() -> None:
    fine = told(writing=Writing("webp", 100))

    assert "a lower output_compression" in fine
    assert "jpeg" not in fine
    assert "output_compression" not in told(output_format="jpeg")


def test_noise_is_beyond_what_is_expected_and_known_to_be() -> None:
    noise = Image.effect_noise((SIDE, SIDE), 200).convert("RGB")
    out = io.BytesIO()
    noise.save(out, "PNG")

    made, _ = PillowPixels().transcode(out.getvalue(), Writing("jpeg", 80))

    assert per_pixel(made) > WRITTEN_PER_PIXEL["jpeg"][80]
