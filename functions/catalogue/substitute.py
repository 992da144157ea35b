"""Which model is called for a request, where the one that is meant has ended.

Its successor, if that does the task; else the task's counterpart. What a stage calls
itself, or refuses, passes here too: this is where a row becomes what is paid.
"""

from dataclasses import replace

from functions.catalogue.counterparts import COUNTERPARTS, Counterpart, Missing
from functions.catalogue.lifecycle import admit, ended, heir, living
from functions.catalogue.policy import Policy
from functions.catalogue.spec import ModelSpec, Task
from functions.domain.errors import Fault
from functions.domain.frozen import frozen
from functions.domain.request import GenerationRequest


@frozen
class Called:
    """The model that is called, and the one that was meant: another, where that ended.

    Attributes:
        spec: Its row: what is planned, priced and paid.
        way: How the task that was meant becomes the one that it is asked for.
        meant: The row that the client named.
        reason: Why they differ; empty where they do not.
        missing: What of the request no model that lives can do.
    """

    spec: ModelSpec
    way: Counterpart
    meant: ModelSpec
    reason: str = ""
    missing: Fault | None = None

    @property
    def task(self) -> Task:
        """What it takes for the task that it is asked for."""
        return self.spec.tasks[self.way.task]


def called(spec: ModelSpec, request: GenerationRequest, policy: Policy) -> Called:
    """Return the model that is called for a request that means `spec`.

    Args:
        spec: The row that the client means; it does the request's task.
        request: What is asked for; of a sweep, its first cell.
        policy: What the stage says about models.

    Raises:
        ModelRetired: it ended, and the stage refuses or has nothing in its place.
    """
    itself = Called(spec, Counterpart(spec.id, request.task), spec)
    if policy.on_retired == "serve" or not policy.retired(spec):
        return itself
    ways = _ways(spec, request.task, policy)
    way = next((each for each in ways if each.when(request)), None)
    if policy.on_retired == "substitute" and isinstance(way, Missing):
        detail = f"{ended(spec, policy)}, and {way.instead}"
        return replace(itself, missing=Fault(way.pointer, "no_counterpart", detail))
    if isinstance(way, Counterpart) and (other := _stand_in(way, policy)):
        reason = f"{ended(spec, policy)}; {other.title} takes its place"
        return Called(other, way, spec, reason)
    admit(spec, policy, instead=_instead(way, request.task, policy))
    return itself


def replaced(spec: ModelSpec, policy: Policy, task: str | None = None) -> bool:
    """Whether this stage calls another model in the place of an ended one.

    Args:
        spec: The ended one.
        policy: What the stage says about models.
        task: For this task; None: for any of its own.
    """
    if not policy.retired(spec):
        return False
    tasks = spec.tasks if task is None else [task]
    ways = [way for each in tasks for way in _ways(spec, each, policy)]
    return any(_stand_in(way, policy) for way in ways if isinstance(way, Counterpart))


def _ways(spec: ModelSpec, task: str, policy: Policy) -> tuple[Counterpart | Missing, ...]:
    """Return what there is in the place of a task, in models that live today."""
    following = heir(spec, policy)
    if following and task in following.tasks:
        return (Counterpart(following.id, task),)
    found: list[Counterpart | Missing] = []
    for way in COUNTERPARTS.get(spec.family, {}).get(task, ()):
        if isinstance(way, Missing):
            found.append(way)
        elif (row := living(way.model, policy)) and way.task in row.tasks:
            found.append(replace(way, model=row.id))
    return tuple(found)


def _stand_in(way: Counterpart, policy: Policy) -> ModelSpec | None:
    """Return the model of a way, if this stage substitutes and runs it."""
    row = living(way.model, policy) if policy.on_retired == "substitute" else None
    return row if row and policy.runs(row) else None


def _instead(way: Counterpart | Missing | None, task: str, policy: Policy) -> str:
    """Say what a client may ask for where the stage refuses."""
    if way is None:
        return ""
    if isinstance(way, Missing):
        return f"As to a successor, {way.instead}."
    asked = "" if way.task == task else f" for {way.task}"
    row = living(way.model, policy)
    return f"Use {row.id if row else way.model}{asked} instead."
