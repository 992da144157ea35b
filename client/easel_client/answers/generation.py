"""One accepted request, and pages of things."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

from easel_client.answers.image import Image
from easel_client.answers.money import Chosen, Cost
from easel_client.reading import Answer

__all__ = ["Chosen", "Cost", "Counts", "Generation", "Input", "Line", "Page"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts(Answer):
    """How a generation's images stand."""

    total: int
    pending: int
    succeeded: int
    filtered: int
    failed: int
    canceled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Answer):
    """One parameter's fate: applied, approximated, left out."""

    name: str
    requested: Any
    used: Any
    status: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Input(Answer):
    """A picture that a generation was asked with; send its id as `input_id` to use it again."""

    id: str
    part: str
    width: int
    height: int
    format: str
    bytes: int
    sha256: str
    image: str | None
    upload: str | None
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation(Answer):
    """One accepted request. Lists leave `request`, `receipt`, `images` and `inputs` empty."""

    id: str
    status: str
    task: str
    model: Chosen
    created_at: datetime
    started_at: datetime | None
    completed_at: datetime | None
    deadline_at: datetime
    counts: Counts
    cost: Cost
    group: str | None
    metadata: Mapping[str, str]
    picked: str | None
    correlation_id: str | None = None
    request: Mapping[str, Any] = field(default_factory=dict[str, Any])
    receipt: tuple[Line, ...] = ()
    images: tuple[Image, ...] = ()
    inputs: tuple[Input, ...] = ()

    @property
    def done(self) -> bool:
        """Whether no image will change any more."""
        return self.counts.pending == 0

    @property
    def pictures(self) -> tuple[Image, ...]:
        """The images that have a picture."""
        return tuple(each for each in self.images if each.succeeded)

    @property
    def prompt(self) -> str:
        """The first image's prompt, as the model read it; empty in lists."""
        return self.images[0].prompt if self.images else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """Some of a list, newest first.

    Attributes:
        next_cursor: Goes on where this page ends; None on the last. A filtered page may be
            short or empty and still have one.
        scanned: Items that were read to find these.
    """

    data: tuple[T, ...]
    next_cursor: str | None
    scanned: int
    raw: Mapping[str, Any] = field(repr=False, compare=False, default_factory=dict[str, Any])

    def __iter__(self) -> Iterator[T]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)
