"""What things cost, and which model was asked."""

from dataclasses import dataclass
from decimal import Decimal

from easel_client.reading import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost(Answer):
    """What a generation or an image costs.

    Attributes:
        unknown: May have been billed; counts as spent.
    """

    currency: str = "USD"
    estimated: Decimal
    spent: Decimal
    unknown: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen(Answer):
    """Which model was asked for, and which is used."""

    requested: str | None
    used: str
