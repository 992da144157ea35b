"""A tent beside a fire."""

import numpy as np

from emulator.paint.clay import Clay
from emulator.paint.colour import Colour, rgb
from emulator.paint.light import Light
from emulator.paint.outline import limb, points, polygon, smooth
from emulator.paint.sprite import Sprite


def camp(rng: np.random.Generator, light: Light, colour: Colour | None = None) -> Sprite:
    """Return a tent and a campfire, 1 high and 2 wide."""
    clay = Clay(light, width=2.0, height=1.0, size=260)
    codes = ("#d97a3a", "#3f7f8c", "#c9b23f", "#8a4a3f")
    cloth = colour if colour is not None else rgb(str(rng.choice(codes)))
    clay.add(
        polygon(points("60,960 520,120 1130,180 1300,960")), cloth * np.float32(0.8), round_=0.1
    )
    clay.add(polygon(points("60,960 520,120 900,970")), cloth, round_=0.08)
    inside = rgb("#ffd48a") if light.power < 0.75 else rgb("#3a2a22")
    clay.add(polygon(points("330,965 520,330 680,968")), inside, flat=True)
    for root, tip in (((1.45, 0.97), (1.8, 0.82)), ((1.8, 0.97), (1.45, 0.82))):
        clay.add(limb([root, tip], [0.05, 0.045]), rgb("#4a3020"), round_=0.02)
    flame = points("1500,900 1540,700 1610,460 1660,640 1720,560 1760,780 1740,900 1620,940")
    clay.add(smooth(flame), rgb("#ff8a2a") * np.float32(1.3), flat=True)
    heart = points("1560,900 1600,760 1640,640 1690,780 1690,900")
    clay.add(smooth(heart), rgb("#ffe08a") * np.float32(1.4), flat=True)
    return clay.sprite()
