"""What an audit looks at: everything that was written down, in one frozen place.

Evidence is read at rest. What is read while painters are at work may be torn: an
image of before and a month of after. Then read it once more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from functions.domain.attempt import Attempt
from functions.domain.enhancement import Enhancement
from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.ledger import Budget, Due

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ModelCall:
    """One line of the model's own ledger.

    Attributes:
        request_id: AWS's id of the call.
        attempt: Our label on it, None where it carried none.
        billed: `yes` or `no`: the truth, whoever learned of it.
        outcome: The model's word for how it ended.
    """

    request_id: str
    attempt: str | None
    billed: str
    outcome: str


@dataclass(frozen=True, slots=True)
class File:
    """One object of the bucket; its digest is read only when asked for."""

    size: int
    sha256: str | None = None


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """All that is known of one deployment.

    Attributes:
        at: When it was read.
        images: Every image, tombstones too.
        generations: Every generation, tombstones too.
        enhancements: Every call of the text model.
        months: Every budget, by tenant and month.
        due: All that is owed.
        keys: The ULID to which each tenant's idempotency key leads.
        files: The bucket, by key.
        items: The table as it is, in plain values.
        messages: Bodies of the messages that were looked at.
        calls: The model's ledger, None where there is none to ask.
        files_kept_since: Older pictures may have expired, None where they do not.
    """

    at: datetime
    images: Sequence[Image] = ()
    generations: Sequence[Generation] = ()
    enhancements: Sequence[Enhancement] = ()
    months: Mapping[tuple[str, str], Budget] = field(default_factory=dict[tuple[str, str], Budget])
    due: Sequence[Due] = ()
    keys: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    files: Mapping[str, File] = field(default_factory=dict[str, File])
    items: Sequence[Item] = ()
    messages: Sequence[str] = ()
    calls: Sequence[ModelCall] | None = None
    files_kept_since: datetime | None = None

    def attempts(self) -> list[tuple[Image, Attempt]]:
        """Return every attempt with its image."""
        return [(image, attempt) for image in self.images for attempt in image.attempts]

    def bills(self) -> dict[tuple[str, str], list[Enhancement]]:
        """Return the calls of the text model of each tenant's month."""
        grouped: dict[tuple[str, str], list[Enhancement]] = {}
        for each in self.enhancements:
            grouped.setdefault((each.tenant, each.month), []).append(each)
        return grouped

    def by_generation(self) -> dict[tuple[str, str], list[Image]]:
        """Return the images of each tenant's generation."""
        grouped: dict[tuple[str, str], list[Image]] = {}
        for image in self.images:
            grouped.setdefault((image.tenant, image.ulid), []).append(image)
        return grouped

    def counts(self) -> dict[str, int]:
        """Return how much was looked at."""
        counted = {
            "images": len(self.images),
            "generations": len(self.generations),
            "attempts": len(self.attempts()),
            "enhancements": len(self.enhancements),
            "months": len(self.months),
            "due": len(self.due),
            "files": len(self.files),
            "items": len(self.items),
            "messages": len(self.messages),
        }
        return counted if self.calls is None else counted | {"calls": len(self.calls)}
