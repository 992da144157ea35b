"""Backgrounds out of focus."""

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.canvas import Canvas
from emulator.paint.colour import Colour, gradient, mix, rgb
from emulator.paint.noise import cover, tile


def defocus(canvas: Canvas, amount: float) -> None:
    """Blur the whole picture, as a lens that looks at something nearer; 1 is strong."""
    small = cv2.resize(canvas.pixels, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    radius = max(0.8, canvas.unit * 0.02 * amount / 4)
    soft = blurred(small, radius)
    canvas.pixels[:] = cv2.resize(
        soft, (canvas.width, canvas.height), interpolation=cv2.INTER_CUBIC
    )


def paint_bokeh(canvas: Canvas, tones: list[Colour], *, discs: int = 46) -> None:
    """Fill the canvas with soft colour and discs of light."""
    rng = canvas.rng
    clouds = cover(tile(rng, 2.6, 128), canvas.width, canvas.height, 0.8)
    stops = list(zip(np.linspace(0, 1, len(tones)), tones, strict=True))
    canvas.pixels[:] = gradient(stops, np.clip(0.5 + 0.24 * clouds, 0, 1).astype(np.float32))
    for _ in range(discs):
        x, y = rng.uniform(0, canvas.width), rng.uniform(0, canvas.height * 0.85)
        radius = canvas.unit * rng.uniform(0.015, 0.075)
        part, px, py = canvas.window(x, y, radius * 1.3)
        away = np.hypot(part.columns() - px, part.rows() - py)
        disc = np.clip((radius - away) / (radius * 0.09), 0, 1) * (0.7 + 0.3 * away / radius)
        tone = mix(tones[int(rng.integers(0, len(tones)))], rgb("#ffffff"), rng.uniform(0.25, 0.7))
        part.glow(tone, disc.astype(np.float32), float(rng.uniform(0.06, 0.34)))


def studio_wall(canvas: Canvas, tone: Colour) -> None:
    """Fill the canvas with a painted backdrop, lit from one side."""
    rng, light = canvas.rng, canvas.light
    clouds = cover(tile(rng, 2.1, 256), canvas.width, canvas.height, 1.1)
    centre = 0.5 + 0.16 * light.side
    dx = (canvas.columns() / canvas.width - centre) * 1.1
    dy = canvas.rows() / canvas.height - 0.38
    spot = np.exp(-(dx**2 + dy**2) * 3.4)
    shade = (0.34 + 0.72 * spot + 0.05 * clouds) * (0.55 + 0.5 * light.power)
    canvas.pixels[:] = tone * shade[..., None]
