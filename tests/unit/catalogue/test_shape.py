"""Sizes and ratios: exact, near where that is allowed, or refused with the nearest."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.catalogue import CATALOGUE
from functions.catalogue.spec import ModelSpec
from tests.unit.catalogue.table import SIZED, only_fault, planned

CORE = CATALOGUE["stability.stable-image-core-v1:1"]
TITAN = CATALOGUE["amazon.titan-image-generator-v2:0"]
SIDE = st.integers(min_value=1, max_value=10_000)
PAINTERS = [spec for spec in CATALOGUE.values() if "text_to_image" in spec.tasks]
SPECS = st.sampled_from(PAINTERS)
TABLED = SPECS.filter(lambda spec: spec.tasks["text_to_image"].canvas.grid is None)


@pytest.mark.parametrize(("spec", "task"), SIZED)
def test_every_size_of_the_table_is_applied(spec: ModelSpec, task: str) -> None:
    for size in spec.tasks[task].canvas.sizes:
        made = planned(spec, task, size=size)
        [line] = [line for line in made.receipt if line.name == "size"]

        assert (made.calls[0].width, made.calls[0].height) == size
        assert line.status == "applied"
        assert line.used == f"{size[0]}x{size[1]}"


@pytest.mark.parametrize(("spec", "task"), SIZED)
def test_every_ratio_of_the_table_is_applied(spec: ModelSpec, task: str) -> None:
    for name, size in spec.tasks[task].canvas.ratios.items():
        made = planned(spec, task, aspect_ratio=name)
        [line] = [line for line in made.receipt if line.name == "aspect_ratio"]

        assert (made.calls[0].width, made.calls[0].height) == size
        assert made.calls[0].aspect_ratio == name
        assert (line.status, line.used) == ("applied", name)


@pytest.mark.parametrize(("spec", "task"), SIZED)
def test_size_and_ratio_together_are_refused(spec: ModelSpec, task: str) -> None:
    fault = only_fault(spec, task, size=(1024, 1024), aspect_ratio="1:1")

    assert (fault.pointer, fault.code) == ("/aspect_ratio", "conflict")


@pytest.mark.parametrize(
    ("size", "nearest"),
    [((1920, 1080), "1344x768"), ((1024, 1025), "1024x1024"), ((100, 1000), "640x1536")],
)
def test_another_size_is_refused_with_the_nearest(size: tuple[int, int], nearest: str) -> None:
    fault = only_fault(CORE, size=size)

    assert (fault.pointer, fault.code) == ("/size", "unsupported")
    assert fault.detail.startswith(f"the nearest is {nearest};")
    assert '"approximate": true' in fault.detail


@pytest.mark.parametrize(("ratio", "nearest"), [("4:3", "5:4"), ("3:4", "4:5"), ("2:1", "16:9")])
def test_another_ratio_is_refused_with_the_nearest(ratio: str, nearest: str) -> None:
    fault = only_fault(CORE, aspect_ratio=ratio)

    assert (fault.pointer, fault.code) == ("/aspect_ratio", "unsupported")
    assert fault.detail.startswith(f"the nearest is {nearest};")


@pytest.mark.parametrize(
    "ratio", ["", "16", "16:", ":9", "16x9", "-1:2", "0:1", "1:0", "1.5:1", "１６:９", "1:2:3"]
)
def test_a_ratio_that_is_none_is_refused(ratio: str) -> None:
    assert only_fault(CORE, aspect_ratio=ratio or " ").code == "malformed"


@pytest.mark.parametrize("size", [(0, 5), (5, 0), (0, 0), (-4, 4)])
def test_a_size_without_pixels_is_refused(size: tuple[int, int]) -> None:
    assert only_fault(CORE, size=size).pointer == "/size"
    assert only_fault(CORE, size=size, approximate=True).pointer == "/size"


def test_a_ratio_may_be_written_in_larger_numbers_if_near_is_allowed() -> None:
    made = planned(CORE, aspect_ratio="1920:1080", approximate=True)

    [line] = [line for line in made.receipt if line.name == "aspect_ratio"]
    assert made.calls[0].aspect_ratio == "16:9"
    assert (line.requested, line.used, line.status) == ("1920:1080", "16:9", "approximated")


def test_near_is_the_nearest_shape_and_then_the_nearest_area() -> None:
    small = planned(TITAN, size=(500, 500), approximate=True).calls[0]
    large = planned(TITAN, size=(2000, 2000), approximate=True).calls[0]

    assert (small.width, small.height) == (512, 512)
    assert (large.width, large.height) == (1024, 1024)


@given(TABLED, SIDE, SIDE)
def test_near_is_never_farther_in_shape_than_any_other_size(
    spec: ModelSpec, width: int, height: int
) -> None:
    made = planned(spec, size=(width, height), approximate=True)
    [line] = [line for line in made.receipt if line.name == "size"]
    asked = Fraction(width, height)

    canvas = spec.tasks["text_to_image"].canvas

    def apart(size: tuple[int, int]) -> Fraction:
        name = canvas.ratio_of(size) if canvas.asked_by_ratio else None
        shape = Fraction(*map(int, name.split(":"))) if name else Fraction(*size)
        return max(shape / asked, asked / shape)

    call = made.calls[0]
    sizes = canvas.sizes
    assert apart((call.width, call.height)) == min(apart(size) for size in sizes)
    assert line.status == ("applied" if (width, height) in sizes else "approximated")
    assert line.requested == f"{width}x{height}"


@given(SPECS, SIDE, SIDE)
def test_what_is_not_in_the_table_is_refused_or_marked_never_changed_silently(
    spec: ModelSpec, width: int, height: int
) -> None:
    ratio = f"{width}:{height}"
    made = planned(spec, aspect_ratio=ratio, approximate=True)
    [line] = [line for line in made.receipt if line.name == "aspect_ratio"]

    canvas, shape = spec.tasks["text_to_image"].canvas, Fraction(width, height)
    known = ratio in canvas.ratios or bool(canvas.grid and canvas.at(ratio, shape))
    assert line.requested == ratio
    assert (line.status == "applied") == known
    if not known:
        assert line.reason
        assert only_fault(spec, aspect_ratio=ratio).code == "unsupported"


@pytest.mark.parametrize(("spec", "task"), SIZED)
def test_without_a_wish_the_models_default_is_used_and_named(spec: ModelSpec, task: str) -> None:
    made = planned(spec, task)
    canvas = spec.tasks[task].canvas

    [line] = [line for line in made.receipt if line.name in ("size", "aspect_ratio")]
    assert line.status == "defaulted"
    assert (line.name, line.used) == (
        ("aspect_ratio", "1:1")
        if canvas.asked_by_ratio
        else ("size", f"{canvas.sizes[0][0]}x{canvas.sizes[0][1]}")
    )
