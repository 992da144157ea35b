"""Other models for a request: who they are, their prices, and what they would not keep."""

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from functions.catalogue import CATALOGUE, find
from functions.catalogue.alternatives import Alternative, alternatives
from functions.catalogue.plan import plan
from functions.catalogue.policy import Policy
from functions.catalogue.spec import ModelSpec
from functions.domain.errors import InvalidRequest
from functions.domain.request import GenerationRequest
from tests.unit.catalogue.table import asking, ends, found, policy_for

CORE = CATALOGUE["stability.stable-image-core-v1:1"]
SD3_5 = CATALOGUE["stability.sd3-5-large-v1:0"]
SDXL = CATALOGUE["stability.stable-diffusion-xl-v1"]
TITAN = CATALOGUE["amazon.titan-image-generator-v2:0"]
SERVING = policy_for(CORE, other_regions=("us-east-1",))
REFUSING = replace(SERVING, on_retired="refuse")
ALL = list(CATALOGUE.values())


def others(request: GenerationRequest, policy: Policy = SERVING) -> dict[str, Alternative]:
    """Return what is offered beside a request's own model, by name, in order."""
    pictures = found(request)
    planned = plan(request, policy, spare_seed=1, found=pictures)
    offered = alternatives(request, planned, policy, pictures)
    assert planned.spec not in [each.spec for each in offered]
    return {each.spec.name: each for each in offered}


def dropped(other: Alternative) -> dict[str, tuple[Any, Any]]:
    return {line.name: (line.requested, line.used) for line in other.drops}


def test_only_models_that_live_and_do_the_task_are_offered() -> None:
    offered = others(asking(CORE), REFUSING)

    assert set(offered) == {"sd3-5-large", "stable-image-ultra"}
    assert {each.total for each in offered.values()} == {80_000, 140_000}


def test_a_stage_that_serves_ended_models_offers_them_too() -> None:
    offered = others(asking(CORE), SERVING)

    assert set(offered) == {
        spec.name for spec in ALL if "text_to_image" in spec.tasks and spec is not CORE
    }


def test_a_stage_that_substitutes_offers_none_that_it_would_not_call() -> None:
    substituting = replace(SERVING, on_retired="substitute")

    offered = others(asking(TITAN, "inpaint"), substituting)

    living = [spec for spec in ALL if "inpaint" in spec.tasks and not SERVING.retired(spec)]
    assert len(offered) == len(living) - 1  # all but the one that takes Titan's place
    assert set(others(asking(TITAN), substituting)) == {"sd3-5-large", "stable-image-ultra"}


def test_models_of_other_regions_are_not_offered() -> None:
    offered = others(asking(CORE), replace(SERVING, other_regions=()))

    assert "nova-canvas" not in offered
    assert "titan-v2" in offered


def test_the_cheapest_comes_first_and_who_cannot_comes_last() -> None:
    long = "x" * 1_500

    offered = others(replace(asking(CORE, negative_prompt=long), count=3))

    totals = [each.total for each in offered.values()]
    known = [each for each in totals if each is not None]
    assert totals == [*sorted(known), *[None] * (len(totals) - len(known))]
    assert {name for name, each in offered.items() if each.faults} == {
        "nova-canvas",
        "titan-v1",
        "titan-v2",
    }
    [fault] = offered["titan-v2"].faults
    assert (fault.pointer, fault.code) == ("/negative_prompt", "too_long")


def test_each_tells_what_it_would_not_keep() -> None:
    asked = asking(
        SDXL,
        size=(1152, 896),
        seed=4_294_967_295,
        parameters={"cfg_scale": 33, "style_preset": "anime"},
    )

    offered = others(asked)

    assert dropped(offered["stable-image-core"]) == {
        "parameters.cfg_scale": (33, None),
        "parameters.style_preset": ("anime", None),
        "size": ("1152x896", "1088x896"),
    }
    assert dropped(offered["sd3-5-large"])["seed"] == (4_294_967_295, 2)
    assert "size" not in dropped(offered["titan-v2"])
    reasons = {line.name: line.reason for line in offered["sdxl-0-8"].drops}
    assert reasons["parameters.cfg_scale"] == "sdxl-0-8 takes 0 to 30, default 10"
    assert reasons["parameters.style_preset"] == "sdxl-0-8 has nothing like it"


def test_what_a_model_needs_and_was_not_said_is_its_fault() -> None:
    ultra = CATALOGUE["stability.stable-image-ultra-v1:1"]

    offered = others(asking(ultra, "image_to_image"))

    [fault] = offered["sd3-5-large"].faults
    assert (fault.pointer, fault.code) == ("/parameters/strength", "required")
    assert offered["sd3-5-large"].total is None


def test_what_cannot_be_swept_there_is_said_at_the_axis() -> None:
    offered = others(asking(SDXL, sweep={"steps": [20, 60]}))

    assert offered["sdxl-0-8"].total == 18_000 + 36_000
    [fault] = offered["stable-image-core"].faults
    assert (fault.pointer, fault.code) == ("/sweep/steps", "unknown_parameter")


@given(st.data())
def test_its_price_is_that_of_the_same_request_sent_there(data: st.DataObject) -> None:
    spec: ModelSpec = data.draw(st.sampled_from(ALL))
    task = data.draw(st.sampled_from(list(spec.tasks)))
    takes = spec.tasks[task]
    own = [each for each in takes.parameters if data.draw(st.booleans())]
    said: dict[str, Any] = {
        "parameters": {each.name: data.draw(st.sampled_from(ends(each))) for each in own},
        "count": data.draw(st.integers(1, 3)) if takes.seeded else 1,
        "output_format": data.draw(st.sampled_from(spec.formats)),
    }
    if takes.seeded:
        said["seed"] = data.draw(st.integers(spec.seeds.minimum, spec.seeds.maximum))
    if takes.canvas:
        said["size"] = data.draw(st.sampled_from(takes.canvas.sizes))
    request = asking(spec, task, **said)
    try:
        offered = others(request)
    except InvalidRequest:
        assume(False)
        return

    for name, other in offered.items():
        used = {line.name: line.used for line in other.drops}
        sent = replace(
            request,
            model=name,
            approximate=True,
            parameters={
                each: value
                for each, value in request.parameters.items()
                if f"parameters.{each}" not in used
            },
            seed=used.get("seed", request.seed),
            output_format=used.get("output_format", request.output_format),
            negative_prompt=None if "negative_prompt" in used else request.negative_prompt,
        )
        if other.total is None:
            with pytest.raises(InvalidRequest) as refusal:
                plan(sent, SERVING, spare_seed=3, found=found(sent))
            assert [*refusal.value.faults] == [*other.faults]
            continue
        made = plan(sent, SERVING, spare_seed=3, found=found(sent))
        assert (made.spec, made.total) == (find(name), other.total)
        lost = {line.name for line in made.receipt if line.status == "approximated"}
        assert lost <= set(used)


def test_fifty_cells_are_compared_in_a_moment() -> None:
    cells = {
        "seed": [number * 100 for number in range(1, 11)],
        "negative_prompt": [f"people {number}" for number in range(5)],
    }
    request = asking(SD3_5, sweep=cells)

    began = time.process_time()
    offered = others(request)
    took = time.process_time() - began

    assert {each.total for each in offered.values()} >= {50 * 40_000, 50 * 140_000}
    assert took < 0.5
