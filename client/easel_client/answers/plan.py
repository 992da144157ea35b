"""What a request would do and cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from easel_client.answers.generation import Line
from easel_client.answers.money import Chosen
from easel_client.reading import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned(Answer):
    """One thing that a model will probably not honour, or that is soon to change."""

    code: str
    pointer: str
    detail: str
    found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Price(Answer):
    """What a plan would cost."""

    currency: str = "USD"
    each: tuple[Decimal, ...]
    total: Decimal
    left_this_month: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Answer):
    """One cell of a sweep; without a sweep there is one, with no values."""

    values: Mapping[str, Any]
    prompt: str
    negative_prompt: str | None
    seeds: tuple[int, ...]
    each: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake(Answer):
    """Why a model cannot take the request."""

    pointer: str
    code: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative(Answer):
    """Another model that does the task, and what it would make of the request.

    Attributes:
        total: Price of all images; None where it cannot.
        drops: What it would approximate or leave out.
    """

    id: str
    name: str
    title: str
    total: Decimal | None
    state: str
    end_of_life: str | None
    drops: tuple[Line, ...]
    faults: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Answer):
    """What a request would do; nothing was spent.

    Attributes:
        wait_seconds: Median of your latest images by this model; None where there are none.
    """

    model: Chosen
    calls: int
    prompt: str
    seeds: tuple[int, ...]
    cells: tuple[Cell, ...]
    price: Price
    receipt: tuple[Line, ...]
    warnings: tuple[Warned, ...]
    wait_seconds: float | None = None
    alternatives: tuple[Alternative, ...] = ()
