"""From what a client names to a row: an id, a short name, an intent, or nothing."""

from functions.catalogue import CATALOGUE, find
from functions.catalogue.lifecycle import stand_in
from functions.catalogue.policy import Policy
from functions.catalogue.spec import ModelSpec
from functions.domain.errors import Fault


def choose(name: str | None, task: str, policy: Policy) -> ModelSpec | Fault:
    """Return the row that `name` means on this stage, or what is wrong with it.

    An unknown name is never routed to some default: a picture by the wrong
    model is a bill for nothing.
    """
    meant = policy.model_for(task) if name is None else policy.intents.get(name, name)
    spec = find(meant)
    if spec is None:
        names = ", ".join(sorted(row.name for row in CATALOGUE.values()))
        intents = ", ".join(policy.intents)
        detail = f"unknown model {meant!r}; one of {names}, or an intent: {intents}"
        return Fault("/model", "unknown_model", detail)
    if policy.region_of(spec) is None and not stand_in(spec, policy):
        where, here = ", ".join(spec.regions), ", ".join((policy.region, *policy.other_regions))
        detail = f"{spec.name} runs in {where}; this deployment paints in {here}"
        return Fault("/model", "not_in_region", detail)
    return spec
