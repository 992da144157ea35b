"""Water: the sky and the shore again, broken by waves, and the sun on them."""

import cv2
import numpy as np

from emulator.paint.canvas import Canvas
from emulator.paint.colour import mix, rgb
from emulator.paint.noise import Field, cover, sample, tile


def paint_water(canvas: Canvas, *, waves: float = 1.0) -> None:
    """Fill the canvas's water with reflections.

    Args:
        canvas: Where `canvas.water` says there is some.
        waves: 0 is a mirror, 1 a lake in a light wind, 2.5 the sea.
    """
    lower = canvas.band(canvas.horizon, canvas.height)
    below = np.clip(lower.rows() - lower.horizon, 0, None).astype(np.float32)
    near = below / np.float32(max(1.0, canvas.height - canvas.horizon))
    swell = _swell(lower, below, waves)
    mirror = _mirror(canvas, below, near, swell)
    light = canvas.light
    deep = mix(light.zenith, rgb("#12384a"), 0.45) * np.float32(0.55)
    view = np.clip(0.5 + 0.42 * (1 - near) ** 1.5 + 0.08 * swell * near, 0.25, 0.96)[..., None]
    colour = deep + (mirror - deep) * view
    colour = colour * (1 + 0.05 * swell[..., None] * np.sqrt(near)[..., None])
    lower.lay(colour.astype(np.float32), lower.water)
    if light.sun_size > 0 and _sun_is_seen(canvas):
        _glitter(lower, near, swell, waves)


def _swell(canvas: Canvas, below: Field, waves: float) -> Field:
    """Return the waves' tilt: long lines that widen towards the eye."""
    field = tile(canvas.rng, 1.5)
    distance = 90.0 / (below / canvas.unit * 1000 + 14)
    x = (canvas.columns() - canvas.width / 2) / np.float32(canvas.unit)
    u = (x * distance * 0.9).astype(np.float32)
    v = np.broadcast_to(distance * 4.2, u.shape).astype(np.float32)
    swell = sample(field, u, v) + 0.6 * sample(field, u * 2.3 + 0.4, v * 2.9)
    return np.clip(swell, -2.5, 2.5) * np.float32(min(1.0, 0.25 + 0.75 * waves))


def _mirror(canvas: Canvas, below: Field, near: Field, swell: Field) -> np.ndarray:
    """Look up what stands above the water line, shaken by the waves."""
    shake = swell * np.float32(canvas.unit * 0.02) * (0.18 + near)
    up = canvas.horizon - below * 1.04 + np.abs(shake) * -1.3 - shake * 0.7
    across = canvas.columns() + shake * 0.45
    return cv2.remap(
        canvas.pixels,
        np.broadcast_to(across, swell.shape).astype(np.float32),
        np.clip(up, 0, canvas.horizon - 1).astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REFLECT,
    )


def _glitter(canvas: Canvas, near: Field, swell: Field, waves: float) -> None:
    """Lay the path of light that leads to the sun."""
    light = canvas.light
    ripples = cover(tile(canvas.rng, 1.1, 256), canvas.width, canvas.height * 6, 4.0)[::6]
    swell = 0.6 * swell + 0.7 * ripples
    width = canvas.unit * (0.028 + 0.12 * near * min(1.6, waves))
    path = np.exp(-(((canvas.columns() - canvas.sun[0]) / width) ** 2))
    sparks = np.clip((swell - 0.25) * 1.3, 0, 1)
    low = 0.55 if light.stars else 1.0
    strength = path * (0.25 * (1 - near) + sparks) * canvas.water
    canvas.glow(light.key, np.clip(strength, 0, 1).astype(np.float32), 0.8 * low * light.power)


def _sun_is_seen(canvas: Canvas) -> bool:
    """Whether no land stands before the sun."""
    column, row = (int(place) for place in canvas.sun)
    inside = 0 <= row < canvas.height and 0 <= column < canvas.width
    return inside and not np.isfinite(canvas.depth[row, column])
