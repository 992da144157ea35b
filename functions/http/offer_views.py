"""What clients get of the catalogue, of plans and of their usage."""

from typing import Any, Literal

from pydantic import Field

from functions.http.fields import View
from functions.http.refusal_views import FaultView
from functions.http.views import Chosen, Line, Time, Usd


class WarningView(View):
    """One thing that a model will probably not honour, or that is soon to change."""

    code: str
    pointer: str = Field(description="What it is about, as a JSON pointer into the request")
    detail: str = Field(description="What to do")
    found: list[str] = Field(description="The words that it was found by")


class Linted(View):
    """A prompt's warnings; empty when there is nothing to say."""

    prompt: str = Field(description="Composed; the first, where parts are lists")
    characters: int
    prompts: list[str] = Field(description="All of them, in the order of the cells")
    model: Chosen
    warnings: list[WarningView]


class PriceView(View):
    """What a plan would cost."""

    currency: str = "USD"
    each: list[Usd]
    total: Usd
    left_this_month: Usd


class CellView(View):
    """One cell of a plan; without a sweep there is one, with no values."""

    values: dict[str, Any] = Field(description="Its values on the axes of the sweep")
    prompt: str
    negative_prompt: str | None
    seeds: list[int] = Field(description="One for each image; all cells have the same ones")
    each: Usd = Field(description="Price of one of its images")


class AlternativeView(View):
    """Another model that does the task here, and what it would make of the request."""

    id: str
    name: str
    title: str
    total: Usd | None = Field(description="Price of all images; null where it cannot")
    state: Literal["active", "legacy", "retired"] = Field(description="Of its life, today")
    end_of_life: str | None = Field(description="First day on which calls fail, if announced")
    drops: list[Line] = Field(
        description='What it would approximate or leave out; `"approximate": true` allows it'
    )
    faults: list[FaultView] = Field(description="Why it cannot take the request at all")


class PlanView(View):
    """What a request would do; nothing was spent."""

    model: Chosen
    calls: int
    prompt: str = Field(description="The first cell's")
    seeds: list[int] = Field(description="One for each call, cell after cell")
    cells: list[CellView]
    price: PriceView
    receipt: list[Line]
    warnings: list[WarningView] = Field(
        description="What will probably not turn out as it was meant; never a refusal"
    )
    wait_seconds: float | None = Field(
        description="Median from acceptance to picture of your latest images by this model; "
        "null where there are none"
    )
    alternatives: list[AlternativeView] = Field(
        description="The other models that do the task here, the cheapest first; "
        "those that cannot take the request come last"
    )


class LifecycleView(View):
    """When a model lives; days in UTC."""

    state: Literal["active", "legacy", "retired"] = Field(description="Today")
    launched: str | None
    legacy: str | None = Field(description="First day on which new customers are refused")
    extended_access: str | None = Field(
        description="First day of public extended access; the price is not confirmed from then on"
    )
    end_of_life: str | None = Field(description="First day on which calls fail")
    successor: str | None
    note: str | None
    source: Literal["aws", "catalogue"] = Field(
        description="`aws`: Bedrock's own listing, of `read_at`; "
        "`catalogue`: the row, of the day it was `checked`"
    )
    read_at: Time | None
    checked: str | None


class PriceTable(View):
    """What a model's images cost."""

    currency: str = "USD"
    per_image: dict[str, Usd]
    source: str
    checked: str
    note: str | None


class SizeRule(View):
    """Any width and height that keep to this, in pixels, ends included."""

    minimum: int
    maximum: int
    multiple_of: int
    most_pixels: int
    widest_ratio: str
    tallest_ratio: str


class TaskView(View):
    """What a model takes for one task."""

    prompt_limit: int = Field(description="Characters; 0: reads none")
    prompt_required: bool
    negative_prompt_limit: int = Field(description="Characters; 0: takes none")
    sizes: list[str] = Field(
        description="All of them, or examples where `any_size` rules; none where the result's "
        "size follows from the image"
    )
    aspect_ratios: dict[str, str] = Field(description="Ratio to size in pixels")
    any_size: SizeRule | None = Field(description="Null where `sizes` are all that there are")
    pictures: dict[str, Any] = Field(
        description="The pictures that it takes, by their field; where `max_count` stands, "
        "several as `images`"
    )
    mask: dict[str, Any] | None = Field(description="The mask that it takes; null: none")
    seeded: bool = Field(description="Whether it takes a seed")
    parameters: dict[str, Any] = Field(description="JSON Schema of `parameters`")


class ModelView(View):
    """A row of the catalogue."""

    id: str
    name: str
    title: str
    provider: str
    family: str
    available: bool = Field(
        description="Whether this deployment runs it today, or its successor in its place"
    )
    tasks: dict[str, TaskView]
    seed: dict[str, Any]
    output_formats: list[str]
    regions: list[str]
    price: PriceTable
    lifecycle: LifecycleView
    source: str
    checked: str


class ModelList(View):
    """The catalogue."""

    data: list[ModelView]


class EnhancementsView(View):
    """What the text model's calls cost this month; part of the tenant's sums."""

    count: int = Field(description="Calls that cost something, or may have")
    spent: Usd
    unknown: Usd


class UsageView(View):
    """What the caller's tenant spent this month (UTC)."""

    tenant: str
    month: str
    currency: str = "USD"
    limit: Usd
    spent: Usd
    reserved: Usd
    unknown: Usd
    left: Usd
    enhancements: EnhancementsView
