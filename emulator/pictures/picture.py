"""A picture of a request: its bytes, what its header says, and its pixels."""

import base64
import binascii
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from emulator.pictures import jpeg, png, webp
from emulator.pictures.header import Header, NotAPicture

Pixels = npt.NDArray[np.uint8]

MOST_PIXELS = 40_000_000
"""More is never decoded; families ask for less."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture that was decoded once, and so can be.

    Attributes:
        raw: The file, as it came.
        header: What it says of itself.
        pixels: Height × width, or × 3 (BGR), or × 4 (BGR and opacity).
    """

    raw: bytes
    header: Header
    pixels: Pixels

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.header.width, self.header.height

    @property
    def area(self) -> int:
        """Its number of pixels."""
        return self.header.width * self.header.height


def read(text: str, *, most_pixels: int = MOST_PIXELS) -> Picture:
    """Read a picture from base64.

    It is strict: no data URI before, no line breaks within, PNG, JPEG or WebP,
    and one picture only. The header is measured before anything is decoded.

    Raises:
        NotAPicture: With the reason, as half a sentence that begins with "it".
    """
    raw = _decoded(text)
    header = measure(raw)
    if header.animated:
        raise NotAPicture("it is an animation")
    if not 0 < header.width * header.height <= most_pixels:
        raise NotAPicture(
            f"it has {header.width}x{header.height} px, and {most_pixels} px are the most"
        )
    return Picture(raw, header, _pixels(raw, header))


def measure(raw: bytes) -> Header:
    """Read a file's header, whatever it is called.

    Raises:
        NotAPicture: It is of another format, or broken.
    """
    if raw.startswith(png.SIGNATURE):
        return png.measure(raw)
    if raw.startswith(jpeg.SIGNATURE):
        return jpeg.measure(raw)
    if webp.is_webp(raw):
        return webp.measure(raw)
    raise NotAPicture("it is neither PNG, JPEG nor WebP")


def _decoded(text: str) -> bytes:
    if text.startswith("data:"):
        raise NotAPicture("it is a data URI and not base64 alone")
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise NotAPicture("it is not base64") from None


def _pixels(raw: bytes, header: Header) -> Pixels:
    """Decode every pixel, to 8 bits a channel."""
    try:
        pixels = cv2.imdecode(np.frombuffer(raw, np.uint8), cv2.IMREAD_UNCHANGED)
    except cv2.error:
        pixels = None
    if pixels is None or pixels.shape[:2] != (header.height, header.width):
        raise NotAPicture("its bytes are broken")
    return (pixels >> 8).astype(np.uint8) if pixels.dtype == np.uint16 else pixels
