"""Facets: low polygons, folded paper, stained glass, cubism."""

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.colour import Pixels, luminance, rgb, saturated
from emulator.paint.noise import cover, grain, tile
from emulator.paint.styles.painted import kuwahara
from emulator.paint.styles.photographed import contrasted

Rng = np.random.Generator
Triangles = np.ndarray
"""Count × 3 × 2, in pixels."""


def low_poly(pixels: Pixels, rng: Rng) -> Pixels:
    """Cut the picture into triangles, small where there is detail."""
    triangles = _triangles(pixels, rng, 2300)
    return _filled(saturated(contrasted(pixels, 0.3), 1.2), triangles, _means(pixels, triangles))


def origami(pixels: Pixels, rng: Rng) -> Pixels:
    """Fold the picture from paper: every facet has its own light, and a crease."""
    height, width = pixels.shape[:2]
    triangles = _triangles(pixels, rng, 1300)
    tones = saturated(_means(pixels, triangles)[None], 1.3)[0]
    tones = tones * rng.uniform(0.86, 1.14, (len(tones), 1)).astype(np.float32)
    sheet = _filled(pixels, triangles, tones)
    crease = np.zeros((height, width), np.uint8)
    corners = np.round(triangles * 16).astype(np.int32)
    cv2.polylines(crease, list(corners), True, 255, 1, cv2.LINE_AA, 4)
    line = blurred(crease.astype(np.float32) / 255, 0.8)
    soft = blurred(line, min(height, width) * 0.004)
    lit = np.roll(line, (-1, -1), axis=(0, 1))
    fibre = cover(tile(rng, 1.2, 256), width, height, 2.5)
    sheet = sheet * (1 - 0.5 * soft + 0.03 * fibre)[..., None]
    return np.asarray(sheet + (lit * 0.2)[..., None], np.float32)


def cubist(pixels: Pixels, rng: Rng) -> Pixels:
    """Break the picture into planes that each look from somewhere else."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    source = saturated(contrasted(kuwahara(pixels, max(2, round(unit * 0.006))), 0.35), 1.25)
    triangles = _triangles(pixels, rng, 60)
    planes = source.copy()
    tints = [
        rgb(code) for code in ("#c98a4a", "#3f5f7a", "#7a3f3a", "#8f8a5a", "#d9c59a", "#4a3f4f")
    ]
    for corners in triangles:
        box = cv2.boundingRect(np.round(corners).astype(np.int32))
        x0, y0 = max(0, box[0]), max(0, box[1])
        x1, y1 = min(width, box[0] + box[2]), min(height, box[1] + box[3])
        if x0 >= x1 or y0 >= y1:
            continue
        turn = cv2.getRotationMatrix2D(
            tuple(corners.mean(axis=0)), float(rng.normal(0, 17)), float(rng.uniform(0.86, 1.2))
        )
        turn[:, 2] += rng.normal(0, 0.022, 2) * unit
        turn[:, 2] -= (x0, y0)
        view = cv2.warpAffine(source, turn, (x1 - x0, y1 - y0), borderMode=cv2.BORDER_REFLECT)
        tint = tints[int(rng.integers(0, len(tints)))]
        fade = np.linspace(0.84, 1.14, y1 - y0, dtype=np.float32)[:, None, None]
        view = (view * 0.72 + tint * luminance(view)[..., None] * 0.5 + tint * 0.05) * fade
        mask = np.zeros((y1 - y0, x1 - x0), np.uint8)
        cv2.fillPoly(
            mask, [np.round((corners - (x0, y0)) * 16).astype(np.int32)], 255, cv2.LINE_AA, 4
        )
        spot = planes[y0:y1, x0:x1]
        spot += (view - spot) * (mask.astype(np.float32) / 255)[..., None]
    lines = np.zeros((height, width), np.uint8)
    cv2.polylines(
        lines,
        list(np.round(triangles * 16).astype(np.int32)),
        True,
        255,
        max(1, round(unit * 0.003)),
        cv2.LINE_AA,
        4,
    )
    return planes * (1 - 0.82 * lines.astype(np.float32) / 255)[..., None]


def stained_glass(pixels: Pixels, rng: Rng) -> Pixels:
    """Set glowing glass in lead."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    triangles = _triangles(pixels, rng, 520)
    tones = saturated(_means(contrasted(pixels, 0.4), triangles)[None], 1.75)[0] * np.float32(1.12)
    panes = _filled(pixels, triangles, np.clip(tones, 0, 1))
    swirl = cover(tile(rng, 2.1, 256), width, height, 2.0)
    panes = panes * (1 + 0.14 * swirl)[..., None]
    lead = np.zeros((height, width), np.uint8)
    cv2.polylines(
        lead,
        list(np.round(triangles * 16).astype(np.int32)),
        True,
        255,
        max(2, round(unit * 0.004)),
        cv2.LINE_AA,
        4,
    )
    share = lead.astype(np.float32) / 255
    shine = np.clip(cv2.Sobel(blurred(share, 1), cv2.CV_32F, 1, 1) * -0.6, 0, 0.4)
    return np.asarray(
        panes * (1 - share)[..., None] + rgb("#16161a") * share[..., None] + shine[..., None],
        np.float32,
    )


def _triangles(pixels: Pixels, rng: Rng, count: int) -> Triangles:
    """Return a Delaunay mesh with its points along edges and the rest at random."""
    height, width = pixels.shape[:2]
    grey = blurred(luminance(pixels), max(0.8, min(height, width) * 0.002))
    edge = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    small = cv2.resize(
        edge, (max(2, width // 4), max(2, height // 4)), interpolation=cv2.INTER_AREA
    )
    weight = (small**1.1).ravel() + np.float32(1e-4)
    picked = rng.choice(
        weight.size, min(count * 2 // 3, weight.size), replace=False, p=weight / weight.sum()
    )
    y, x = np.divmod(picked, small.shape[1])
    along = np.stack([x, y], axis=1) * 4 + rng.uniform(0, 4, (len(x), 2))
    free = rng.random((count // 3, 2)) * (width, height)
    sides = np.linspace(0, 1, 9)
    border = [(s * width, t) for s in sides for t in (0, height)] + [
        (t, s * height) for s in sides for t in (0, width)
    ]
    mesh = cv2.Subdiv2D((-8, -8, width + 16, height + 16))
    points = np.concatenate([along, free, np.array(border)])
    mesh.insert([(float(px), float(py)) for px, py in points])
    found = np.asarray(mesh.getTriangleList()).reshape(-1, 3, 2)
    inside = ((found > -2) & (found < (width + 2, height + 2))).all(axis=(1, 2))
    return found[inside]


def _means(pixels: Pixels, triangles: Triangles) -> Pixels:
    """Return the colour around each triangle's middle."""
    height, width = pixels.shape[:2]
    soft = cv2.blur(pixels, (5, 5))
    places = (triangles * np.array([[[0.6], [0.2], [0.2]]])).sum(axis=1)
    middle = (triangles.mean(axis=1) + places) / 2
    x = np.clip(middle[:, 0], 0, width - 1).astype(int)
    y = np.clip(middle[:, 1], 0, height - 1).astype(int)
    return soft[y, x]


def _filled(pixels: Pixels, triangles: Triangles, tones: Pixels) -> Pixels:
    """Fill each triangle with its tone."""
    filled = cv2.blur(pixels, (9, 9))
    corners = np.round(triangles).astype(np.int32)
    for points, tone in zip(corners, tones.tolist(), strict=True):
        cv2.fillConvexPoly(filled, points, tone)
    speckle = grain(np.random.default_rng(1), pixels.shape[1], pixels.shape[0])[..., None]
    return filled + speckle * np.float32(0.006)
