"""A suspension bridge, seen from the side."""

import numpy as np

from emulator.paint.clay import Clay
from emulator.paint.colour import Colour, rgb
from emulator.paint.light import Light
from emulator.paint.outline import box, limb
from emulator.paint.sprite import Sprite


def bridge(rng: np.random.Generator, light: Light, colour: Colour | None = None) -> Sprite:
    """Return a bridge on two towers, 1 high and 4 wide."""
    clay = Clay(light, width=4.0, height=1.0, size=300)
    codes = ("#b5452f", "#6f7a86", "#8a8f7a", "#3f5f7a")
    steel = colour if colour is not None else rgb(str(rng.choice(codes)))
    towers = (1.0, 3.0)
    spans = ((-1.0, 1.0), (1.0, 3.0), (3.0, 5.0))
    for left, right in spans:
        for t in np.linspace(0.04, 0.96, 15):
            x, sag = left + (right - left) * t, 4 * t * (1 - t)
            top = 0.1 + 0.52 * sag
            clay.add(
                limb([(x, top), (x, 0.72)], [0.008, 0.008]), steel * np.float32(0.8), flat=True
            )
        t = np.linspace(0, 1, 5)
        cable = [(left + (right - left) * s, 0.1 + 0.52 * 4 * s * (1 - s)) for s in t]
        clay.add(limb(cable, [0.022, 0.022]), steel, round_=0.01)
    for x in towers:
        clay.add(box(x - 0.055, 0.06, x + 0.055, 1.0), steel, round_=0.05)
        clay.add(box(x - 0.08, 0.04, x + 0.08, 0.1), steel, round_=0.03)
    clay.add(box(0.0, 0.7, 4.0, 0.755), steel * np.float32(0.9), round_=0.025)
    if light.lamps > 0.3:
        for x in np.linspace(0.1, 3.9, 27):
            clay.add(box(x - 0.008, 0.672, x + 0.008, 0.69), rgb("#ffe2a0"), flat=True)
    return clay.sprite()
