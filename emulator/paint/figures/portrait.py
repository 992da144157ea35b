"""A bust: head and shoulders, dressed by what the prompt says."""

import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.clay import Clay
from emulator.paint.colour import Colour, mix, rgb
from emulator.paint.figures.people import CLOTHES, HAIRS, SKINS, pick
from emulator.paint.light import Light
from emulator.paint.outline import Outline, Point, box, ellipse, limb, points, polygon, smooth
from emulator.paint.sprite import Sprite

MIDDLE = 0.5


def portrait(rng: np.random.Generator, light: Light, text: str = "") -> Sprite:
    """Return a person from the chest up, 1.1 high and 1 wide.

    Args:
        rng: Decides skin, hair and clothes where the text does not.
        light: How they are lit.
        text: The prompt, for trades: doctor, chef, king, wizard and the like.
    """
    clay = Clay(light, width=1.0, height=1.1, size=560)
    skin, hair = pick(rng, SKINS), pick(rng, HAIRS)
    feminine = _says(text, "woman", "girl", "queen", "lady", "여자", "소녀") or (
        not _says(text, "man", "boy", "king", "wizard", "남자", "소년") and rng.random() < 0.5
    )
    if feminine:
        locks = points("300,300 340,120 500,50 660,120 700,300 740,620")
        clay.add(smooth([*locks, (0.62, 0.76), (0.38, 0.76), (0.26, 0.62)]), hair, round_=0.12)
    _clothes(clay, rng, text)
    _face(clay, rng, skin, hair, feminine=feminine)
    _hair(clay, hair, feminine=feminine)
    _trade(clay, hair, text)
    return clay.sprite()


def _says(text: str, *words: str) -> bool:
    return any(f" {word}" in f" {text}" for word in words)


def _both(half: list[Point]) -> Outline:
    """Close a right half into a symmetrical outline."""
    return smooth([*half, *((2 * MIDDLE - x, y) for x, y in reversed(half))])


def _clothes(clay: Clay, rng: np.random.Generator, text: str) -> None:
    medical = _says(text, "doctor", "nurse", "scientist", "의사", "간호사", "과학자")
    coat = rgb("#f1f3f2") if medical or _says(text, "chef", "요리사") else pick(rng, CLOTHES)
    shirt = rgb("#8fb3cf") if medical else mix(coat, rgb("#f5efe4"), 0.75)
    shoulders = points("560,630 680,690 860,745 960,860 1000,1160")
    clay.add(_both(shoulders), coat, round_=0.2)
    clay.add(polygon(points("400,660 600,660 545,1100 455,1100")), shirt, round_=0.12)
    if medical or _says(text, "man", "teacher", "king", "남자", "선생님"):
        tie = points("480,740 520,740 545,1100 455,1100")
        clay.add(polygon(tie), pick(rng, CLOTHES[:5]), round_=0.03)
        clay.add(polygon(points("465,700 535,700 518,755 482,755")), rgb("#33405c"))
    for sign in (-1, 1):
        lapel = points("90,630 170,690 160,840 50,1100 65,840")
        clay.add(polygon([(MIDDLE + sign * x, y) for x, y in lapel]), coat, round_=0.035)


def _face(
    clay: Clay, rng: np.random.Generator, skin: Colour, hair: Colour, *, feminine: bool
) -> None:
    neck = points("425,520 575,520 590,670 500,740 410,670")
    clay.add(smooth(neck), skin * np.float32(0.9), round_=0.08)
    for sign in (-1, 1):
        clay.add(ellipse(MIDDLE + sign * 0.178, 0.4, 0.028, 0.05), skin, round_=0.03)
    jaw = 0.145 if feminine else 0.16
    face = [(0.5, 0.15), (0.6, 0.17), (0.665, 0.27), (0.672, 0.38), (0.5 + jaw, 0.5), (0.56, 0.58)]
    clay.add(_both([*face, (0.51, 0.6)]), skin, round_=0.19)
    blush = clay.mask(ellipse(0.4, 0.46, 0.05, 0.035)) + clay.mask(ellipse(0.6, 0.46, 0.05, 0.035))
    blush = blurred(blush, clay.size * 0.02) * 0.5
    clay.add(
        ellipse(0.5, 0.46, 0.15, 0.08), mix(skin, rgb("#d8685c"), 0.4), flat=True, within=blush
    )
    iris = pick(rng, ("#4b3524", "#5a7f9c", "#5f7a4a", "#3a2b22"))
    for sign in (-1, 1):
        _eye(clay, sign, skin=skin, iris=iris, hair=hair, feminine=feminine)
    nose = points("488,400 512,400 532,478 500,495 468,478")
    clay.add(smooth(nose), skin, round_=0.032, gloss=0.12)
    for sign in (-1, 1):
        clay.add(
            ellipse(0.5 + sign * 0.016, 0.485, 0.007, 0.0045), skin * np.float32(0.5), flat=True
        )
    lip = mix(skin, rgb("#b5433f"), 0.65 if feminine else 0.35)
    upper = points("440,529 478,522 500,528 522,522 560,529 500,541")
    clay.add(smooth(upper), lip * np.float32(0.85), round_=0.012)
    clay.add(
        smooth(points("446,533 500,544 554,533 500,564")),
        lip,
        round_=0.016,
        gloss=0.2,
    )


def _eye(
    clay: Clay, sign: int, *, skin: Colour, iris: Colour, hair: Colour, feminine: bool
) -> None:
    x = MIDDLE + sign * 0.077
    socket = ellipse(x, 0.378, 0.052, 0.03)
    clay.add(socket, skin * np.float32(0.9), round_=0.05)
    white = points("-40,3 -6,-18 36,-6 42,2 0,15")
    almond = smooth([(x + sign * dx, 0.382 + dy) for dx, dy in white])
    seen = clay.mask(almond)
    clay.add(almond, rgb("#f3efe9"), round_=0.03)
    clay.add(ellipse(x, 0.379, 0.0175, 0.0175), iris, round_=0.012, gloss=0.4, within=seen)
    clay.add(ellipse(x, 0.379, 0.008, 0.008), rgb("#151113"), flat=True, within=seen)
    clay.add(ellipse(x + 0.006, 0.374, 0.004, 0.004), rgb("#ffffff"), flat=True, within=seen)
    lid = [(x - sign * 0.042, 0.385), (x, 0.36), (x + sign * 0.046, 0.382)]
    clay.add(limb(lid, [0.006, 0.011 if feminine else 0.008, 0.008]), rgb("#2a1f1d"), flat=True)
    brow = [(x - sign * 0.045, 0.338), (x + sign * 0.01, 0.322), (x + sign * 0.055, 0.338)]
    clay.add(limb(brow, [0.015, 0.016, 0.006]), hair * np.float32(0.8), round_=0.01)


def _hair(clay: Clay, hair: Colour, *, feminine: bool) -> None:
    if feminine:
        for sign in (-1, 1):
            fringe = points("20,115 130,110 200,240 215,450 170,500 165,330 100,200")
            clay.add(
                smooth([(MIDDLE + sign * x, y) for x, y in fringe]), hair, round_=0.06, gloss=0.25
            )
        clay.add(
            smooth(points("370,190 500,70 630,190 500,160")),
            hair,
            round_=0.06,
            gloss=0.25,
        )
        return
    cap = points("318,370 315,220 370,120 500,75 630,120 685,220 682,370")
    brow = points("655,300 620,215 530,200 430,225 360,240 345,300")
    clay.add(smooth([*cap, *brow]), hair, round_=0.07, gloss=0.2)


def _trade(clay: Clay, hair: Colour, text: str) -> None:
    """Add what a trade wears."""
    if _says(text, "doctor", "nurse", "의사", "간호사"):
        tube = rgb("#2d3138")
        for sign in (-1, 1):
            loop = [(0.5 + sign * 0.1, 0.71), (0.5 + sign * 0.14, 0.85), (0.5 + sign * 0.06, 0.99)]
            clay.add(limb(loop, [0.02, 0.02, 0.02]), tube, round_=0.01, gloss=0.5)
        clay.add(limb([(0.56, 0.98), (0.6, 1.03)], [0.02, 0.02]), tube, round_=0.01, gloss=0.5)
        clay.add(ellipse(0.61, 1.04, 0.036, 0.036), rgb("#b9c0c6"), round_=0.02, gloss=1.0)
    if _says(text, "scientist", "teacher", "professor", "glasses", "과학자", "선생님", "안경"):
        for sign in (-1, 1):
            rim = clay.mask(ellipse(0.5 + sign * 0.08, 0.385, 0.066, 0.05))
            hole = clay.mask(ellipse(0.5 + sign * 0.08, 0.385, 0.058, 0.042))
            frame = np.clip(rim - hole, 0, 1)
            clay.add(
                ellipse(0.5 + sign * 0.08, 0.385, 0.07, 0.055),
                rgb("#2b2422"),
                flat=True,
                within=frame,
            )
    if _says(text, "chef", "요리사"):
        for x, y in ((0.38, 0.09), (0.5, 0.06), (0.62, 0.09)):
            clay.add(ellipse(x, y, 0.11, 0.08), rgb("#f7f5f0"), round_=0.08)
        clay.add(box(0.33, 0.11, 0.67, 0.2, 0.02), rgb("#f7f5f0"), round_=0.06)
    if _says(text, "king", "queen", "princess", "prince", "왕", "여왕", "공주"):
        spikes = points("330,170 310,30 400,100 500,0 600,100 690,30 670,170")
        clay.add(polygon(spikes), rgb("#e0b13c"), round_=0.05, gloss=1.0)
        for x in (0.4, 0.5, 0.6):
            clay.add(ellipse(x, 0.14, 0.018, 0.018), rgb("#b3263a"), round_=0.015, gloss=1.0)
    if _says(text, "wizard", "마법사"):
        clay.add(polygon([(0.5, -0.15), (0.7, 0.2), (0.3, 0.2)]), rgb("#3b3a78"), round_=0.1)
        clay.add(ellipse(0.5, 0.205, 0.3, 0.04), rgb("#33326b"), round_=0.03)
        beard = points("340,480 500,530 660,480 620,750 500,950 380,750")
        clay.add(smooth(beard), mix(hair, rgb("#e9e6e0"), 0.85), round_=0.1)
