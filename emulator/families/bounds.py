"""Images in a body: how large they may be, and what is said of a wrong one.

The words are ours: what Bedrock says of an image is unconfirmed.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from emulator.pictures import MOST_PIXELS, NotAPicture, Picture, read
from emulator.refusal import malformed


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What an image of a request may measure, all ends included.

    Attributes:
        least_side: Pixels of the shorter side.
        most_side: Pixels of the longer side.
        least_pixels: Pixels in all.
        most_pixels: Pixels in all; more is not even decoded.
        widest: The longer side over the shorter; None: any.
        sizes: The only sizes there are; none: any.
        most_bytes: Bytes of the file; None: any, for the body has a limit of its own.
    """

    least_side: int = 64
    most_side: int = MOST_PIXELS
    least_pixels: int = 0
    most_pixels: int = MOST_PIXELS
    widest: Fraction | None = None
    sizes: tuple[tuple[int, int], ...] = ()
    most_bytes: int | None = None

    def complaint(self, width: int, height: int) -> str | None:
        """Say what is wrong with a size, as half a sentence, or None."""
        shorter, longer, size = min(width, height), max(width, height), f"{width}x{height} px"
        if shorter < self.least_side:
            return f"it has {size}, and each side needs {self.least_side} px"
        if longer > self.most_side:
            return f"it has {size}, and {self.most_side} px are the most for a side"
        if width * height < self.least_pixels:
            return f"it has {size}, and {self.least_pixels} px are the least"
        if self.widest and Fraction(longer, shorter) > self.widest:
            ratio = float(self.widest)
            return f"it has {size}, which is not between 1:{ratio:g} and {ratio:g}:1"
        if self.sizes and (width, height) not in self.sizes:
            allowed = ", ".join(f"{wide}x{high}" for wide, high in self.sizes)
            return f"it has {size}, and the allowed dimensions are {allowed}"
        return None


ANY = Bounds(least_side=1)
"""A mask's: it is fitted to its image."""


def picture_of(text: str, bounds: Bounds) -> Picture:
    """Read an image from base64.

    Raises:
        NotAPicture: It is none, or it measures what it may not; with the reason.
    """
    size = len(text) * 3 // 4 - text[-2:].count("=")
    if bounds.most_bytes is not None and size > bounds.most_bytes:
        raise NotAPicture(f"it has {size} bytes, and {bounds.most_bytes} are the most")
    picture = read(text, most_pixels=bounds.most_pixels)
    complaint = bounds.complaint(*picture.size)
    if complaint:
        raise NotAPicture(complaint)
    return picture


def taken(body: dict[str, Any], field: str, bounds: Bounds) -> Picture:
    """Return the image in a field of a body.

    Raises:
        Refusal: It is no picture, or not of a size that is taken.
    """
    try:
        return picture_of(body[field], bounds)
    except NotAPicture as why:
        raise malformed(f"#/{field}: {why}") from None


def without(field: str) -> str:
    """Word what is said of a field that is missing."""
    return f"#: required key [{field}] not found"
