"""What reads pictures."""

from typing import Protocol

from functions.domain.call import Writing
from functions.domain.frozen import frozen
from functions.domain.input import Input


@frozen
class Look:
    """What was measured from a picture's bytes, all of them checked."""

    format: str
    width: int
    height: int


class NotAPicture(Exception):
    """The bytes do not decode as a picture that we publish.

    Attributes:
        code: A stable word for whoever sent them.
    """

    def __init__(self, detail: str, *, code: str = "broken_picture") -> None:
        """Say what is wrong, and what would be right."""
        super().__init__(detail)
        self.code = code


class Pixels(Protocol):
    """Reads pictures; the only place that decodes them."""

    def look(self, raw: bytes) -> Look:
        """Measure a picture, and find out whether its bytes are whole.

        Raises:
            NotAPicture: it is not a PNG, JPEG or WebP, or it is broken.
        """
        ...

    def prepare(self, raw: bytes, made: Input) -> bytes:
        """Return a kept file as a model gets it.

        Raises:
            NotAPicture: it does not decode any more.
        """
        ...

    def transcode(self, raw: bytes, writing: Writing) -> tuple[bytes, Look]:
        """Return a picture that was looked at before as another file, and what that is.

        What is transparent is white in a JPEG.

        Raises:
            NotAPicture: it does not decode, or the format has no room for its size.
        """
        ...

    def thumbnail(self, raw: bytes) -> bytes:
        """Return a small WebP of a picture that was looked at before."""
        ...
