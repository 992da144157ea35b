"""The catalogue as test parameters: a new row is tested because it is there."""

import json
from pathlib import Path
from typing import Any

import pytest

from functions.catalogue import CATALOGUE
from functions.catalogue.parameters import Choice, Number, Parameter
from functions.catalogue.plan import Plan, plan
from functions.catalogue.policy import Policy
from functions.catalogue.spec import ModelSpec
from functions.domain.errors import Fault, InvalidRequest
from functions.domain.prompt import Prompt
from functions.domain.request import GenerationRequest
from tests.samples import NOW

GOLDEN = Path(__file__).parents[2] / "golden"
ROWS = [pytest.param(spec, id=spec.name) for spec in CATALOGUE.values()]
TASKS = [
    pytest.param(spec, task, id=f"{spec.name}-{task}")
    for spec in CATALOGUE.values()
    for task in spec.tasks
]
PARAMETERS = [
    pytest.param(spec, task, parameter, id=f"{spec.name}-{task}-{parameter.name}")
    for spec in CATALOGUE.values()
    for task, takes in spec.tasks.items()
    for parameter in takes.parameters
]


def ends(parameter: Parameter) -> list[Any]:
    """Return the values at the ends of what a parameter takes; the farthest comes last."""
    if isinstance(parameter, Choice):
        return list(parameter.options)
    if isinstance(parameter, Number):
        return [parameter.minimum, parameter.maximum]
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
    good = {"text": "x", "weight": 0.5}
    beyond = 1 + 1e-9
    return [
        *(("", value) for value in (None, {}, "x", [], [good] * (parameter.most + 1), True)),
        *(("/1", [good, each]) for each in (None, "x", {}, {"text": "x"}, good | {"more": 1})),
        *(("/0/text", [good | {"text": text}]) for text in ("", " ", 1, "x" * 2001, None)),
        *(("/1/weight", [good, good | {"weight": w}]) for w in (beyond, -beyond, None, "1", True)),
        ("/0/weight", [good | {"weight": float("nan")}]),
    ]


def golden(spec: ModelSpec, task: str, kind: str) -> dict[str, Any]:
    """Return a row's golden; a row without one is not finished."""
    path = GOLDEN / spec.name / f"{task}.{kind}.json"
    if not path.exists():
        where = path.relative_to(GOLDEN.parents[1])
        pytest.fail(f"{spec.id} has no golden {kind}: write {where} from {spec.source}")
    return json.loads(path.read_text())


def policy_for(spec: ModelSpec, **changes: Any) -> Policy:
    """Return a stage that runs this row, whatever its age."""
    known = {
        "region": spec.regions[0],
        "default_model": spec.name,
        "intents": {},
        "on_retired": "serve",
        "today": NOW.date(),
    }
    return Policy(**(known | changes))


def asking(spec: ModelSpec, task: str = "text_to_image", **changes: Any) -> GenerationRequest:
    known = {"task": task, "prompt": Prompt("a lake"), "model": spec.id}
    return GenerationRequest(**(known | changes))


def planned(
    spec: ModelSpec, task: str = "text_to_image", *, spare_seed: int = 12345, **changes: Any
) -> Plan:
    request = asking(spec, task, **changes)
    return plan(request, policy_for(spec), spare_seed=spare_seed)


def faults(spec: ModelSpec, task: str = "text_to_image", **changes: Any) -> list[Fault]:
    """Return what is wrong with a request; it must be refused."""
    with pytest.raises(InvalidRequest) as refusal:
        planned(spec, task, **changes)
    return list(refusal.value.faults)


def only_fault(spec: ModelSpec, task: str = "text_to_image", **changes: Any) -> Fault:
    [fault] = faults(spec, task, **changes)
    return fault
