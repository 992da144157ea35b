"""A row of the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from easel_client.reading import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifecycle(Answer):
    """When a model lives: `active`, `legacy` or `retired`; days in UTC."""

    state: str
    launched: str | None
    legacy: str | None
    extended_access: str | None
    end_of_life: str | None
    successor: str | None
    note: str | None
    source: str
    read_at: datetime | None
    checked: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceTable(Answer):
    """What a model's images cost."""

    currency: str = "USD"
    per_image: Mapping[str, Decimal]
    source: str
    checked: str
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeRule(Answer):
    """Any width and height that keep to this, in pixels, ends included."""

    minimum: int
    maximum: int
    multiple_of: int
    most_pixels: int
    widest_ratio: str
    tallest_ratio: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Answer):
    """What a model takes for one task.

    Attributes:
        prompt_limit: Characters; 0: reads none.
        aspect_ratios: Ratio to size in pixels.
        any_size: None where `sizes` are all that there are.
        pictures: The pictures that it takes, by their field.
        mask: The mask that it takes; None: none.
        parameters: JSON Schema of `parameters`.
    """

    prompt_limit: int
    prompt_required: bool
    negative_prompt_limit: int
    sizes: tuple[str, ...]
    aspect_ratios: Mapping[str, str]
    any_size: SizeRule | None
    pictures: Mapping[str, Any]
    mask: Mapping[str, Any] | None
    seeded: bool
    parameters: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Model(Answer):
    """A model of the catalogue, as this deployment sees it today."""

    id: str
    name: str
    title: str
    provider: str
    family: str
    available: bool
    tasks: Mapping[str, Task]
    seed: Mapping[str, Any]
    output_formats: tuple[str, ...]
    regions: tuple[str, ...]
    price: PriceTable
    lifecycle: Lifecycle
    source: str
    checked: str
