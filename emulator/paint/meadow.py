"""Grass and flowers at the eye's feet, blade by blade."""

import cv2
import numpy as np

from emulator.paint.canvas import Canvas
from emulator.paint.colour import Colour, rgb

PETALS = ("#e8443a", "#f5c33b", "#f7f3ea", "#8f6fd0", "#e87fb0", "#5b86d8")


def grow_grass(canvas: Canvas, colour: Colour, *, top: float, density: float = 1.0) -> None:
    """Grow blades from row `top` down to the lower edge, taller as they come near.

    Args:
        canvas: The picture.
        colour: Of the grass.
        top: First row, in shares of the height.
        density: 1 is a meadow.
    """
    rng, light = canvas.rng, canvas.light
    paint = (np.clip(canvas.pixels, 0, 1) * 255).astype(np.uint8)
    count = int(2600 * density)
    nearness = np.sort(rng.random(count) ** 0.8)
    roots = canvas.height * (top + (1.04 - top) * nearness)
    columns = rng.uniform(-0.02, 1.02, count) * canvas.width
    lengths = canvas.unit * (0.006 + 0.075 * nearness**2.4) * rng.uniform(0.6, 1.3, count)
    leans = rng.normal(0.12 * light.side, 0.32, count)
    shades = (0.5 + 0.6 * rng.random(count)) * (0.5 + 0.62 * light.power)
    for root, column, length, lean, shade, near in zip(
        roots, columns, lengths, leans, shades, nearness, strict=True
    ):
        tip = (int(column + lean * length), int(root - length))
        tone = [float(part) * 255 for part in np.clip(colour * shade, 0, 1)]
        thickness = max(1, round(canvas.unit * 0.0022 * near))
        cv2.line(paint, (int(column), int(root)), tip, tone, thickness, cv2.LINE_AA)
    canvas.pixels[:] = paint.astype(np.float32) / 255


def grow_flowers(
    canvas: Canvas, colours: list[Colour], *, top: float, density: float = 1.0
) -> None:
    """Scatter blossoms over the meadow below row `top`, small and many far away."""
    rng, light = canvas.rng, canvas.light
    paint = (np.clip(canvas.pixels, 0, 1) * 255).astype(np.uint8)
    count = int(900 * density)
    nearness = np.sort(rng.random(count) ** 0.9)
    for near in nearness:
        spot = (rng.uniform(0, canvas.width), canvas.height * (top + (1.02 - top) * near))
        size = canvas.unit * (0.0012 + 0.0155 * near**2.2) * rng.uniform(0.7, 1.25)
        tone = colours[int(rng.integers(0, len(colours)))]
        shade = tone * np.float32((0.72 + 0.4 * rng.random()) * (0.45 + 0.55 * light.power))
        _blossom(paint, rng, spot, size, shade)
    canvas.pixels[:] = paint.astype(np.float32) / 255


def _blossom(
    paint: np.ndarray,
    rng: np.random.Generator,
    spot: tuple[float, float],
    size: float,
    tone: Colour,
) -> None:
    """Draw a flower as seen from the side: a dot far away, petals near."""
    centre = (int(spot[0]), int(spot[1]))
    colour = [float(part) * 255 for part in np.clip(tone, 0, 1)]
    if size < 3:
        cv2.circle(paint, centre, max(1, round(size)), colour, -1, cv2.LINE_AA)
        return
    turn = rng.uniform(0, 2 * np.pi)
    for petal in range(5):
        angle = turn + petal * 2 * np.pi / 5
        at = (int(spot[0] + np.cos(angle) * size * 0.7), int(spot[1] + np.sin(angle) * size * 0.5))
        shade = [part * (0.86 + 0.14 * np.sin(angle - 1)) for part in colour]
        axes = (max(1, round(size * 0.62)), max(1, round(size * 0.42)))
        cv2.ellipse(paint, at, axes, float(np.degrees(angle)), 0, 360, shade, -1, cv2.LINE_AA)
    heart = [float(part) * 255 for part in rgb("#e8b23a")]
    cv2.circle(paint, centre, max(1, round(size * 0.3)), heart, -1, cv2.LINE_AA)
