"""What a list may be asked for: one rule, whoever keeps the records."""

import unicodedata
from datetime import datetime

from functions.domain.frozen import frozen
from functions.domain.generation import Generation, GenerationStatus
from functions.domain.ids import time_in_ulid
from functions.domain.image import Image


@frozen
class Span:
    """A time of creation, to the millisecond: `after <= created_at < before`."""

    after: datetime | None = None
    before: datetime | None = None

    @property
    def low(self) -> str:
        """A text that sorts before every ULID of the span, and behind all older ones."""
        return time_in_ulid(self.after) if self.after else "0"

    @property
    def high(self) -> str:
        """A text that sorts behind every ULID of the span, and before all younger ones."""
        return time_in_ulid(self.before) if self.before else "8"

    def holds(self, ulid: str) -> bool:
        """Whether what has this ULID was made in the span."""
        return self.low <= ulid < self.high


@frozen(kw_only=True)
class ImageFilter:
    """Which published images are wanted; what is None or False does not matter.

    Attributes:
        model: The model's id.
        task: What was done.
        favourite: Only those that the client likes.
        tag: One of the client's words for it, exactly.
        picked: Only those that were chosen as their generation's best.
        text: A part of the prompt, in any case.
        created: When their generation was accepted.
    """

    model: str | None = None
    task: str | None = None
    favourite: bool = False
    tag: str | None = None
    picked: bool = False
    text: str | None = None
    created: Span = Span()

    def takes(self, image: Image) -> bool:
        """Whether an image is wanted."""
        return (
            self.model in (None, image.call.model)
            and self.task in (None, image.call.task)
            and (image.favourite or not self.favourite)
            and (self.tag is None or self.tag in image.tags)
            and (image.picked or not self.picked)
            and (self.text is None or _fold(self.text) in _fold(image.call.prompt))
            and self.created.holds(image.ulid)
        )


@frozen(kw_only=True)
class GenerationFilter:
    """Which generations are wanted; what is None does not matter."""

    group: str | None = None
    model: str | None = None
    task: str | None = None
    status: GenerationStatus | None = None
    created: Span = Span()

    def takes(self, generation: Generation) -> bool:
        """Whether a generation is wanted."""
        return (
            self.group in (None, generation.group)
            and self.model in (None, generation.model)
            and self.task in (None, generation.task)
            and self.status in (None, generation.status)
            and self.created.holds(generation.ulid)
        )


ALL_IMAGES = ImageFilter()
ALL_GENERATIONS = GenerationFilter()


def _fold(text: str) -> str:
    """Return a text without case, and Korean letters whole, whoever typed them."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
