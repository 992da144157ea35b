"""What lies beyond a picture's edges: the picture itself, turned back and drifting off.

A mirror has no seam, and what drifts more and more with the distance is not seen to be
one. Broad tones do not turn back: what darkens towards the edge stays dark beyond it.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from emulator.edit.files import Bytes
from emulator.paint.blur import blurred
from emulator.paint.noise import cover, tile

PACE = 0.86
"""How fast the picture is walked back: below 1, what is met again is a little larger."""


@dataclass(frozen=True, slots=True)
class Margins:
    """What is added on each side, in pixels."""

    left: int
    right: int
    up: int
    down: int

    @property
    def widest(self) -> int:
        """The widest of the four; at least 1."""
        return max(1, self.left, self.right, self.up, self.down)

    def scaled(self, scale: float) -> "Margins":
        """Return them for a smaller picture."""
        return Margins(*(round(side * scale) for side in self.sides))

    @property
    def sides(self) -> tuple[int, int, int, int]:
        """All four."""
        return self.left, self.right, self.up, self.down

    def far(self, image: Bytes) -> np.ndarray:
        """Return how far outside of an image each pixel of the canvas lies, in pixels."""
        tall, wide = image.shape[:2]
        across = _outside(wide, self.left, self.right)
        down = _outside(tall, self.up, self.down)
        return np.hypot(across[None], down[:, None])


def beyond(image: Bytes, margins: Margins, rng: np.random.Generator, drift: float) -> Bytes:
    """Return the picture on its larger canvas; inside of the margins it is itself, nearly.

    Args:
        image: The picture.
        margins: What is added.
        rng: Decides how it drifts.
        drift: How far, in shares of the picture's shorter side.
    """
    far = margins.far(image)
    tall, wide = far.shape
    share = np.clip(far / margins.widest, 0, 1).astype(np.float32)
    reach = share * np.float32(drift * min(image.shape[:2]))
    wander = [cover(tile(rng, 2.2, 128), wide, tall, 1.5) * reach for _ in range(2)]
    across = _walked(image.shape[1], margins.left, margins.right)[None] + wander[0]
    down = _walked(image.shape[0], margins.up, margins.down)[:, None] + wander[1]
    mirror = cv2.remap(image, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    return _steady(mirror, image, margins, share)


def _steady(mirror: Bytes, image: Bytes, margins: Margins, share: np.ndarray) -> Bytes:
    """Give the margins the broad tones that the picture has at its edges."""
    left, right, up, down = margins.sides
    held = cv2.copyMakeBorder(image, up, down, left, right, cv2.BORDER_REPLICATE)
    broad = 0.035 * min(image.shape[:2])
    tones = blurred(held.astype(np.float32), broad) - blurred(mirror.astype(np.float32), broad)
    weight = np.clip(share * 30, 0, 1) * (1 - 0.75 * share)
    return np.clip(mirror + tones * weight[..., None] + 0.5, 0, 255).astype(np.uint8)


def _walked(side: int, before: int, after: int) -> np.ndarray:
    """Return where each column (or row) of the canvas is taken from."""
    place = np.arange(-before, side + after, dtype=np.float32)
    last = np.float32(side - 1)
    place = np.where(place < 0, -place * np.float32(PACE), place)
    return np.where(place > last, last - (place - last) * np.float32(PACE), place)


def _outside(side: int, before: int, after: int) -> np.ndarray:
    place = np.arange(-before, side + after, dtype=np.float32)
    return np.maximum(np.maximum(-place, place - (side - 1)), 0)
