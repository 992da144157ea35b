"""What clients get where they are served: the shapes of answers about pictures and requests."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field, PlainSerializer

from functions.http.fields import View

Time = Annotated[
    datetime,
    PlainSerializer(lambda at: at.isoformat(timespec="milliseconds").replace("+00:00", "Z")),
]
"""RFC 3339, UTC."""

Usd = Annotated[str, Field(description="US dollars as a decimal string", examples=["0.04"])]


class Chosen(View):
    """Which model was asked for, and which is used."""

    requested: str | None
    used: str


class Cost(View):
    """What a generation costs."""

    currency: str = "USD"
    estimated: Usd
    spent: Usd
    unknown: Usd = Field(description="May have been billed; counts as spent")


class Counts(View):
    """How a generation's images stand."""

    total: int
    pending: int
    succeeded: int
    filtered: int
    failed: int
    canceled: int


class Links(View):
    """Where to go from here, as paths on this host."""

    self: str
    cancel: str


class Line(View):
    """One parameter's fate."""

    name: str
    requested: Any
    used: Any
    status: str
    reason: str | None = None


class AttemptView(View):
    """One call of the model."""

    started_at: Time
    seconds: float | None
    outcome: str | None
    billed: str | None
    region: str
    request_id: str | None
    detail: str | None = None


class ProblemView(View):
    """Why there is no picture."""

    code: str
    detail: str


class ImageView(View):
    """One image."""

    id: str
    generation: str
    status: str
    task: str
    model: str
    prompt: str
    negative_prompt: str | None
    seed: int | None = Field(description="Null where the model takes none")
    parameters: dict[str, Any]
    created_at: Time
    started_at: Time | None
    completed_at: Time | None
    width: int | None = Field(description="Measured from the bytes, in pixels")
    height: int | None = Field(description="Measured from the bytes, in pixels")
    format: str | None
    bytes: int | None
    sha256: str | None
    note: str | None = Field(
        None, description="What is otherwise with its file than its generation's receipt says"
    )
    parents: list[str] = Field(description="Images that it was made from")
    children: list[str] | None = Field(
        None, description="The newest that were made from it; only where one image is asked for"
    )
    cell: dict[str, Any] = Field(description="Its values on the axes of a sweep")
    favourite: bool
    tags: list[str]
    picked: bool = Field(description="Whether it was chosen as its generation's best")
    deleted: bool = Field(description="Whether you deleted it; its cost and times are left")
    url: str | None = Field(None, description="Presigned; dies after `url_expires_in` seconds")
    url_expires_in: int | None = None
    content: str | None = Field(description="Permanent address: redirects to a fresh one")
    thumbnail: str | None = Field(description="Permanent address of a small WebP")
    cost: Cost
    error: ProblemView | None
    attempts: list[AttemptView]


class InputView(View):
    """A picture that a generation was asked with."""

    id: str = Field(description="Send it as `input_id` to use the picture again")
    part: str = Field(description="`image`, `mask` and so on")
    width: int
    height: int
    format: str
    bytes: int
    sha256: str
    image: str | None = Field(description="The image of yours that it was, if it was one")
    upload: str | None = Field(description="The upload that it was, if it was one")
    content: str = Field(description="Permanent address: redirects to a fresh one")


class GenerationSummary(View):
    """One accepted request, as lists show it."""

    id: str
    status: str
    task: str
    model: Chosen
    created_at: Time
    started_at: Time | None
    completed_at: Time | None
    deadline_at: Time
    counts: Counts
    cost: Cost
    group: str | None
    metadata: dict[str, str]
    picked: str | None
    correlation_id: str | None = Field(
        description="`X-Request-Id` of the answer that accepted it; quote it to operators"
    )
    links: Links


class GenerationView(GenerationSummary):
    """One accepted request with its receipt and images."""

    request: dict[str, Any] = Field(description="The request as it was sent")
    receipt: list[Line]
    images: list[ImageView]
    inputs: list[InputView] = Field(description="The pictures that it was asked with, as kept")


class GenerationList(View):
    """A page of generations, newest first."""

    data: list[GenerationSummary]
    next_cursor: str | None
    scanned: int


class ImageList(View):
    """A page of published images, newest first."""

    data: list[ImageView]
    next_cursor: str | None
    scanned: int


class AddressView(View):
    """A presigned address and its time left."""

    url: str
    url_expires_in: int = Field(description="Seconds")


class Composed(View):
    """The prompt that a model would read."""

    prompt: str = Field(description="The first, where parts are lists")
    characters: int
    prompts: list[str] = Field(description="All of them, in the order of the cells")


class Health(View):
    """That the door answers."""

    status: str = "ok"
    version: str
