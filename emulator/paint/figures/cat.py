"""A cat that sits and looks at you."""

import cv2
import numpy as np

from emulator.paint.clay import Clay
from emulator.paint.colour import Colour, Pixels, mix, rgb
from emulator.paint.light import Light
from emulator.paint.noise import cover, tile
from emulator.paint.outline import ellipse, limb, points, smooth
from emulator.paint.sprite import Sprite

COATS = {
    "black": ("#26242b", "#26242b", "#33303a"),
    "white": ("#f0ece4", "#f0ece4", "#e2dbd0"),
    "orange": ("#d98b43", "#f1d3ac", "#b8662a"),
    "grey": ("#8a8d96", "#d9d9dc", "#666a75"),
    "calico": ("#f2ebdf", "#f6f0e6", "#f2ebdf"),
    "tabby": ("#9b7f5e", "#e6d5bb", "#5e4831"),
}
"""Back, belly and stripes."""

EYES = ("#c9b53c", "#8fbf5a", "#e0a33a", "#6fb2c9")


def cat(rng: np.random.Generator, light: Light, coat: str | None = None) -> Sprite:
    """Return a sitting cat, 1 high and 0.9 wide; its coat is random unless named."""
    name = coat or str(rng.choice(list(COATS)))
    clay = Clay(light, width=0.9, height=1.0)
    fur = _fur(rng, clay, name)
    belly = rgb(COATS[name][1])
    side = light.side
    tail = [(0.45, 0.9), (0.45 + 0.34 * side, 0.93), (0.45 + 0.38 * side, 0.72)]
    clay.add(limb([*tail, (0.45 + 0.3 * side, 0.6)], [0.09, 0.085, 0.075, 0.05]), fur, round_=0.04)
    clay.add(_body(), fur, round_=0.2)
    for x in (0.275, 0.625):
        clay.add(ellipse(x, 0.865, 0.115, 0.125), fur, round_=0.16)
    clay.add(smooth(points("370,520 530,520 560,700 450,840 340,700")), belly)
    for x in (0.385, 0.515):
        clay.add(limb([(x, 0.62), (x, 0.8), (x, 0.95)], [0.1, 0.095, 0.11]), fur, round_=0.05)
        clay.add(ellipse(x, 0.955, 0.072, 0.04), belly, round_=0.04)
    _head(clay, rng, fur, belly, name)
    return clay.sprite().ruffled(rng, 0.006)


def _body() -> np.ndarray:
    half = points("450,400 570,480 660,680 710,870 620,965")
    return smooth([*half, (0.45, 0.98), *((0.9 - x, y) for x, y in reversed(half[1:]))])


def _fur(rng: np.random.Generator, clay: Clay, name: str) -> Pixels:
    """Return the coat as a texture as large as the sprite."""
    tall, wide = round(clay.size * 1.0), round(clay.size * 0.9)
    back, _, stripe = (rgb(code) for code in COATS[name])
    hair = cv2.blur(cover(tile(rng, 0.9, 256), wide, tall, 2.0), (3, 9))[..., None]
    blots = cover(tile(rng, 2.6, 128), wide, tall, 1.3)
    coat = np.broadcast_to(back, (tall, wide, 3)) * np.ones((tall, wide, 1), np.float32)
    if name in ("orange", "tabby", "grey"):
        rows = np.linspace(0, 1, tall, dtype=np.float32)[:, None]
        bars = np.clip(np.sin(rows * 78 + blots * 1.6) * 2.2 - 0.4, 0, 1) * 0.75
        coat = coat + (stripe - coat) * bars[..., None]
    if name == "calico":
        orange, black = _edge(blots - 0.35), _edge(-blots - 0.55)
        coat = coat + (rgb("#d07f35") - coat) * orange
        coat = coat + (rgb("#2b272b") - coat) * black
    return np.asarray(coat * (1 + 0.085 * hair), np.float32)


def _edge(value: np.ndarray) -> Pixels:
    return np.clip(value * 9 + 0.5, 0, 1)[..., None]


def _head(clay: Clay, rng: np.random.Generator, fur: Pixels, belly: Colour, name: str) -> None:
    for sign in (-1, 1):
        ear = [(0.03, 0.2), (0.18, 0.015), (0.225, 0.21)]
        clay.add(smooth([(0.45 + sign * x, y) for x, y in ear], 6), fur, round_=0.05)
        inner = [(0.075, 0.17), (0.172, 0.065), (0.19, 0.2)]
        pink = mix(rgb("#d99a94"), belly, 0.2)
        clay.add(smooth([(0.45 + sign * x, y) for x, y in inner], 6), pink, round_=0.03)
    cheeks = points("450,130 580,160 665,270 655,360 560,450")
    mirrored = [(0.9 - x, y) for x, y in reversed(cheeks[1:])]
    clay.add(smooth([*cheeks, (0.45, 0.47), *mirrored]), fur, round_=0.17)
    clay.add(ellipse(0.45, 0.4, 0.085, 0.062), belly, round_=0.06)
    _eyes(clay, rgb(str(rng.choice(EYES))))
    nose = rgb("#3a2a2c") if name in ("black", "grey") else rgb("#c98380")
    clay.add(
        smooth([(0.422, 0.362), (0.478, 0.362), (0.45, 0.39)], 6), nose, round_=0.015, gloss=0.4
    )
    dark = rgb("#4a3834")
    clay.add(limb([(0.45, 0.385), (0.45, 0.41)], [0.006, 0.006]), dark, flat=True)
    for sign in (-1, 1):
        mouth = [(0.45, 0.41), (0.45 + sign * 0.025, 0.424), (0.45 + sign * 0.048, 0.412)]
        clay.add(limb(mouth, [0.006, 0.007, 0.004]), dark, flat=True)
        for lift in (-0.028, 0.0, 0.026):
            root = (0.45 + sign * 0.06, 0.4 + lift * 0.3)
            tip = (0.45 + sign * 0.27, 0.385 + lift * 1.7)
            clay.add(limb([root, tip], [0.0035, 0.001]), rgb("#f4f1ea"), flat=True)


def _eyes(clay: Clay, iris: Colour) -> None:
    for sign in (-1, 1):
        x, y = 0.45 + sign * 0.094, 0.302
        almond = points("-55,6 -12,-40 45,-20 52,8 0,36")
        lid = [(x + sign * dx * 1.16, y + dy * 1.2) for dx, dy in almond]
        clay.add(smooth(lid), rgb("#1d191c"), flat=True)
        clay.add(
            smooth([(x + sign * dx, y + dy) for dx, dy in almond]), iris, round_=0.03, gloss=0.5
        )
        clay.add(ellipse(x + sign * 0.002, y - 0.001, 0.013, 0.032), rgb("#121014"), flat=True)
        clay.add(ellipse(x + 0.012, y - 0.014, 0.008, 0.008), rgb("#ffffff"), flat=True)
