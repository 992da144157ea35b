"""Where bytes live."""

from collections.abc import Iterator
from typing import IO, Literal, Protocol

from functions.domain.frozen import frozen
from functions.domain.image import Image
from functions.domain.source import Measured, Place
from functions.domain.upload import Form, Upload


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


class Uploads(Protocol):
    """Where clients put files, before any request names them."""

    def form(self, upload: Upload, *, seconds: int) -> Form:
        """Return a form that takes an upload's file, for so long.

        The signature fixes the key and the type, and bounds the size.
        """
        ...


class Inputs(Protocol):
    """Where the pictures are that generations were asked with."""

    def keep_input(
        self, tenant: str, ulid: str, part: str, place: Place, *, found: Measured
    ) -> None:
        """Keep a picture with a generation, the very bytes that were measured.

        Raises:
            Moved: what lies at `place` is not what was measured any more.
        """
        ...

    def input(self, tenant: str, ulid: str, part: str) -> bytes | None:
        """Return a kept picture, None where it is gone."""
        ...

    def remove_inputs(self, tenant: str, ulid: str) -> None:
        """Remove every picture that was kept with a generation."""
        ...


class Moved(Exception):
    """A picture changed, or went, between two looks at it."""


@frozen
class Held:
    """Bytes that an attempt brought, and how far they have come.

    Attributes:
        raw: As the model sent them; what is published is what clients get.
        place: `hand`: of the painter alone; `quarantine`; `published`.
    """

    raw: bytes
    place: Literal["hand", "quarantine", "published"] = "hand"


class ImageStore(Archives, Inputs, Uploads, Protocol):
    """Where bytes live: uploads, inputs, published files, thumbnails, archives, quarantine."""

    def publish(
        self, image: Image, attempt_id: str, raw: bytes, file_format: str, *, sha256: str
    ) -> str:
        """Put an attempt's checked bytes at their lasting key and return it.

        No two attempts share a key, so that a late painter replaces nothing.

        They are refused unless they arrive with this SHA-256, given in hex.
        """
        ...

    def quarantine(self, image: Image, attempt_id: str, raw: bytes) -> None:
        """Keep what a model sent where no address can be made for it."""
        ...

    def left_behind(self, image: Image, attempt_id: str) -> Held | None:
        """Return the bytes of an attempt whose painter stored them and was lost.

        Those that were published, if it had come so far.
        """
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
