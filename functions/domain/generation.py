"""A generation: one accepted request, and its state as a function of counts."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import datetime
from typing import Any, Literal

from functions.domain.frozen import frozen
from functions.domain.ids import generation_id
from functions.domain.input import Kept
from functions.domain.money import Micro
from functions.domain.receipt import ReceiptLine

GenerationStatus = Literal[
    "queued", "running", "succeeded", "partial", "filtered", "failed", "canceled"
]


@frozen
class Counts:
    """How many of a generation's images ended in which way."""

    total: int
    succeeded: int = 0
    filtered: int = 0
    failed: int = 0
    canceled: int = 0

    @property
    def pending(self) -> int:
        """Images that are not terminal yet."""
        return self.total - self.succeeded - self.filtered - self.failed - self.canceled

    def status(self, *, started: bool) -> GenerationStatus:
        """Return the generation's state; terminal when all images are.

        Some pictures are `partial`. None at all is `filtered` if every image
        was, `canceled` if any was and none failed, else `failed`.
        """
        if self.pending:
            return "running" if started else "queued"
        if self.succeeded:
            return "succeeded" if self.succeeded == self.total else "partial"
        if self.filtered == self.total:
            return "filtered"
        return "canceled" if self.canceled and not self.failed else "failed"


@frozen(kw_only=True)
class Generation:
    """One accepted request.

    Attributes:
        tenant: Who pays.
        key_id: Which of their keys asked.
        ulid: Time and identity in one; the id is `gen_<ulid>`.
        task: What is done.
        model_requested: What the client named, None for the default.
        model: The id that is called.
        counts: How its images stand.
        created_at: When it was accepted.
        deadline_at: When images fail that were not painted.
        month: The budget's month, `2026-11`.
        estimated: Price of all images if each is called once.
        spent: What was certainly paid so far.
        unknown: What may have been paid beside that.
        request: The request as the client wrote it, for "same again".
        receipt: Every parameter's fate.
        started_at: When the first image was claimed.
        completed_at: When the last image ended.
        group: The client's word to find related generations by.
        metadata: The client's notes.
        picked: Id of the image that the client chose as the best.
        canceled_at: When it was canceled; nothing is claimed after that.
        deleted_at: When it was deleted; only the money is left then.
        correlation_id: The gateway's id of the request that asked for it.
        inputs: The pictures that were kept with it.
    """

    tenant: str
    key_id: str
    ulid: str
    task: str
    model_requested: str | None
    model: str
    counts: Counts
    created_at: datetime
    deadline_at: datetime
    month: str
    estimated: Micro
    spent: Micro = 0
    unknown: Micro = 0
    request: Mapping[str, Any] = field(default_factory=dict[str, Any])
    receipt: Sequence[ReceiptLine] = ()
    started_at: datetime | None = None
    completed_at: datetime | None = None
    group: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict[str, str])
    picked: str | None = None
    canceled_at: datetime | None = None
    deleted_at: datetime | None = None
    correlation_id: str = ""
    inputs: Sequence[Kept] = ()

    @property
    def id(self) -> str:
        """The id that clients see."""
        return generation_id(self.ulid)

    @property
    def parents(self) -> tuple[str, ...]:
        """Ids of the images that it was asked with, each once."""
        ids = (each.source.id for each in self.inputs if each.source.origin == "image")
        return tuple(dict.fromkeys(ids))

    @property
    def status(self) -> GenerationStatus:
        """Where it stands, from its counts."""
        return self.counts.status(started=self.started_at is not None)

    @property
    def terminal(self) -> bool:
        """Whether every image has ended."""
        return self.counts.pending == 0
