"""A stage that substitutes: retired models are asked of those that took over."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.catalogue import CATALOGUE
from functions.catalogue.lifecycle import heir
from functions.catalogue.plan import Plan, plan
from functions.catalogue.policy import Policy
from functions.catalogue.spec import ModelSpec
from functions.domain.errors import Fault, InvalidRequest, ModelRetired
from functions.domain.receipt import ReceiptLine
from tests.unit.catalogue.table import asking, ends, found, policy_for, wrong

CORE = CATALOGUE["stability.stable-image-core-v1:1"]
SD3 = CATALOGUE["stability.sd3-large-v1:0"]
SD3_5 = CATALOGUE["stability.sd3-5-large-v1:0"]
SDXL = CATALOGUE["stability.stable-diffusion-xl-v1"]
TITAN = CATALOGUE["amazon.titan-image-generator-v2:0"]
NOVA = CATALOGUE["amazon.nova-canvas-v1:0"]
OREGON = policy_for(CORE, on_retired="substitute")
ENDED = [spec for spec in CATALOGUE.values() if spec.lifecycle.state == "retired"]
LIVING = [spec for spec in CATALOGUE.values() if spec.lifecycle.state != "retired"]
RETIRED = [pytest.param(spec, id=spec.name) for spec in ENDED]
OWN = [
    pytest.param(spec, parameter, id=f"{spec.name}-{parameter.name}")
    for spec in ENDED
    for parameter in spec.tasks["text_to_image"].parameters
]


def substituted(spec: ModelSpec, policy: Policy = OREGON, **changes: Any) -> Plan:
    return plan(asking(spec, **changes), policy, spare_seed=7)


def lines(made: Plan) -> dict[str, ReceiptLine]:
    named = {line.name: line for line in made.receipt}
    assert len(named) == len(made.receipt)
    return named


def faults(spec: ModelSpec, **changes: Any) -> list[Fault]:
    with pytest.raises(InvalidRequest) as refusal:
        substituted(spec, **changes)
    return list(refusal.value.faults)


def only_fault(spec: ModelSpec, **changes: Any) -> Fault:
    [fault] = faults(spec, **changes)
    return fault


@pytest.mark.parametrize("spec", RETIRED)
def test_a_retired_model_is_asked_of_the_living_one_at_its_price(spec: ModelSpec) -> None:
    following = heir(spec, OREGON)

    made = substituted(spec, count=2, seed=5)

    assert made.spec is following
    alone = plan(asking(made.spec, count=2, seed=5), OREGON, spare_seed=7)
    assert (made.calls, made.prices) == (alone.calls, alone.prices)


@pytest.mark.parametrize("spec", RETIRED)
def test_the_receipt_says_which_model_and_why(spec: ModelSpec) -> None:
    line = lines(substituted(spec))["model"]

    following = heir(spec, OREGON)
    assert following
    assert (line.requested, line.used, line.status) == (spec.id, following.id, "approximated")
    day = spec.lifecycle.end_of_life or "an unconfirmed day"
    assert f"{spec.title} ended on Bedrock on {day}" in line.reason
    assert f"{following.title} takes its place" in line.reason


@pytest.mark.parametrize("spec", [pytest.param(spec, id=spec.name) for spec in LIVING])
def test_a_living_model_is_planned_as_on_any_stage(spec: ModelSpec) -> None:
    request = asking(spec, output_format=spec.formats[-1])
    pictures = found(request)

    made = plan(request, OREGON, spare_seed=7, found=pictures)

    refusing = replace(OREGON, on_retired="refuse")
    assert made == plan(request, refusing, spare_seed=7, found=pictures)


def test_before_its_end_a_model_is_called_itself() -> None:
    policy = policy_for(SDXL, on_retired="substitute", today=date(2025, 5, 19))

    made = substituted(SDXL, policy, parameters={"steps": 20})

    assert made.spec is SDXL
    assert all(line.status != "approximated" for line in made.receipt)


@pytest.mark.parametrize(
    ("spec", "asked", "used"),
    [
        (SDXL, {"size": (1152, 896)}, ("size", "1152x896", "1088x896")),
        (SDXL, {"aspect_ratio": "9:7"}, ("aspect_ratio", "9:7", "5:4")),
        (TITAN, {"size": (512, 512)}, ("size", "512x512", "1024x1024")),
        (NOVA, {"size": (4096, 1024)}, ("size", "4096x1024", "1536x640")),
        (NOVA, {"aspect_ratio": "4:3"}, ("aspect_ratio", "4:3", "5:4")),
    ],
)
def test_a_shape_becomes_the_nearest_that_the_successor_has(
    spec: ModelSpec, asked: dict[str, Any], used: tuple[str, str, str]
) -> None:
    made = substituted(spec, **asked)

    line = lines(made)[used[0]]
    assert (line.name, line.requested, line.used) == used
    assert (line.status, line.reason) == ("approximated", "the nearest that stable-image-core has")
    alone = plan(asking(CORE, **{used[0]: _size(used[2])}), OREGON, spare_seed=7)
    assert made.calls == alone.calls


def _size(word: str) -> Any:
    wide, x, high = word.partition("x")
    return (int(wide), int(high)) if x else word


@pytest.mark.parametrize(
    ("spec", "asked"),
    [
        (SDXL, {"size": (1344, 768)}),
        (SDXL, {"aspect_ratio": "16:9"}),
        (SD3, {"aspect_ratio": "9:21", "output_format": "jpeg", "negative_prompt": "people"}),
        (TITAN, {"seed": 2_147_483_646}),
    ],
)
def test_what_has_a_counterpart_is_applied(spec: ModelSpec, asked: dict[str, Any]) -> None:
    told = lines(substituted(spec, **asked))

    assert all(told[name].status == "applied" for name in asked)


def test_a_format_that_the_successor_does_not_make_becomes_its_own() -> None:
    line = lines(substituted(TITAN, output_format="webp"))["output_format"]

    assert (line.requested, line.used, line.status) == ("webp", "png", "approximated")
    assert line.reason == "stable-image-core makes png or jpeg"
    assert lines(substituted(SD3, output_format="webp"))["output_format"].status == "applied"


def test_a_seed_that_the_successor_reads_as_random_is_refused_with_the_next_step() -> None:
    fault = only_fault(TITAN, seed=0)

    assert (fault.pointer, fault.code) == ("/seed", "no_counterpart")
    assert "1 to 4294967295" in fault.detail
    assert '"approximate": true' in fault.detail


@pytest.mark.parametrize(
    ("spec", "asked", "used"), [(TITAN, 0, 1), (SD3, 4_294_967_295, 2), (SDXL, 0, 1)]
)
def test_or_becomes_one_that_can_be_made_again(spec: ModelSpec, asked: int, used: int) -> None:
    made = substituted(spec, seed=asked, approximate=True, count=2)

    line = lines(made)["seed"]
    assert (line.requested, line.used, line.status) == (asked, used, "approximated")
    assert [call.seed for call in made.calls] == [used, used + 1]


@pytest.mark.parametrize(("spec", "parameter"), OWN)
def test_a_parameter_without_a_counterpart_is_refused_by_name(
    spec: ModelSpec, parameter: Any
) -> None:
    for value in ends(parameter):
        fault = only_fault(spec, parameters={parameter.name: value})

        assert fault.pointer == f"/parameters/{parameter.name}"
        assert fault.code == "no_counterpart"
        assert f"takes the place of {spec.name}: leave it out, or send" in fault.detail


@pytest.mark.parametrize(("spec", "parameter"), OWN)
def test_or_is_left_out_where_the_client_allows_it_and_never_silently(
    spec: ModelSpec, parameter: Any
) -> None:
    value = ends(parameter)[-1]

    made = substituted(spec, parameters={parameter.name: value}, approximate=True)

    line = lines(made)[f"parameters.{parameter.name}"]
    assert (line.requested, line.used, line.status) == (value, None, "approximated")
    assert "has nothing like it" in line.reason
    assert parameter.name not in made.calls[0].parameters


@pytest.mark.parametrize("approximate", [False, True])
@pytest.mark.parametrize(("spec", "parameter"), OWN)
def test_a_value_that_the_retired_model_never_took_is_refused_all_the_same(
    spec: ModelSpec, parameter: Any, approximate: bool
) -> None:
    for where, value in wrong(parameter):
        parameters = {parameter.name: value}
        fault = only_fault(spec, parameters=parameters, approximate=approximate)

        assert fault.pointer == f"/parameters/{parameter.name}{where}"
        assert fault.code == "out_of_range"


@pytest.mark.parametrize("approximate", [False, True])
@pytest.mark.parametrize("spec", RETIRED)
def test_a_parameter_that_neither_model_has_is_unknown(spec: ModelSpec, approximate: bool) -> None:
    fault = only_fault(spec, parameters={"magic": 1}, approximate=approximate)

    assert (fault.pointer, fault.code) == ("/parameters/magic", "unknown_parameter")


def test_all_faults_are_told_at_once() -> None:
    found = faults(
        TITAN,
        seed=0,
        negative_prompt="x" * 10_001,
        parameters={"quality": "premium", "cfg_scale": 99, "magic": 1},
    )

    assert {(each.pointer, each.code) for each in found} == {
        ("/seed", "no_counterpart"),
        ("/negative_prompt", "too_long"),
        ("/parameters/quality", "no_counterpart"),
        ("/parameters/cfg_scale", "out_of_range"),
        ("/parameters/magic", "unknown_parameter"),
    }


def test_a_parameter_that_the_successor_has_too_is_applied_within_its_range(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    task = SDXL.tasks["text_to_image"]
    cfg, steps, *_ = task.parameters
    own = (replace(cfg, maximum=10, default=5), steps)
    tasks = {"text_to_image": replace(task, parameters=own)}
    row = replace(SDXL, id=CORE.id, name=CORE.name, lifecycle=CORE.lifecycle, tasks=tasks)
    monkeypatch.setattr("functions.catalogue.lifecycle.CATALOGUE", {**CATALOGUE, CORE.id: row})

    made = substituted(SDXL, parameters={"cfg_scale": 9, "steps": 20})
    fault = only_fault(SDXL, parameters={"cfg_scale": 12})

    assert made.calls[0].parameters == {"cfg_scale": 9, "steps": 20}
    assert lines(made)["parameters.cfg_scale"].status == "applied"
    assert (fault.pointer, fault.code) == ("/parameters/cfg_scale", "no_counterpart")


@pytest.mark.parametrize("region", ["us-east-1", "eu-west-1"])
def test_without_a_living_successor_in_the_region_the_model_is_retired(region: str) -> None:
    policy = replace(OREGON, region=region)
    spec = SDXL if region in SDXL.regions else NOVA

    with pytest.raises(ModelRetired):
        substituted(spec, policy)


def test_a_successor_that_does_not_do_the_task_takes_no_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = replace(CORE, tasks={"upscale": CORE.tasks["text_to_image"]})
    monkeypatch.setattr("functions.catalogue.lifecycle.CATALOGUE", {**CATALOGUE, CORE.id: row})

    with pytest.raises(ModelRetired):
        substituted(SDXL)


def test_a_model_of_another_region_is_asked_of_its_successor_here() -> None:
    assert OREGON.region not in NOVA.regions

    assert substituted(NOVA).spec is CORE


def test_a_swept_parameter_without_a_counterpart_is_named_once() -> None:
    fault = only_fault(SDXL, sweep={"cfg_scale": [5, 9]})

    assert (fault.pointer, fault.code) == ("/sweep/cfg_scale", "no_counterpart")


def test_leaving_out_a_swept_parameter_would_pay_twice_for_one_picture() -> None:
    fault = only_fault(SDXL, sweep={"cfg_scale": [5, 9]}, approximate=True)

    assert (fault.pointer, fault.code) == ("/sweep/cfg_scale/1", "duplicate")


def test_swept_sizes_are_each_the_nearest() -> None:
    made = substituted(SDXL, sweep={"size": [(1152, 896), (1344, 768)]})

    line = lines(made)["size"]
    assert line.used == ["1088x896", "1344x768"]
    assert line.status == "approximated"


@given(st.data())
def test_everything_that_was_sent_is_in_the_receipt_once(data: st.DataObject) -> None:
    spec = data.draw(st.sampled_from(ENDED))
    own = spec.tasks["text_to_image"].parameters
    canvas = spec.tasks["text_to_image"].canvas
    sent: dict[str, Any] = {
        "seed": data.draw(st.integers(0, spec.seeds.maximum)),
        "output_format": data.draw(st.sampled_from(spec.formats)),
        "size": data.draw(st.sampled_from(canvas.sizes)),
        "negative_prompt": "people",
    }
    parameters = {each.name: ends(each)[0] for each in own if data.draw(st.booleans())}

    made = substituted(spec, **sent, parameters=parameters, approximate=True)

    told = lines(made)
    assert set(told) == {"model", "prompt", *sent, *(f"parameters.{name}" for name in parameters)}
    assert told["seed"].requested == sent["seed"]
    assert told["seed"].used == made.calls[0].seed
    for name, value in parameters.items():
        assert told[f"parameters.{name}"].requested == value
    assert all((line.status == "applied") == (not line.reason) for line in made.receipt)
