"""Trees as sprites: every needle and leaf is one stroke."""

from itertools import pairwise

import cv2
import numpy as np

from emulator.paint.colour import Colour, mix, rgb
from emulator.paint.light import Light
from emulator.paint.sprite import Sprite

TALL, WIDE = 400, 220
Strokes = list[tuple[tuple[int, int], tuple[int, int], int, Colour]]


def conifer(rng: np.random.Generator, light: Light, *, snowy: bool = False) -> Sprite:
    """Return a spruce: whorls of drooping branches, lit from one side."""
    green = mix(rgb("#1f4030"), rgb("#33582f"), float(rng.random()))
    strokes: Strokes = [((WIDE // 2, TALL - 1), (WIDE // 2, 30), 7, rgb("#3a2c22"))]
    slim = rng.uniform(0.3, 0.42)
    whorls = int(rng.integers(15, 21))
    for level in range(whorls, 0, -1):
        share = level / whorls
        y = 12 + share * (TALL - 70)
        reach = TALL * slim * share**0.85 * rng.uniform(0.42, 0.56)
        strokes += _whorl(rng, light, green, y, reach, snowy=snowy)
    return _drawn(strokes, green)


def _whorl(
    rng: np.random.Generator, light: Light, green: Colour, y: float, reach: float, *, snowy: bool
) -> Strokes:
    """Return the strokes of one ring of branches."""
    strokes: Strokes = []
    for _ in range(int(12 + reach * 0.34)):
        out = rng.uniform(-1, 1)
        lit = 0.5 + 0.5 * out * light.side
        tip = (WIDE / 2 + out * reach, y + reach * rng.uniform(0.18, 0.44) * (0.4 + abs(out)))
        root = (WIDE / 2 + out * reach * 0.25, y - reach * 0.12)
        tone = green * np.float32(0.55 + 0.7 * lit + rng.uniform(-0.12, 0.12))
        if snowy and rng.random() < 0.5:
            tone = mix(rgb("#eef4fb"), green, rng.uniform(0.0, 0.4)) * np.float32(0.75 + 0.25 * lit)
        strokes.append((_at(root), _at(tip), int(rng.integers(2, 5)), tone))
    return strokes


def broadleaf(rng: np.random.Generator, light: Light, leaves: Colour) -> Sprite:
    """Return a tree with a round crown in the colour of its leaves."""
    strokes: Strokes = []
    fork = (WIDE / 2 + rng.uniform(-8, 8), TALL * rng.uniform(0.68, 0.76))
    bark = rgb("#43342a")
    strokes.append(((WIDE // 2, TALL - 1), _at(fork), 13, bark))
    clumps = [
        (WIDE / 2 + rng.normal(0, 0.19) * WIDE, TALL * (0.38 + rng.normal(0, 0.13)))
        for _ in range(22)
    ]
    strokes += [(_at(fork), _at(clump), int(rng.integers(2, 6)), bark) for clump in clumps]
    clumps.sort(key=lambda clump: -clump[1])
    for clump in clumps:
        strokes += _leaves(rng, light, leaves, clump)
    return _drawn(strokes, leaves)


def _leaves(
    rng: np.random.Generator, light: Light, leaves: Colour, clump: tuple[float, float]
) -> Strokes:
    """Return one clump of leaves, bright above and on the side of the light."""
    strokes: Strokes = []
    size = TALL * rng.uniform(0.055, 0.085)
    for _ in range(58):
        dx, dy = rng.normal(0, 0.62, 2)
        lit = 0.5 - 0.34 * dy + 0.3 * dx * light.side
        tone = leaves * np.float32(0.5 + 0.66 * lit)
        spot = (clump[0] + dx * size, clump[1] + dy * size * 0.85)
        end = (spot[0] + rng.uniform(-3, 3), spot[1] + rng.uniform(-2, 3))
        strokes.append((_at(spot), _at(end), int(rng.integers(4, 9)), tone))
    return strokes


def palm(rng: np.random.Generator, light: Light) -> Sprite:
    """Return a leaning palm."""
    strokes: Strokes = []
    lean = rng.uniform(-0.2, 0.2) * WIDE
    crown = (WIDE / 2 + lean, TALL * 0.3)
    bend = [(WIDE / 2 + lean * t**2, TALL - 1 - (TALL * 0.7) * t) for t in np.linspace(0, 1, 12)]
    for low, high in pairwise(bend):
        strokes.append((_at(low), _at(high), 8, rgb("#6b5238")))
    for angle in np.linspace(-2.9, 0.2, 11) + rng.uniform(-0.1, 0.1):
        strokes += _frond(rng, light, crown, float(angle))
    return _drawn(strokes, rgb("#3f6b35"))


def _frond(
    rng: np.random.Generator, light: Light, crown: tuple[float, float], angle: float
) -> Strokes:
    strokes: Strokes = []
    reach = WIDE * rng.uniform(0.4, 0.5)
    for t in np.linspace(0.05, 1, 26):
        x = crown[0] + np.cos(angle) * reach * t
        y = crown[1] + np.sin(angle) * reach * t * 0.8 + reach * 0.75 * t**2
        hang = reach * 0.24 * np.sin(np.pi * min(1, t + 0.12))
        tone = rgb("#4c7d3a") * np.float32(0.6 + 0.5 * rng.random())
        strokes.append((_at((x, y)), _at((x - hang * 0.3, y + hang)), 2, tone))
        strokes.append((_at((x, y)), _at((x + hang * 0.5, y + hang * 0.8)), 2, tone))
    return strokes


def _at(point: tuple[float, float]) -> tuple[int, int]:
    return int(point[0]), int(point[1])


def _drawn(strokes: Strokes, backdrop: Colour) -> Sprite:
    """Draw the strokes; the backdrop keeps soft edges from going black."""
    dark = backdrop * np.float32(0.55)
    colour = np.broadcast_to(dark, (TALL, WIDE, 3)).astype(np.float32).copy()
    alpha = np.zeros((TALL, WIDE), np.uint8)
    paint = np.ascontiguousarray(colour * 255).astype(np.uint8)
    for start, end, thickness, tone in strokes:
        shade = [float(part) * 255 for part in np.clip(tone, 0, 1)]
        cv2.line(paint, start, end, shade, thickness, cv2.LINE_AA)
        cv2.line(alpha, start, end, 255, thickness, cv2.LINE_AA)
    return Sprite(paint.astype(np.float32) / 255, alpha.astype(np.float32) / 255)
