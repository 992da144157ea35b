"""Which model a request means, where it names one, an intent, or none."""

import pytest

from functions.catalogue import CATALOGUE, find
from functions.catalogue.choose import choose
from functions.catalogue.counterparts import ERASE, SEARCH_REPLACE
from functions.catalogue.defaults import DEFAULTS
from functions.catalogue.plan import Plan, plan
from functions.catalogue.policy import Policy
from functions.catalogue.spec import ModelSpec
from functions.domain.errors import Fault, InvalidRequest
from functions.domain.receipt import ReceiptLine
from functions.settings import Settings
from functions.wiring.policy import policy as stage_policy
from tests.samples import NOW
from tests.unit.catalogue.table import TASKS, asking, found

SETTINGS = Settings(stage="s", table="t", bucket="b", queue_url="q")
DONE = sorted({task for spec in CATALOGUE.values() for task in spec.tasks})
LIVING = sorted(
    {task for spec in CATALOGUE.values() for task in spec.tasks if spec.lifecycle.state == "active"}
)


def policy(**changes: object) -> Policy:
    """Return what an ordinary stage says."""
    known = stage_policy(SETTINGS, NOW)
    return Policy(
        **{name: changes.get(name, getattr(known, name)) for name in Policy.__dataclass_fields__}
    )


def refused(name: str | None, task: str, **changes: object) -> Fault:
    fault = choose(name, task, policy(**changes))
    assert isinstance(fault, Fault)
    return fault


def planned_for(spec: ModelSpec, task: str, model: str | None) -> Plan:
    request = asking(spec, task, model=model)
    return plan(request, policy(), spare_seed=1, found=found(request))


def model_line(made: Plan) -> ReceiptLine:
    return next(line for line in made.receipt if line.name == "model")


@pytest.mark.parametrize("task", LIVING)
def test_every_task_of_a_living_model_has_a_model_when_none_is_named(task: str) -> None:
    spec = choose(None, task, policy())

    assert isinstance(spec, ModelSpec)
    assert task in spec.tasks
    assert spec.lifecycle.state == "active"


@pytest.mark.parametrize("task", DEFAULTS)
def test_the_default_of_a_task_does_it(task: str) -> None:
    spec = find(DEFAULTS[task])

    assert spec
    assert task in spec.tasks
    assert DEFAULTS[task] == spec.name


def test_a_stage_may_say_otherwise() -> None:
    ultra = choose(None, "image_to_image", policy(task_models={"image_to_image": "best-of-all"}))
    assert isinstance(ultra, Fault)

    said = policy(task_models={"image_to_image": "stable-image-ultra"})
    spec = choose(None, "image_to_image", said)

    assert isinstance(spec, ModelSpec)
    assert spec.name == "stable-image-ultra"


@pytest.mark.parametrize(
    ("intent", "task", "name"),
    [
        ("fast", "text_to_image", "stable-image-core"),
        ("balanced", "image_to_image", "sd3-5-large"),
        ("best", "image_to_image", "stable-image-ultra"),
        ("fast", "image_to_image", "sd3-5-large"),
        ("best", "inpaint", "stable-image-inpaint"),
        ("fast", "upscale_creative", "stable-creative-upscale"),
    ],
)
def test_an_intent_is_its_model_where_that_does_the_task_else_the_tasks_default(
    intent: str, task: str, name: str
) -> None:
    spec = choose(intent, task, policy())

    assert isinstance(spec, ModelSpec)
    assert spec.name == name


def test_the_receipt_says_that_the_intents_model_was_not_taken() -> None:
    inpaint = CATALOGUE["us.stability.stable-image-inpaint-v1:0"]

    line = model_line(planned_for(inpaint, "inpaint", "best"))

    assert (line.requested, line.used, line.status) == ("best", inpaint.id, "defaulted")
    assert "stable-image-ultra, which does not do inpaint" in line.reason


def test_an_intent_whose_model_does_the_task_is_applied() -> None:
    ultra = CATALOGUE["stability.stable-image-ultra-v1:1"]

    line = model_line(planned_for(ultra, "image_to_image", "best"))

    assert (line.requested, line.used, line.status, line.reason) == (
        "best",
        ultra.id,
        "applied",
        "",
    )


def test_a_model_that_is_named_is_never_another_one() -> None:
    fault = refused("stable-image-core", "inpaint")

    assert (fault.pointer, fault.code) == ("/task", "unknown_task")
    assert fault.detail.startswith("stable-image-core does: text_to_image; inpaint is done by ")


@pytest.mark.parametrize("name", ["nonsense", "stable-image-core"])
@pytest.mark.parametrize("task", LIVING)
def test_a_refusal_names_those_that_do_the_task_and_run_here(name: str, task: str) -> None:
    if name == "stable-image-core" and task == "text_to_image":
        return
    fault = refused(name, task)

    said = fault.detail.partition(f"{task} is done by ")[2].partition(", or an intent")[0]
    assert set(said.split(", ")) == {
        spec.name
        for spec in CATALOGUE.values()
        if task in spec.tasks and spec.lifecycle.state == "active"
    }


def test_words_for_a_region_that_a_model_does_not_read_are_pointed_to_who_does() -> None:
    inpaint = CATALOGUE["us.stability.stable-image-inpaint-v1:0"]
    request = asking(inpaint, "inpaint", parameters={"mask_prompt": "the car"})

    with pytest.raises(InvalidRequest) as refusal:
        plan(request, policy(), spare_seed=1, found=found(request))

    [fault] = refusal.value.faults
    assert (fault.pointer, fault.code) == ("/parameters/mask_prompt", "unknown_parameter")
    assert "ask for search_replace with search_prompt" in fault.detail
    assert "to take it away, for erase with a mask" in fault.detail
    searching = planned_for(CATALOGUE[SEARCH_REPLACE], "search_replace", None)
    erasing = planned_for(CATALOGUE[ERASE], "erase", None)
    assert "search_prompt" in searching.calls[0].parameters
    assert "mask" in erasing.calls[0].inputs


def test_a_task_that_nobody_does_is_refused() -> None:
    assert "no model here does compose_music" in refused(None, "compose_music").detail


@pytest.mark.parametrize(("spec", "task"), TASKS)
def test_the_bare_id_of_a_model_behind_a_profile_means_its_row(spec: ModelSpec, task: str) -> None:
    made = choose(spec.foundation, task, policy(on_retired="serve", other_regions=spec.regions))

    assert made is spec
