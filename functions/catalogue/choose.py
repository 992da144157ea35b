"""From what a client names to a row: an id, a short name, an intent, or nothing."""

from functions.catalogue import CATALOGUE, find
from functions.catalogue.policy import Policy
from functions.catalogue.spec import ModelSpec
from functions.catalogue.substitute import replaced
from functions.domain.errors import Fault


def choose(name: str | None, task: str, policy: Policy) -> ModelSpec | Fault:
    """Return the row that `name` means on this stage, or what is wrong with it.

    An unknown name is never routed to some default: a picture by the wrong
    model is a bill for nothing. An intent is a wish, not a name: where its model
    does not do the task, the task's default is meant.
    """
    meant = _meant(name, task, policy)
    spec = find(meant)
    if spec is None:
        intents = ", ".join(policy.intents)
        detail = f"unknown model {meant!r}; {doing(task, policy)}, or an intent: {intents}"
        return Fault("/model", "unknown_model", detail)
    if task not in spec.tasks:
        detail = f"{spec.name} does: {', '.join(spec.tasks)}; {doing(task, policy)}"
        return Fault("/task", "unknown_task", detail)
    if policy.region_of(spec) is None and not replaced(spec, policy):
        where, here = ", ".join(spec.regions), ", ".join((policy.region, *policy.other_regions))
        detail = f"{spec.name} runs in {where}; this deployment paints in {here}"
        return Fault("/model", "not_in_region", detail)
    return spec


def instead(name: str | None, task: str, policy: Policy) -> str:
    """Say why an intent's own model is not the one that is meant; empty where it is."""
    wish = policy.intents.get(name or "")
    own = find(wish) if wish else None
    if own is None or task in own.tasks:
        return ""
    return f"{name} is {own.name}, which does not do {task}; the default for {task} is taken"


def doing(task: str, policy: Policy) -> str:
    """Return who does a task here, in words."""
    names = [
        spec.name
        for spec in CATALOGUE.values()
        if task in spec.tasks and (policy.runs(spec) or replaced(spec, policy, task))
    ]
    return f"{task} is done by {', '.join(names)}" if names else f"no model here does {task}"


def _meant(name: str | None, task: str, policy: Policy) -> str:
    if name is None or instead(name, task, policy):
        return policy.model_for(task)
    return policy.intents.get(name, name)
