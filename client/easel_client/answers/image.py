"""One image, its calls of the model, and what went wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from easel_client.answers.money import Cost
from easel_client.reading import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt(Answer):
    """One call of the model."""

    started_at: datetime
    seconds: float | None
    outcome: str | None
    billed: str | None
    region: str
    request_id: str | None
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble(Answer):
    """Why there is no picture."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Image(Answer):
    """One image.

    Attributes:
        status: `queued`, `running`, `succeeded`, `filtered`, `failed` or `canceled`.
        seed: None where the model takes none.
        note: What is otherwise with its file than its generation's receipt says.
        parents: Ids of the images that it was made from.
        children: The newest that were made from it; only where one image is asked for.
        cell: Its values on the axes of a sweep.
        url: Presigned; dies after `url_expires_in` seconds. Only where one generation or image
            is asked for.
        content: Path of the address that lasts; `Easel.content` fetches the bytes.
        thumbnail: Path of a small WebP's; `Easel.thumbnail` fetches it.
    """

    id: str
    generation: str
    status: str
    task: str
    model: str
    prompt: str
    negative_prompt: str | None
    seed: int | None
    parameters: Mapping[str, Any]
    created_at: datetime
    started_at: datetime | None
    completed_at: datetime | None
    width: int | None
    height: int | None
    format: str | None
    bytes: int | None
    sha256: str | None
    note: str | None = None
    parents: tuple[str, ...]
    children: tuple[str, ...] | None = None
    cell: Mapping[str, Any]
    favourite: bool
    tags: tuple[str, ...]
    picked: bool
    deleted: bool
    url: str | None = None
    url_expires_in: int | None = None
    content: str | None
    thumbnail: str | None
    cost: Cost
    error: Trouble | None
    attempts: tuple[Attempt, ...]

    @property
    def succeeded(self) -> bool:
        """Whether there is a picture."""
        return self.status == "succeeded"
