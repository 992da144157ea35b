"""Masks: one grey channel that says where a picture is repainted.

Inside, white repaints and the size is the image's, whatever a family sends.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from emulator.pictures.picture import Picture, Pixels

_OPAQUE = 255


@dataclass(frozen=True, slots=True, eq=False)
class Mask:
    """Where to repaint: 255 wholly, 0 not at all.

    Attributes:
        strength: Height × width.
    """

    strength: Pixels

    @classmethod
    def of(cls, picture: Picture) -> "Mask":
        """Read a mask from a picture's brightness; its own opacity says nothing."""
        pixels = picture.pixels
        if pixels.ndim == 2:
            return cls(pixels)
        return cls(cv2.cvtColor(np.ascontiguousarray(pixels[..., :3]), cv2.COLOR_BGR2GRAY))

    @classmethod
    def of_opacity(cls, picture: Picture) -> "Mask | None":
        """Read a mask from what is transparent; None if nothing is."""
        if not is_translucent(picture):
            return None
        return cls(_OPAQUE - opacity_of(picture))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        height, width = self.strength.shape
        return width, height

    def inverted(self) -> "Mask":
        """Return the mask of a family whose black repaints."""
        return Mask(_OPAQUE - self.strength)

    def fitted(self, size: tuple[int, int]) -> "Mask":
        """Return the mask stretched to an image's width and height."""
        if size == self.size:
            return self
        return Mask(cv2.resize(self.strength, size, interpolation=cv2.INTER_LINEAR))

    def png(self) -> bytes:
        """Write it as the commission's material: an 8-bit grey PNG."""
        return cv2.imencode(".png", self.strength)[1].tobytes()


def opacity_of(picture: Picture) -> Pixels:
    """Return height × width: 255 opaque, 0 transparent."""
    pixels = picture.pixels
    if pixels.ndim == 3 and pixels.shape[2] == 4:
        return pixels[..., 3]
    return np.full(pixels.shape[:2], _OPAQUE, np.uint8)


def is_translucent(picture: Picture) -> bool:
    """Say whether any pixel lets something through."""
    return bool((opacity_of(picture) < _OPAQUE).any())
