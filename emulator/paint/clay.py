"""Things modelled from parts: each outline is puffed up and lit.

A part's height follows from how far a point lies inside of its outline, its
shade from the tilt of that height: flat shapes come out round.
"""

from collections.abc import Callable

import cv2
import numpy as np

from emulator.paint.colour import Colour, Pixels, mix, rgb
from emulator.paint.light import Light
from emulator.paint.noise import Field
from emulator.paint.outline import Outline
from emulator.paint.sprite import Sprite

Spot = tuple[slice, slice]
Texture = Callable[[Field, Field], Pixels]
"""Colours the places x (a row) and y (a column)."""

_SHIFT = 4
WHITE = rgb("#ffffff")


class Clay:
    """A sprite in the making; parts that are added later lie in front."""

    def __init__(self, light: Light, *, width: float = 1.0, height: float = 1.0, size: int = 420):
        """Start with nothing, `size` pixels to the unit."""
        shape = (max(8, round(height * size)), max(8, round(width * size)))
        self._light = light
        self.size = size
        self._colour = np.zeros((*shape, 3), np.float32)
        self._alpha = np.zeros(shape, np.float32)

    def mask(self, outline: Outline) -> Field:
        """Return what an outline covers, with soft edges, as large as the sprite."""
        whole = np.zeros(self._alpha.shape, np.float32)
        spot, part = self._cover(outline)
        whole[spot] = part
        return whole

    def add(
        self,
        outline: Outline,
        colour: Colour | Pixels | Texture,
        *,
        round_: float = 0.12,
        gloss: float = 0.0,
        flat: bool = False,
        within: Field | None = None,
    ) -> None:
        """Add a part.

        Args:
            outline: Its shape.
            colour: One colour, a texture as large as the sprite, or a function
                that colours the places it is given.
            round_: How far from its edge it bulges.
            gloss: How much it shines, 0 cloth to 1 metal.
            flat: Whether to leave it unshaded, like print or an eye.
            within: Where it may show at all.
        """
        spot, part = self._cover(outline)
        if not part.size:
            return
        tone = self._tone(colour, spot)
        shaded = tone * self._glow() if flat else self._shaded(part, tone, round_, gloss)
        share = part if within is None else part * within[spot]
        self._colour[spot] += (shaded - self._colour[spot]) * share[..., None]
        self._alpha[spot] = np.maximum(self._alpha[spot], share)

    def _cover(self, outline: Outline) -> tuple[Spot, Field]:
        """Return the box around an outline and what it covers there."""
        scaled = outline * self.size
        tall, wide = self._alpha.shape
        low = np.maximum(np.floor(scaled.min(axis=0)).astype(int) - 2, 0)
        high = np.minimum(np.ceil(scaled.max(axis=0)).astype(int) + 3, (wide, tall))
        spot = (slice(low[1], max(low[1], high[1])), slice(low[0], max(low[0], high[0])))
        part = np.zeros(self._alpha[spot].shape, np.uint8)
        if part.size:
            corners = np.round((scaled - low) * (1 << _SHIFT)).astype(np.int32)
            cv2.fillPoly(part, [corners], 255, cv2.LINE_AA, _SHIFT)
        return spot, part.astype(np.float32) / 255

    def _tone(self, colour: Colour | Pixels | Texture, spot: Spot) -> Pixels:
        if callable(colour):
            rows = np.arange(spot[0].start, spot[0].stop, dtype=np.float32)[:, None]
            columns = np.arange(spot[1].start, spot[1].stop, dtype=np.float32)[None, :]
            return colour(columns / self.size, rows / self.size)
        return colour[spot] if colour.ndim == 3 else np.broadcast_to(colour, (1, 1, 3))

    def sprite(self) -> Sprite:
        """Return what was modelled."""
        colour = self._colour
        inside = self._alpha > 0.02
        bleed = cv2.blur(colour * inside[..., None], (5, 5))
        share = cv2.blur(inside.astype(np.float32), (5, 5))[..., None]
        edge = bleed / np.maximum(share, 1e-3)
        return Sprite(np.where(inside[..., None], colour, edge).astype(np.float32), self._alpha)

    def _glow(self) -> Colour:
        light = self._light
        return np.clip(light.ambient * 0.55 + 0.5 * light.power * light.key + 0.22, 0, 1)

    def _shaded(self, part: Field, tone: Pixels, round_: float, gloss: float) -> Pixels:
        light = self._light
        normal_x, normal_y, normal_z = self._normals(part, round_)
        facing = np.clip(normal_x * light.side * 0.58 - normal_y * 0.52 + normal_z * 0.6, 0, 1)
        upward = 0.5 - 0.5 * normal_y
        ambient = mix(light.ambient, WHITE, 0.2)
        shade = ambient * (0.42 + 0.38 * upward[..., None])
        shine = light.key * np.float32(0.92 * max(0.3, light.power)) * facing[..., None]
        lit = tone * (shade + shine)
        rim = np.clip(normal_x * light.side, 0, 1) ** 3 * np.clip(1.1 - normal_z, 0, 1)
        lit += light.key * (rim * np.float32(0.35 * light.power))[..., None]
        if gloss:
            spark = np.clip(facing, 0, 1) ** 26 * np.float32(gloss)
            lit += (1 - np.clip(lit, 0, 1)) * spark[..., None] * light.key
        return np.asarray(lit, np.float32)

    def _normals(self, part: Field, round_: float) -> tuple[Field, Field, Field]:
        """Return the tilt of the puffed part."""
        # What the sprite's own edge cuts off goes on beyond it, and is not rounded there.
        solid = cv2.copyMakeBorder((part > 0.5).astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_REPLICATE)
        inside = cv2.distanceTransform(solid, cv2.DIST_L2, 3)[1:-1, 1:-1]
        reach = np.float32(max(2.0, round_ * self.size))
        inward = 1 - np.clip(inside / reach, 0, 1)
        bulge = np.sqrt(np.clip(1 - inward**2, 0, 1)) * reach
        bulge = cv2.GaussianBlur(bulge.astype(np.float32), (0, 0), max(0.8, float(reach) * 0.16))
        slope_x = cv2.Sobel(bulge, cv2.CV_32F, 1, 0, ksize=3, scale=0.125)
        slope_y = cv2.Sobel(bulge, cv2.CV_32F, 0, 1, ksize=3, scale=0.125)
        length = np.sqrt(slope_x**2 + slope_y**2 + 1)
        return -slope_x / length, -slope_y / length, 1 / length
