"""Single buildings: cabin, lighthouse, castle, pagoda, windmill."""

import numpy as np

from emulator.paint.clay import Clay
from emulator.paint.colour import Colour, Pixels, mix, rgb
from emulator.paint.light import Light
from emulator.paint.outline import box, ellipse, limb, points, polygon, smooth
from emulator.paint.sprite import Sprite

WALLS = ("#8a5a3a", "#b5543f", "#e6dcc8", "#6f7f8a", "#d8b878")
LAMP = rgb("#ffd98a")
SNOW = rgb("#f2f6fb")


def cabin(
    rng: np.random.Generator, light: Light, colour: Colour | None = None, *, snowy: bool = False
) -> Sprite:
    """Return a wooden house in three-quarter view, 1 high and 1.3 wide."""
    clay = Clay(light, width=1.3, height=1.0, size=300)
    wall = colour if colour is not None else rgb(str(rng.choice(WALLS)))
    boards = _boards(clay, 1.3, wall)
    roof = SNOW if snowy else mix(rgb("#5a3a30"), rgb("#39424c"), float(rng.random()))
    clay.add(box(0.86, 0.08, 0.97, 0.36), rgb("#7a6a60"), round_=0.03)
    clay.add(polygon(points("520,480 1200,480 1200,970 520,970")), boards, round_=0.01)
    gable = points("90,480 310,170 530,480 530,980 90,980")
    clay.add(polygon(gable), boards * np.float32(0.86), round_=0.012)
    slope = points("280,120 1030,120 1270,500 530,520 310,165")
    clay.add(polygon(slope), roof, round_=0.05)
    left = points("315,110 290,180 75,510 35,490 265,120")
    clay.add(polygon(left), roof * np.float32(0.8), round_=0.03)
    for pane in (
        (0.64, 0.58, 0.8, 0.76),
        (0.96, 0.58, 1.1, 0.76),
        (0.24, 0.34, 0.38, 0.47),
    ):
        _window(clay, light, pane)
    clay.add(box(0.23, 0.62, 0.4, 0.98), rgb("#4a2f22"), round_=0.02)
    clay.add(ellipse(0.375, 0.8, 0.012, 0.012), rgb("#d8b25a"), round_=0.01, gloss=0.8)
    return clay.sprite()


def _boards(clay: Clay, width: float, wall: Colour) -> Pixels:
    tall, wide = clay.size, round(clay.size * width)
    rows = np.arange(tall, dtype=np.float32)[:, None]
    gaps = 1 - 0.25 * ((rows % (clay.size * 0.055)) < clay.size * 0.008)
    return np.broadcast_to(wall, (tall, wide, 3)) * gaps[..., None].astype(np.float32)


def _window(clay: Clay, light: Light, pane: tuple[float, float, float, float]) -> None:
    """Add a window; behind it burns a lamp once the day is over."""
    x0, y0, x1, y1 = pane
    clay.add(box(x0 - 0.015, y0 - 0.015, x1 + 0.015, y1 + 0.015), rgb("#efe6d4"), round_=0.01)
    dark = mix(rgb("#2e4256"), light.middle, 0.35)
    lit = light.lamps > 0.3
    bright = LAMP * np.float32(1.9 if light.power < 0.75 else 1.0)
    clay.add(box(x0, y0, x1, y1), bright if lit else dark, flat=True)
    middle = (x0 + x1) / 2
    clay.add(box(middle - 0.006, y0, middle + 0.006, y1), rgb("#efe6d4"), flat=True)


def lighthouse(rng: np.random.Generator, light: Light, colour: Colour | None = None) -> Sprite:
    """Return a striped lighthouse on a rock, 1 high and 0.5 wide."""
    clay = Clay(light, width=0.5, height=1.0, size=440)
    red = colour if colour is not None else rgb(str(rng.choice(("#b8342d", "#2d4f86", "#33363d"))))
    rock = points("10,1000 60,900 150,860 260,850 370,870 460,920 495,1000")
    clay.add(smooth(rock), rgb("#6b655f"), round_=0.08)
    clay.add(polygon(points("180,230 320,230 365,890 135,890")), rgb("#f3efe6"), round_=0.09)
    for top in (0.3, 0.52, 0.74):
        wide = 0.07 + (top - 0.23) * 0.068
        low = wide + 0.0075
        band = [
            (0.25 - wide, top),
            (0.25 + wide, top),
            (0.25 + low, top + 0.11),
            (0.25 - low, top + 0.11),
        ]
        clay.add(polygon(band), red, round_=0.09)
    clay.add(box(0.155, 0.205, 0.345, 0.235), rgb("#3a3d44"), round_=0.015)
    shine = LAMP * np.float32(1.8 if light.power < 0.75 else 1.0)
    clay.add(box(0.2, 0.12, 0.3, 0.205), shine, flat=True)
    for x in (0.2, 0.25, 0.3):
        clay.add(limb([(x, 0.12), (x, 0.21)], [0.008, 0.008]), rgb("#3a3d44"))
    clay.add(smooth(points("185,125 215,70 250,35 285,70 315,125"), 6), red, round_=0.05)
    for y in (0.4, 0.62):
        clay.add(box(0.235, y + 0.03, 0.265, y + 0.09, 0.01), rgb("#3b4654"), flat=True)
    return clay.sprite()


def castle(rng: np.random.Generator, light: Light, colour: Colour | None = None) -> Sprite:
    """Return a castle with pointed towers, 1 high and 1.2 wide."""
    clay = Clay(light, width=1.2, height=1.0, size=360)
    stone = mix(rgb("#b9b2a6"), rgb("#d9c7a3"), float(rng.random()))
    roof = colour if colour is not None else rgb(str(rng.choice(("#3f5f8c", "#8c3a34", "#4a5a4f"))))
    towers = [(0.14, 0.48, 0.07), (1.05, 0.44, 0.075), (0.38, 0.3, 0.07), (0.8, 0.26, 0.075)]
    for tower in (*towers[2:], (0.6, 0.2, 0.085)):
        _tower(clay, stone * np.float32(0.93), roof, tower)
    clay.add(box(0.1, 0.66, 1.1, 1.0), stone, round_=0.04)
    for x in np.arange(0.115, 1.08, 0.055):
        clay.add(box(x, 0.63, x + 0.03, 0.67), stone, round_=0.01)
    for tower in towers[:2]:
        _tower(clay, stone, roof, tower)
    gate = points("530,1000 530,850 560,790 600,770 640,790 670,850 670,1000")
    clay.add(smooth(gate, 4), rgb("#3b2a20"), round_=0.02)
    for x in (0.28, 0.42, 0.78, 0.92):
        glow = LAMP * np.float32(1.6) if light.lamps > 0.3 else rgb("#39404a")
        clay.add(ellipse(x, 0.8, 0.014, 0.03), glow, flat=True)
    return clay.sprite()


def _tower(clay: Clay, stone: Colour, roof: Colour, at: tuple[float, float, float]) -> None:
    """Add a tower around a column, with its top and half its width."""
    x, top, half = at
    clay.add(box(x - half, top, x + half, 1.0), stone, round_=0.06)
    clay.add(box(x - half * 1.18, top - 0.01, x + half * 1.18, top + 0.05), stone, round_=0.03)
    cone = [(x, top - half * 2.7), (x + half * 1.35, top), (x - half * 1.35, top)]
    clay.add(polygon(cone), roof, round_=0.08)
    clay.add(ellipse(x, top + 0.13, 0.012, 0.026), rgb("#39404a"), flat=True)


def pagoda(rng: np.random.Generator, light: Light, colour: Colour | None = None) -> Sprite:
    """Return a pavilion with upturned eaves in dancheong colours, 1 high and 1.2 wide."""
    clay = Clay(light, width=1.2, height=1.0, size=340)
    tiles = rgb("#3f474f")
    red = colour if colour is not None else mix(rgb("#a33a2c"), rgb("#8a3b25"), float(rng.random()))
    clay.add(polygon(points("130,1000 190,930 1010,930 1070,1000")), rgb("#a59f94"), round_=0.03)
    for floor, (top, half) in enumerate(((0.52, 0.36), (0.13, 0.25))):
        base = 0.93 if floor == 0 else 0.5
        clay.add(box(0.6 - half, top + 0.12, 0.6 + half, base), rgb("#dcc9a6"), round_=0.02)
        for column in np.linspace(-half, half, 5):
            clay.add(
                box(0.6 + column - 0.018, top + 0.1, 0.6 + column + 0.018, base), red, round_=0.02
            )
            if column < half:
                glow = LAMP * np.float32(1.5) if light.lamps > 0.3 else rgb("#5a6a5a")
                span = half / 2
                pane = box(0.6 + column + 0.04, top + 0.22, 0.6 + column + span - 0.04, base - 0.05)
                clay.add(pane, glow, flat=True)
        clay.add(
            box(0.6 - half - 0.05, top + 0.1, 0.6 + half + 0.05, top + 0.15),
            rgb("#2f7f6f"),
            round_=0.02,
        )
        eave = half + 0.2
        half_roof = [(eave, 0.05), (eave * 0.62, 0.02), (half * 0.55, -0.11)]
        under = [(-eave * 0.8, 0.1), (0.0, 0.125), (eave * 0.8, 0.1)]
        upper = [*half_roof, *((-x, y) for x, y in reversed(half_roof))]
        roof = [(0.6 + x, top + y) for x, y in (*upper, *under)]
        clay.add(smooth(roof, 6), tiles, round_=0.06)
    return clay.sprite()


def windmill(rng: np.random.Generator, light: Light, colour: Colour | None = None) -> Sprite:
    """Return a windmill, 1 high and 0.8 wide."""
    clay = Clay(light, width=0.8, height=1.0, size=400)
    wall = colour if colour is not None else rgb("#ece3d2")
    clay.add(polygon(points("310,360 490,360 550,1000 250,1000")), wall, round_=0.1)
    clay.add(
        smooth(points("300,370 320,290 400,250 480,290 500,370"), 6), rgb("#6b4a38"), round_=0.06
    )
    clay.add(box(0.365, 0.83, 0.435, 1.0, 0.02), rgb("#4a3426"), round_=0.02)
    turn = rng.uniform(0, np.pi / 2)
    for blade in range(4):
        along = np.array([np.cos(turn + blade * np.pi / 2), np.sin(turn + blade * np.pi / 2)])
        out = np.array([-along[1], along[0]])
        hub = np.array([0.4, 0.37])
        sail = [(0.06, 0.0), (0.3, 0.0), (0.3, 0.08), (0.06, 0.07)]
        corners = np.array([hub + along * a + out * b for a, b in sail])
        clay.add(corners, rgb("#f4eee2"), round_=0.02)
        clay.add(limb([tuple(hub), tuple(hub + along * 0.31)], [0.018, 0.012]), rgb("#5b4030"))
    clay.add(ellipse(0.4, 0.37, 0.025, 0.025), rgb("#3b2a22"), round_=0.02, gloss=0.5)
    return clay.sprite()
