"""A robot of riveted metal, standing."""

import numpy as np

from emulator.paint.clay import Clay
from emulator.paint.colour import Colour, mix, rgb
from emulator.paint.light import Light
from emulator.paint.noise import cover, tile
from emulator.paint.outline import box, ellipse, limb, points, polygon, smooth
from emulator.paint.sprite import Sprite

METALS = {"brass": "#b98d4a", "steel": "#98a3ad", "white": "#dfe3e6", "copper": "#b06a45"}
EYES = {"brass": "#ffcf6b", "steel": "#7fe3ff", "white": "#6fd0ff", "copper": "#ffb35c"}


def robot(
    rng: np.random.Generator, light: Light, metal: str | None = None, paint: Colour | None = None
) -> Sprite:
    """Return a robot, 1 high and 0.6 wide, of a metal or in a colour."""
    name = metal or str(rng.choice(list(METALS)))
    clay = Clay(light, width=0.6, height=1.0, size=520)
    tall, wide = clay.size, round(clay.size * 0.6)
    worn = cover(tile(rng, 1.5, 256), wide, tall, 1.6)[..., None]
    plate = np.asarray((paint if paint is not None else rgb(METALS[name])) * (1 + 0.09 * worn))
    plate = plate.astype(np.float32)
    dark = rgb("#3b3a40")
    _limbs(clay, plate, dark)
    _torso(clay, plate, dark, rgb(EYES[name]))
    _head(clay, plate, dark, rgb(EYES[name]))
    return clay.sprite()


def _limbs(clay: Clay, plate: np.ndarray, dark: Colour) -> None:
    for sign in (-1, 1):
        hip = 0.3 + sign * 0.075
        clay.add(limb([(hip, 0.62), (hip, 0.93)], [0.05, 0.045]), dark, round_=0.03)
        clay.add(box(hip - 0.05, 0.66, hip + 0.05, 0.76, 0.03), plate, round_=0.05, gloss=0.6)
        clay.add(ellipse(hip, 0.79, 0.036, 0.036), dark, round_=0.03, gloss=0.6)
        clay.add(box(hip - 0.045, 0.815, hip + 0.045, 0.93, 0.025), plate, round_=0.05, gloss=0.6)
        foot = [(hip - 0.065, 0.99), (hip - 0.06, 0.93), (hip + 0.06, 0.93), (hip + 0.065, 0.99)]
        clay.add(polygon(foot), plate, round_=0.04, gloss=0.6)
        shoulder = 0.3 + sign * 0.19
        clay.add(limb([(shoulder, 0.36), (shoulder, 0.64)], [0.045, 0.04]), dark, round_=0.03)
        clay.add(ellipse(shoulder, 0.345, 0.06, 0.06), plate, round_=0.06, gloss=0.8)
        clay.add(
            box(shoulder - 0.04, 0.4, shoulder + 0.04, 0.49, 0.02), plate, round_=0.05, gloss=0.6
        )
        clay.add(box(shoulder - 0.038, 0.535, shoulder + 0.038, 0.62, 0.02), plate, gloss=0.6)
        for finger in (-0.026, 0.0, 0.026):
            tip = [(shoulder + finger, 0.62), (shoulder + finger * 1.3, 0.675)]
            clay.add(limb(tip, [0.022, 0.016]), dark, round_=0.012, gloss=0.5)


def _torso(clay: Clay, plate: np.ndarray, dark: Colour, glow: Colour) -> None:
    chest = points("160,310 440,310 460,360 410,600 190,600 140,360")
    clay.add(polygon(chest), plate, round_=0.075, gloss=0.7)
    clay.add(box(0.2, 0.6, 0.4, 0.66, 0.02), dark, round_=0.04, gloss=0.4)
    clay.add(box(0.205, 0.36, 0.395, 0.5, 0.015), mix(rgb("#2b2d33"), dark, 0.4), round_=0.012)
    clay.add(ellipse(0.255, 0.43, 0.042, 0.042), rgb("#e9e2cf"), round_=0.02, gloss=0.5)
    clay.add(limb([(0.255, 0.43), (0.28, 0.405)], [0.008, 0.004]), rgb("#b33a2e"), flat=True)
    for row in range(3):
        lamp = mix(glow, rgb("#d2452f"), 0.5 * row)
        clay.add(ellipse(0.345, 0.385 + row * 0.045, 0.016, 0.016), lamp, round_=0.012, gloss=0.9)
    for x, y in ((0.175, 0.335), (0.425, 0.335), (0.215, 0.575), (0.385, 0.575), (0.3, 0.335)):
        clay.add(ellipse(x, y, 0.009, 0.009), plate, round_=0.006, gloss=1.0)


def _head(clay: Clay, plate: np.ndarray, dark: Colour, glow: Colour) -> None:
    clay.add(box(0.265, 0.26, 0.335, 0.32), dark, round_=0.03, gloss=0.4)
    clay.add(limb([(0.3, 0.08), (0.3, 0.02)], [0.012, 0.008]), dark, round_=0.006)
    clay.add(ellipse(0.3, 0.018, 0.016, 0.016), glow, round_=0.012, gloss=0.8)
    skull = points("190,270 180,160 230,85 300,70 370,85 420,160")
    clay.add(smooth([*skull, (0.41, 0.27), (0.3, 0.285)]), plate, round_=0.09, gloss=0.8)
    for sign in (-1, 1):
        x = 0.3 + sign * 0.058
        clay.add(ellipse(x, 0.165, 0.044, 0.044), dark, round_=0.02, gloss=0.5)
        clay.add(ellipse(x, 0.165, 0.031, 0.031), glow, flat=True)
        clay.add(ellipse(x, 0.165, 0.017, 0.017), rgb("#fffbe8"), flat=True)
        clay.add(ellipse(0.3 + sign * 0.125, 0.18, 0.018, 0.035), dark, round_=0.015, gloss=0.6)
    clay.add(box(0.245, 0.225, 0.355, 0.258, 0.008), dark, round_=0.008)
    for x in np.linspace(0.26, 0.34, 5):
        clay.add(box(x - 0.004, 0.228, x + 0.004, 0.255), plate, round_=0.004)
