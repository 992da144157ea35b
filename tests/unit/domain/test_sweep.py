"""Expansion: how many cells, in which order, and what a cell's request is."""

from dataclasses import replace
from itertools import pairwise
from math import prod
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.domain import sweep, sweep_rules
from functions.domain.prompt import Prompt
from functions.domain.request import MAX_IMAGES, GenerationRequest

TEXTS = st.text("abc ", max_size=4)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "image_type": TEXTS,
    "description": TEXTS,
    "style": TEXTS,
    "details": st.lists(TEXTS, max_size=2).map(tuple),
    "negative_prompt": TEXTS,
    "size": st.sampled_from([(1024, 1024), (512, 512), (640, 1536)]),
    "aspect_ratio": st.sampled_from(["1:1", "16:9"]),
    "seed": st.integers(0, 9),
    "steps": st.integers(10, 50),
    "cfg_scale": st.floats(0, 35),
}
AXES = st.lists(st.sampled_from(sorted(VALUES)), unique=True, max_size=4).flatmap(
    lambda names: st.fixed_dictionaries(
        {name: st.lists(VALUES[name], min_size=1, max_size=3) for name in names}
    )
)


def asking(axes: dict[str, Any], **changes: Any) -> GenerationRequest:
    known: dict[str, Any] = {"task": "text_to_image", "prompt": Prompt(description="a lake")}
    return GenerationRequest(**(known | changes), sweep=axes)


@given(AXES)
def test_there_are_as_many_cells_as_values_multiplied(axes: dict[str, Any]) -> None:
    made = list(sweep.cells(asking(axes)))

    assert len(made) == sweep.size(asking(axes)) == prod(map(len, axes.values()))
    assert len({tuple(cell.at.items()) for cell in made}) == len(made)


@given(AXES)
def test_the_order_is_canonical_and_the_last_axis_changes_fastest(axes: dict[str, Any]) -> None:
    made = list(sweep.cells(asking(axes)))
    backwards = dict(reversed(axes.items()))

    assert list(sweep.cells(asking(backwards))) == made
    assert all(tuple(a.at.values()) < tuple(b.at.values()) for a, b in pairwise(made))
    own = sorted(set(axes) - set(sweep.FIELDS))
    assert list(made[0].at) == [name for name in (*sweep.FIELDS, *own) if name in axes]


@given(AXES)
def test_a_cells_request_is_the_request_with_its_values_written_out(axes: dict[str, Any]) -> None:
    for cell in sweep.cells(asking(axes, count=2, metadata={"a": "b"})):
        value = {name: axes[name][index] for name, index in cell.at.items()}
        parts = {name: value[name] for name in sweep.PARTS if name in value}
        own = {name: value[name] for name in value if name not in sweep.FIELDS}

        assert cell.request == GenerationRequest(
            task="text_to_image",
            prompt=Prompt(**({"description": "a lake"} | parts)),
            negative_prompt=value.get("negative_prompt") or None,
            size=value.get("size"),
            aspect_ratio=value.get("aspect_ratio"),
            seed=value.get("seed"),
            parameters=own,
            count=2,
            metadata={"a": "b"},
        )


def test_a_request_without_a_sweep_is_its_only_cell() -> None:
    request = asking({}, seed=3, parameters={"steps": 20})

    [cell] = sweep.cells(request)

    assert (cell.request, cell.values, sweep.size(request)) == (request, {}, 1)


def test_values_are_shown_as_clients_write_them() -> None:
    axes = {"size": [(1024, 768)], "details": [("fog", "35 mm")], "cfg_scale": [5.5]}

    [cell] = sweep.cells(asking(axes))

    assert cell.values == {"details": ["fog", "35 mm"], "size": "1024x768", "cfg_scale": 5.5}


@given(AXES)
def test_judging_each_value_meets_every_value_and_grows_only_with_their_sum(
    axes: dict[str, Any],
) -> None:
    met = [cell.at for cell in sweep.each_value(asking(axes))]

    assert {pair for at in met for pair in at.items()} == {
        (name, index) for name, values in axes.items() for index in range(len(values))
    }
    assert len(met) == 1 + sum(len(values) - 1 for values in axes.values())


@pytest.mark.parametrize(
    ("axis", "index", "pointer"),
    [
        ("style", 0, "/prompt/style/0"),
        ("description", None, "/prompt/description"),
        ("details", 1, "/sweep/details/1"),
        ("cfg_scale", 1, "/sweep/cfg_scale/1"),
        ("a/b~c", None, "/sweep/a~1b~0c"),
    ],
)
def test_a_pointer_leads_to_where_the_value_was_written(
    axis: str, index: int | None, pointer: str
) -> None:
    assert sweep.pointer(axis, index) == pointer


@pytest.mark.parametrize(
    ("values", "index"),
    [
        ({"style": ["a", "b", "a "]}, 2),
        ({"cfg_scale": [5, 5.0]}, 1),
        ({"seed": [1, 1, 2]}, 1),
        ({"size": [(1, 1), (2, 2), (1, 1)]}, 2),
        ({"details": [("a", "b"), ("a ", "", "b")]}, 1),
        ({"magic": [{"a": 1}, {"a": 1}]}, 1),
    ],
)
def test_a_value_that_comes_twice_is_refused_at_its_second_place(
    values: dict[str, Any], index: int
) -> None:
    [axis] = values

    [fault] = sweep_rules.faults(asking(values, prompt=Prompt(image_type="x")))

    assert (fault.pointer, fault.code) == (sweep.pointer(axis, index), "duplicate")


def test_true_and_one_are_two_values() -> None:
    assert sweep_rules.faults(asking({"magic": [1, True, "1", None]})) == []


@pytest.mark.parametrize(
    ("axes", "fixed", "named"),
    [
        ({"seed": [1, 2]}, {"seed": 0}, "/seed"),
        ({"size": [(8, 8)]}, {"size": (8, 8)}, "/size"),
        ({"aspect_ratio": ["1:1"]}, {"aspect_ratio": "1:1"}, "/aspect_ratio"),
        ({"negative_prompt": ["x"]}, {"negative_prompt": "y"}, "/negative_prompt"),
        ({"steps": [10]}, {"parameters": {"steps": 10}}, "/parameters/steps"),
        ({"details": [("x",)]}, {"prompt": Prompt(description="a", details=("y",))}, "details"),
        ({"details": [("x",)]}, {"prompt": Prompt("a lake")}, "description"),
    ],
)
def test_a_name_both_fixed_and_swept_is_a_conflict(
    axes: dict[str, Any], fixed: dict[str, Any], named: str
) -> None:
    [fault] = sweep_rules.faults(asking(axes, **fixed))

    assert (fault.pointer, fault.code) == (sweep.pointer(next(iter(axes))), "conflict")
    assert named in fault.detail


def test_a_parameter_named_like_another_field_is_no_conflict_with_it() -> None:
    assert sweep_rules.faults(asking({"count": [1, 2]}, count=2)) == []


@given(st.integers(1, 10), st.integers(1, 10), st.integers(1, 10))
def test_no_more_images_than_a_generation_may_have(one: int, two: int, count: int) -> None:
    request = asking({"cfg_scale": range(one), "steps": range(two)}, count=count)

    found = sweep_rules.faults(request)

    assert [fault.code for fault in found] == (
        ["too_many_images"] if one * two * count > MAX_IMAGES else []
    )
    if found:
        assert all(
            words in found[0].detail
            for words in (f"{one} cfg_scale × {two} steps", str(one * two * count), "50", "drop")
        )


@pytest.mark.parametrize("values", [[], list(range(11))])
def test_an_axis_has_one_to_ten_values(values: list[int]) -> None:
    [fault] = sweep_rules.faults(asking({"cfg_scale": values}))

    assert (fault.pointer, fault.code) == ("/sweep/cfg_scale", "out_of_range")


def test_the_texts_of_a_sweep_fit_into_its_record() -> None:
    face = "\U0001f600"
    fits = asking({"style": [face * 2400 + str(number) for number in range(10)]})
    wider = replace(fits, sweep={"style": [face * 2600 + str(number) for number in range(10)]})

    assert sweep_rules.faults(fits) == []
    [fault] = sweep_rules.faults(wider)
    assert (fault.pointer, fault.code) == ("/sweep", "too_long")
    assert "100,000" in fault.detail
