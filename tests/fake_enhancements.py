"""The enhancements' twin: part of the records, under their lock and in their budgets."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from functions.domain.enhancement import Enhancement
from functions.domain.ledger import ENHANCEMENT, Budget, Changed, Due, Idempotency
from functions.domain.money import Micro
from functions.domain.outcome import CallFailed
from functions.domain.rewrite import Rewritten
from functions.domain.writing import Order, Tokens, Written


@dataclass
class FakeEnhancements:
    """What `FakeRecords` keeps of enhancements."""

    enhancements_: dict[tuple[str, str], Enhancement] = field(default_factory=dict, kw_only=True)
    results_: dict[tuple[str, str], Rewritten] = field(default_factory=dict, kw_only=True)

    if TYPE_CHECKING:
        keys_: dict[tuple[str, str], tuple[Idempotency, str]]
        budgets_: dict[tuple[str, str], Budget]
        due_: set[Due]
        lock: AbstractContextManager[Any]

        def recall(self, tenant: str, idempotency: Idempotency, *, now: datetime) -> None: ...
        def budget(self, tenant: str, month: str, limit: Micro) -> Budget: ...
        def _conflict(self) -> None: ...
        def _book(self, tenant: str, month: str, limit: Micro, *, committed: Micro) -> None: ...

    def begin(
        self, enhancement: Enhancement, idempotency: Idempotency | None, *, limit: Micro
    ) -> None:
        with self.lock:
            self._conflict()
            tenant, ulid = enhancement.tenant, enhancement.ulid
            if idempotency:
                self.recall(tenant, idempotency, now=enhancement.created_at)
            self._book(tenant, enhancement.month, limit, committed=enhancement.reserved)
            if idempotency:
                self.keys_[tenant, idempotency.key] = (idempotency, ulid)
                self.results_.pop((tenant, idempotency.key), None)
            self.enhancements_[tenant, ulid] = enhancement
            self.due_.add(Due(enhancement.due_at, tenant, ulid, ENHANCEMENT))

    def settle(self, ended: Enhancement, rewritten: Rewritten | None = None) -> None:
        with self.lock:
            self._conflict()
            place = (ended.tenant, ended.ulid)
            stands = self.enhancements_.get(place)
            if stands is None or not stands.running:
                raise Changed(ended.ulid)
            self.enhancements_[place] = ended
            self.due_.discard(Due(ended.due_at, *place, ENHANCEMENT))
            budget = self.budget(ended.tenant, ended.month, 0)
            self.budgets_[ended.tenant, ended.month] = replace(
                budget,
                committed=budget.committed + ended.held - ended.reserved,
                spent=budget.spent + ended.spent,
                unknown=budget.unknown + ended.unknown,
                enhancements=budget.enhancements + ended.counts,
                enhancements_spent=budget.enhancements_spent + ended.spent,
                enhancements_unknown=budget.enhancements_unknown + ended.unknown,
            )
            if key := ended.idempotency_key:
                if rewritten:
                    self.results_[ended.tenant, key] = rewritten
                elif not ended.counts:
                    self.keys_.pop((ended.tenant, key), None)

    def enhancement(self, tenant: str, ulid: str) -> Enhancement | None:
        return self.enhancements_.get((tenant, ulid))

    def rewritten(self, tenant: str, key: str) -> Rewritten | None:
        return self.results_.get((tenant, key))


GOOD = {
    "image_type": "photograph",
    "description": "a lake at dawn",
    "style": "cinematic",
    "details": ["golden light"],
    "negative_prompt": "people",
}


@dataclass
class FakeWriter:
    """Writes `form` each time; `script` says otherwise, one call each.

    Attributes:
        script: Words of the outcome table, or forms, for the next calls.
        bills: Who truly paid for each call, AWS's side of the story.
    """

    form: Any = field(default_factory=lambda: dict(GOOD))
    script: list[Any] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    bills: list[str] = field(default_factory=list)
    during: Sequence[Any] = ()

    def write(
        self, order: Order, model: str, *, attempt_id: str, correlation_id: str = ""
    ) -> Written:
        self.orders.append(order)
        for step in self.during:
            step()
        form = self.script.pop(0) if self.script else self.form
        if isinstance(form, BaseException):
            raise form
        if isinstance(form, str):
            raise CallFailed(form, f"{form.title()}Exception: {order.text}", "req-bad")  # type: ignore[arg-type]
        self.bills.append(attempt_id)
        return Written(form, Tokens(900, 150), "tool_use", "req-1")
