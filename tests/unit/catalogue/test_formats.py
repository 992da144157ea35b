"""A result is asked for in a format in which Bedrock's reply can hold it."""

from dataclasses import replace

import pytest

from functions.catalogue import CATALOGUE, find, formats
from functions.domain.errors import InvalidRequest
from tests.unit.catalogue.table import planned

FAST = CATALOGUE["us.stability.stable-fast-upscale-v1:0"]


def upscaled(side: int, **changes: object):
    return planned(FAST, facts={"image": {"width": side, "height": side}}, **changes)


@pytest.mark.parametrize(
    ("side", "used"), [(256, "png"), (620, "png"), (621, "jpeg"), (1024, "jpeg")]
)
def test_without_a_wish_what_may_not_fit_as_png_is_smaller(side: int, used: str) -> None:
    made = upscaled(side)

    assert made.calls[0].output_format == used
    [line] = [line for line in made.receipt if line.name == "output_format"]
    assert (line.status, line.used) == ("defaulted", used)
    assert ("Bedrock's reply" in line.reason) == (used != "png")


def test_a_png_that_cannot_fit_is_refused_with_the_formats_that_can() -> None:
    with pytest.raises(InvalidRequest) as refused:
        upscaled(1024, output_format="png")

    [fault] = refused.value.faults
    assert (fault.pointer, fault.code) == ("/output_format", "too_large")
    assert "jpeg or webp" in fault.detail


def test_a_png_that_fits_as_models_paint_is_not_refused() -> None:
    assert upscaled(850, output_format="png").calls[0].output_format == "png"


@pytest.mark.parametrize("each", ["jpeg", "webp"])
def test_other_formats_are_taken_at_any_size(each: str) -> None:
    assert upscaled(1024, output_format=each).calls[0].output_format == each


def test_a_model_with_nothing_but_png_keeps_it() -> None:
    titan = find("titan-v2")

    assert titan
    assert formats.usual(titan, (4096, 4096)) == "png"
    assert formats.usual(replace(titan, formats=("jpeg", "png")), (4096, 4096)) == "jpeg"
