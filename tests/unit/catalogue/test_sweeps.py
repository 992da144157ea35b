"""Sweeps, planned: the calls, prices, receipts and refusals of their cells."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.catalogue import CATALOGUE
from functions.catalogue.parameters import Words
from functions.catalogue.plan import Plan
from functions.catalogue.spec import ModelSpec
from functions.domain import sweep
from functions.domain.prompt import Prompt
from tests.unit.catalogue.table import (
    PARAMETERS,
    PROMPTED,
    SEEDED,
    ends,
    faults,
    only_fault,
    planned,
)

CORE = CATALOGUE["stability.stable-image-core-v1:1"]
SDXL = CATALOGUE["stability.stable-diffusion-xl-v1"]
TITAN = CATALOGUE["amazon.titan-image-generator-v2:0"]
AXES: dict[str, list[Any]] = {
    "image_type": ["photograph", "sketch", ""],
    "style": ["cinematic", "art deco"],
    "negative_prompt": ["people", ""],
    "aspect_ratio": ["16:9", "1:1"],
    "seed": [5, 105],
    "cfg_scale": [5, 9.5],
    "steps": [20, 60],
}
CHOSEN = st.lists(st.sampled_from(sorted(AXES)), unique=True, max_size=4)


@given(CHOSEN, st.integers(1, 2), st.integers(0, 2**70))
def test_every_cell_is_planned_as_its_request_written_without_a_sweep(
    names: list[str], count: int, spare: int
) -> None:
    request = {"prompt": Prompt(description="a lake"), "count": count}
    axes = {name: AXES[name] for name in names}

    made = planned(SDXL, spare_seed=spare, sweep=axes, **request)

    assert len(made.cells) * count == len(made.calls)
    for each in made.cells:
        alone = replace(each.cell.request, sweep={})
        one = planned(SDXL, spare_seed=spare, **{
            name: getattr(alone, name)
            for name in ("prompt", "count", "negative_prompt", "aspect_ratio", "seed", "parameters")
        })  # fmt: skip
        assert (each.calls, each.prices) == (one.calls, one.prices)
    assert made.total == sum(sum(each.prices) for each in made.cells)


@pytest.mark.parametrize(("spec", "task"), [each for each in SEEDED if each in PROMPTED])
def test_cells_share_their_seeds_so_that_they_compare(spec: ModelSpec, task: str) -> None:
    axes = {"style": ["cinematic", "watercolour", "art deco"]}
    prompt = Prompt(description="a lake")

    for seed in (None, spec.seeds.maximum):
        made = planned(spec, task, prompt=prompt, sweep=axes, count=2, seed=seed)

        seeds = {tuple(call.seed for call in each.calls) for each in made.cells}
        [(first, second)] = seeds
        assert second == spec.seeds.after(first, 1)


def test_prices_differ_by_cell() -> None:
    made = planned(SDXL, sweep={"steps": [20, 60]}, count=2)

    assert made.prices == (40_000, 40_000, 80_000, 80_000)
    assert made.total == 240_000


def test_images_carry_their_values_in_the_order_of_calls() -> None:
    made = planned(SDXL, sweep={"steps": [20, 60], "cfg_scale": [5, 9]}, count=2)

    assert [values for _, _, values in made.images] == [
        {"cfg_scale": cfg, "steps": steps} for cfg, steps in product([5, 9], [20, 60]) for _ in "ab"
    ]
    assert [call for call, _, _ in made.images] == list(made.calls)


def lines(made: Plan) -> dict[str, Any]:
    named = {line.name: line for line in made.receipt}
    assert len(named) == len(made.receipt)
    return named


def test_a_swept_names_line_shows_the_list_asked_and_the_list_used() -> None:
    made = planned(
        SDXL, sweep={"cfg_scale": [5, 9], "seed": [10, 20], "negative_prompt": ["", "x"]}
    )

    told = lines(made)
    for name, values in (
        ("parameters.cfg_scale", [5, 9]),
        ("seed", [10, 20]),
        ("negative_prompt", ["", "x"]),
    ):
        line = told[name]
        assert (line.requested, line.used, line.status, line.reason) == (
            values,
            values,
            "applied",
            "",
        )
    assert told["parameters.steps"].status == "defaulted"
    assert told["prompt"].used == "a lake"


def test_an_approximated_value_says_so_in_the_swept_line() -> None:
    sizes = [(1024, 1024), (1000, 640)]

    made = planned(CORE, sweep={"size": sizes}, approximate=True)

    line = lines(made)["size"]
    assert line.requested == ["1024x1024", "1000x640"]
    assert line.used == ["1024x1024", "1216x832"]
    assert (line.status, line.reason) == ("approximated", "the nearest shape")


def test_the_receipt_of_a_swept_prompt_has_its_parts() -> None:
    prompt = Prompt(description="a lake", details=("fog",))

    made = planned(CORE, prompt=prompt, sweep={"style": ["cinematic", "sepia"]})

    told = {name: line.used for name, line in lines(made).items() if name.startswith("prompt")}
    assert told == {
        "prompt.description": "a lake",
        "prompt.details": ["fog"],
        "prompt.style": ["cinematic", "sepia"],
    }
    assert [call.prompt for call in made.calls] == ["a lake, cinematic, fog", "a lake, sepia, fog"]


@pytest.mark.parametrize(("spec", "task", "parameter"), PARAMETERS)
def test_any_parameter_of_a_model_may_be_swept_and_a_bad_value_is_named_by_its_index(
    spec: ModelSpec, task: str, parameter: Any
) -> None:
    good, bad = ends(parameter), "" if isinstance(parameter, Words) else "nonsense"
    assert len(planned(spec, task, sweep={parameter.name: good[:2]}).cells) == len(good[:2])

    fault = only_fault(spec, task, sweep={parameter.name: [good[0], bad]})

    assert (fault.pointer, fault.code) == (f"/sweep/{parameter.name}/1", "out_of_range")


def test_a_fault_within_a_swept_value_is_named_by_its_place_in_the_sweep() -> None:
    lists = [[{"text": "fog", "weight": 0.5}], [{"text": "fog", "weight": 2}]]

    fault = only_fault(SDXL, sweep={"weighted_prompts": lists})

    assert fault.pointer == "/sweep/weighted_prompts/1/0/weight"


def test_a_request_is_refused_with_the_faults_of_every_value_at_once() -> None:
    axes = {
        "style": ["x", "y" * 2001],
        "negative_prompt": ["z" * 2001, ""],
        "seed": [1, 0, -1],
        "size": [(1024, 1024), (7, 7)],
        "cfg_scale": [36, 5, True],
        "magic": [1, 2],
    }

    found = faults(SDXL, prompt=Prompt(description="a lake"), output_format="webp", sweep=axes)

    assert {(each.pointer, each.code) for each in found} == {
        ("/sweep", "too_many_images"),
        ("/output_format", "unsupported"),
        ("/prompt/style/1", "too_long"),
        ("/sweep/negative_prompt/0", "too_long"),
        ("/sweep/seed/1", "out_of_range"),
        ("/sweep/seed/2", "out_of_range"),
        ("/sweep/size/1", "unsupported"),
        ("/sweep/cfg_scale/0", "out_of_range"),
        ("/sweep/cfg_scale/2", "out_of_range"),
        ("/sweep/magic", "unknown_parameter"),
    }
    assert len(found) == 10


def test_a_prompt_that_only_some_parts_together_make_too_long_names_its_cell() -> None:
    axes = {"image_type": ["a", "b" * 300], "style": ["c", "d" * 300]}

    fault = only_fault(TITAN, prompt=Prompt(description="a lake"), sweep=axes)

    assert (fault.pointer, fault.code) == ("/prompt", "too_long")
    assert "image_type 1, style 1" in fault.detail


@pytest.mark.parametrize(
    ("swept", "fixed", "pointer"),
    [
        ({"size": [(1024, 1024)], "aspect_ratio": ["1:1"]}, {}, "/sweep/aspect_ratio"),
        ({"aspect_ratio": ["1:1", "16:9"]}, {"size": (1024, 1024)}, "/sweep/aspect_ratio"),
        ({"size": [(1024, 1024)]}, {"aspect_ratio": "1:1"}, "/aspect_ratio"),
    ],
)
def test_size_and_aspect_ratio_exclude_each_other_in_a_sweep_too(
    swept: dict[str, Any], fixed: dict[str, Any], pointer: str
) -> None:
    fault = only_fault(SDXL, sweep=swept, **fixed)

    assert (fault.pointer, fault.code) == (pointer, "conflict")


@pytest.mark.parametrize(
    ("swept", "count", "pointer"),
    [
        ({"seed": [5, 6]}, 2, "/sweep/seed/1"),
        ({"size": [(1024, 1024), (1025, 1024)]}, 1, "/sweep/size/1"),
        ({"image_type": ["photograph", "photograph of"]}, 1, "/prompt/image_type/1"),
        ({"details": [("fog", "dawn"), ("fog, dawn",)], "seed": [1, 9]}, 1, "/sweep/details/1"),
    ],
)
def test_nothing_is_paid_twice_for_the_very_same_call(
    swept: dict[str, Any], count: int, pointer: str
) -> None:
    prompt = Prompt(description="a lake")

    found = faults(CORE, prompt=prompt, sweep=swept, count=count, approximate=True)

    assert {(each.pointer, each.code) for each in found} == {(pointer, "duplicate")}


def test_swept_seeds_as_far_apart_as_count_are_fine() -> None:
    made = planned(CORE, sweep={"seed": [5, 7]}, count=2)

    assert [call.seed for call in made.calls] == [5, 6, 7, 8]


def test_texts_that_no_transaction_could_hold_are_refused_before_money() -> None:
    text = "\U0001f600" * 9_000
    made = planned(CORE, prompt=Prompt(text), sweep={"seed": [*range(1, 11)]}, count=1)
    assert len(made.calls) == 10

    axes = {"seed": [10 * each for each in range(1, 9)], "aspect_ratio": ["1:1", "16:9", "3:2"]}
    fault = only_fault(
        CORE, prompt=Prompt(text), negative_prompt="\U0001f600" * 9_000, sweep=axes, count=2
    )

    assert (fault.pointer, fault.code) == ("/sweep", "too_long")
    assert "3,000,000" in fault.detail


def test_texts_among_the_parameters_weigh_as_much_as_others() -> None:
    face = "\U0001f600"
    axes = {"description": [face * 1_900 + str(each) for each in range(9)]}
    heavy = {"weighted_prompts": [{"text": face * 2_000, "weight": 0.5}] * 5}
    prompt = Prompt(style="cinematic")

    assert len(planned(SDXL, prompt=prompt, sweep=axes).cells) == 9
    fault = only_fault(SDXL, prompt=prompt, sweep=axes, parameters=heavy)

    assert (fault.pointer, fault.code) == ("/sweep", "too_long")
    assert "100,000" in fault.detail


@pytest.mark.parametrize(("spec", "task", "parameter"), PARAMETERS)
def test_no_parameter_has_the_name_of_a_field_that_can_be_swept(
    spec: ModelSpec, task: str, parameter: Any
) -> None:
    assert parameter.name not in sweep.FIELDS


def test_a_sweep_is_refused_where_the_price_of_one_cell_is_not_known() -> None:
    unpriced = replace(
        SDXL.price, of=lambda call: None if call.parameters["steps"] > 50 else 40_000
    )
    row = replace(SDXL, price=unpriced)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("functions.catalogue.choose.find", lambda _: row)
        assert only_fault(SDXL, sweep={"steps": [20, 60]}).code == "unknown_price"
