"""A rule of a fault: which calls go wrong, and how; and how a rule is read."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from emulator.kinds import KINDS, Kind
from emulator.writing.models import TEXT_MODELS
from functions.catalogue import CATALOGUE


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Which calls go wrong, and how.

    Attributes:
        kind: A name in `KINDS`.
        next: Strikes so many calls, then none; or
        share: strikes this share of calls, (0, 1]. With neither: every call.
        seed: Decides which calls a share strikes.
        model: Strikes calls of this model only.
        after: Lets so many matching calls pass first.
        seconds: How late an answer comes, or how long its body takes.
        per_minute: Calls a minute that a rate limit lets pass, of each model and Region.
        billed: Whether a call that ended with an error is billed all the same.
    """

    kind: str
    next: int | None = None
    share: float | None = None
    seed: int = 0
    model: str | None = None
    after: int = 0
    seconds: float = 1.0
    per_minute: int = 60
    billed: bool = False

    @property
    def does(self) -> Kind:
        """What happens to a call that is struck."""
        return KINDS[self.kind]

    def said(self) -> dict[str, Any]:
        """Return what the rule says: what differs from silence, and what its kind takes."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        silence = {each.name: each.default for each in fields(self)}
        takes = self.does.takes
        return {name: v for name, v in values.items() if name in takes or v != silence[name]}


class WrongRule(ValueError):
    """A rule that says nothing this emulator can do; its text says what it can."""


MODELS = (*CATALOGUE, *TEXT_MODELS)
_EVERY = ("kind", "next", "share", "seed", "model", "after")
FIELDS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "kind": (f"one of {', '.join(KINDS)}", lambda value: value in KINDS),
    "next": ("a whole number from 1", lambda value: _whole(value, 1)),
    "share": ("a number above 0, at most 1", lambda value: _number(value) and 0 < value <= 1),
    "seed": ("a whole number", lambda value: _whole(value, None)),
    "model": (f"one of {', '.join(MODELS)}", lambda value: value in MODELS),
    "after": ("a whole number from 0", lambda value: _whole(value, 0)),
    "seconds": ("0 to 3600", lambda value: _number(value) and 0 <= value <= 3600),
    "per_minute": ("a whole number from 1", lambda value: _whole(value, 1)),
    "billed": ("true or false", lambda value: isinstance(value, bool)),
}
"""What each field of a rule may be: in words, and as a check."""


def read(body: Any) -> list[Rule]:
    """Read `{"faults": [...]}`; all of it or nothing.

    Raises:
        WrongRule: With the next step.
    """
    if (
        not isinstance(body, dict)
        or set(body) != {"faults"}
        or not isinstance(body["faults"], list)
    ):
        raise WrongRule('Send {"faults": [{"kind": ..., "next": 1}, ...]} and nothing beside it.')
    return [_rule(each) for each in body["faults"]]


def _rule(said: Any) -> Rule:
    if not isinstance(said, dict) or not isinstance(said.get("kind"), str):
        raise WrongRule(f"A fault is an object with a kind: {FIELDS['kind'][0]}.")
    for name, value in said.items():
        if name not in FIELDS:
            raise WrongRule(f"{name!r} is no field of a fault; there are {', '.join(FIELDS)}.")
        wanted, fits = FIELDS[name]
        if not isinstance(value, str | int | float) or not fits(value):
            raise WrongRule(f"{name} {value!r} must be {wanted}.")
    _together(said)
    return Rule(**said)


def _together(said: dict[str, Any]) -> None:
    """Refuse fields that do not belong together."""
    kind = said["kind"]
    takes = {*_EVERY, *KINDS[kind].takes}
    strange = [name for name in said if name not in takes]
    if strange:
        raise WrongRule(f"{kind} takes no {strange[0]}; it takes {', '.join(sorted(takes))}.")
    if "next" in said and "share" in said:
        raise WrongRule("Say next or share, not both.")
    if kind == "rate_limit" and not ("per_minute" in said and {"next", "share"}.isdisjoint(said)):
        raise WrongRule("rate_limit takes per_minute, and neither next nor share.")


def _whole(value: Any, least: int | None) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return whole and (least is None or value >= least)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
