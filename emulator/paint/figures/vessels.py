"""What sails and what flies: boats and balloons."""

import numpy as np

from emulator.paint.clay import Clay
from emulator.paint.colour import Colour, Pixels, rgb
from emulator.paint.light import Light
from emulator.paint.outline import ellipse, limb, points, polygon, smooth
from emulator.paint.sprite import Sprite

HULLS = ("#7a4a2c", "#f0ece2", "#2f4f6f", "#8c2f2b")
ENVELOPES = (
    ("#d8432f", "#f4b73f", "#2f7fb5"),
    ("#e8623a", "#f6e3b8", "#c23b3b"),
    ("#5a4fa3", "#e86f8f", "#f4c95d"),
    ("#2f8f7f", "#f2e8c9", "#e8a33a"),
)


def sailboat(rng: np.random.Generator, light: Light, colour: Colour | None = None) -> Sprite:
    """Return a sailing boat, 1 high and 0.9 wide."""
    clay = Clay(light, width=0.9, height=1.0, size=360)
    hull = colour if colour is not None else rgb(str(rng.choice(HULLS)))
    sail = rgb("#f6efe0")
    clay.add(limb([(0.43, 0.02), (0.43, 0.86)], [0.012, 0.018]), rgb("#5b3f2a"), round_=0.01)
    main = points("445,50 560,280 700,560 790,735 445,760 435,400")
    clay.add(smooth(main, 5), sail, round_=0.12)
    jib = points("420,110 330,360 180,700 300,740 415,745 422,400")
    clay.add(smooth(jib, 5), sail * np.float32(0.93), round_=0.1)
    clay.add(smooth(points("80,800 450,830 860,790 800,900 690,985 240,985 140,900"), 6), hull)
    stripe = points("95,830 450,858 835,822 830,838 450,876 102,846")
    clay.add(polygon(stripe), rgb("#f4efe4") if hull.mean() < 0.6 else rgb("#a63a2e"), flat=True)
    return clay.sprite()


def rowboat(rng: np.random.Generator, light: Light, colour: Colour | None = None) -> Sprite:
    """Return a small fishing boat with somebody in it, 1 high and 1.6 wide."""
    clay = Clay(light, width=1.6, height=1.0, size=260)
    hull = colour if colour is not None else rgb(str(rng.choice(("#6b4429", "#4a342a", "#8a5a35"))))
    dark = rgb("#2b2522")
    clay.add(smooth(points("640,480 800,440 900,520 930,800 600,800 600,600")), dark, round_=0.15)
    clay.add(ellipse(0.76, 0.34, 0.1, 0.11), rgb("#c99570"), round_=0.09)
    hat = points("560,300 700,200 760,130 820,200 960,300 760,290")
    clay.add(smooth(hat), rgb("#c9a664"), round_=0.08)
    clay.add(limb([(0.85, 0.6), (1.1, 0.5), (1.42, 0.08)], [0.05, 0.03, 0.015]), rgb("#7a5a3a"))
    body = points("60,640 400,740 800,770 1200,740 1540,620 1420,840 1200,960 400,960 180,840")
    clay.add(smooth(body), hull, round_=0.16)
    rim = limb([(0.06, 0.65), (0.8, 0.8), (1.54, 0.63)], [0.05, 0.06, 0.05])
    clay.add(rim, hull * np.float32(1.3), round_=0.03)
    return clay.sprite()


def balloon(rng: np.random.Generator, light: Light, colour: Colour | None = None) -> Sprite:
    """Return a hot air balloon, 1 high and 0.72 wide."""
    clay = Clay(light, width=0.72, height=1.0, size=360)
    for x in (-0.1, 0.1):
        clay.add(
            limb([(0.36 + x * 1.3, 0.7), (0.36 + x * 0.5, 0.9)], [0.006, 0.006]), rgb("#3b2c22")
        )
    envelope = points(
        "360,10 560,60 690,210 695,360 620,530 460,745 260,745 100,530 25,360 30,210 160,60"
    )
    clay.add(smooth(envelope), _gores(rng, clay, colour), round_=0.34, gloss=0.15)
    clay.add(polygon(points("285,740 435,740 425,770 295,770")), rgb("#3a2a22"), round_=0.02)
    clay.add(polygon(points("295,895 425,895 415,990 305,990")), rgb("#8a5f38"), round_=0.04)
    clay.add(limb([(0.29, 0.897), (0.43, 0.897)], [0.02, 0.02]), rgb("#6b4426"), round_=0.01)
    return clay.sprite()


def _gores(rng: np.random.Generator, clay: Clay, colour: Colour | None) -> Pixels:
    """Return the stripes of the envelope, narrower towards its sides, with a belt."""
    tall, wide = clay.size, round(clay.size * 0.72)
    x = (np.arange(wide, dtype=np.float32)[None, :] / clay.size - 0.36) / 0.36
    y = np.arange(tall, dtype=np.float32)[:, None] / clay.size
    swell = np.sqrt(np.clip(1 - ((y - 0.32) / 0.5) ** 2, 0.05, 1))
    around = np.arcsin(np.clip(x / swell, -1, 1)) / np.pi * 12
    codes = ENVELOPES[int(rng.integers(0, len(ENVELOPES)))]
    tones = np.stack([rgb(code) for code in codes])
    if colour is not None:
        tones = np.stack([colour, rgb("#f6efe0"), colour * np.float32(0.75)])
    stripe = np.floor(around + 20).astype(int) % 2
    gores = tones[stripe]
    belt = (np.abs(y - 0.34 - 0.03 * np.sin(around * np.pi)) < 0.045)[..., None]
    return np.where(belt, tones[2], gores).astype(np.float32)
