"""A dog that sits and hopes for a walk."""

import numpy as np

from emulator.paint.clay import Clay
from emulator.paint.colour import Colour, rgb
from emulator.paint.light import Light
from emulator.paint.noise import cover, tile
from emulator.paint.outline import Point, ellipse, limb, points, smooth
from emulator.paint.sprite import Sprite

COATS = {
    "gold": ("#d8a563", "#efd9b4", "#b9813f"),
    "brown": ("#7a5133", "#c9a27c", "#593821"),
    "black": ("#2b2829", "#8a6a4c", "#1d1b1c"),
    "white": ("#eee8dc", "#f7f3ea", "#cdbfa8"),
}
"""Back, chest and ears."""


def dog(rng: np.random.Generator, light: Light, coat: str | None = None) -> Sprite:
    """Return a sitting dog, 1 high and 0.9 wide."""
    back, chest, ears = (rgb(code) for code in COATS[coat or str(rng.choice(list(COATS)))])
    clay = Clay(light, width=0.9, height=1.0)
    hair = cover(tile(rng, 0.9, 256), round(clay.size * 0.9), clay.size, 2.4)[..., None]
    fur = np.asarray(back * (1 + 0.09 * hair), np.float32)
    side = light.side
    wag = [(0.45, 0.9), (0.45 + 0.3 * side, 0.9), (0.45 + 0.4 * side, 0.74)]
    clay.add(limb(wag, [0.07, 0.09, 0.04]), fur, round_=0.04)
    clay.add(smooth(_mirrored(points("450,420 600,500 670,750 700,950"), 0.97)), fur)
    for x in (0.26, 0.64):
        clay.add(ellipse(x, 0.88, 0.12, 0.105), fur, round_=0.14)
    clay.add(smooth(points("350,500 550,500 580,680 450,860 320,680")), chest)
    for x in (0.37, 0.53):
        clay.add(limb([(x, 0.6), (x, 0.8), (x, 0.95)], [0.12, 0.1, 0.12]), fur, round_=0.06)
        clay.add(ellipse(x, 0.955, 0.08, 0.042), chest, round_=0.04)
    _head(clay, fur, chest, ears)
    return clay.sprite().ruffled(rng, 0.007)


def _head(clay: Clay, fur: np.ndarray, chest: Colour, ears: Colour) -> None:
    crown = points("450,100 560,120 620,240 590,360 540,460")
    clay.add(smooth(_mirrored(crown, 0.5)), fur, round_=0.16)
    for sign in (-1, 1):
        flap = points("100,120 190,140 245,300 215,420 150,360 130,220")
        clay.add(smooth([(0.45 + sign * x, y) for x, y in flap]), ears, round_=0.05)
        x = 0.45 + sign * 0.078
        clay.add(ellipse(x, 0.255, 0.034, 0.034), rgb("#1c1616"), round_=0.03, gloss=0.7)
        clay.add(ellipse(x + 0.009, 0.243, 0.009, 0.009), rgb("#ffffff"), flat=True)
        brow = [(x - 0.03, 0.2), (x + 0.03, 0.2)]
        clay.add(limb(brow, [0.016, 0.016]), chest, round_=0.01)
    clay.add(limb([(0.45, 0.43), (0.45, 0.505)], [0.055, 0.075]), rgb("#d9717a"), round_=0.03)
    muzzle = points("450,290 530,340 555,410 500,460")
    clay.add(smooth(_mirrored(muzzle, 0.445)), chest, round_=0.08)
    clay.add(limb([(0.45, 0.36), (0.45, 0.425)], [0.007, 0.007]), rgb("#3a2c28"), flat=True)
    nose = points("400,335 450,322 500,335 475,372 425,372")
    clay.add(smooth(nose), rgb("#221b1d"), round_=0.03, gloss=0.8)


def _mirrored(half: list[Point], foot: float) -> list[Point]:
    """Close a right half: its first point is the top, `foot` the row of the bottom."""
    return [*half, (0.45, foot), *((0.9 - x, y) for x, y in reversed(half[1:]))]
