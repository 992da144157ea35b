"""Things cut out of their background, to be stood into a picture at any size."""

from dataclasses import dataclass

import cv2
import numpy as np

from emulator.paint.canvas import Canvas
from emulator.paint.colour import Pixels, mix
from emulator.paint.noise import Field


@dataclass(slots=True)
class Sprite:
    """A cut-out: colours, and how much of each pixel they cover.

    Attributes:
        colour: Height × width × 3; meant where `alpha` is above 0.
        alpha: Height × width, 0 to 1.
    """

    colour: Pixels
    alpha: Field

    @property
    def ratio(self) -> float:
        """Width over height."""
        return self.alpha.shape[1] / self.alpha.shape[0]

    def flipped(self) -> "Sprite":
        """Return its mirror image."""
        return Sprite(self.colour[:, ::-1], self.alpha[:, ::-1])

    def ruffled(self, rng: np.random.Generator, reach: float) -> "Sprite":
        """Return it with a frayed edge, as fur and grass have; `reach` is a share of its height."""
        tall, wide = self.alpha.shape
        hair = rng.uniform(-1, 1, (2, tall, wide)).astype(np.float32)
        inside = cv2.distanceTransform((self.alpha > 0.5).astype(np.uint8), cv2.DIST_L2, 3)
        push = np.exp(-inside / np.float32(0.012 * tall)) * np.float32(reach * tall * 2.2)
        across = cv2.GaussianBlur(hair[0], (0, 0), 0.8) * push + np.arange(wide, dtype=np.float32)
        down = cv2.GaussianBlur(hair[1], (0, 0), 0.8) * push
        down += np.arange(tall, dtype=np.float32)[:, None]
        return Sprite(
            cv2.remap(self.colour, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE),
            cv2.remap(self.alpha, across, down, cv2.INTER_LINEAR),
        )

    def resized(self, height: float) -> "Sprite":
        """Return it `height` pixels high."""
        tall = max(1, round(height))
        wide = max(1, round(height * self.ratio))
        method = cv2.INTER_AREA if tall < self.alpha.shape[0] else cv2.INTER_LINEAR
        colour = cv2.resize(np.ascontiguousarray(self.colour), (wide, tall), interpolation=method)
        alpha = cv2.resize(np.ascontiguousarray(self.alpha), (wide, tall), interpolation=method)
        return Sprite(colour, alpha)


def stamp(
    canvas: Canvas,
    sprite: Sprite,
    x: float,
    y: float,
    height: float,
    *,
    behind: float | None = None,
    air: float = 0.0,
) -> None:
    """Stand a sprite on a point of the picture.

    Args:
        canvas: The picture.
        sprite: What stands there.
        x: Column of the middle of its foot.
        y: Row of its foot.
        height: Its height in pixels.
        behind: Its distance; what is nearer in the picture then hides it.
        air: How much air it is seen through, in camera heights.
    """
    sized = sprite.resized(height)
    tall, wide = sized.alpha.shape
    left, top = round(x - wide / 2), round(y) - tall
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(canvas.width, left + wide), min(canvas.height, top + tall)
    if x0 >= x1 or y0 >= y1:
        return
    part = (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))
    alpha = sized.alpha[part]
    if behind is not None:
        depth = canvas.depth[y0:y1, x0:x1]
        alpha = alpha * (depth > behind * 0.97)
        depth[alpha > 0.5] = behind
    spot = canvas.pixels[y0:y1, x0:x1]
    colour = sized.colour[part]
    if air > 0:
        veil = 1 - np.float32(np.exp(-air * 0.019 * canvas.light.mist))
        colour = colour + (mix(canvas.light.haze, canvas.light.rim, 0.2) - colour) * veil
    spot += (colour - spot) * alpha[..., None]


def shadow(canvas: Canvas, x: float, y: float, width: float, strength: float = 0.4) -> None:
    """Darken the ground under something that stands at `x`, `y`."""
    reach_x, reach_y = width, max(2.0, width * 0.22)
    x0, x1 = max(0, int(x - 2 * reach_x)), min(canvas.width, int(x + 2 * reach_x) + 1)
    y0, y1 = max(0, int(y - 2 * reach_y)), min(canvas.height, int(y + 2 * reach_y) + 1)
    if x0 >= x1 or y0 >= y1:
        return
    columns = (np.arange(x0, x1, dtype=np.float32)[None, :] - x) / reach_x
    rows = (np.arange(y0, y1, dtype=np.float32)[:, None] - y) / reach_y
    dark = np.exp(-(columns**2 + rows**2) * 1.6) * np.float32(strength)
    spot = canvas.pixels[y0:y1, x0:x1]
    spot *= (1 - dark)[..., None]
