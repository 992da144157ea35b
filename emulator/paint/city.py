"""A skyline: towers in layers, hazier with distance, their windows lit by the hour."""

import numpy as np

from emulator.paint.canvas import Canvas
from emulator.paint.colour import mix
from emulator.paint.noise import line
from emulator.paint.towers import Block, build_tower


def paint_city(canvas: Canvas, *, shore: float | None, neon: bool) -> None:
    """Build the city on the canvas, the farthest blocks first.

    Args:
        canvas: A painted sky.
        shore: Row at which water begins, in shares of the height; without it the
            city reaches to the lower edge.
        neon: Whether the lamps are coloured.
    """
    layers = 4 if shore is not None else 5
    centre = canvas.rng.uniform(0.3, 0.7)
    for layer in range(layers):
        near = layer / (layers - 1)
        foot = canvas.horizon + 0.02 * canvas.height * near
        if shore is None:
            foot = canvas.horizon + (canvas.height * 1.02 - canvas.horizon) * near**1.6
            _ground(canvas, near, foot)
        else:
            foot = min(foot, shore * canvas.height)
        _row(canvas, near, foot, centre, neon=neon)
        if layer < layers - 1:
            _mist(canvas, foot, near)
    if shore is not None:
        canvas.water = np.broadcast_to(
            (canvas.rows() > shore * canvas.height).astype(np.float32), canvas.depth.shape
        )


def _ground(canvas: Canvas, near: float, foot: float) -> None:
    """Fill the gaps between the towers of a row with the low houses behind them."""
    light = canvas.light
    top = max(0, int(foot - canvas.unit * (0.05 + 0.07 * near)))
    dark = light.ambient * np.float32(0.5)
    canvas.pixels[top:] = mix(dark.astype(np.float32), light.haze, 0.85 - 0.6 * near)
    canvas.depth[top:] = 45 - 30 * near


def _row(canvas: Canvas, near: float, foot: float, centre: float, *, neon: bool) -> None:
    """Build one row of towers from left to right, tallest downtown."""
    rng = canvas.rng
    tallest = canvas.unit * (0.46 - 0.1 * near)
    swell = line(rng, 64, 4)
    x = -rng.uniform(0, 0.05) * canvas.unit
    while x < canvas.width:
        wide = canvas.unit * rng.uniform(0.035, 0.085) * (0.7 + 0.9 * near)
        place = x / canvas.width
        downtown = np.exp(-(((place - centre) / 0.33) ** 2))
        high = tallest * (0.25 + 0.5 * downtown + 0.22 * swell[min(63, int(place * 64) % 64)])
        high *= rng.uniform(0.65, 1.15)
        block = Block(x, foot, wide, max(canvas.unit * 0.06, high), near)
        build_tower(canvas, block, neon=neon)
        x += wide * rng.uniform(0.92, 1.12)


def _mist(canvas: Canvas, foot: float, near: float) -> None:
    """Let haze rise between the rows."""
    light = canvas.light
    rows = canvas.rows()
    band = np.exp(-(np.clip(foot - rows, 0, None) / (canvas.unit * 0.14)))
    band = np.where(rows <= foot + 1, band, 1.0) * (0.5 - 0.26 * near) * min(1.8, light.mist)
    mask = np.broadcast_to(np.clip(band, 0, 0.9), canvas.depth.shape).astype(np.float32)
    canvas.lay(mix(light.haze, light.rim, 0.3), mask * np.isfinite(canvas.depth))
