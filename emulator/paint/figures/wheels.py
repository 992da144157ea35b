"""What rolls: a car and a train, seen from the side."""

import numpy as np

from emulator.paint.clay import Clay
from emulator.paint.colour import Colour, mix, rgb
from emulator.paint.light import Light
from emulator.paint.outline import box, ellipse, limb, points, polygon, smooth
from emulator.paint.sprite import Sprite

PAINTS = ("#c23a32", "#2f6fb0", "#e0b23a", "#3f8f7a", "#e8e4dc", "#2d3038")


def car(rng: np.random.Generator, light: Light, colour: Colour | None = None) -> Sprite:
    """Return a car, 0.5 high and 1.3 wide (before scaling to height 1)."""
    clay = Clay(light, width=1.3, height=0.5, size=420)
    paint = colour if colour is not None else rgb(str(rng.choice(PAINTS)))
    body = points(
        "30,330 60,240 200,205 370,180 500,70 640,45 800,60 930,170 1130,205 1250,250 "
        "1275,340 1240,390 60,390"
    )
    clay.add(smooth(body), paint, round_=0.12, gloss=0.85)
    glass = mix(rgb("#27384a"), light.middle, 0.45)
    clay.add(smooth(points("410,180 520,88 620,70 625,185"), 6), glass, round_=0.04, gloss=0.8)
    clay.add(smooth(points("655,185 650,70 770,80 880,178"), 6), glass, round_=0.04, gloss=0.8)
    clay.add(
        limb([(0.05, 0.35), (1.25, 0.35)], [0.03, 0.03]), rgb("#c9ced3"), round_=0.015, gloss=1.0
    )
    clay.add(limb([(0.64, 0.19), (0.65, 0.35)], [0.005, 0.005]), paint * np.float32(0.6), flat=True)
    shine = np.float32(1.5 if light.lamps > 0.3 else 1.0)
    clay.add(ellipse(1.235, 0.275, 0.028, 0.035), rgb("#fff2c2") * shine, flat=True)
    clay.add(ellipse(0.055, 0.285, 0.02, 0.035), rgb("#d2352c") * shine, flat=True)
    for x in (0.27, 1.02):
        clay.add(ellipse(x, 0.39, 0.125, 0.12), rgb("#17171b"), round_=0.02)
        clay.add(ellipse(x, 0.39, 0.105, 0.103), rgb("#2b2b30"), round_=0.04)
        clay.add(ellipse(x, 0.39, 0.058, 0.057), rgb("#c3c8cd"), round_=0.04, gloss=1.0)
        clay.add(ellipse(x, 0.39, 0.018, 0.018), rgb("#55585f"), round_=0.012)
    return clay.sprite()


def train(rng: np.random.Generator, light: Light, colour: Colour | None = None) -> Sprite:
    """Return a steam engine, 0.7 high and 1.4 wide (before scaling to height 1)."""
    clay = Clay(light, width=1.4, height=0.7, size=400)
    paint = (
        colour if colour is not None else rgb(str(rng.choice(("#26302c", "#7a2b28", "#27425f"))))
    )
    dark, brass = rgb("#1f2024"), rgb("#c9a04a")
    clay.add(box(0.08, 0.13, 0.46, 0.52), paint, round_=0.05, gloss=0.4)
    clay.add(polygon(points("50,150 80,95 470,95 500,150")), dark, round_=0.03)
    pane = rgb("#ffdf9a") * np.float32(1.4) if light.lamps > 0.3 else rgb("#9fb6c4")
    for x in (0.14, 0.3):
        clay.add(box(x, 0.19, x + 0.11, 0.32, 0.01), pane, flat=True)
    clay.add(limb([(0.44, 0.37), (1.24, 0.37)], [0.3, 0.29]), paint, round_=0.15, gloss=0.6)
    for x in (0.58, 0.78, 0.98):
        clay.add(limb([(x, 0.225), (x, 0.515)], [0.018, 0.018]), brass, round_=0.009, gloss=0.9)
    clay.add(
        polygon(points("1060,230 1085,70 1050,40 1210,40 1175,70 1200,230")), dark, round_=0.05
    )
    clay.add(ellipse(0.76, 0.225, 0.06, 0.05), brass, round_=0.05, gloss=0.9)
    clay.add(ellipse(1.3, 0.37, 0.035, 0.05), rgb("#fff0bf"), flat=True)
    clay.add(polygon(points("1240,520 1380,650 1200,650")), dark, round_=0.04)
    clay.add(box(0.08, 0.51, 1.26, 0.56), dark, round_=0.02)
    for x, radius in ((0.2, 0.095), (0.42, 0.095), (0.68, 0.115), (0.94, 0.115), (1.16, 0.07)):
        clay.add(ellipse(x, 0.69 - radius, radius, radius), dark, round_=0.02, gloss=0.3)
        clay.add(
            ellipse(x, 0.69 - radius, radius * 0.75, radius * 0.75), rgb("#8a2f28"), round_=0.02
        )
        clay.add(
            ellipse(x, 0.69 - radius, radius * 0.25, radius * 0.25), brass, round_=0.02, gloss=0.8
        )
    clay.add(
        limb([(0.4, 0.6), (0.95, 0.6)], [0.022, 0.022]), rgb("#b9bfc4"), round_=0.01, gloss=1.0
    )
    return clay.sprite()
