"""When a model lives: what a row says of it, overlaid by what Bedrock says."""

from dataclasses import replace
from datetime import date, datetime
from typing import Literal

from functions.domain.frozen import frozen

State = Literal["active", "legacy", "retired"]


@frozen
class Lifecycle:
    """When a model lives. Dates are days in UTC, None where AWS gives none.

    Attributes:
        state: As published on the day it was checked or read.
        launched: First day of general availability, where known.
        legacy: First day on which new customers are refused.
        end_of_life: First day on which calls fail.
        successor: Model id that takes over, or None.
        note: What is not confirmed about the dates.
        extended_access: First day of public extended access, "when users should
            expect higher pricing" (botocore's service model `bedrock`,
            2023-04-20; checked 2026-11-22).
        read_at: When Bedrock said so; None: a row says so.
    """

    state: State
    launched: date | None = None
    legacy: date | None = None
    end_of_life: date | None = None
    successor: str | None = None
    note: str = ""
    extended_access: date | None = None
    read_at: datetime | None = None

    def retired_on(self, day: date) -> bool:
        """Whether calls fail on `day`; without a date, `state` decides."""
        return day >= self.end_of_life if self.end_of_life else self.state == "retired"

    def state_on(self, day: date) -> State:
        """Return the state on `day`, which may be long after it was published."""
        if self.retired_on(day):
            return "retired"
        announced = day >= self.legacy if self.legacy else self.state == "legacy"
        return "legacy" if announced else "active"

    def extended_on(self, day: date) -> bool:
        """Whether the model lives on in extended access, at a price not confirmed."""
        return self.extended_access is not None and day >= self.extended_access

    def gone(self, now: datetime) -> "Lifecycle":
        """Return the lifecycle of a model that Bedrock listed and lists no more.

        It ended on its announced day, or today if that had not come yet.
        """
        ended = min(self.end_of_life or date.max, now.date())
        return replace(self, state="retired", end_of_life=ended, read_at=now)

    def overlaid(self, said: "Lifecycle") -> "Lifecycle":
        """Return this row's facts where Bedrock, which `said` more, says nothing.

        Of the row's own dates those go that its listing contradicts: a model
        that is listed has not ended, one that is ACTIVE is not legacy yet.
        """
        read_on = said.read_at.date() if said.read_at else date.min
        legacy = self.legacy if said.state != "active" else _later(self.legacy, read_on)
        return replace(
            self,
            state=said.state,
            launched=said.launched or self.launched,
            legacy=said.legacy or legacy,
            end_of_life=said.end_of_life or _later(self.end_of_life, read_on),
            extended_access=said.extended_access or _later(self.extended_access, read_on),
            read_at=said.read_at,
        )


def _later(day: date | None, than: date) -> date | None:
    return day if day and day > than else None
