"""The picture while it is painted: float pixels, the light, and where the ground lies."""

from dataclasses import dataclass, field, replace

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.colour import Colour, Pixels
from emulator.paint.light import Light
from emulator.paint.noise import Field


@dataclass(slots=True)
class Canvas:
    """What every brush works on.

    Attributes:
        pixels: Height × width × 3, sRGB, 0 to 1.
        horizon: Row of the horizon, in pixels.
        light: The hour and the weather.
        rng: The only source of chance.
        depth: Distance of what stands in each pixel, in camera heights;
            infinite for the sky.
        water: Share of water in each pixel.
        unit: The length that things are measured in: the shorter side, in pixels.
    """

    pixels: Pixels
    horizon: float
    light: Light
    rng: np.random.Generator
    depth: Field = field(init=False)
    water: Field = field(init=False)
    unit: float = 0.0

    def __post_init__(self) -> None:
        self.unit = self.unit or float(min(self.pixels.shape[:2]))
        self.depth = np.full(self.pixels.shape[:2], np.inf, np.float32)
        self.water = np.zeros(self.pixels.shape[:2], np.float32)

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.pixels.shape[1]

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.pixels.shape[0]

    @property
    def sun(self) -> tuple[float, float]:
        """Column and row of the sun or moon."""
        return self.light.sun[0] * self.width, self.light.sun[1] * self.height

    def rows(self) -> Field:
        """Return the row number of every pixel, as a column."""
        return np.arange(self.height, dtype=np.float32)[:, None]

    def columns(self) -> Field:
        """Return the column number of every pixel, as a row."""
        return np.arange(self.width, dtype=np.float32)[None, :]

    def window(self, x: float, y: float, reach: float) -> tuple["Canvas", float, float]:
        """Return the part around a point, sharing its pixels, and the point's place in it."""
        x0, y0 = max(0, int(x - reach)), max(0, int(y - reach))
        part = self.pixels[y0 : max(0, int(y + reach) + 1), x0 : max(0, int(x + reach) + 1)]
        return Canvas(part, self.horizon - y0, self.light, self.rng, self.unit), x - x0, y - y0

    def band(self, top: float, bottom: float) -> "Canvas":
        """Return the rows from `top` to `bottom` as a canvas that shares all its pixels."""
        first, last = max(0, int(top)), min(self.height, max(int(bottom), int(top) + 1))
        across, down = self.light.sun
        height = max(1, last - first)
        light = replace(self.light, sun=(across, (down * self.height - first) / height))
        part = Canvas(self.pixels[first:last], self.horizon - first, light, self.rng, self.unit)
        part.depth, part.water = self.depth[first:last], self.water[first:last]
        return part

    def lay(self, colour: Colour | Pixels, mask: Field, strength: float = 1.0) -> None:
        """Lay a colour over the picture where `mask` is, as paint covers."""
        share = (mask * np.float32(strength))[..., None]
        self.pixels += (colour - self.pixels) * share

    def glow(self, colour: Colour, mask: Field, strength: float = 1.0) -> None:
        """Add light of a colour where `mask` is; it never exceeds white."""
        share = (mask * np.float32(strength))[..., None]
        self.pixels += (1.0 - np.clip(self.pixels, 0, 1)) * colour * share

    def bloom(self, threshold: float = 0.78, spread: float = 0.02, strength: float = 0.55) -> None:
        """Let what is bright shine over its edges, as lenses do."""
        small = cv2.resize(self.pixels, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
        bright = np.clip(small - threshold, 0, None) / (1 - threshold)
        radius = max(0.6, self.unit * spread / 4)
        halo = blurred(bright, radius)
        halo += 0.6 * blurred(bright, radius * 3)
        wide = cv2.resize(halo, (self.width, self.height), interpolation=cv2.INTER_LINEAR)
        self.pixels += (1.0 - np.clip(self.pixels, 0, 1)) * np.clip(wide, 0, 1) * strength
