"""What stands on a table: fruit, a cup, flowers in a vase."""

import numpy as np

from emulator.paint.clay import Clay
from emulator.paint.colour import Colour, mix, rgb
from emulator.paint.light import Light
from emulator.paint.outline import Point, ellipse, limb, points, smooth
from emulator.paint.sprite import Sprite

BLOSSOMS = ("#f2c230", "#e86f8f", "#e8543a", "#8f6fd0", "#f4efe4", "#5f8fd8")


def fruit_bowl(rng: np.random.Generator, light: Light, colour: Colour | None = None) -> Sprite:
    """Return fruit in a bowl, 1 high and 1.3 wide."""
    clay = Clay(light, width=1.3, height=1.0, size=340)
    fruits = [
        (0.36, 0.5, 0.17, "#c9332c"),
        (0.66, 0.42, 0.19, "#e8912f"),
        (0.95, 0.5, 0.17, "#9fb83f"),
        (0.5, 0.33, 0.16, "#d8b03a"),
        (0.82, 0.3, 0.15, "#b8303a"),
    ]
    order = rng.permutation(len(fruits))
    for x, y, radius, _ in (fruits[3], fruits[4], fruits[0], fruits[2], fruits[1]):
        code = fruits[int(order[0])][3]
        order = np.roll(order, 1)
        clay.add(ellipse(x, y, radius, radius * 0.95), rgb(code), round_=0.17, gloss=0.55)
        clay.add(
            limb([(x, y - radius * 0.8), (x + 0.02, y - radius * 1.15)], [0.02, 0.014]),
            rgb("#4a3324"),
        )
        leaf: list[Point] = [
            (x + 0.02, y - radius),
            (x + 0.09, y - radius * 1.25),
            (x + 0.14, y - radius),
        ]
        clay.add(smooth(leaf, 6), rgb("#4f7f3a"), round_=0.03)
    for grape in range(11):
        x, y = 1.02 + 0.06 * (grape % 4), 0.5 + 0.055 * (grape // 4)
        clay.add(ellipse(x, y, 0.045, 0.045), rgb("#5a3a7a"), round_=0.045, gloss=0.7)
    bowl = (
        colour if colour is not None else mix(rgb("#d9d3c5"), rgb("#6f93a8"), float(rng.random()))
    )
    clay.add(
        smooth(points("80,560 650,640 1220,560 1120,800 900,940 400,940 180,800")), bowl, gloss=0.6
    )
    clay.add(
        limb([(0.09, 0.57), (0.65, 0.655), (1.21, 0.57)], [0.04, 0.05, 0.04]),
        bowl,
        round_=0.02,
        gloss=0.7,
    )
    clay.add(ellipse(0.65, 0.95, 0.22, 0.04), bowl * np.float32(0.8), round_=0.03)
    return clay.sprite()


def cup(rng: np.random.Generator, light: Light, colour: Colour | None = None) -> Sprite:
    """Return a cup of coffee on its saucer, 1 high and 1.3 wide."""
    clay = Clay(light, width=1.3, height=1.0, size=340)
    codes = ("#f1ece2", "#c9573f", "#3f6f8f", "#e0b23a")
    ware = colour if colour is not None else rgb(str(rng.choice(codes)))
    clay.add(ellipse(0.62, 0.87, 0.56, 0.11), ware * np.float32(0.95), round_=0.06, gloss=0.5)
    clay.add(ellipse(0.62, 0.855, 0.34, 0.055), ware * np.float32(0.75), round_=0.03)
    ring = limb(points("930,370 1130,340 1150,560 880,650"), [0.09, 0.075, 0.075, 0.08])
    clay.add(ring, ware, round_=0.04, gloss=0.5)
    clay.add(
        smooth(points("220,290 620,330 1020,290 980,580 850,810 620,860 390,810 260,580")),
        ware,
        round_=0.3,
        gloss=0.6,
    )
    clay.add(ellipse(0.62, 0.29, 0.4, 0.1), ware, round_=0.04, gloss=0.6)
    clay.add(ellipse(0.62, 0.3, 0.365, 0.08), rgb("#4a2c1c"), round_=0.03, gloss=0.3)
    clay.add(
        smooth(points("480,300 560,270 620,290 690,270 760,300 620,345"), 8),
        rgb("#d8b58a"),
        flat=True,
    )
    return clay.sprite()


def vase(rng: np.random.Generator, light: Light, colour: Colour | None = None) -> Sprite:
    """Return a bunch of flowers in a vase, 1 high and 0.8 wide."""
    clay = Clay(light, width=0.8, height=1.0, size=460)
    stems = [(0.4 + rng.normal(0, 0.16), 0.28 + rng.normal(0, 0.1)) for _ in range(15)]
    for x, y in stems:
        clay.add(
            limb([(0.4, 0.66), ((x + 0.4) / 2, 0.5), (x, y)], [0.012, 0.012, 0.01]), rgb("#4a6f3a")
        )
    for x, y in stems:
        leaf = [
            (x, y + 0.05),
            (x + rng.normal(0, 0.09), y + 0.13),
            (x + rng.normal(0, 0.05), y + 0.2),
        ]
        clay.add(
            limb(leaf, [0.01, 0.05, 0.008]), rgb("#55803f") * np.float32(rng.uniform(0.7, 1.1))
        )
    for x, y in sorted(stems, key=lambda stem: -abs(stem[0] - 0.4)):
        code = rgb(str(rng.choice(BLOSSOMS)))
        flower(clay, rng, (x, y), float(rng.uniform(0.06, 0.095)), code)
    ware = (
        colour if colour is not None else mix(rgb("#3f6f93"), rgb("#e9e2d3"), float(rng.random()))
    )
    body = points("330,600 470,600 450,680 540,780 530,920 460,990 340,990 270,920 260,780 350,680")
    clay.add(smooth(body), ware, round_=0.14, gloss=0.7)
    return clay.sprite()


def flower(clay: Clay, rng: np.random.Generator, middle: Point, size: float, tone: Colour) -> None:
    """Add a blossom of two rings of petals around a heart."""
    x, y = middle
    turn = rng.uniform(0, np.pi)
    for ring, count in ((1.0, 9), (0.68, 8)):
        for petal in range(count):
            angle = turn + ring + petal * 2 * np.pi / count
            at = (x + np.cos(angle) * size * 0.62 * ring, y + np.sin(angle) * size * 0.56 * ring)
            shade = tone * np.float32(rng.uniform(0.85, 1.08) * (0.86 + 0.14 / ring))
            outline = ellipse(*at, size * 0.46 * ring, size * 0.25 * ring, float(np.degrees(angle)))
            clay.add(outline, shade, round_=size * 0.35)
    clay.add(ellipse(x, y, size * 0.25, size * 0.24), rgb("#8a5a24"), round_=size * 0.2)
