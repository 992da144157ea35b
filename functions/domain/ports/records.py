"""What is written down: generations, images, budgets, and what is due."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from functions.domain.filters import ALL_GENERATIONS, ALL_IMAGES, GenerationFilter, ImageFilter
from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.ledger import Budget, Due, Idempotency, Page
from functions.domain.money import Micro
from functions.domain.ports.enhancements import Enhancements
from functions.domain.tries import Try
from functions.domain.upload import Upload


class Records(Enhancements, Protocol):
    """The truth: generations, images, budgets, and what is due."""

    def accept(
        self,
        generation: Generation,
        images: Sequence[Image],
        idempotency: Idempotency | None,
        *,
        limit: Micro,
        dispatch_by: datetime,
        first_try: Try | None = None,
    ) -> None:
        """Write everything about a request, and reserve its price, or nothing.

        Its `dispatch` is then due at `dispatch_by`, its `deadline` at its own; with
        `first_try`, later tries of the same request find it.

        Raises:
            Replay: the key made this very request before.
            IdempotencyMismatch: the key made another request.
            BudgetExhausted: the month's limit leaves no room.
            Overtaken: another try was accepted since `first_try` was looked at, which
                may be the same client's.
        """
        ...

    def recall(self, tenant: str, idempotency: Idempotency, *, now: datetime) -> None:
        """Return if a client's key is free at `now`; a key that is not says what it made.

        Raises:
            Replay: the key made this very request.
            IdempotencyMismatch: the key made another request.
        """
        ...

    def tried(self, tenant: str, attempt: Try, *, now: datetime) -> tuple[str | None, Try]:
        """Return the ULID of what a try belongs to, and the try as it can be accepted.

        `functions.domain.tries.joined` says what it belongs to: None: something new. What
        is found stays known for as long as the try, for the one after it. Of several that
        look at once, each sees what the others joined.
        """
        ...

    def answered(self, tenant: str, what: str, ulid: str, *, now: datetime) -> None:
        """Write down when a try's answer was made, so that another is found first."""
        ...

    def generation(self, tenant: str, ulid: str, *, fresh: bool = True) -> Generation | None:
        """Return a generation as it is now, also the tombstone of a deleted one.

        Not `fresh`, it costs half as much and may be what was a moment ago: an older
        state, or None for one that was just accepted.
        """
        ...

    def generations(
        self,
        tenant: str,
        *,
        limit: int,
        after: str | None,
        wanted: GenerationFilter = ALL_GENERATIONS,
    ) -> Page[Generation]:
        """Return generations, newest first, after the ULID `after`.

        A filtered page may be short, or empty, before the list has ended.
        """
        ...

    def begin_upload(self, upload: Upload) -> None:
        """Write an upload down, before anybody may send its file."""
        ...

    def upload(self, tenant: str, ulid: str) -> Upload | None:
        """Return an upload, also one that expired a short while ago."""
        ...

    def image(self, tenant: str, ulid: str, number: int) -> Image | None:
        """Return an image as it is now, also one of a deleted generation."""
        ...

    def images(self, tenant: str, ulid: str) -> Sequence[Image]:
        """Return a generation's images by number."""
        ...

    def gallery(
        self, tenant: str, *, limit: int, after: str | None, wanted: ImageFilter = ALL_IMAGES
    ) -> Page[Image]:
        """Return published images, newest first, after the image id `after`.

        A filtered page may be short, or empty, before the list has ended.
        """
        ...

    def children(self, tenant: str, parent: str, *, limit: int, after: str | None) -> Page[Image]:
        """Return published images that were made from `parent`, newest first.

        A page may be short, or empty, before the list has ended.
        """
        ...

    def change(self, before: Image, after: Image, *, limit: Micro, deleted: bool = False) -> None:
        """Write `after`, with all that follows from it, if `before` still stands.

        One transaction: the image, what is due for it, and, where `after` is
        terminal, its generation's counts and its month's budget. More
        `reserved` than before is taken from the budget first.

        Args:
            before: The image as it was read.
            after: The image as it shall be; one transition later.
            limit: The tenant's monthly limit.
            deleted: Whether the generation is known to be deleted.

        Raises:
            Changed: somebody else wrote the image first.
            Deleted: the generation was deleted meanwhile (not if `deleted`).
            Canceled: the image cannot be claimed any more. One that may have
                been paid already can, so that its bytes are found.
            BudgetExhausted: the month's limit leaves no room.
        """
        ...

    def pick(self, generation: Generation, chosen: Image | None, dropped: Image | None) -> None:
        """Record a generation's best, mark its image, and unmark the one before.

        One transaction, if all of them still stand as they were read.

        Raises:
            Changed: somebody else wrote one of them first, or deleted it.
        """
        ...

    def cancel(self, generation: Generation, now: datetime) -> None:
        """Let no image be claimed from now on; the first time of it stays."""
        ...

    def entomb(self, generation: Generation, *, finish_by: datetime, now: datetime) -> None:
        """Delete a generation but for its money; what is left is due as `discard`."""
        ...

    def budget(self, tenant: str, month: str, limit: Micro) -> Budget:
        """Return a tenant's month."""
        ...

    def due(self, now: datetime, *, limit: int) -> Sequence[Due]:
        """Return work that is due: of each shard the oldest, at most `limit`."""
        ...

    def owe(self, due: Due) -> None:
        """Note a piece of work, apart from any other step."""
        ...

    def done(self, due: Due) -> None:
        """Forget a piece of due work."""
        ...

    def postpone(self, due: Due, until: datetime) -> None:
        """Look at a piece of due work again at `until`, unless it was done or moved."""
        ...
