"""Planning: every parameter is applied, approximated or refused, and receipted."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.catalogue import CATALOGUE
from functions.catalogue.colors import Colors
from functions.catalogue.lifecycle import heir
from functions.catalogue.parameters import Choice, Number, Parameter, WeightedPrompts, Words
from functions.catalogue.plan import Plan, plan
from functions.catalogue.policy import Policy
from functions.catalogue.prices import tiers
from functions.catalogue.spec import ModelSpec
from functions.domain.errors import InvalidRequest, ModelRetired
from functions.domain.prompt import Prompt
from tests.unit.catalogue.table import (
    PARAMETERS,
    PROMPTED,
    ROWS,
    SEEDED,
    TASKS,
    asking,
    ends,
    faults,
    first_task,
    found,
    fullest,
    least,
    only_fault,
    parts,
    planned,
    policy_for,
    wrong,
)

CORE = CATALOGUE["stability.stable-image-core-v1:1"]
SDXL = CATALOGUE["stability.stable-diffusion-xl-v1"]
TITAN = CATALOGUE["amazon.titan-image-generator-v2:0"]


def plan_of(spec: ModelSpec, policy: Policy) -> Plan:
    """Plan the least that a model takes, on another stage."""
    request = asking(spec)
    return plan(request, policy, spare_seed=1, found=found(request))


@pytest.mark.parametrize(("spec", "task", "parameter"), PARAMETERS)
def test_a_value_that_a_model_does_not_take_is_refused_by_its_name(
    spec: ModelSpec, task: str, parameter: Parameter
) -> None:
    for where, value in wrong(parameter):
        fault = only_fault(spec, task, parameters={parameter.name: value})

        assert fault.pointer == f"/parameters/{parameter.name}{where}"
        assert fault.code == "out_of_range"
        told = {
            Choice: "one of",
            Number: " to ",
            WeightedPrompts: " to ",
            Words: "not blank",
            Colors: "#",
        }
        assert told[type(parameter)] in fault.detail or "an object with" in fault.detail
        if isinstance(parameter, Number) and parameter.default is not None:
            assert f"default {parameter.default:g}" in fault.detail


@pytest.mark.parametrize(("spec", "task", "parameter"), PARAMETERS)
def test_the_ends_of_a_range_are_in_it(spec: ModelSpec, task: str, parameter: Parameter) -> None:
    for value in ends(parameter):
        [call] = planned(spec, task, parameters={parameter.name: value}).calls
        assert call.parameters[parameter.name] == value


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_an_unknown_parameter_is_refused_and_the_known_ones_named(
    spec: ModelSpec, task: str
) -> None:
    fault = only_fault(spec, task, parameters={"a/b~c": 1})

    assert fault.pointer == "/parameters/a~1b~0c"
    assert fault.code == "unknown_parameter"
    for each in spec.tasks[task].parameters:
        assert each.name in fault.detail


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_each_parameter_that_only_other_models_have_is_refused_by_name(
    spec: ModelSpec, task: str
) -> None:
    own = {each.name for each in spec.tasks[task].parameters}
    others = {
        each.name: ends(each)[0]
        for row in CATALOGUE.values()
        for takes in row.tasks.values()
        for each in takes.parameters
        if each.name not in own
    }
    assert others

    found = faults(spec, task, parameters=others)

    assert {(fault.pointer, fault.code) for fault in found} == {
        (f"/parameters/{name}", "unknown_parameter") for name in others
    }


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_a_prompt_may_be_as_long_as_the_limit_and_not_longer(spec: ModelSpec, task: str) -> None:
    limit = spec.tasks[task].prompt_limit
    planned(spec, task, prompt=Prompt("x" * limit))

    fault = only_fault(spec, task, prompt=Prompt("x" * (limit + 1)))

    assert fault.pointer == "/prompt"
    assert fault.code == ("too_long" if limit else "unsupported")
    assert not limit or f"{limit:,}" in fault.detail


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_a_negative_prompt_has_its_limit(spec: ModelSpec, task: str) -> None:
    limit = spec.tasks[task].negative_prompt_limit
    if limit:
        planned(spec, task, negative_prompt="x" * limit)

    fault = only_fault(spec, task, negative_prompt="x" * (limit + 1))

    assert fault.pointer == "/negative_prompt"
    assert fault.code == ("too_long" if limit else "unsupported")


@pytest.mark.parametrize(
    "prompt", [Prompt(), Prompt("  "), Prompt(description=" "), Prompt("\x00\u202e\u200b")]
)
@pytest.mark.parametrize(("spec", "task"), PROMPTED)
def test_an_empty_prompt_is_refused(spec: ModelSpec, task: str, prompt: Prompt) -> None:
    assert only_fault(spec, task, prompt=prompt).code == "required"


@pytest.mark.parametrize(("spec", "task"), [each for each in TASKS if each not in PROMPTED])
def test_a_prompt_that_may_be_left_out_is(spec: ModelSpec, task: str) -> None:
    made = planned(spec, task, prompt=Prompt())

    assert "prompt" not in {line.name for line in made.receipt}
    assert made.calls[0].prompt == ""


@pytest.mark.parametrize("spec", ROWS)
def test_a_format_that_a_model_does_not_make_is_refused_with_those_it_does(
    spec: ModelSpec,
) -> None:
    fault = only_fault(spec, output_format="tiff")

    assert fault.pointer == "/output_format"
    assert all(each in fault.detail for each in spec.formats)
    small = {part: {"width": 512, "height": 512} for part in parts(spec, first_task(spec))}
    for each in spec.formats:
        assert planned(spec, facts=small, output_format=each).calls[0].output_format == each


@pytest.mark.parametrize(("spec", "task"), SEEDED)
def test_seeds_outside_of_the_models_range_are_refused(spec: ModelSpec, task: str) -> None:
    for seed in (-1, spec.seeds.maximum + 1):
        fault = only_fault(spec, task, seed=seed)
        assert (fault.pointer, fault.code) == ("/seed", "out_of_range")
        assert str(spec.seeds.maximum) in fault.detail


@pytest.mark.parametrize(("spec", "task"), SEEDED)
def test_a_seed_of_zero_is_refused_where_it_means_random(spec: ModelSpec, task: str) -> None:
    if spec.seeds.zero_is_random:
        assert "random" in only_fault(spec, task, seed=0).detail
    else:
        assert planned(spec, task, seed=0).calls[0].seed == 0


@pytest.mark.parametrize(("spec", "task"), SEEDED)
def test_images_after_the_last_seed_begin_again_and_skip_zero_where_it_is_random(
    spec: ModelSpec,
    task: str,
) -> None:
    made = planned(spec, task, seed=spec.seeds.maximum, count=3)

    first = 1 if spec.seeds.zero_is_random else 0
    assert [call.seed for call in made.calls] == [spec.seeds.maximum, first, first + 1]


@given(
    st.sampled_from([each.values for each in SEEDED]),
    st.integers(min_value=0, max_value=2**200),
    st.integers(min_value=1, max_value=10),
)
def test_a_seed_that_we_pick_is_in_range_and_so_are_its_followers(
    row: tuple[ModelSpec, str], spare: int, count: int
) -> None:
    spec, task = row
    seeds = [call.seed for call in planned(spec, task, spare_seed=spare, count=count).calls]

    assert all(spec.seeds.minimum <= seed <= spec.seeds.maximum for seed in seeds)
    assert len(set(seeds)) == count


@pytest.mark.parametrize(("spec", "task"), [each for each in TASKS if each not in SEEDED])
def test_a_task_without_chance_takes_no_seed_and_makes_one_image(
    spec: ModelSpec, task: str
) -> None:
    made = planned(spec, task)

    assert [call.seed for call in made.calls] == [None]
    assert "seed" not in {line.name for line in made.receipt}
    assert only_fault(spec, task, seed=5).pointer == "/seed"
    assert only_fault(spec, task, count=2).pointer == "/count"


@pytest.mark.parametrize("count", [1, 2, 10])
@pytest.mark.parametrize(("spec", "task"), SEEDED)
def test_each_image_is_one_call_with_a_price_of_its_own(
    spec: ModelSpec, task: str, count: int
) -> None:
    made = planned(spec, task, count=count)

    assert len(made.calls) == len(made.prices) == count
    assert made.total == sum(made.prices) == count * made.prices[0]
    assert made.prices[0] > 0


def test_a_price_that_is_not_known_is_refused_and_never_zero(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unpriced = tiers(lambda _: "huge", {"small": "0.04"}, source="s", checked=date(2026, 1, 1))
    row = replace(CORE, price=unpriced)
    monkeypatch.setattr("functions.catalogue.choose.find", lambda _: row)

    assert only_fault(CORE).code == "unknown_price"


def test_a_request_is_refused_with_all_of_its_faults() -> None:
    found = faults(
        SDXL,
        prompt=Prompt("x" * 2001),
        negative_prompt="y" * 2001,
        seed=-1,
        output_format="webp",
        size=(1, 1),
        aspect_ratio="1:1",
        parameters={"steps": 9, "sampler": "nonsense", "magic": 1},
    )

    assert [each.pointer for each in found] == [
        "/prompt",
        "/negative_prompt",
        "/seed",
        "/output_format",
        "/parameters/steps",
        "/parameters/sampler",
        "/parameters/magic",
        "/aspect_ratio",
    ]


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_a_receipt_holds_every_sent_parameter_once_and_the_truth(
    spec: ModelSpec, task: str
) -> None:
    takes = spec.tasks[task]
    parameters = fullest(spec, task)
    asked: dict[str, Any] = {"output_format": spec.formats[-1]}
    if takes.canvas:
        asked["size"] = takes.canvas.sizes[-1]
    if takes.seeded:
        asked["seed"] = 5
    if takes.negative_prompt_limit:
        asked["negative_prompt"] = "people"

    made = planned(spec, task, **asked, parameters=parameters)

    lines = {line.name: line for line in made.receipt}
    own = {f"parameters.{name}" for name in parameters}
    shared = {"model", *asked, *(["prompt"] if takes.prompt_limit else [])}
    follows = set[str]() if takes.canvas else {"size"}
    assert len(lines) == len(made.receipt)
    assert set(lines) == shared | own | follows | set(parts(spec, task))
    for name in set(lines) - follows:
        assert (lines[name].status, lines[name].reason) == ("applied", "")
    for name, value in parameters.items():
        line = lines[f"parameters.{name}"]
        assert (line.requested, line.used) == (value, made.calls[0].parameters[name])


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_what_was_not_sent_is_receipted_as_defaulted_with_what_is_used(
    spec: ModelSpec, task: str
) -> None:
    made = planned(spec, task, model=None)
    [call] = made.calls

    lines = {line.name: line for line in made.receipt}
    defaulted = {name for name, line in lines.items() if line.status == "defaulted"}
    needed = {f"parameters.{name}" for name in least(spec, task)}
    assert defaulted == set(lines) - {"prompt", *parts(spec, task), *needed}
    assert all(lines[name].reason and lines[name].requested is None for name in defaulted)
    assert lines["model"].used == spec.id
    assert call.seed == (lines["seed"].used if spec.tasks[task].seeded else None)
    used = {name: line.used for name, line in lines.items() if name.startswith("parameters.")}
    assert used == {f"parameters.{name}": value for name, value in call.parameters.items()}


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_a_parameter_without_a_default_is_not_sent_unless_it_was_asked_for(
    spec: ModelSpec, task: str
) -> None:
    [call] = planned(spec, task).calls

    known = spec.tasks[task].parameters
    defaults = {each.name for each in known if each.default is not None}
    assert set(call.parameters) == defaults | set(least(spec, task))


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_a_parameter_that_is_required_is_missed_by_its_name(spec: ModelSpec, task: str) -> None:
    required = {each.name for each in spec.tasks[task].parameters if each.required}
    bare = replace(asking(spec, task), parameters={})
    if not required:
        return

    with pytest.raises(InvalidRequest) as refusal:
        plan(bare, policy_for(spec), spare_seed=1, found=found(bare))

    missed = [each for each in refusal.value.faults if each.code == "required"]
    assert {each.pointer for each in missed} == {f"/parameters/{name}" for name in required}


def test_an_unknown_model_is_refused_and_the_known_ones_named() -> None:
    with pytest.raises(InvalidRequest) as refusal:
        plan(asking(CORE, model="dall-e-3"), policy_for(CORE, intents={"best": "x"}), spare_seed=1)

    [fault] = refusal.value.faults
    assert (fault.pointer, fault.code) == ("/model", "unknown_model")
    for spec in CATALOGUE.values():
        does = "text_to_image" in spec.tasks and "us-west-2" in spec.regions
        assert (f" {spec.name}," in fault.detail) == does
    assert "best" in fault.detail


def test_an_intent_is_what_the_stage_says() -> None:
    policy = policy_for(SDXL, intents={"fast": "titan-v2", "best": "sdxl"})

    made = plan(asking(CORE, model="best"), policy, spare_seed=1)

    assert made.spec is SDXL
    assert made.receipt[0].requested == "best"
    assert made.receipt[0].used == SDXL.id


def test_no_model_is_the_stages_default() -> None:
    policy = policy_for(SDXL, default_model="titan-v2")

    assert plan(asking(SDXL, model=None), policy, spare_seed=1).spec is TITAN


@pytest.mark.parametrize("spec", ROWS)
def test_a_model_is_called_in_the_first_region_that_has_it(spec: ModelSpec) -> None:
    regions = ("eu-north-1", *spec.regions)
    policy = policy_for(spec, region="ap-south-1", other_regions=regions)

    assert plan_of(spec, policy).region == spec.regions[0]
    assert plan_of(spec, policy_for(spec)).region == spec.regions[0]


@pytest.mark.parametrize("spec", ROWS)
def test_a_model_is_refused_where_it_does_not_run(spec: ModelSpec) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        plan_of(spec, policy_for(spec, region="eu-north-1"))

    [fault] = refusal.value.faults
    assert fault.code == "not_in_region"
    assert "eu-north-1" in fault.detail
    assert all(region in fault.detail for region in spec.regions)


@pytest.mark.parametrize("spec", ROWS)
def test_a_task_that_a_model_does_not_do_is_refused_with_those_it_does(spec: ModelSpec) -> None:
    fault = only_fault(spec, "compose_music")

    assert (fault.pointer, fault.code) == ("/task", "unknown_task")
    assert all(task in fault.detail for task in spec.tasks)
    assert "no model here does compose_music" in fault.detail


@pytest.mark.parametrize("spec", ROWS)
def test_a_model_is_refused_from_its_last_day_on_with_its_successor(spec: ModelSpec) -> None:
    end = spec.lifecycle.end_of_life
    policy = policy_for(spec, on_retired="refuse")
    if end is None:
        refuses = (
            pytest.raises(ModelRetired) if spec.lifecycle.state == "retired" else nullcontext()
        )
        with refuses:
            plan_of(spec, policy)
        return
    before = policy_for(spec, on_retired="refuse", today=date.fromordinal(end.toordinal() - 1))
    plan_of(spec, before)

    with pytest.raises(ModelRetired) as refusal:
        plan_of(spec, policy_for(spec, on_retired="refuse", today=end))

    assert str(end) in refusal.value.detail
    following = heir(spec, policy)
    assert following
    assert following.id in refusal.value.detail
    assert "Nothing was spent" in refusal.value.detail
