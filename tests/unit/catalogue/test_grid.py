"""Free sizes: any within bounds, near ones beside what was asked."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.catalogue import CATALOGUE
from functions.catalogue.grid import Size
from functions.catalogue.nova import GRID, RATIOS
from tests.unit.catalogue.table import only_fault, planned

NOVA = CATALOGUE["amazon.nova-canvas-v1:0"]
SIDE = st.integers(1, 10_000)
ON_GRID = st.tuples(st.integers(20, 256), st.integers(20, 256)).map(
    lambda steps: (steps[0] * 16, steps[1] * 16)
)


@pytest.mark.parametrize(
    "size", [(320, 320), (2048, 2048), (4096, 1024), (1024, 4096), (320, 1280)]
)
def test_the_ends_of_the_rule_are_in_it(size: Size) -> None:
    assert GRID.holds(size)

    [call] = planned(NOVA, size=size).calls

    assert (call.width, call.height) == size


@pytest.mark.parametrize(
    "size",
    [
        (304, 320),
        (4112, 1024),
        (1000, 1024),
        (1024, 1025),
        (2064, 2048),
        (1296, 320),
        (320, 1296),
        (0, 0),
        (-1024, -1024),
    ],
)
def test_what_is_beyond_it_is_refused_with_the_rule(size: Size) -> None:
    assert not GRID.holds(size)

    fault = only_fault(NOVA, size=size)

    assert fault.pointer == "/size"
    if min(size) > 0:
        assert "multiples of 16, at most 4,194,304 pixels, 1:4 to 4:1" in fault.detail


@given(ON_GRID.filter(GRID.holds))
def test_a_size_of_the_grid_is_its_own_nearest(size: Size) -> None:
    assert GRID.nearest(Fraction(*size), size[0] * size[1]) == size


@given(SIDE, SIDE)
def test_the_nearest_size_is_one_that_the_model_paints(width: int, height: int) -> None:
    assert GRID.holds(GRID.nearest(Fraction(width, height), width * height))


@given(st.integers(500, 2000), st.integers(500, 2000))
def test_the_nearest_size_lies_beside_what_was_asked(width: int, height: int) -> None:
    near = GRID.nearest(Fraction(width, height), width * height)

    assert abs(near[0] - width) <= 8
    assert abs(near[1] - height) <= 8


@pytest.mark.parametrize(
    ("asked", "near"),
    [((1000, 1000), "992x992"), ((1920, 1080), "1920x1088"), ((9999, 1), "1280x320")],
)
def test_a_size_beside_the_grid_is_refused_with_the_nearest(asked: Size, near: str) -> None:
    assert only_fault(NOVA, size=asked).detail.startswith(f"the nearest is {near};")

    made = planned(NOVA, size=asked, approximate=True)

    line = next(line for line in made.receipt if line.name == "size")
    assert (line.status, line.used) == ("approximated", near)


@pytest.mark.parametrize(("ratio", "size"), RATIOS.items())
def test_a_named_ratio_is_exactly_its_shape_and_nearest_to_a_megapixel(
    ratio: str, size: Size
) -> None:
    assert Fraction(*size) == Fraction(ratio.replace(":", "/"))
    assert GRID.exactly(Fraction(*size), 1_048_576) == size


def test_any_other_ratio_that_fits_the_grid_is_applied() -> None:
    made = planned(NOVA, aspect_ratio="7:5")

    line = next(line for line in made.receipt if line.name == "aspect_ratio")
    assert (made.calls[0].width, made.calls[0].height) == (1232, 880)
    assert (line.status, line.used) == ("applied", "7:5")


@pytest.mark.parametrize("ratio", ["5:1", "1:5", "997:1000"])
def test_a_ratio_that_does_not_is_refused_with_the_nearest(ratio: str) -> None:
    fault = only_fault(NOVA, aspect_ratio=ratio)

    assert (fault.pointer, fault.code) == ("/aspect_ratio", "unsupported")
    assert "1:4 to 4:1" in fault.detail
