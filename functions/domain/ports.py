"""What the use cases need from the world, named for the need."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import IO, Protocol

from functions.domain.call import Call, Reply
from functions.domain.filters import ALL_GENERATIONS, ALL_IMAGES, GenerationFilter, ImageFilter
from functions.domain.frozen import frozen
from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.ledger import Budget, Due, Idempotency, ImageRef, Page
from functions.domain.money import Micro
from functions.domain.tenant import Key


class Records(Protocol):
    """The truth: generations, images, budgets, and what is due."""

    def accept(
        self,
        generation: Generation,
        images: Sequence[Image],
        idempotency: Idempotency | None,
        *,
        limit: Micro,
        dispatch_by: datetime,
    ) -> None:
        """Write everything about a request, and reserve its price, or nothing.

        Its `dispatch` is then due at `dispatch_by`, its `deadline` at its own.

        Raises:
            Replay: the key made this very request before.
            IdempotencyMismatch: the key made another request.
            BudgetExhausted: the month's limit leaves no room.
        """
        ...

    def generation(self, tenant: str, ulid: str) -> Generation | None:
        """Return a generation as it is now, also the tombstone of a deleted one."""
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

    def done(self, due: Due) -> None:
        """Forget a piece of due work."""
        ...

    def postpone(self, due: Due, until: datetime) -> None:
        """Look at a piece of due work again at `until`, unless it was done or moved."""
        ...


class Keys(Protocol):
    """Where keys are kept, by the hash of their secret."""

    def by_hash(self, digest: str) -> Key | None:
        """Return the key whose secret has this SHA-256, or None."""
        ...


class KeyRing(Keys, Protocol):
    """The keeper's side: what only operators may do."""

    def add(self, key: Key) -> None:
        """Store a new key."""
        ...

    def by_id(self, key_id: str) -> Key | None:
        """Return a key by its public id."""
        ...

    def revoke(self, key: Key, now: datetime) -> None:
        """Refuse the key from now on."""
        ...


class PaintQueue(Protocol):
    """Carries images to painters; loses nothing that the records do not know."""

    def send(self, refs: Sequence[ImageRef], *, delay_seconds: int = 0) -> bool:
        """Send one message for each image; whether all were accepted."""
        ...


class ImageModel(Protocol):
    """Calls an image model once, without retries of its own."""

    def invoke(
        self, call: Call, region: str, *, attempt_id: str, correlation_id: str = ""
    ) -> Reply:
        """Return what came back; both ids go along as labels.

        Raises:
            CallFailed: nothing usable did; carries the outcome's word.
        """
        ...


class Archives(Protocol):
    """Where ZIPs of whole generations live, beside the published files."""

    def exists(self, key: str) -> bool:
        """Whether a published file is still there."""
        ...

    def pieces(self, key: str) -> Iterator[bytes] | None:
        """Return a published file piece by piece, None where it is not there."""
        ...

    def archived(self, tenant: str, ulid: str, digest: str) -> str | None:
        """Return the key of a generation's archive with this digest, if it was made."""
        ...

    def put_archive(self, tenant: str, ulid: str, digest: str, content: IO[bytes]) -> str:
        """Put an archive for a day, and return its key."""
        ...

    def remove_archives(self, tenant: str, ulid: str) -> None:
        """Remove every archive of a generation."""
        ...


class ImageStore(Archives, Protocol):
    """Where bytes live: published files, thumbnails, archives, what is in quarantine."""

    def publish(self, image: Image, raw: bytes, file_format: str, *, sha256: str) -> str:
        """Put checked bytes at their lasting key and return it.

        They are refused unless they arrive with this SHA-256, given in hex.
        """
        ...

    def quarantine(self, image: Image, attempt_id: str, raw: bytes) -> None:
        """Keep what could not be checked where no address can be made for it."""
        ...

    def left_behind(self, image: Image, attempt_id: str) -> bytes | None:
        """Return the bytes that a lost painter stored before it could settle."""
        ...

    def release(self, image: Image, attempt_id: str) -> None:
        """Remove an attempt's bytes from quarantine."""
        ...

    def put_thumbnail(self, image: Image, webp: bytes) -> None:
        """Put an image's thumbnail."""
        ...

    def address(self, key: str, *, filename: str) -> str:
        """Return a fresh presigned address of a published key.

        Raises:
            ValueError: the key is not of what is published.
        """
        ...

    def thumbnail_key(self, image: Image) -> str | None:
        """Return the key of an image's thumbnail, None where there is none."""
        ...

    def remove(self, image: Image) -> None:
        """Remove an image's file, thumbnail and quarantined bytes."""
        ...


@frozen
class Look:
    """What was measured from a picture's bytes, all of them checked."""

    format: str
    width: int
    height: int


class NotAPicture(Exception):
    """The bytes do not decode as a picture that we publish."""


class Pixels(Protocol):
    """Reads pictures; the only place that decodes them."""

    def look(self, raw: bytes) -> Look:
        """Measure a picture, and find out whether its bytes are whole.

        Raises:
            NotAPicture: it is not a PNG, JPEG or WebP, or it is broken.
        """
        ...

    def thumbnail(self, raw: bytes) -> bytes:
        """Return a small WebP of a picture that was looked at before."""
        ...
