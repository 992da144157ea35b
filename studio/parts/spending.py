"""A month's spending as numbers: shares of the limit, and sums by model."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from easel_client import Generation, Usage


@dataclass(frozen=True, slots=True)
class Line:
    """What one model was asked for, and cost; what may have been billed counts."""

    model: str
    requests: int = 0
    images: int = 0
    spent: Decimal = Decimal(0)

    def plus(self, one: Generation) -> "Line":
        """Return the line with one request more."""
        return Line(
            self.model,
            self.requests + 1,
            self.images + one.counts.total,
            self.spent + one.cost.spent + one.cost.unknown,
        )


def by_model(generations: Iterable[Generation]) -> list[Line]:
    """Return a line for each model, the dearest first."""
    lines: dict[str, Line] = {}
    for each in generations:
        name = each.model.used
        lines[name] = lines.get(name, Line(name)).plus(each)
    return sorted(lines.values(), key=lambda line: (-line.spent, line.model))


def shares(usage: Usage) -> dict[str, float]:
    """Return what part of the limit is spent, unknown, reserved and left, 0 to 1.

    A month that went over a limit which was lowered since fills the whole bar.
    """
    whole = max(usage.limit, usage.spent + usage.unknown + usage.reserved) or Decimal(1)
    parts = {
        "spent": usage.spent,
        "unknown": usage.unknown,
        "reserved": usage.reserved,
        "left": max(usage.left, Decimal(0)),
    }
    return {name: float(part / whole) for name, part in parts.items()}
