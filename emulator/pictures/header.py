"""What a picture's first bytes say of it."""

from dataclasses import dataclass


class NotAPicture(ValueError):
    """Bytes that are no picture we take; the text says why, as half a sentence."""


@dataclass(frozen=True, slots=True)
class Header:
    """The facts that stand in front of the pixels.

    Attributes:
        format: `png`, `jpeg` or `webp`.
        width: Pixels as they are stored; a camera's orientation is not applied.
        height: Pixels.
        depth: Bits of each channel, or of each index into a palette.
        colours: `grey`, `rgb`, `palette` or `cmyk`.
        alpha: Whether it can have transparent pixels.
        animated: Whether it is more than one picture.
    """

    format: str
    width: int
    height: int
    depth: int = 8
    colours: str = "rgb"
    alpha: bool = False
    animated: bool = False
