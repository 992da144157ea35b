"""What stands in a room."""

import numpy as np

from emulator.paint.clay import Clay
from emulator.paint.colour import Colour, mix, rgb
from emulator.paint.light import Light
from emulator.paint.outline import box, ellipse, limb, points, polygon, smooth
from emulator.paint.sprite import Sprite


def sofa(light: Light, tone: Colour) -> Sprite:
    """Return a sofa with two cushions, 1 high and 2.4 wide."""
    clay = Clay(light, width=2.4, height=1.0, size=260)
    dark = tone * np.float32(0.85)
    for x in (0.3, 2.1):
        clay.add(limb([(x, 0.88), (x, 0.98)], [0.06, 0.045]), rgb("#3b2a1f"), round_=0.03)
    clay.add(box(0.2, 0.12, 2.2, 0.8, 0.14), tone, round_=0.13)
    clay.add(box(0.24, 0.6, 2.16, 0.9, 0.06), dark, round_=0.08)
    for x0, x1 in ((0.3, 1.19), (1.21, 2.1)):
        clay.add(box(x0, 0.48, x1, 0.7, 0.08), tone, round_=0.1)
    for x0, x1 in ((0.08, 0.4), (2.0, 2.32)):
        clay.add(box(x0, 0.34, x1, 0.9, 0.13), tone, round_=0.13)
    cushion = mix(rgb("#f0e6d2"), tone, 0.2)
    clay.add(smooth(points("480,300 800,260 850,560 530,600")), cushion, round_=0.12)
    clay.add(
        smooth(points("1620,280 1930,320 1880,610 1570,560")),
        mix(tone, rgb("#2f3a44"), 0.5),
        round_=0.12,
    )
    return clay.sprite()


def lamp(light: Light) -> Sprite:
    """Return a standing lamp, 1 high and 0.4 wide."""
    clay = Clay(light, width=0.4, height=1.0, size=320)
    clay.add(limb([(0.2, 0.25), (0.2, 0.97)], [0.016, 0.016]), rgb("#3a3230"), round_=0.01)
    clay.add(ellipse(0.2, 0.97, 0.1, 0.025), rgb("#3a3230"), round_=0.02)
    lit = light.lamps > 0.3
    shade = rgb("#ffe3b0") * np.float32(1.25) if lit else rgb("#e9dcc4")
    clay.add(polygon(points("120,40 280,40 370,270 30,270")), shade, flat=lit, round_=0.12)
    return clay.sprite()


def plant_pot(light: Light, rng: np.random.Generator) -> Sprite:
    """Return a plant in a pot, 1 high and 0.8 wide."""
    clay = Clay(light, width=0.8, height=1.0, size=320)
    for angle in np.linspace(-1.2, 1.2, 11) + rng.normal(0, 0.06, 11):
        reach = rng.uniform(0.38, 0.62)
        tip = (0.4 + np.sin(angle) * reach * 0.62, 0.72 - np.cos(angle) * reach)
        bend = (0.4 + np.sin(angle) * reach * 0.2, 0.72 - np.cos(angle) * reach * 0.6)
        green = rgb("#3f7a45") * np.float32(rng.uniform(0.75, 1.15))
        clay.add(limb([(0.4, 0.75), bend, tip], [0.02, 0.09, 0.012]), green, round_=0.04)
    clay.add(polygon(points("250,690 550,690 510,990 290,990")), rgb("#b8653f"), round_=0.1)
    clay.add(box(0.235, 0.67, 0.565, 0.74, 0.02), rgb("#c2714a"), round_=0.03)
    return clay.sprite()
