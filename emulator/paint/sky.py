"""The sky: air, sun or moon, stars, clouds in perspective."""

import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.canvas import Canvas
from emulator.paint.colour import Pixels, gradient, mix, rgb
from emulator.paint.noise import Field, cover, grain, sample, tile

WHITE = rgb("#ffffff")


def paint_sky(canvas: Canvas) -> None:
    """Fill the whole canvas with the sky of its light."""
    _air(canvas)
    if canvas.light.stars:
        _milky_way(canvas.band(0, canvas.horizon + 1))
        _stars(canvas)
    _sun(canvas)
    if canvas.light.clouds > 0.02:
        _clouds(canvas.band(0, canvas.horizon + 1))


def _air(canvas: Canvas) -> None:
    light, rows = canvas.light, canvas.rows()
    height = np.broadcast_to(rows / max(1.0, canvas.horizon), (canvas.height, 1))
    stops = [
        (0.0, light.zenith),
        (0.5, light.middle),
        (0.86, mix(light.rim, light.middle, 0.25)),
        (1.0, light.rim),
    ]
    canvas.pixels[:] = gradient(stops, height)
    speckle = grain(canvas.rng, canvas.width, canvas.height)[..., None]
    canvas.pixels += speckle * np.float32(0.004)


def _distance_to_sun(canvas: Canvas) -> Field:
    across, down = canvas.sun
    return np.hypot(canvas.columns() - across, canvas.rows() - down) / np.float32(canvas.unit)


def _sun(canvas: Canvas) -> None:
    """Draw the disc and the air that it lights."""
    light = canvas.light
    distance = _distance_to_sun(canvas)
    strength = light.power * (0.35 if light.stars else 1.0)
    canvas.glow(light.key, np.exp(-distance * 3.2), 0.55 * strength)
    canvas.glow(light.key, np.exp(-distance * 11), 0.6 * strength)
    if light.sun_size <= 0:
        return
    edge = (light.sun_size - distance) * canvas.unit
    disc = np.clip(edge / 1.2 + 0.5, 0, 1)
    face = mix(light.key, WHITE, 0.55)
    if light.stars:
        seas = cover(tile(canvas.rng, 2.2, 128), canvas.width, canvas.height, 6.0)
        canvas.lay(face * (0.94 - 0.07 * np.clip(seas, -1, 1)[..., None]), disc)
    else:
        canvas.lay(face, disc)


def _stars(canvas: Canvas) -> None:
    """Scatter stars, many faint and few bright, thinning towards the horizon."""
    rng, area = canvas.rng, canvas.width * canvas.height
    layer = np.zeros((canvas.height, canvas.width), np.float32)
    count = int(area * 0.0011)
    columns = rng.integers(0, canvas.width, count)
    rows = (rng.random(count) ** 1.25 * canvas.horizon).astype(int)
    layer[rows, columns] = rng.random(count, dtype=np.float32) ** 3 * 0.9 + 0.1
    halo = blurred(layer, max(0.6, canvas.unit / 900))
    canvas.glow(rgb("#f4f6ff"), np.clip(layer * 0.7 + halo * 2.2, 0, 1))
    for _ in range(max(4, count // 90)):
        spot = (int(rng.integers(0, canvas.width)), int(rng.uniform(0, canvas.horizon * 0.9)))
        size = canvas.unit * rng.uniform(0.0008, 0.0019)
        tint = rgb(rng.choice(["#cfe0ff", "#fff2d8", "#ffffff"]))
        _spark(canvas.pixels, spot, size, tint)


def _spark(pixels: Pixels, spot: tuple[int, int], size: float, tint: Pixels) -> None:
    """Draw one bright star with a soft halo."""
    reach = max(2, int(size * 6))
    top, left = max(0, spot[1] - reach), max(0, spot[0] - reach)
    patch = pixels[top : spot[1] + reach + 1, left : spot[0] + reach + 1]
    if patch.size == 0:
        return
    rows = np.arange(top, top + patch.shape[0], dtype=np.float32)[:, None] - spot[1]
    columns = np.arange(left, left + patch.shape[1], dtype=np.float32)[None, :] - spot[0]
    shine = np.exp(-(rows**2 + columns**2) / np.float32(2 * size * size))
    patch += (1 - np.clip(patch, 0, 1)) * tint * shine[..., None]


def _milky_way(canvas: Canvas) -> None:
    """Lay a band of star dust across the sky."""
    rng = canvas.rng
    angle, shift = rng.uniform(-1.0, -0.35), rng.uniform(-0.12, 0.12)
    x = canvas.columns() / canvas.unit - 0.5 * canvas.width / canvas.unit
    y = canvas.rows() / canvas.unit - 0.32
    across = (x * np.sin(angle) + y * np.cos(angle) + shift).astype(np.float32)
    dust = tile(rng, 1.7)
    cloudy = cover(dust, canvas.width, canvas.height, 1.6)
    lanes = cover(dust, canvas.width, canvas.height, 2.7)
    band = np.exp(-((across + 0.03 * cloudy) ** 2) / 0.02) * np.clip(0.75 + 0.35 * cloudy, 0, 1.5)
    band *= np.clip(1.15 - 0.5 * np.clip(lanes, 0, 2) * np.exp(-(across**2) / 0.004), 0, 1.2)
    fade = np.clip(1 - canvas.rows() / canvas.horizon, 0, 1)
    canvas.glow(rgb("#8fa6e8"), np.clip(band * fade, 0, 1), 0.36)
    canvas.glow(rgb("#e8c9e0"), np.clip(band**3 * fade, 0, 1), 0.26)


def _clouds(canvas: Canvas) -> None:
    """Draw a deck of clouds that shrinks towards the horizon and is lit by the sun."""
    light, rng = canvas.light, canvas.rng
    field = tile(rng, 1.75)
    share = np.float32(1.0) - canvas.rows() / np.float32(canvas.horizon)
    nearness = 0.62 / np.clip(share + 0.1, 0.06, None)
    shift = rng.uniform(0, 1, 2).astype(np.float32)
    x = (canvas.columns() - canvas.width / 2) / np.float32(canvas.unit)
    u = (x * nearness * 0.34 + shift[0]).astype(np.float32)
    v = np.broadcast_to(nearness * 0.85 + shift[1], u.shape).astype(np.float32)
    lean = np.float32(0.012 * (light.sun[0] - 0.5))
    shape = sample(field, u, v) + 0.38 * sample(field, u * 3.1, v * 3.1)
    towards = sample(field, u + lean * nearness, v + 0.012 * nearness)
    cover_at = np.float32(1.25 - 2.3 * light.clouds)
    body = np.clip((shape - cover_at) * 0.85, 0, 1)
    soft = body * body * (3 - 2 * body)
    fade = np.clip(share * 5, 0, 1) * np.clip((1.25 - share) * 1.6, 0.35, 1)
    lit = np.clip(0.52 + 0.55 * (shape - towards) - 0.22 * body, 0, 1)[..., None]
    dark = mix(light.ambient, light.middle, 0.55)
    bright = mix(light.key, light.rim, 0.3 if light.power > 0.5 else 0.75)
    if light.stars:
        dark, bright = mix(light.middle, light.haze, 0.35), mix(light.haze, light.key, 0.2)
    near_sun = np.exp(-_distance_to_sun(canvas) * 3.5)[..., None] * light.power
    colour = dark + (bright - dark) * np.clip(lit + 0.5 * near_sun, 0, 1)
    canvas.lay(colour.astype(np.float32), (soft * fade).astype(np.float32), 0.92)
