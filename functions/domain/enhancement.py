"""An enhancement: one paid call of the text model, as the money remembers it.

Neither the brief nor the prompt that became of it stands here: a record of money is kept,
words are not. The prompt waits beside the client's idempotency key, and goes with it.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from functions.domain.frozen import frozen
from functions.domain.money import Micro
from functions.domain.outcome import RULES, Billed, Outcome
from functions.domain.writing import Tokens

LEASE = timedelta(seconds=60)
"""After this nobody can be waiting for the call: the door itself ends after 29 s."""

UNREAD = Tokens(0, 0)

Status = Literal["running", "succeeded", "failed"]


@frozen(kw_only=True)
class Enhancement:
    """One call of the text model, from its reservation to its bill.

    Attributes:
        tenant: Who pays.
        key_id: The key that asked.
        ulid: Names it, also to the model's logs.
        model: The text model's id.
        month: The budget's month that it is booked into.
        reserved: The most that it can cost, in micro-dollars.
        created_at: When its price was reserved.
        due_at: When the caretaker ends it, if nobody else has.
        idempotency_key: The client's key for it, empty without one.
        status: `running` until the bill is known, or known to be unknown.
        outcome: A word of the outcome table.
        billed: Who pays, by that table.
        spent: What it cost.
        unknown: What it may have cost.
        tokens: What was read and written.
        request_id: AWS's id of the call.
        problem: Why there is no prompt, in words of ours.
        completed_at: When it was settled.
        correlation_id: The gateway's id of the request that asked.
    """

    tenant: str
    key_id: str
    ulid: str
    model: str
    month: str
    reserved: Micro
    created_at: datetime
    due_at: datetime
    idempotency_key: str = ""
    status: Status = "running"
    outcome: Outcome | None = None
    billed: Billed | None = None
    spent: Micro = 0
    unknown: Micro = 0
    tokens: Tokens = UNREAD
    request_id: str | None = None
    problem: str = ""
    completed_at: datetime | None = None
    correlation_id: str = ""

    @property
    def running(self) -> bool:
        """Whether its call may still be out."""
        return self.status == "running"

    @property
    def held(self) -> Micro:
        """What it takes of its month's budget now."""
        return self.reserved if self.running else self.spent + self.unknown

    @property
    def counts(self) -> bool:
        """Whether it cost something, or may have."""
        return self.billed in ("yes", "unknown")

    def written(
        self, cost: Micro, tokens: Tokens, *, now: datetime, request_id: str | None, problem: str
    ) -> "Enhancement":
        """Return it billed by its tokens; with a problem, nothing usable came of them."""
        return replace(
            self._ended("unreadable" if problem else "succeeded", now),
            spent=cost,
            tokens=tokens,
            request_id=request_id,
            problem=problem,
        )

    def unanswered(
        self, outcome: Outcome, problem: str, *, now: datetime, request_id: str | None = None
    ) -> "Enhancement":
        """Return it ended without a reply that can be read.

        A bill that nobody can know is the whole reservation, as `unknown`: also that of a
        reply whose tokens cannot be read.
        """
        ended = replace(self._ended(outcome, now), request_id=request_id, problem=problem)
        free = RULES[outcome].billed == "no"
        return ended if free else replace(ended, billed="unknown", unknown=self.reserved)

    def _ended(self, outcome: Outcome, now: datetime) -> "Enhancement":
        good = outcome == "succeeded"
        return replace(
            self,
            status="succeeded" if good else "failed",
            outcome=outcome,
            billed=RULES[outcome].billed,
            completed_at=now,
        )
