"""What every row must say about itself, so that nothing else has to."""

from datetime import date
from importlib import import_module
from typing import Any

import pytest

from functions.catalogue import CATALOGUE, find
from functions.catalogue.lifecycle import heir
from functions.catalogue.parameters import Choice, Number, Parameter
from functions.catalogue.spec import ModelSpec
from functions.domain.money import micro
from tests.samples import a_call
from tests.unit.catalogue.table import PARAMETERS, ROWS, SIZED, ends, planned, policy_for


@pytest.mark.parametrize("spec", ROWS)
def test_a_row_is_found_by_each_of_its_names(spec: ModelSpec) -> None:
    for name in (spec.id, spec.name, *spec.aliases):
        assert find(name) is spec


def test_no_two_rows_share_a_name() -> None:
    names = [name for spec in CATALOGUE.values() for name in {spec.id, spec.name, *spec.aliases}]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", ["", "stable", "SDXL", "stability.stable-image-core-v1"])
def test_a_name_means_a_row_exactly_or_not_at_all(name: str) -> None:
    assert find(name) is None


@pytest.mark.parametrize("spec", ROWS)
def test_a_row_says_where_it_runs_and_what_it_is(spec: ModelSpec) -> None:
    assert spec.regions
    assert spec.formats
    assert spec.tasks
    assert spec.source.startswith("https://docs.aws.amazon.com/")
    assert spec.price.source.startswith("https://")
    assert spec.checked <= date.today()  # noqa: DTZ011 - a day, as on a calendar
    assert spec in import_module(f"functions.catalogue.{spec.family}").MODELS


@pytest.mark.parametrize("spec", ROWS)
def test_a_retired_row_says_when_or_that_nobody_knows_and_who_took_over(spec: ModelSpec) -> None:
    life = spec.lifecycle
    assert life.state in ("active", "legacy", "retired")
    assert life.read_at is None
    if life.state == "retired":
        assert life.end_of_life or "unconfirmed" in life.note
        assert life.successor in CATALOGUE
        following = heir(spec, policy_for(spec))
        assert following
        assert following.lifecycle.state == "active"


@pytest.mark.parametrize(("spec", "task"), SIZED)
def test_the_default_canvas_is_a_square_of_a_megapixel_where_the_model_has_one(
    spec: ModelSpec, task: str
) -> None:
    sizes = spec.tasks[task].canvas.sizes

    assert sizes[0] == ((1024, 1024) if (1024, 1024) in sizes else (512, 512))


@pytest.mark.parametrize(("spec", "task"), SIZED)
def test_every_ratio_has_a_size_of_the_table_and_nearly_its_shape(
    spec: ModelSpec, task: str
) -> None:
    canvas = spec.tasks[task].canvas

    assert len(set(canvas.sizes)) == len(canvas.sizes)
    for name, (width, height) in canvas.ratios.items():
        wide, high = map(int, name.split(":"))
        assert (width, height) in canvas.sizes
        assert width / height == pytest.approx(wide / high, rel=0.1)


@pytest.mark.parametrize(("spec", "task"), SIZED)
def test_where_ratios_are_asked_for_every_size_has_a_ratio(spec: ModelSpec, task: str) -> None:
    canvas = spec.tasks[task].canvas

    if canvas.asked_by_ratio:
        assert all(canvas.ratio_of(size) for size in canvas.sizes)


def prices(spec: ModelSpec, task: str) -> set[int]:
    """Return what a task costs in all sizes, and with each end of each parameter."""
    choices: list[dict[str, object]] = [{}]
    for each in spec.tasks[task].parameters:
        values = [*ends(each), *((50, 51) if isinstance(each, Number) else ())]
        values = [value for value in values if not list(each.misfits(value))]
        choices += [{each.name: value} for value in values]
    return {
        planned(spec, task, parameters=parameters, **sized).prices[0]
        for sized in sizes(spec, task)
        for parameters in choices
    }


def sizes(spec: ModelSpec, task: str) -> list[dict[str, Any]]:
    """Return requests for every size of a task, or with images of several."""
    takes = spec.tasks[task]
    if takes.canvas:
        return [{"size": size} for size in takes.canvas.sizes]
    sides = [side for side in (64, 512, 1024, 2048) if takes.pictures[0].holds((side, side))]
    return [
        {"facts": {part: {"width": side, "height": side} for part in ("image", "mask")}}
        for side in sides
    ]


@pytest.mark.parametrize("spec", ROWS)
def test_every_row_of_the_price_table_is_reached_and_means_its_price(spec: ModelSpec) -> None:
    known = {micro(dollars) for dollars in spec.price.table.values()}
    seen = {task: prices(spec, task) for task in spec.tasks}

    assert set().union(*seen.values()) == known
    for task, takes in spec.tasks.items():
        assert seen[task] == known or (takes.canvas is None and seen[task] < known)


@pytest.mark.parametrize(("spec", "task", "parameter"), PARAMETERS)
def test_a_parameter_explains_itself_and_its_default_is_allowed(
    spec: ModelSpec, task: str, parameter: Parameter
) -> None:
    schema = parameter.schema()

    assert len(parameter.description) > 10
    assert parameter.default is None or not list(parameter.misfits(parameter.default))
    assert schema.get("default") == parameter.default
    assert schema["description"] == parameter.description
    if isinstance(parameter, Number):
        assert (schema["minimum"], schema["maximum"]) == (parameter.minimum, parameter.maximum)
        assert schema["type"] == ("integer" if parameter.integer else "number")
    if isinstance(parameter, Choice):
        assert schema["enum"] == list(parameter.options)
        assert len(set(parameter.options)) == len(parameter.options)


def test_sdxl_costs_double_above_fifty_steps() -> None:
    sdxl = CATALOGUE["stability.stable-diffusion-xl-v1"]

    prices = [sdxl.price.of(a_call(parameters={"steps": steps})) for steps in (10, 50, 51, 150)]

    assert prices == [40_000, 40_000, 80_000, 80_000]


@pytest.mark.parametrize(
    ("size", "quality", "price"),
    [
        ((512, 512), "standard", 8_000),
        ((512, 512), "premium", 10_000),
        ((576, 384), "standard", 10_000),
        ((1024, 1024), "standard", 10_000),
        ((1408, 640), "premium", 12_000),
    ],
)
def test_titan_costs_by_size_and_quality(size: tuple[int, int], quality: str, price: int) -> None:
    titan = CATALOGUE["amazon.titan-image-generator-v2:0"]

    assert planned(titan, size=size, parameters={"quality": quality}).prices == (price,)
