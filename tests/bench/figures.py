"""What a benchmark comes to: figures beside their goals, as one table."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured number.

    Attributes:
        name: What was measured.
        value: The number.
        unit: Of the number; a ratio names what it is divided by.
        goal: It shall be at most this; None where there is none.
        beside: The peers or floors of the same run, in words.
    """

    name: str
    value: float
    unit: str = ""
    goal: float | None = None
    beside: str = ""

    @property
    def verdict(self) -> str:
        if self.goal is None:
            return ""
        return "met" if self.value <= self.goal else "MISSED"


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as a table that Markdown and people read."""
    rows = [("figure", "goal", "measured", "", "beside it")]
    rows += [
        (
            each.name,
            _number(each.goal),
            f"{_number(each.value)} {each.unit}".strip(),
            each.verdict,
            each.beside,
        )
        for each in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["| " + " | ".join(map(str.ljust, row, widths)) + " |" for row in rows]
    return "\n".join(
        [lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]]
    )


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
