"""What each outcome of a model call means: who pays, and what happens next.

One table; the painter follows it and the emulator's ledger is held against it.
AWS does not say who pays for an interrupted call, so those are `unknown` and
count as spent: a budget must stop too early rather than too late.
"""

from typing import Literal

from functions.domain.frozen import frozen

Billed = Literal["yes", "no", "unknown"]
Then = Literal["finish", "filter", "again", "later", "once_more", "fail"]
Outcome = Literal[
    "succeeded",
    "filtered",
    "blocked",
    "not_sent",
    "throttled",
    "refused",
    "interrupted",
    "unreadable",
]

MAX_UNSENT = 3
"""Attempts that never left this machine, before an image fails."""


@frozen
class Rule:
    """Who pays for an outcome, and what the painter does next."""

    billed: Billed
    then: Then


RULES: dict[Outcome, Rule] = {
    "succeeded": Rule(billed="yes", then="finish"),
    "filtered": Rule(billed="yes", then="filter"),
    "blocked": Rule(billed="no", then="filter"),
    "not_sent": Rule(billed="no", then="again"),
    "throttled": Rule(billed="no", then="later"),
    "refused": Rule(billed="no", then="fail"),
    "interrupted": Rule(billed="unknown", then="once_more"),
    "unreadable": Rule(billed="yes", then="fail"),
}


class CallFailed(Exception):
    """A model call that brought no reply body, already sorted into an outcome."""

    def __init__(self, outcome: Outcome, detail: str, request_id: str | None = None) -> None:
        """Keep Bedrock's own words and request id for the attempt's record."""
        super().__init__(detail)
        self.outcome: Outcome = outcome
        self.detail = detail
        self.request_id = request_id
