"""People who stand: a cowboy, an astronaut, someone seen from behind."""

import numpy as np

from emulator.paint.clay import Clay
from emulator.paint.colour import Colour, rgb
from emulator.paint.light import Light
from emulator.paint.outline import box, ellipse, limb, points, polygon, smooth
from emulator.paint.sprite import Sprite

SKINS = ("#f0c9a4", "#d9a577", "#a9744c", "#6f4a33")
HAIRS = ("#2a2022", "#4a3226", "#8a5a34", "#c99b56", "#6b6b70")
CLOTHES = ("#b5423a", "#2f5d8c", "#c98f3a", "#3f6f53", "#6b4a86", "#44464f", "#d7c7ab")


def pick(rng: np.random.Generator, codes: tuple[str, ...]) -> Colour:
    """Return one of the colours."""
    return rgb(str(rng.choice(codes)))


def cowboy(rng: np.random.Generator, light: Light) -> Sprite:
    """Return a cowboy, 1 high and 0.6 wide, facing the camera."""
    clay = Clay(light, width=0.6, height=1.0, size=520)
    skin, shirt = pick(rng, SKINS), pick(rng, ("#a8623c", "#7b8ea0", "#b9a67f"))
    denim, leather = rgb("#3f5372"), rgb("#5c3b24")
    for sign in (-1, 1):
        hip = 0.3 + sign * 0.058
        leg = [(hip, 0.56), (hip + sign * 0.018, 0.75), (hip + sign * 0.03, 0.93)]
        clay.add(limb(leg, [0.12, 0.105, 0.085]), denim, round_=0.06)
        boot = hip + sign * 0.032
        clay.add(limb([(boot, 0.84), (boot, 0.97)], [0.09, 0.085]), leather, round_=0.05, gloss=0.3)
        clay.add(ellipse(boot + sign * 0.014, 0.975, 0.06, 0.022), leather, round_=0.02, gloss=0.3)
        arm = [(0.3 + sign * 0.135, 0.31), (0.3 + sign * 0.19, 0.44), (0.3 + sign * 0.165, 0.56)]
        clay.add(limb(arm, [0.085, 0.075, 0.06]), shirt, round_=0.04)
        clay.add(ellipse(0.3 + sign * 0.16, 0.585, 0.033, 0.04), skin, round_=0.03)
    trunk = points("300,255 420,275 445,330 410,560 300,585 190,560")
    clay.add(smooth([*trunk, (0.155, 0.33), (0.18, 0.275)]), shirt, round_=0.1)
    for sign in (-1, 1):
        vest = points("70,262 135,290 115,560 30,555 50,380")
        clay.add(smooth([(0.3 + sign * x, y) for x, y in vest], 6), leather, round_=0.05)
    clay.add(box(0.19, 0.545, 0.41, 0.585), rgb("#38241a"), round_=0.02, gloss=0.3)
    clay.add(box(0.27, 0.54, 0.33, 0.59, 0.012), rgb("#d8b25a"), round_=0.02, gloss=0.9)
    _cowboy_head(clay, rng, skin, leather)
    return clay.sprite()


def _cowboy_head(clay: Clay, rng: np.random.Generator, skin: Colour, leather: Colour) -> None:
    clay.add(box(0.265, 0.21, 0.335, 0.28), skin, round_=0.04)
    face = points("300,80 365,100 370,170 345,225 300,245")
    clay.add(smooth([*face, *((0.6 - x, y) for x, y in reversed(face[1:-1]))]), skin, round_=0.07)
    for sign in (-1, 1):
        clay.add(ellipse(0.3 + sign * 0.03, 0.146, 0.009, 0.008), rgb("#241c1c"), flat=True)
        clay.add(
            limb([(0.3 + sign * 0.015, 0.128), (0.3 + sign * 0.048, 0.126)], [0.008, 0.006]),
            rgb("#3b2a20"),
        )
    clay.add(limb([(0.3, 0.15), (0.302, 0.178)], [0.014, 0.024]), skin, round_=0.012)
    hair = pick(rng, HAIRS)
    clay.add(
        limb([(0.262, 0.2), (0.3, 0.188), (0.338, 0.2)], [0.014, 0.026, 0.014]), hair, round_=0.01
    )
    scarf = points("225,245 300,260 375,245 340,305 300,335 260,305")
    clay.add(smooth(scarf), rgb("#a63a30"), round_=0.03)
    brim = points("130,85 200,108 300,114 400,108 470,85 400,88 300,90 200,88")
    crown = points("225,100 235,35 270,12 300,28 330,12 365,35 375,100")
    clay.add(smooth(crown), leather, round_=0.06)
    clay.add(
        limb([(0.222, 0.086), (0.3, 0.094), (0.378, 0.086)], [0.018, 0.02, 0.018]), rgb("#2a1b14")
    )
    clay.add(smooth(brim), leather, round_=0.02)


def astronaut(rng: np.random.Generator, light: Light) -> Sprite:
    """Return an astronaut, 1 high and 0.7 wide."""
    clay = Clay(light, width=0.7, height=1.0, size=480)
    suit, trim = rgb("#e8e8e6"), pick(rng, ("#d2643a", "#3a6fb0", "#c9a13a"))
    grey = rgb("#9ea3a8")
    clay.add(box(0.16, 0.3, 0.54, 0.62, 0.06), grey, round_=0.07)
    for sign in (-1, 1):
        leg = [(0.35 + sign * 0.085, 0.6), (0.35 + sign * 0.1, 0.78), (0.35 + sign * 0.11, 0.92)]
        clay.add(limb(leg, [0.17, 0.15, 0.14]), suit, round_=0.08)
        clay.add(
            limb([(0.35 + sign * 0.098, 0.765), (0.35 + sign * 0.1, 0.79)], [0.15, 0.15]), trim
        )
        clay.add(ellipse(0.35 + sign * 0.125, 0.95, 0.095, 0.045), grey, round_=0.05)
        arm = [(0.35 + sign * 0.17, 0.36), (0.35 + sign * 0.25, 0.47), (0.35 + sign * 0.235, 0.6)]
        clay.add(limb(arm, [0.13, 0.12, 0.105]), suit, round_=0.07)
        clay.add(ellipse(0.35 + sign * 0.232, 0.625, 0.05, 0.052), grey, round_=0.05)
    trunk = points("350,290 500,320 520,480 480,640 350,660 220,640")
    clay.add(smooth([*trunk, (0.18, 0.48), (0.2, 0.32)]), suit, round_=0.13)
    clay.add(box(0.27, 0.43, 0.43, 0.54, 0.02), grey, round_=0.03)
    for place, code in enumerate(("#d2452f", "#5fb36a", "#3a6fb0")):
        clay.add(
            ellipse(0.305 + place * 0.045, 0.485, 0.013, 0.013), rgb(code), round_=0.01, gloss=0.7
        )
    clay.add(ellipse(0.35, 0.175, 0.175, 0.165), suit, round_=0.15, gloss=0.3)
    clay.add(ellipse(0.35, 0.185, 0.132, 0.115), rgb("#1b2438"), round_=0.12, gloss=0.4)
    clay.add(ellipse(0.35, 0.185, 0.122, 0.105), rgb("#34507c"), round_=0.11, gloss=0.9)
    shine = points("265,150 310,105 360,100 300,135 275,180")
    clay.add(smooth(shine), rgb("#dff0ff"), flat=True)
    return clay.sprite()


def wanderer(rng: np.random.Generator, light: Light) -> Sprite:
    """Return someone seen from behind, 1 high and 0.5 wide: who looks at the view."""
    clay = Clay(light, width=0.5, height=1.0, size=360)
    coat, trousers, hair = pick(rng, CLOTHES), pick(rng, CLOTHES[-2:]), pick(rng, HAIRS)
    skirt = bool(rng.random() < 0.4)
    for sign in (-1, 1):
        leg = [(0.25 + sign * 0.045, 0.55), (0.25 + sign * 0.055, 0.95)]
        clay.add(limb(leg, [0.1, 0.07]), trousers, round_=0.05)
        clay.add(ellipse(0.25 + sign * 0.06, 0.965, 0.045, 0.02), rgb("#2c2420"), round_=0.02)
        arm = [(0.25 + sign * 0.1, 0.25), (0.25 + sign * 0.135, 0.4), (0.25 + sign * 0.12, 0.53)]
        clay.add(limb(arm, [0.075, 0.065, 0.05]), coat, round_=0.04)
    hem = 0.76 if skirt else 0.6
    wide = 0.16 if skirt else 0.115
    trunk = [(0.25, 0.19), (0.345, 0.22), (0.35, 0.4), (0.25 + wide, hem), (0.25 - wide, hem)]
    clay.add(smooth([*trunk, (0.15, 0.4), (0.155, 0.22)], 6), coat, round_=0.09)
    if rng.random() < 0.5:
        clay.add(box(0.165, 0.24, 0.335, 0.45, 0.04), pick(rng, CLOTHES), round_=0.07)
    clay.add(ellipse(0.25, 0.115, 0.068, 0.082), hair, round_=0.07)
    if skirt:
        clay.add(smooth(points("180,100 320,100 335,280 250,320 165,280")), hair)
    elif rng.random() < 0.5:
        hat = pick(rng, CLOTHES)
        clay.add(polygon(points("130,105 370,105 360,85 140,85")), hat, round_=0.02)
        clay.add(
            smooth(points("185,95 195,30 250,18 305,30 315,95")),
            hat,
        )
    return clay.sprite()
