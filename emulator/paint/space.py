"""Deep space: nebulae, stars, worlds."""

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.canvas import Canvas
from emulator.paint.colour import Colour, Pixels, gradient, mix, rgb
from emulator.paint.noise import Field, cover, sample, tile

NEBULAE = (
    ("#0a0618", "#3a1a5e", "#b0408a", "#ffb27a"),
    ("#050a18", "#123a5e", "#2a9ca8", "#e8f2c0"),
    ("#0c0710", "#4a1a30", "#d05a3a", "#ffd98a"),
    ("#060714", "#24286e", "#6a5ad8", "#f0b8e8"),
)
WORLDS = (
    ("#3a2a24", "#a8703f", "#e8c48a", "#f4e6cf"),
    ("#14304a", "#2a6f9c", "#8fc9c0", "#f2f6ee"),
    ("#3a1420", "#a83a3a", "#e88a5a", "#f4d8b0"),
    ("#1a2a24", "#3f7a5a", "#b8c98a", "#f0ecd0"),
)


def paint_space(canvas: Canvas, *, worlds: int, ringed: bool) -> None:
    """Fill the canvas with a nebula, stars and planets, the largest last."""
    rng = canvas.rng
    _nebula(canvas)
    _stars(canvas)
    for number in range(worlds):
        last = number == worlds - 1
        radius = canvas.unit * (rng.uniform(0.2, 0.3) if last else rng.uniform(0.03, 0.08))
        x = canvas.width * (rng.uniform(0.3, 0.7) if last else rng.uniform(0.08, 0.92))
        y = canvas.height * (rng.uniform(0.36, 0.6) if last else rng.uniform(0.08, 0.5))
        _world(canvas, x, y, radius, ringed=ringed and last)


def _nebula(canvas: Canvas) -> None:
    rng = canvas.rng
    field, warp = tile(rng, 1.9), tile(rng, 2.3, 256)
    u = np.broadcast_to(canvas.columns() / canvas.unit, canvas.depth.shape) * np.float32(0.5)
    v = np.broadcast_to(canvas.rows() / canvas.unit, canvas.depth.shape) * np.float32(0.5)
    bend_x, bend_y = sample(warp, u, v), sample(warp, u + 0.5, v + 0.3)
    cloud = sample(field, u + 0.09 * bend_x, v + 0.09 * bend_y)
    dust = sample(field, u * 1.7 + 0.4 - 0.05 * bend_y, v * 1.7 + 0.05 * bend_x)
    glow = np.clip(0.42 + 0.24 * cloud + 0.1 * bend_x - 0.12 * np.clip(dust, 0, 2), 0, 1)
    codes = NEBULAE[int(rng.integers(0, len(NEBULAE)))]
    places = (0.25, 0.52, 0.74, 1.0)
    stops = [(place, rgb(code)) for place, code in zip(places, codes, strict=True)]
    canvas.pixels[:] = gradient(stops, glow.astype(np.float32))


def _stars(canvas: Canvas) -> None:
    rng, area = canvas.rng, canvas.width * canvas.height
    layer = np.zeros((canvas.height, canvas.width), np.float32)
    count = int(area * 0.0016)
    spots = (rng.integers(0, canvas.height, count), rng.integers(0, canvas.width, count))
    layer[spots] = rng.random(count, dtype=np.float32) ** 2.5
    halo = blurred(layer, max(0.7, canvas.unit / 800))
    canvas.glow(rgb("#f4f2ff"), np.clip(layer * 0.8 + halo * 2.5, 0, 1))
    big = np.zeros_like(layer)
    for _ in range(16):
        at = (int(rng.integers(0, canvas.width)), int(rng.integers(0, canvas.height)))
        reach = int(canvas.unit * rng.uniform(0.006, 0.02))
        cv2.line(big, (at[0] - reach, at[1]), (at[0] + reach, at[1]), 0.5, 1, cv2.LINE_AA)
        cv2.line(big, (at[0], at[1] - reach), (at[0], at[1] + reach), 0.5, 1, cv2.LINE_AA)
        cv2.circle(big, at, max(1, reach // 7), 1.0, -1, cv2.LINE_AA)
    canvas.glow(rgb("#ffffff"), blurred(big, max(0.6, canvas.unit / 1100)))


def _world(canvas: Canvas, x: float, y: float, radius: float, *, ringed: bool) -> None:
    """Draw a lit ball with weather on it, its ring behind and before."""
    canvas, x, y = canvas.window(x, y, radius * 2.6)
    tilt = canvas.rng.uniform(-0.5, 0.5)
    ring = _ring(canvas, x, y, radius, tilt) if ringed else None
    if ring is not None:
        canvas.lay(ring[0], ring[1] * (ring[2] < 0))
    dx = (canvas.columns() - x) / np.float32(radius)
    dy = (canvas.rows() - y) / np.float32(radius)
    away = np.hypot(dx, dy)
    inside = np.clip((1 - away) * radius + 0.5, 0, 1).astype(np.float32)
    canvas.glow(
        mix(canvas.light.key, rgb("#a8c8ff"), 0.6),
        np.exp(-np.clip(away - 1, 0, 9) * 9) * (away > 1),
        0.4,
    )
    z = np.sqrt(np.clip(1 - away**2, 0, 1))
    side = canvas.light.side
    day = np.clip(dx * side * 0.72 - dy * 0.36 + z * 0.5 + 0.06, 0, 1)[..., None]
    edge = (np.clip(1 - z, 0, 1) ** 3)[..., None]
    colour = _weather(canvas, dx, dy, z, tilt) * (0.03 + 1.05 * day)
    colour = colour + rgb("#9fc4ff") * edge * day * np.float32(0.55)
    canvas.lay(colour.astype(np.float32), inside)
    if ring is not None:
        canvas.lay(ring[0], ring[1] * (ring[2] >= 0))


def _weather(canvas: Canvas, dx: Field, dy: Field, z: Field, tilt: float) -> Pixels:
    rng = canvas.rng
    field = tile(rng, 1.9, 256)
    along = np.arcsin(np.clip(dx * np.cos(tilt) + dy * np.sin(tilt), -1, 1))
    up = np.arcsin(np.clip(dy * np.cos(tilt) - dx * np.sin(tilt), -1, 1))
    along = np.where(z > 0, along / np.maximum(np.cos(up), 0.2), 0).astype(np.float32)
    swirl = sample(field, along * 0.3, up.astype(np.float32) * 0.5)
    bands = np.sin(up * rng.uniform(5, 14) + swirl * rng.uniform(0.4, 1.3)) * 0.3
    codes = WORLDS[int(rng.integers(0, len(WORLDS)))]
    places = (0.0, 0.4, 0.7, 1.0)
    stops = [(place, rgb(code)) for place, code in zip(places, codes, strict=True)]
    return gradient(stops, np.clip(0.5 + bands + 0.17 * swirl, 0, 1).astype(np.float32))


def _ring(
    canvas: Canvas, x: float, y: float, radius: float, tilt: float
) -> tuple[Colour | Pixels, Field, Field]:
    """Return a ring's colours, its mask, and which side of the ball it passes."""
    dx = (canvas.columns() - x) / np.float32(radius)
    dy = (canvas.rows() - y) / np.float32(radius)
    along = dx * np.cos(tilt) + dy * np.sin(tilt)
    across = (dy * np.cos(tilt) - dx * np.sin(tilt)) / np.float32(0.28)
    away = np.hypot(along, across)
    grooves = cover(tile(canvas.rng, 1.2, 256), 512, 1, 1.0)[0]
    place = np.clip((away - 1.3) / 0.95, 0, 1)
    bright = np.interp(place, np.linspace(0, 1, 512), 0.75 + 0.2 * grooves)
    body = np.clip(place * 30, 0, 1) * np.clip((1 - place) * 30, 0, 1)
    colour = rgb("#e8d3b0") * bright[..., None]
    return colour.astype(np.float32), (body * 0.85).astype(np.float32), across.astype(np.float32)
