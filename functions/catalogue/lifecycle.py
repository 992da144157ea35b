"""Whether a stage runs a model today, and what to say of its end."""

from functions.catalogue import CATALOGUE
from functions.catalogue.policy import Policy
from functions.catalogue.spec import ModelSpec
from functions.domain.caution import Caution
from functions.domain.errors import ModelRetired


def admit(spec: ModelSpec, policy: Policy, *, instead: str = "") -> None:
    """Let a model pass if it lives, or if the stage serves retired ones.

    Args:
        spec: Its row.
        policy: What the stage says about models.
        instead: What to ask for where it ended, as a sentence.

    Raises:
        ModelRetired: it ended and the stage refuses.
    """
    if policy.on_retired == "serve" or not policy.retired(spec):
        return
    life = policy.lifecycle(spec)
    when = f" on {life.end_of_life}" if life.end_of_life else ""
    told = f"{instead} " if instead else ""
    raise ModelRetired(f"{spec.id} reached the end of its life{when}. {told}Nothing was spent.")


def heir(spec: ModelSpec, policy: Policy) -> ModelSpec | None:
    """Return the model that took over and lives today, its successor's if need be."""
    return living(policy.lifecycle(spec).successor, policy, than=spec.id)


def living(model: str | None, policy: Policy, *, than: str = "") -> ModelSpec | None:
    """Return a model, or whoever took over from it, that lives today.

    Args:
        model: Its id.
        policy: What the stage says about models.
        than: Another than this one.
    """
    passed = {than}
    row = _row(model)
    while row and policy.retired(row) and row.id not in passed:
        passed.add(row.id)
        row = _row(policy.lifecycle(row).successor)
    return None if row is None or row.id in passed else row


def _row(model: str | None) -> ModelSpec | None:
    return CATALOGUE.get(model) if model else None  # no name reads no family


def ended(spec: ModelSpec, policy: Policy) -> str:
    """Say of an ended model when it did."""
    day = policy.lifecycle(spec).end_of_life or "an unconfirmed day"
    return f"{spec.title} ended on Bedrock on {day}"


def notices(spec: ModelSpec, policy: Policy) -> list[Caution]:
    """Return what a client should know of a model's end before it pays."""
    life = policy.lifecycle(spec)
    found: list[Caution] = []

    def say(code: str, detail: str) -> None:
        found.append(Caution(code, "/model", detail))

    following = heir(spec, policy)
    successor = f"its successor is {following.id if following else 'none'}"
    match life.state_on(policy.today):
        case "retired":
            say("retired", f"{ended(spec, policy)}; {successor}.")
        case "legacy":
            ends = life.end_of_life or "a day that AWS has not named"
            say("legacy", f"{spec.title} is legacy on Bedrock and ends on {ends}; {successor}.")
        case "active":
            if life.end_of_life:
                say("ending", f"{spec.title} ends on Bedrock on {life.end_of_life}; {successor}.")
    if life.extended_on(policy.today):
        say(
            "extended_access",
            f"{spec.title} is in public extended access since {life.extended_access}: "
            "AWS often charges more then, so its price here is not confirmed.",
        )
    return found
