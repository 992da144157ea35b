"""Whatever its size, a fitted picture is one that the model takes, and nothing is stretched."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from functions.catalogue.fitting import fitting
from functions.catalogue.pictures import PictureRule
from functions.domain.input import Fitting
from functions.domain.source import FITS

SERVICE = PictureRule(widest=2.5)
FAST = PictureRule(shortest=32, longest=1536, least_pixels=1_024, most_pixels=1_048_576)
CREATIVE = PictureRule(shortest=64, least_pixels=4_096, most_pixels=1_048_576)
TITAN = PictureRule(shortest=64, longest=1_408, transparent=False)
TABLE = PictureRule(sizes=((1024, 1024), (1152, 896), (640, 1536), (1536, 640)))

RULES = st.sampled_from([SERVICE, FAST, CREATIVE, TITAN, TABLE])
SIDES = st.integers(1, 20_000)
SIZES = st.tuples(SIDES, SIDES)


@given(RULES, SIZES, st.sampled_from(FITS))
@example(SERVICE, (1, 1), "resize")
@example(SERVICE, (3_072, 3_073), "crop")
@example(SERVICE, (1, 20_000), "pad")
@example(FAST, (1_537, 683), "resize")
@example(TABLE, (1, 20_000), "crop")
def test_a_fitted_picture_is_one_that_the_model_takes(
    rule: PictureRule, size: tuple[int, int], how: str
) -> None:
    done = fitting(size, rule, how)

    if done is None:
        assert how == "resize"
        return
    assert rule.holds(done.canvas)
    _is_possible(size, done)


@given(RULES, SIZES, st.sampled_from(["crop", "pad"]))
def test_cropping_and_padding_fit_any_picture(
    rule: PictureRule, size: tuple[int, int], how: str
) -> None:
    assert fitting(size, rule, how)


@given(RULES, SIZES, st.sampled_from(FITS))
def test_no_pixel_is_stretched(rule: PictureRule, size: tuple[int, int], how: str) -> None:
    done = fitting(size, rule, how)

    if done:
        kept, scaled = done.crop[2:], done.scale
        across, down = Fraction(scaled[0], kept[0]), Fraction(scaled[1], kept[1])
        # a side is rounded to a pixel, or moved by two to keep to a bound
        slack = Fraction(1, 100) + 3 * max(Fraction(1, each) for each in scaled)
        assert abs(across - down) <= slack * max(across, down)


@given(RULES, SIZES, st.sampled_from(FITS))
def test_what_the_model_takes_is_left_alone(
    rule: PictureRule, size: tuple[int, int], how: str
) -> None:
    if rule.holds(size):
        assert fitting(size, rule, how) == Fitting((0, 0, *size), size, size)


def test_resizing_keeps_the_whole_picture_and_its_shape() -> None:
    assert fitting((6_000, 4_000), SERVICE, "resize") == Fitting(
        (0, 0, 6_000, 4_000), (3_762, 2_508), (3_762, 2_508)
    )


def test_a_shape_that_the_model_lacks_cannot_be_had_by_resizing() -> None:
    assert fitting((3_000, 1_000), SERVICE, "resize") is None


def test_cropping_cuts_evenly_at_both_ends() -> None:
    assert fitting((3_000, 1_000), SERVICE, "crop") == Fitting(
        (250, 0, 2_500, 1_000), (2_500, 1_000), (2_500, 1_000)
    )


def test_padding_keeps_the_whole_picture_in_the_middle() -> None:
    assert fitting((3_000, 1_000), SERVICE, "pad") == Fitting(
        (0, 0, 3_000, 1_000), (3_000, 1_000), (3_000, 1_200), (0, 100)
    )


@pytest.mark.parametrize(
    ("size", "canvas"),
    [((2_048, 2_048), (1024, 1024)), ((2_304, 1_792), (1152, 896)), ((1, 1), (1024, 1024))],
)
def test_of_a_table_the_same_shape_is_taken(size: tuple[int, int], canvas: tuple[int, int]) -> None:
    assert fitting(size, TABLE, "resize") == Fitting((0, 0, *size), canvas, canvas)


def _is_possible(size: tuple[int, int], done: Fitting) -> None:
    left, top, width, height = done.crop
    assert min(left, top) >= 0
    assert min(width, height, *done.scale) >= 1
    assert left + width <= size[0]
    assert top + height <= size[1]
    assert done.offset[0] + done.scale[0] <= done.canvas[0]
    assert done.offset[1] + done.scale[1] <= done.canvas[1]
    assert min(done.offset) >= 0
