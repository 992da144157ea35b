"""Pictures of nothing known: colours and shapes that follow from the words alone."""

from collections.abc import Callable

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.canvas import Canvas
from emulator.paint.colour import Colour, gradient, mix, rgb
from emulator.paint.noise import cover, grain, line, sample, tile

PALETTES = (
    ("#0b1d3a", "#1f5f8c", "#3fb8af", "#f4d58d", "#f26b5b"),
    ("#1d1135", "#5b2a86", "#c0478f", "#f78f6a", "#ffe29a"),
    ("#0f2a24", "#2a6f5b", "#8fbf7a", "#f0e2b0", "#d97b4a"),
    ("#22223b", "#4a4e69", "#9a8c98", "#c9ada7", "#f2e9e4"),
    ("#051923", "#003554", "#0582ca", "#7fd1f4", "#f4f1de"),
    ("#2b0f1f", "#7a1f3d", "#d1495b", "#edae49", "#fff1d0"),
)


def paint_abstract(canvas: Canvas, scheme: tuple[Colour, ...]) -> None:
    """Choose one of five manners and a palette by chance, which the words decide."""
    rng = canvas.rng
    tones = [rgb(code) for code in PALETTES[int(rng.integers(0, len(PALETTES)))]]
    if scheme:
        tones = [mix(tone, scheme[i % len(scheme)], 0.6) for i, tone in enumerate(tones)]
    manners: tuple[Callable[[Canvas, list[Colour]], None], ...] = (
        _marble,
        _paper,
        _ribbons,
        _discs,
        _silk,
    )
    manners[int(rng.integers(0, len(manners)))](canvas, tones)
    speckle = grain(rng, canvas.width, canvas.height)[..., None]
    canvas.pixels += speckle * np.float32(0.012)


def _stops(tones: list[Colour]) -> list[tuple[float, Colour]]:
    return list(zip(np.linspace(0, 1, len(tones)), tones, strict=True))


def _marble(canvas: Canvas, tones: list[Colour]) -> None:
    """Fold noise into noise, as ink runs in water."""
    field, warp = tile(canvas.rng, 2.1), tile(canvas.rng, 2.6, 256)
    u = np.broadcast_to(canvas.columns() / canvas.unit * 0.4, canvas.depth.shape).astype(np.float32)
    v = np.broadcast_to(canvas.rows() / canvas.unit * 0.4, canvas.depth.shape).astype(np.float32)
    bend = sample(warp, u, v), sample(warp, u + 0.4, v + 0.7)
    flow = sample(field, u + 0.22 * bend[0], v + 0.22 * bend[1])
    veins = np.abs(np.sin(flow * 4.2 + bend[0] * 2))
    canvas.pixels[:] = gradient(_stops(tones), np.clip(0.5 + 0.3 * flow + 0.1 * bend[1], 0, 1))
    canvas.glow(tones[-1], (1 - np.clip(veins * 9, 0, 1)).astype(np.float32), 0.5)
    relief = cv2.Sobel(blurred(flow, 2), cv2.CV_32F, 1, 1, ksize=3)
    canvas.pixels += np.clip(relief, -0.3, 0.3)[..., None] * np.float32(0.5)


def _paper(canvas: Canvas, tones: list[Colour]) -> None:
    """Lay cut sheets over each other, each casting a shadow on the one below."""
    rng, layers = canvas.rng, 9
    stops = _stops(tones[::-1])
    canvas.pixels[:] = tones[-1]
    for layer in range(layers):
        share = layer / (layers - 1)
        base = canvas.height * (0.12 + 0.82 * share)
        edge = base + line(rng, canvas.width, 3) * canvas.height * 0.13
        below = np.clip(canvas.rows() - edge[None, :] + 0.5, 0, 1)
        lifted = blurred(below, canvas.unit * 0.014)
        canvas.pixels *= (1 - 0.5 * lifted * (1 - below))[..., None]
        tone = gradient(stops, np.array([share], np.float32))[0]
        rim = np.clip(1 - np.abs(canvas.rows() - edge[None, :] - 2) / 3, 0, 1)
        canvas.lay(tone, below.astype(np.float32))
        canvas.glow(rgb("#ffffff"), (rim * below).astype(np.float32), 0.22)


def _ribbons(canvas: Canvas, tones: list[Colour]) -> None:
    """Let ribbons follow a field of winds."""
    rng = canvas.rng
    canvas.pixels[:] = tones[0] * np.float32(0.8)
    wind = tile(rng, 2.8, 256)
    paint = (np.clip(canvas.pixels, 0, 1) * 255).astype(np.uint8)
    places = rng.uniform(-0.05, 1.05, (420, 2)) * (canvas.width, canvas.height)
    steps = 46
    paths = np.empty((steps, len(places), 2))
    for step in range(steps):
        paths[step] = places
        u, v = (places / canvas.unit * 0.3).astype(np.float32).T
        angle = sample(wind, u[:, None].copy(), v[:, None].copy())[:, 0] * 1.5
        places = places + np.stack([np.cos(angle), np.sin(angle)], 1) * canvas.unit * 0.0085
    for number in rng.permutation(paths.shape[1]):
        tone = mix(tones[int(rng.integers(1, len(tones)))], tones[-1], rng.uniform(0, 0.4))
        path = np.round(paths[:, number] * 16).astype(np.int32)
        colour = [float(part) * 255 for part in tone]
        thick = max(1, round(canvas.unit * rng.uniform(0.002, 0.013)))
        cv2.polylines(
            paint,
            [path],
            False,
            [part * 0.35 for part in colour],
            thick + max(1, thick // 3),
            cv2.LINE_AA,
            4,
        )
        cv2.polylines(paint, [path], False, colour, thick, cv2.LINE_AA, 4)
    canvas.pixels[:] = paint.astype(np.float32) / 255


def _discs(canvas: Canvas, tones: list[Colour]) -> None:
    """Compose circles, bars and arcs, after the Bauhaus."""
    rng, unit = canvas.rng, canvas.unit
    paper = mix(tones[-1], rgb("#fbf4e4"), 0.7)
    canvas.pixels[:] = paper * (
        1 + 0.02 * cover(tile(rng, 1.3, 256), canvas.width, canvas.height, 2)[..., None]
    )
    paint = (np.clip(canvas.pixels, 0, 1) * 255).astype(np.uint8)
    for _ in range(15):
        x, y = (
            int(rng.uniform(0.05, 0.95) * canvas.width),
            int(rng.uniform(0.05, 0.95) * canvas.height),
        )
        radius = int(unit * rng.uniform(0.04, 0.24))
        colour = [float(part) * 255 for part in tones[int(rng.integers(0, len(tones)))]]
        layer = paint.copy()
        match int(rng.integers(0, 4)):
            case 0:
                cv2.circle(layer, (x, y), radius, colour, -1, cv2.LINE_AA)
            case 1:
                cv2.circle(layer, (x, y), radius, colour, max(2, radius // 6), cv2.LINE_AA)
            case 2:
                start = float(rng.choice([0, 90, 180, 270]))
                cv2.ellipse(
                    layer, (x, y), (radius, radius), 0, start, start + 180, colour, -1, cv2.LINE_AA
                )
            case _:
                turn = float(rng.uniform(0, 180))
                corners = cv2.boxPoints(((x, y), (radius * 3.2, radius * 0.2), turn))
                cv2.fillPoly(
                    layer, [np.round(corners * 16).astype(np.int32)], colour, cv2.LINE_AA, 4
                )
        paint = cv2.addWeighted(layer, 0.86, paint, 0.14, 0)
    canvas.pixels[:] = paint.astype(np.float32) / 255


def _silk(canvas: Canvas, tones: list[Colour]) -> None:
    """Let light play on folds of cloth."""
    rng = canvas.rng
    soft = cover(tile(rng, 3.0, 128), canvas.width, canvas.height, 0.7)
    fine = cover(tile(rng, 2.6, 256), canvas.width, canvas.height, 0.8)
    turn = rng.uniform(0, np.pi)
    along = (canvas.columns() * np.cos(turn) + canvas.rows() * np.sin(turn)) / canvas.unit
    folds = np.sin(along * 9 + soft * 2.6 + fine * 0.9)
    light = np.clip(0.5 + 0.5 * folds, 0, 1)
    hue = np.clip(0.5 + 0.25 * soft + 0.22 * folds, 0, 1).astype(np.float32)
    canvas.pixels[:] = gradient(_stops(tones[:-1]), hue) * (0.35 + 0.75 * light)[..., None]
    canvas.glow(tones[-1], (light**9).astype(np.float32), 0.65)
