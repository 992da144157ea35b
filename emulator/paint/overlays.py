"""What passes before or above a scene: rain, snow, lightning, aurora, fireworks."""

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.canvas import Canvas
from emulator.paint.colour import gradient, mix, rgb
from emulator.paint.noise import Field, line

FLAKES = ((900, 0.0014, 0.5, 0.85), (170, 0.0045, 2.0, 0.7), (26, 0.012, 6.0, 0.5))
"""How many, how large, how blurred and how strong: far, middle and near."""

FIRES = ("#ff5a4a", "#ffd24a", "#6fd0ff", "#c78bff", "#7dff9c", "#ff8fd0")


def aurora(canvas: Canvas, strength: float = 1.0) -> None:
    """Hang curtains of light into the sky, sharp below and fading upwards."""
    rng = canvas.rng
    base = rng.choice(["green", "violet"])
    stops = {
        "green": ((0.0, "#2affa0"), (0.35, "#1fd6b8"), (0.7, "#5a6cf0"), (1.0, "#a04ad0")),
        "violet": ((0.0, "#4affb0"), (0.3, "#3fb0ff"), (0.65, "#a45cff"), (1.0, "#ff5ac0")),
    }[str(base)]
    tones = [(place, rgb(code)) for place, code in stops]
    for curtain in range(3):
        low = canvas.horizon * (0.42 + 0.16 * curtain + rng.uniform(-0.06, 0.06))
        fold = line(rng, canvas.width, 3) * canvas.horizon * 0.16
        rays = 0.55 + 0.45 * line(rng, canvas.width, 9, 0.85)
        breadth = 0.5 + 0.5 * line(rng, canvas.width, 3)
        height = canvas.horizon * rng.uniform(0.35, 0.6)
        up = ((low + fold)[None, :] - canvas.rows()) / height
        veil = np.where(up > 0, np.exp(-up * 2.6), np.exp(up * 26)) * np.clip(rays * breadth, 0, 1)
        colour = gradient(tones, np.clip(up, 0, 1).astype(np.float32))
        share = np.clip(veil * 1.25 * strength, 0, 1)
        canvas.glow(colour, (share * (canvas.rows() < canvas.horizon)).astype(np.float32))


def rain(canvas: Canvas, strength: float = 1.0) -> None:
    """Draw slanting streaks, and the grey that they make of the distance."""
    rng = canvas.rng
    layer = np.zeros((canvas.height, canvas.width), np.uint8)
    slant = rng.uniform(-0.3, 0.3)
    for _ in range(int(900 * strength)):
        x, y = rng.uniform(-0.1, 1.1) * canvas.width, rng.uniform(-0.1, 1) * canvas.height
        length = canvas.unit * rng.uniform(0.015, 0.06)
        end = (int(x + slant * length), int(y + length))
        tone = int(rng.integers(50, 160))
        cv2.line(layer, (int(x), int(y)), end, tone, 1, cv2.LINE_AA)
    mask = blurred(layer.astype(np.float32) / 255, max(0.5, canvas.unit / 1600))
    canvas.glow(rgb("#dfe8f2"), mask, 0.75)


def snowfall(canvas: Canvas, strength: float = 1.0) -> None:
    """Let flakes fall: many small and sharp, few near and blurred."""
    rng = canvas.rng
    for count, size, soft, share in FLAKES:
        layer = np.zeros((canvas.height, canvas.width), np.uint8)
        for _ in range(int(count * strength)):
            at = (int(rng.integers(0, canvas.width)), int(rng.integers(0, canvas.height)))
            radius = max(1, round(canvas.unit * size * rng.uniform(0.5, 1.3)))
            cv2.circle(layer, at, radius, int(rng.integers(110, 255)), -1, cv2.LINE_AA)
        blur = max(0.4, soft * canvas.unit / 1024)
        canvas.lay(rgb("#f6f9fd"), blurred(layer.astype(np.float32) / 255, blur), share)


def lightning(canvas: Canvas) -> None:
    """Strike once, with branches, and light the clouds around."""
    rng = canvas.rng
    layer = np.zeros((canvas.height, canvas.width), np.uint8)
    start = (rng.uniform(0.2, 0.8) * canvas.width, 0.0)
    _bolt(layer, rng, start, canvas.horizon, unit=canvas.unit, width=3)
    core = layer.astype(np.float32) / 255
    halo = blurred(core, canvas.unit * 0.012)
    wide = blurred(core, canvas.unit * 0.06)
    canvas.glow(rgb("#b9c8ff"), np.clip(halo * 3 + wide * 6, 0, 1), 0.8)
    canvas.glow(rgb("#ffffff"), core)


def _bolt(
    layer: np.ndarray,
    rng: np.random.Generator,
    start: tuple[float, float],
    end: float,
    *,
    unit: float,
    width: int,
) -> None:
    """Draw a jagged line downwards; a thick one throws off thin ones."""
    x, y = start
    while y < end:
        step_x, step_y = rng.normal(0, 0.028) * unit, rng.uniform(0.012, 0.04) * unit
        to = (int(x + step_x), int(min(end, y + step_y)))
        thickness = max(1, round(width * unit / 1024))
        cv2.line(layer, (int(x), int(y)), to, 255, thickness, cv2.LINE_AA)
        x, y = x + step_x, y + step_y
        if width > 1 and rng.random() < 0.14:
            _bolt(layer, rng, (x, y), y + rng.uniform(0.08, 0.22) * unit, unit=unit, width=1)


def fireworks(canvas: Canvas, strength: float = 1.0) -> None:
    """Burst a few shells over the horizon."""
    rng = canvas.rng
    for _ in range(max(3, round(5 * strength))):
        tone = rgb(str(rng.choice(FIRES)))
        centre = np.array(
            [rng.uniform(0.12, 0.88) * canvas.width, rng.uniform(0.1, 0.62) * canvas.horizon]
        )
        reach = canvas.unit * rng.uniform(0.08, 0.19)
        layer = np.zeros((canvas.height, canvas.width), np.uint8)
        for angle in np.linspace(0, 2 * np.pi, int(rng.integers(38, 70))):
            length = reach * rng.uniform(0.75, 1.0)
            t = np.linspace(0.12, 1, 7)
            x = centre[0] + np.cos(angle) * length * t
            y = centre[1] + np.sin(angle) * length * t + reach * 0.22 * t**2
            path = np.stack([x, y], axis=1)
            spark = np.round(path * 16).astype(np.int32)
            cv2.polylines(
                layer, [spark], False, 255, max(1, round(canvas.unit / 700)), cv2.LINE_AA, 4
            )
        core = layer.astype(np.float32) / 255
        halo = blurred(core, canvas.unit * 0.008)
        canvas.glow(tone, np.clip(halo * 2.2, 0, 1))
        canvas.glow(mix(tone, rgb("#ffffff"), 0.6), core)


def lanterns(canvas: Canvas, strength: float = 1.0) -> None:
    """Let paper lanterns rise, small and many far away."""
    rng = canvas.rng
    for size in np.sort(rng.random(round(46 * strength)) ** 2.2):
        x, y = rng.uniform(0, canvas.width), rng.uniform(0.04, 0.9) * canvas.horizon
        tall = canvas.unit * (0.008 + 0.042 * size)
        part, px, py = canvas.window(x, y, tall * 3)
        dx, dy = (part.columns() - px) / tall, (part.rows() - py) / tall
        body = np.clip((1 - (dx / 0.62) ** 4 - dy**4) * 4, 0, 1)
        part.glow(rgb("#ff9a3a"), np.exp(-(dx**2 + dy**2) * 0.7), 0.5)
        flame = np.clip(0.75 + 0.35 * dy, 0, 1)[..., None]
        part.lay(rgb("#ffcf7a") * flame + rgb("#e8602a") * (1 - flame), body, 0.95)


def rainbow(canvas: Canvas) -> None:
    """Draw a bow with its fainter twin."""
    centre = (canvas.rng.uniform(0.3, 0.7) * canvas.width, canvas.horizon * 1.25)
    away = np.hypot(canvas.columns() - centre[0], canvas.rows() - centre[1]) / canvas.unit
    tones = [
        (place, rgb(code))
        for place, code in zip(
            np.linspace(0, 1, 6),
            ("#7a4ad0", "#3f7fe8", "#3fc98a", "#f4e04a", "#f59a3a", "#e8453a"),
            strict=True,
        )
    ]
    sky = (canvas.rows() < canvas.horizon) * np.isinf(canvas.depth)
    for radius, wide, strength in ((0.62, 0.055, 0.5), (0.76, 0.06, 0.16)):
        place = ((away - radius) / wide).astype(np.float32)
        band = np.clip(1 - np.abs(place - 0.5) * 2, 0, 1) ** 0.7 * sky
        canvas.lay(gradient(tones, np.clip(place, 0, 1)), band.astype(np.float32), strength)


def birds(canvas: Canvas, count: int) -> None:
    """Draw a flock, wings mid-beat."""
    rng = canvas.rng
    mask = np.zeros((canvas.height, canvas.width), np.uint8)
    flock = (rng.uniform(0.2, 0.8), rng.uniform(0.18, 0.45))
    for _ in range(count):
        x = (flock[0] + rng.normal(0, 0.13)) * canvas.width
        y = (flock[1] + rng.normal(0, 0.08)) * canvas.horizon
        _bird(mask, rng, x, y, canvas.unit * rng.uniform(0.009, 0.024))
    dark = canvas.light.zenith * np.float32(0.25)
    canvas.lay(dark.astype(np.float32), mask.astype(np.float32) / 255, 0.92)


def _bird(mask: np.ndarray, rng: np.random.Generator, x: float, y: float, size: float) -> None:
    lift, turn = rng.uniform(-0.15, 0.7), rng.uniform(-0.3, 0.3)
    for side in (-1, 1):
        t = np.linspace(0, 1, 8)
        out = x + side * size * t * 1.25 * (1 + side * turn)
        top = y - size * lift * np.sin(t * 2.2) + size * 0.3 * t**2
        under = top + size * 0.17 * (1 - t) ** 0.7 + 0.4
        wing = np.concatenate([np.stack([out, top], 1), np.stack([out, under], 1)[::-1]])
        cv2.fillPoly(mask, [np.round(wing * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)


def fog(canvas: Canvas, strength: float = 1.0) -> None:
    """Lay banks of fog over the middle ground."""
    banks = line(canvas.rng, canvas.width, 4) * canvas.height * 0.05
    rows = canvas.rows() - canvas.horizon - banks[None, :]
    mask: Field = np.exp(-((rows / (canvas.height * 0.11)) ** 2)).astype(np.float32)
    canvas.lay(mix(canvas.light.haze, rgb("#ffffff"), 0.15), mask, 0.55 * min(1.3, strength))
