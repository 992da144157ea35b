"""What the records and the queue speak of, beside generations and images."""

from collections.abc import Sequence
from datetime import datetime
from typing import Generic, TypeVar

from functions.domain.frozen import frozen
from functions.domain.money import Micro

T = TypeVar("T")


@frozen
class ImageRef:
    """All that a message carries: whose image, and which."""

    tenant: str
    image_id: str


@frozen
class Idempotency:
    """A client's key for one request, and what that request was.

    Attributes:
        key: 1 to 255 visible ASCII characters.
        fingerprint: SHA-256 of the parsed request.
        expires_at: From when the key may be used for something else.
    """

    key: str
    fingerprint: str
    expires_at: datetime


ENHANCEMENT = "enhancement"
"""What the caretaker is owed while a call of the text model is out."""


@frozen
class Due:
    """Work that somebody owes: one image, or something about a whole generation.

    Attributes:
        at: When it became due.
        tenant: Whose it is.
        ulid: The generation.
        what: An image's number as two digits, `dispatch`, `deadline` or `discard`; or
            `inputs`: pictures are kept for a generation that may never be written, or of
            an upload, until it ends; or `enhancement`: its bill may never come.
    """

    at: datetime
    tenant: str
    ulid: str
    what: str


@frozen
class Budget:
    """A tenant's month in micro-dollars. `committed` holds all the others.

    Attributes:
        month: `2026-11`, in UTC.
        limit: What may be committed.
        committed: Spent, unknown and reserved.
        spent: What was billed.
        unknown: What may have been.
        enhancements: Calls of the text model that cost something, or may have.
        enhancements_spent: Part of `spent` that those are.
        enhancements_unknown: Part of `unknown` that those are.
    """

    month: str
    limit: Micro
    committed: Micro = 0
    spent: Micro = 0
    unknown: Micro = 0
    enhancements: int = 0
    enhancements_spent: Micro = 0
    enhancements_unknown: Micro = 0

    @property
    def reserved(self) -> Micro:
        """What is held for images and enhancements that have not ended."""
        return self.committed - self.spent - self.unknown


@frozen
class Page(Generic[T]):
    """Some items of a list, newest first, and where the next page starts."""

    items: Sequence[T]
    next_after: str | None
    scanned: int


class Replay(Exception):
    """The idempotency key is known, and so is the request: look at `ulid`."""

    def __init__(self, ulid: str) -> None:
        """Point at the generation that the key made."""
        super().__init__(ulid)
        self.ulid = ulid


class Changed(Exception):
    """Somebody else wrote the record since it was read; read it again."""


class Canceled(Exception):
    """The generation was canceled before this image was claimed: end it unpaid."""


class Deleted(Exception):
    """The generation was deleted meanwhile: book the money, keep nothing else."""
