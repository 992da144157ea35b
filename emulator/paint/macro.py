"""Close to a flower: petals, and a butterfly on them."""

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.bokeh import paint_bokeh
from emulator.paint.canvas import Canvas
from emulator.paint.clay import Clay, Texture
from emulator.paint.colour import Colour, Pixels, mix, rgb
from emulator.paint.noise import Field
from emulator.paint.outline import Outline, ellipse, limb, points, smooth
from emulator.paint.scene import Scene
from emulator.paint.sprite import Sprite, stamp

FLOWERS = ("#e86f9f", "#f2c440", "#f4efe6", "#8f6fd8", "#e8603f", "#f09ab8")
NAMED = {
    "rose": "#c92f4a",
    "장미": "#c92f4a",
    "sunflower": "#f4bf2a",
    "해바라기": "#f4bf2a",
    "dais": "#f6f2ea",
    "lotus": "#f0a8c0",
    "연꽃": "#f0a8c0",
}
WINGS = {
    "monarch": ("#f08a24", "#ffc04a", "#1d1512"),
    "morpho": ("#1f5fd8", "#4fc0f4", "#0d1226"),
    "swallowtail": ("#f4dc6a", "#fff4b8", "#1f1a1c"),
    "rose": ("#d8447a", "#f8a0c0", "#2a0f20"),
}
"""Root, middle and edge of the wings."""

FOREWING = "500,490 440,330 330,190 180,90 60,90 40,190 90,340 200,450 350,500"
HINDWING = "495,500 360,490 220,500 110,560 90,680 170,790 290,820 390,740 470,600"


def paint_macro(canvas: Canvas, scene: Scene) -> None:
    """Paint a flower before a soft background, with a butterfly if one is asked for."""
    rng = canvas.rng
    tone = _flower_colour(scene, rgb(str(rng.choice(FLOWERS))))
    greens = [rgb("#16301f"), rgb("#3f6b3a"), rgb("#8fb35a"), mix(tone, rgb("#dbe8b0"), 0.5)]
    lit = [
        mix(green * np.float32(0.5 + 0.6 * canvas.light.power), canvas.light.haze, 0.14)
        for green in greens
    ]
    paint_bokeh(canvas, lit)
    size = canvas.unit * 0.98
    wide = canvas.width / 2
    stamp(canvas, bloom(canvas, scene, tone), wide, canvas.height * 0.54 + size * 0.5, size)
    if scene.has("butterfly"):
        wings = butterfly(canvas, scene)
        reach = size * 0.66 * float(np.clip(scene.weight("butterfly"), 0.6, 1.5))
        stamp(canvas, wings, wide + 0.02 * size, canvas.height * 0.42 + reach * 0.5, reach)


def _flower_colour(scene: Scene, otherwise: Colour) -> Colour:
    """Return the colour that was asked for, or the one of the flower that was named."""
    for name in ("flowers", "blossom_macro"):
        if name in scene.painted:
            return scene.painted[name]
    named = (code for word, code in NAMED.items() if word in scene.text)
    code = next(named, None)
    return rgb(code) if code else otherwise


def bloom(canvas: Canvas, scene: Scene, tone: Colour) -> Sprite:
    """Return a large open flower on its stem, seen a little from above."""
    rng = scene.rng("bloom")
    clay = Clay(canvas.light, width=1.0, height=1.0, size=round(min(900, canvas.unit)))
    green = rgb("#4a7038")
    clay.add(
        limb([(0.5, 0.6), (0.52, 0.82), (0.47, 1.05)], [0.04, 0.036, 0.04]), green, round_=0.02
    )
    for sign in (-1, 1):
        leaf = [
            (0.5, 0.9),
            (0.5 + sign * 0.15, 0.78),
            (0.5 + sign * 0.36, 0.8),
            (0.5 + sign * 0.2, 0.9),
        ]
        clay.add(smooth(leaf), green * np.float32(rng.uniform(0.75, 1.0)), round_=0.06)
    sunny = "sunflower" in scene.text or "해바라기" in scene.text
    rings = (
        ((1.0, 21, 0.085), (0.8, 17, 0.085))
        if sunny
        else ((1.0, 12, 0.16), (0.78, 11, 0.13), (0.54, 9, 0.1))
    )
    for ring, count, breadth in rings:
        order = np.linspace(0, 2 * np.pi, count, endpoint=False) + rng.uniform(0, 1)
        for angle in sorted(order, key=np.sin):
            shade = tone * np.float32(rng.uniform(0.86, 1.06)) * np.float32(0.74 + 0.26 * ring)
            clay.add(
                _petal(float(angle), ring, breadth),
                _veined(shade, int(rng.integers(60, 90))),
                round_=0.055,
            )
    heart = mix(rgb("#5a3a1c"), rgb("#e8b33a"), 0.15 if sunny else 0.75)
    reach = 0.15 if sunny else 0.09
    clay.add(ellipse(0.5, 0.47, reach, reach * 0.72), heart, round_=0.09)
    for _ in range(170 if sunny else 80):
        away, turn = np.sqrt(rng.random()) * reach * 0.93, rng.uniform(0, 2 * np.pi)
        x, y = 0.5 + away * np.cos(turn), 0.465 + away * np.sin(turn) * 0.7
        clay.add(
            ellipse(x, y, 0.008, 0.007),
            mix(heart, rgb("#ffe9a0"), rng.uniform(0, 0.7)),
            round_=0.008,
        )
    return clay.sprite()


def _petal(angle: float, ring: float, breadth: float) -> Outline:
    """Return a petal that points away from the heart; the plane is tilted."""
    reach = 0.44 * ring
    shape = np.array(
        [
            (0.05, 0),
            (0.4, 0.8),
            (0.75, 1.0),
            (0.97, 0.45),
            (1.0, 0),
            (0.97, -0.45),
            (0.75, -1.0),
            (0.4, -0.8),
        ]
    )
    along, across = shape[:, 0] * reach, shape[:, 1] * breadth * ring**0.5 * 0.5
    x = along * np.cos(angle) - across * np.sin(angle)
    y = along * np.sin(angle) + across * np.cos(angle)
    return smooth([(0.5 + px, 0.47 + py * 0.72) for px, py in zip(x, y, strict=True)], 8)


def _veined(tone: Colour, count: int) -> Texture:
    """Return a petal's colours: streaks from the heart outwards, paler at the tip."""

    def colours(x: Field, y: Field) -> Pixels:
        dx, dy = x - 0.5, (y - 0.47) / 0.72
        away = np.hypot(dx, dy)
        streaks = np.sin(np.arctan2(dy, dx) * count) * 0.05 * np.clip(1.2 - away * 2, 0, 1)
        base = tone * (1 + streaks)[..., None]
        pale = np.clip(away / 0.46, 0, 1)[..., None] * 0.18
        return (base + (rgb("#fff6ee") - base) * pale).astype(np.float32)

    return colours


def butterfly(canvas: Canvas, scene: Scene) -> Sprite:
    """Return a butterfly with open wings, 1 high and 1 wide."""
    rng = scene.rng("butterfly")
    kind = WINGS[str(rng.choice(list(WINGS)))]
    root, middle, edge = (rgb(code) for code in kind)
    if "butterfly" in scene.painted:
        root = scene.painted["butterfly"]
        middle = mix(root, rgb("#ffffff"), 0.4)
    clay = Clay(canvas.light, width=1.0, height=1.0, size=round(min(640, canvas.unit * 0.75)))
    for path in (HINDWING, FOREWING):
        for mirror in (False, True):
            outline = smooth(points(path))
            if mirror:
                outline = outline * np.array([-1.0, 1.0]) + np.array([1.0, 0.0])
            clay.add(outline, _scales(clay, outline, root, middle, edge), round_=0.02, gloss=0.12)
    clay.add(
        limb(points("500,380 500,480 500,600 500,720"), [0.036, 0.052, 0.044, 0.02]),
        rgb("#2a1d18"),
        round_=0.03,
    )
    clay.add(ellipse(0.5, 0.365, 0.028, 0.03), rgb("#241a17"), round_=0.03, gloss=0.4)
    for sign in (-1, 1):
        feeler = [(0.5 + sign * 0.012, 0.35), (0.5 + sign * 0.05, 0.27), (0.5 + sign * 0.13, 0.2)]
        clay.add(limb(feeler, [0.008, 0.006, 0.006]), rgb("#241a17"), round_=0.006)
        clay.add(ellipse(0.5 + sign * 0.132, 0.198, 0.011, 0.009), rgb("#241a17"), round_=0.01)
    turned = clay.sprite()
    spin = cv2.getRotationMatrix2D(
        (clay.size / 2, clay.size / 2), float(rng.uniform(-24, 24)), 0.96
    )
    spin[1] *= 0.9
    size = (clay.size, clay.size)
    return Sprite(
        cv2.warpAffine(turned.colour, spin, size), cv2.warpAffine(turned.alpha, spin, size)
    )


def _scales(clay: Clay, outline: Outline, root: Colour, middle: Colour, edge: Colour) -> Pixels:
    """Colour a wing: light towards its middle, veined, with a spotted dark border."""
    mask = clay.mask(outline)
    inside = cv2.distanceTransform((mask > 0.5).astype(np.uint8), cv2.DIST_L2, 3) / clay.size
    side = np.arange(clay.size, dtype=np.float32) / clay.size
    dx, dy = np.abs(side[None, :] - 0.5), side[:, None] - 0.5
    away, angle = np.hypot(dx, dy), np.arctan2(dy, dx)
    glow = np.clip(away / 0.42, 0, 1)[..., None]
    colour = root + (middle - root) * np.sin(glow * np.pi * 0.8)
    veins = np.abs(np.sin(angle * 9 + 0.4 * np.sin(away * 16)))
    dark = np.clip(1 - veins * away * 42, 0, 1) * np.clip(away * 6 - 0.3, 0, 1)
    border = np.clip((0.052 + 0.012 * np.sin(angle * 18) - inside) * 60, 0, 1)
    spots = (np.abs(inside - 0.024) < 0.0085) & (np.abs(np.sin(angle * 15)) > 0.55)
    colour = colour + (edge - colour) * np.maximum(dark * 0.8, border)[..., None]
    spots = blurred(spots.astype(np.float32), clay.size / 700)[..., None]
    return (colour + (rgb("#fff7e6") - colour) * spots).astype(np.float32)
