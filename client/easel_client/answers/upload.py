"""Pictures on their way in, and what files say of their making."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from easel_client.answers.plan import Mistake
from easel_client.reading import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Answer):
    """A signed form for one file."""

    id: str
    url: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload(Answer):
    """A picture that was sent; requests may name its id until `usable_until`."""

    id: str
    status: str
    content_type: str
    created_at: datetime
    usable_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedModel(Answer):
    """The model that a file names, and its id if this deployment has it."""

    named: str
    id: str | None
    available: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters(Answer):
    """What a file says of its making.

    Attributes:
        source: `easel`, `a1111`, or None where the file says nothing that can be read.
        request: Keyword arguments for `generate`; None where none can be made.
        unmapped: What is not in `request`, and why.
    """

    format: str
    width: int
    height: int
    complete: bool
    source: str | None
    task: str | None = None
    prompt: str | None = None
    negative_prompt: str | None = None
    seed: int | None = None
    model: NamedModel | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict[str, Any])
    image: str | None = None
    software: str | None = None
    request: Mapping[str, Any] | None = None
    unmapped: tuple[Mistake, ...] = ()
