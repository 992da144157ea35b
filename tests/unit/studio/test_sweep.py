"""A comparison becomes requests, and its records become a labelled grid again."""

from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest

from studio.parts.sweep import Axis, NotASweep, axes_of, cells, place, placed, requests

BASE = {
    "prompt": {"description": "a lake", "style": "cinematic"},
    "model": "sdxl",
    "seed": 7,
    "aspect_ratio": "1:1",
    "parameters": {"cfg_scale": 7.5, "sampler": "DDIM"},
}
CFG = Axis("cfg_scale", (2, 9))
STEPS = Axis("steps", (10, 30, 50))
STYLES = Axis("style", ("cinematic", "pop art"))
MODELS = Axis("model", ("fast", "best"))


def record(request: dict[str, Any], cell_values: list[dict[str, Any]]) -> Any:
    """Return a generation as far as a grid looks at it."""
    images = [
        SimpleNamespace(id=f"{request['model']}{n}", cell=c) for n, c in enumerate(cell_values)
    ]
    return SimpleNamespace(id="gen_1", request=request, metadata=request["metadata"], images=images)


def test_two_parameters_become_one_generation_with_a_sweep() -> None:
    (request,) = requests(BASE, [CFG, STEPS], group="g")

    assert request["sweep"] == {"cfg_scale": [2, 9], "steps": [10, 30, 50]}
    assert request["parameters"] == {"sampler": "DDIM"}
    assert (request["seed"], request["count"]) == (7, 1)
    assert cells([CFG, STEPS]) == 6


def test_a_part_of_the_prompt_is_listed_where_it_stands() -> None:
    (request,) = requests(BASE, [STYLES], group="g")

    assert request["prompt"] == {"description": "a lake", "style": ["cinematic", "pop art"]}
    assert "sweep" not in request


def test_a_varied_seed_is_not_fixed_beside() -> None:
    (request,) = requests(BASE, [Axis("seed", (1, 2))], group="g")

    assert request["sweep"] == {"seed": [1, 2]}
    assert "seed" not in request


def test_models_are_a_generation_each_of_one_group_and_one_seed() -> None:
    first, second = requests(BASE, [STYLES, MODELS], group="g")

    assert (first["model"], second["model"]) == ("fast", "best")
    assert first["group"] == second["group"] == "g"
    assert first["seed"] == second["seed"] == 7


@pytest.mark.parametrize("axes", [[CFG, STEPS], [STYLES, CFG], [STEPS, STYLES]])
def test_records_tell_their_axes_and_each_cell_its_place(axes: list[Axis]) -> None:
    (request,) = requests(BASE, axes, group="g")
    names = [axis.name for axis in axes]
    values = [dict(zip(names, each, strict=True)) for each in product(*(a.values for a in axes))]

    begun = record(request, values)

    assert axes_of([begun]) == axes
    grid = placed([begun], axes)
    assert len(grid) == cells(axes)
    for (row, column), image in grid.items():
        assert image.cell == {
            axes[0].name: axes[0].values[row],
            axes[1].name: axes[1].values[column],
        }


def test_models_stand_in_their_own_column() -> None:
    axes = [STYLES, MODELS]
    begun = [
        record(request, [{"style": value} for value in STYLES.values])
        for request in requests(BASE, axes, group="g")
    ]

    grid = placed(begun, axes_of(begun))

    assert [grid[0, 0].id, grid[0, 1].id, grid[1, 1].id] == ["fast0", "best0", "best1"]


def test_an_axis_of_one_value_is_not_asked_of_the_cell() -> None:
    assert place([Axis("steps", (10,)), CFG], {"cfg_scale": 9}) == (0, 1)
    assert place([CFG], {"cfg_scale": 3}) is None


def test_a_generation_that_was_not_asked_for_here_is_no_grid() -> None:
    begun = record({"model": "fast", "metadata": {}, "prompt": "a lake"}, [{}])

    with pytest.raises(NotASweep):
        axes_of([begun])


def test_a_record_that_does_not_hold_its_axis_is_no_grid() -> None:
    begun = record({"model": "fast", "metadata": {"rows": "steps"}, "prompt": "a lake"}, [{}])

    with pytest.raises(NotASweep):
        axes_of([begun])


def test_models_that_refused_keep_their_place_among_the_others() -> None:
    begun = record(requests(BASE, [MODELS], group="g")[1], [{}])

    axes = axes_of([begun], ["fast", "best"])

    assert axes == [Axis("model", ("fast", "best"))]
    assert list(placed([begun], axes)) == [(1, 0)]


def test_a_grid_that_begins_with_a_picture_asks_for_it_in_each_request() -> None:
    base = BASE | {"task": "image_to_image", "image": {"image_id": "img_1"}, "parameters": {}}

    first, second = requests(base, [Axis("strength", (0.2, 0.8)), MODELS], group="g")

    assert first["image"] == second["image"] == {"image_id": "img_1"}
    assert first["sweep"] == {"strength": [0.2, 0.8]}
