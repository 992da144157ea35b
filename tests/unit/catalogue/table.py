"""The catalogue as test parameters: a new row is tested because it is there."""

from collections.abc import Mapping
from typing import Any

import pytest

from functions.catalogue import CATALOGUE
from functions.catalogue.colors import Colors
from functions.catalogue.parameters import Choice, Number, Parameter, Words
from functions.catalogue.plan import Plan, plan
from functions.catalogue.policy import Policy
from functions.catalogue.spec import ModelSpec
from functions.domain.errors import Fault, InvalidRequest
from functions.domain.prompt import Prompt
from functions.domain.request import GenerationRequest
from functions.domain.source import Findings, Source
from tests.goldens import measured
from tests.samples import NOW

ROWS = [pytest.param(spec, id=spec.name) for spec in CATALOGUE.values()]
TASKS = [
    pytest.param(spec, task, id=f"{spec.name}-{task}")
    for spec in CATALOGUE.values()
    for task in spec.tasks
]
SIZED = [each for each in TASKS if each.values[0].tasks[each.values[1]].canvas]
"""Tasks whose size the client chooses."""
SEEDED = [each for each in TASKS if each.values[0].tasks[each.values[1]].seeded]
PROMPTED = [each for each in TASKS if each.values[0].tasks[each.values[1]].prompt_required]
PARAMETERS = [
    pytest.param(spec, task, parameter, id=f"{spec.name}-{task}-{parameter.name}")
    for spec in CATALOGUE.values()
    for task, takes in spec.tasks.items()
    for parameter in takes.parameters
]

TOGETHER: Mapping[str, Mapping[str, Any]] = {
    "outpaint": {"left": 64, "down": 64},
    "virtual_try_on": {"garment_class": "footwear"},
}
"""What a task cannot do without, beside parameters that are required one by one."""

REGIONS = frozenset({"mask", "mask_prompt", "garment_class"})
"""Ways to say where something is done: one at a time."""

WORN = frozenset({"garment_class", "long_sleeve_style", "tucking_style", "outer_layer_style"})
"""What is said of a garment, and of nothing else."""


def first_task(spec: ModelSpec) -> str:
    return next(iter(spec.tasks))


def least(spec: ModelSpec, task: str) -> dict[str, Any]:
    """Return the parameters without which a task is refused."""
    known = {each.name: each for each in spec.tasks[task].parameters}
    needed = {name: ends(each)[0] for name, each in known.items() if each.required}
    return needed | together(spec, task)


def parts(spec: ModelSpec, task: str) -> list[str]:
    """Return the pictures without which a task is refused; a mask, where it takes one."""
    takes = spec.tasks[task]
    masked = takes.mask is not None and takes.mask.required
    return [rule.part for rule in takes.pictures if rule.required] + ["mask"] * masked


def together(spec: ModelSpec, task: str) -> dict[str, Any]:
    """Return what a task cannot do without, of the parameters that this row has."""
    known = {each.name for each in spec.tasks[task].parameters}
    return {name: value for name, value in TOGETHER.get(task, {}).items() if name in known}


def regions(spec: ModelSpec, task: str) -> list[str]:
    """Return the ways to say a task's region; one that is empty where it has none."""
    takes = spec.tasks[task]
    known = [each.name for each in takes.parameters if each.name in REGIONS]
    return [*(["mask"] if takes.mask else []), *known] or [""]


def fullest(spec: ModelSpec, task: str) -> dict[str, Any]:
    """Return all parameters that go together, each at its farthest end."""
    known = {each.name: ends(each)[-1] for each in spec.tasks[task].parameters}
    return {name: value for name, value in known.items() if name != "mask_prompt"}


def ends(parameter: Parameter) -> list[Any]:
    """Return the values at the ends of what a parameter takes; the farthest comes last."""
    if isinstance(parameter, Choice):
        return list(parameter.options)
    if isinstance(parameter, Number):
        return [parameter.minimum, parameter.maximum]
    if isinstance(parameter, Words):
        return ["x", "x" * parameter.limit]
    if isinstance(parameter, Colors):
        return [["#000000"], ["#FFffFF"] * parameter.most]
    return [
        [{"text": "x", "weight": -1}],
        [{"text": "x" * parameter.limit, "weight": 1.0}] * parameter.most,
    ]


def wrong(parameter: Parameter) -> list[tuple[str, Any]]:
    """Return values that a parameter does not take, each after where it is wrong."""
    if isinstance(parameter, Choice):
        values = ["", "nonsense", None, 1, parameter.options[0].swapcase(), [parameter.options[0]]]
        return [("", value) for value in values]
    if isinstance(parameter, Number):
        step = 1 if parameter.integer else 0.001
        odd = [parameter.minimum + 0.5] if parameter.integer else []
        far = [parameter.minimum - step, parameter.maximum + step, float("inf"), float("nan")]
        return [("", value) for value in (*far, *odd, None, True, str(parameter.default), [])]
    if isinstance(parameter, Words):
        return [("", v) for v in (None, "", " ", "\u200b", "x" * (parameter.limit + 1), 1, ["x"])]
    if isinstance(parameter, Colors):
        many = ["#000000"] * (parameter.most + 1)
        odd = ("#000", "#0000000", "000000", "#00000G", "#000000\n", "red", 0, None)
        return [
            *(("", value) for value in (None, [], many, "#000000", {"#000000": 1}, 0)),
            *(("/1", ["#000000", color]) for color in odd),
        ]
    good = {"text": "x", "weight": 0.5}
    beyond = 1 + 1e-9
    return [
        *(("", value) for value in (None, {}, "x", [], [good] * (parameter.most + 1), True)),
        *(("/1", [good, each]) for each in (None, "x", {}, {"text": "x"}, good | {"more": 1})),
        *(("/0/text", [good | {"text": text}]) for text in ("", " ", 1, "x" * 2001, None)),
        *(("/1/weight", [good, good | {"weight": w}]) for w in (beyond, -beyond, None, "1", True)),
        ("/0/weight", [good | {"weight": float("nan")}]),
    ]


def policy_for(spec: ModelSpec, **changes: Any) -> Policy:
    """Return a stage that runs this row, whatever its age."""
    known = {
        "region": spec.regions[0],
        "default_model": spec.name,
        "task_models": {task: spec.name for task in spec.tasks if task != "text_to_image"},
        "intents": {},
        "on_retired": "serve",
        "today": NOW.date(),
    }
    return Policy(**(known | changes))


def asking(spec: ModelSpec, task: str | None = None, **changes: Any) -> GenerationRequest:
    """Return the least that a task takes, with changes; parameters are added to it.

    Where the changes say a region in one way, the least does not say it in another.
    """
    task = task or first_task(spec)
    known: dict[str, Any] = {"task": task, "prompt": Prompt("a lake"), "model": spec.id}
    if task in spec.tasks:
        own, swept = dict(changes.get("parameters", {})), changes.get("sweep", ())
        taken = {"mask", *(each.name for each in spec.tasks[task].parameters)}
        told = REGIONS & taken & {*own, *swept, *changes.get("pictures", ())}
        apart = {*swept, *(REGIONS - told if told else ())}
        needed = {n: value for n, value in least(spec, task).items() if n not in apart}
        pictures = [part for part in parts(spec, task) if part not in apart]
        known["prompt"] = Prompt("a lake" if spec.tasks[task].prompt_limit else "")
        known["pictures"] = {part: Source("inline", part) for part in pictures}
        changes["parameters"] = needed | own
    return GenerationRequest(**(known | changes))


def found(request: GenerationRequest, **pictures: Mapping[str, Any]) -> Findings:
    """Return what is measured of a request's pictures; `pictures` say what is special."""
    return {part: measured(part, **pictures.get(part, {})) for part in request.pictures}


def planned(
    spec: ModelSpec,
    task: str | None = None,
    *,
    spare_seed: int = 12345,
    facts: Mapping[str, Mapping[str, Any]] | None = None,
    **changes: Any,
) -> Plan:
    """Plan the least that a task takes, with changes.

    Args:
        spec: The model.
        task: The task; None: the model's first.
        spare_seed: The seed where none is asked.
        facts: What is special of the pictures that come along, by their part.
        **changes: Fields of the request.
    """
    request = asking(spec, task, **changes)
    pictures = found(request, **(facts or {}))
    return plan(request, policy_for(spec), spare_seed=spare_seed, found=pictures)


def faults(spec: ModelSpec, task: str | None = None, **changes: Any) -> list[Fault]:
    """Return what is wrong with a request; it must be refused."""
    with pytest.raises(InvalidRequest) as refusal:
        planned(spec, task, **changes)
    return list(refusal.value.faults)


def only_fault(spec: ModelSpec, task: str | None = None, **changes: Any) -> Fault:
    [fault] = faults(spec, task, **changes)
    return fault
