"""Brushes with thick paint: oil, impressionist dabs, swirling strokes."""

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.colour import Pixels, luminance, saturated
from emulator.paint.noise import Field, cover, tile
from emulator.paint.styles.photographed import contrasted

Rng = np.random.Generator


def oil(pixels: Pixels, rng: Rng) -> Pixels:
    """Paint with a flat brush: patches of one colour, and the relief of thick paint."""
    flat = kuwahara(pixels, max(2, round(min(pixels.shape[:2]) * 0.0052)))
    brushed = strokes(flat, rng, (0.011, 0.006), turn=None)
    return impasto(saturated(brushed, 1.12), 0.8)


def impressionist(pixels: Pixels, rng: Rng) -> Pixels:
    """Dab short strokes of pure colour, as Monet did."""
    lively = saturated(pixels, 1.28)
    return impasto(strokes(lively, rng, (0.02, 0.011, 0.0068), turn=None, jitter=0.085), 1.0)


def swirling(pixels: Pixels, rng: Rng) -> Pixels:
    """Let long strokes follow a wind, as van Gogh did."""
    height, width = pixels.shape[:2]
    wind = cover(tile(rng, 2.7, 256), width, height, 0.9) * 2.4
    vivid = saturated(contrasted(pixels, 0.4), 1.45)
    return impasto(
        strokes(vivid, rng, (0.016, 0.009, 0.0055), turn=wind, jitter=0.09, stretch=3.4), 1.2
    )


def kuwahara(pixels: Pixels, radius: int) -> Pixels:
    """Replace each pixel by the calmest of its four corners' means."""
    height, width = pixels.shape[:2]
    wide = cv2.copyMakeBorder(pixels, radius, radius, radius, radius, cv2.BORDER_REFLECT)
    size = (radius + 1, radius + 1)
    mean, grey = cv2.blur(wide, size), luminance(wide)
    unrest = cv2.blur(grey * grey, size) - cv2.blur(grey, size) ** 2
    near = (radius + 1) // 2
    far = near + radius
    best, least = None, None
    for top, left in ((near, near), (near, far), (far, near), (far, far)):
        spot = (slice(top, top + height), slice(left, left + width))
        if best is None or least is None:
            best, least = mean[spot].copy(), unrest[spot].copy()
            continue
        calmer = unrest[spot] < least
        np.copyto(best, mean[spot], where=calmer[..., None])
        np.copyto(least, unrest[spot], where=calmer)
    return np.asarray(best, np.float32)


def strokes(
    pixels: Pixels,
    rng: Rng,
    sizes: tuple[float, ...],
    *,
    turn: Field | None,
    jitter: float = 0.04,
    stretch: float = 2.2,
) -> Pixels:
    """Paint a picture again with strokes along its edges, the broad ones first.

    Args:
        pixels: What to paint.
        rng: Places the strokes.
        sizes: Breadths of the brushes, in shares of the shorter side.
        turn: Directions to follow instead of the edges, in radians.
        jitter: How far a stroke's brightness strays.
        stretch: Length of a stroke in breadths.
    """
    height, width = pixels.shape[:2]
    unit = min(height, width)
    angles = _along_edges(pixels) if turn is None else turn
    paint = (np.clip(blurred(pixels, unit * 0.012), 0, 1) * 255).astype(np.uint8)
    for level, size in enumerate(sizes):
        brush = max(2.0, size * unit)
        soft = blurred(pixels, brush * 0.35)
        x, y = _places(rng, width, height, brush * 0.85)
        if level:
            worn = np.abs(soft[y, x] - paint[y, x].astype(np.float32) / 255).sum(axis=1)
            kept = worn > 0.07
            x, y = x[kept], y[kept]
        tones = soft[y, x] * (1 + rng.normal(0, jitter, (len(x), 1)))
        colours = (np.clip(tones, 0, 1) * 255).tolist()
        angle = angles[y, x] + rng.normal(0, 0.16, len(x))
        reach = brush * stretch * rng.uniform(0.55, 1.15, len(x)) / 2
        dx, dy = np.cos(angle) * reach, np.sin(angle) * reach
        starts = np.stack([x - dx, y - dy], axis=1).astype(int).tolist()
        ends = np.stack([x + dx, y + dy], axis=1).astype(int).tolist()
        thickness = max(1, round(brush * 0.8))
        for start, end, colour in zip(starts, ends, colours, strict=True):
            cv2.line(paint, start, end, colour, thickness)
    return paint.astype(np.float32) / 255


def _places(rng: Rng, width: int, height: int, pitch: float) -> tuple[np.ndarray, np.ndarray]:
    """Return a jittered grid in random order."""
    x, y = np.meshgrid(np.arange(0, width, pitch), np.arange(0, height, pitch))
    x = np.clip(x.ravel() + rng.uniform(-0.6, 0.6, x.size) * pitch, 0, width - 1).astype(int)
    y = np.clip(y.ravel() + rng.uniform(-0.6, 0.6, y.size) * pitch, 0, height - 1).astype(int)
    order = rng.permutation(len(x))
    return x[order], y[order]


def _along_edges(pixels: Pixels) -> Field:
    """Return the direction of the edges around each pixel (smoothed structure tensor)."""
    grey = luminance(blurred(pixels, 1.5))
    gx, gy = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    radius = min(pixels.shape[:2]) * 0.009
    xx, yy, xy = (blurred(part, radius) for part in (gx * gx, gy * gy, gx * gy))
    return 0.5 * np.arctan2(2 * xy, xx - yy) + np.float32(np.pi / 2)


def impasto(pixels: Pixels, strength: float) -> Pixels:
    """Light the ridges of the paint from the upper left, on a woven ground."""
    height, width = pixels.shape[:2]
    relief = luminance(pixels) * 2.2
    weave = np.sin(np.arange(width) * 1.7)[None, :] + np.sin(np.arange(height) * 1.7)[:, None]
    relief = relief + weave.astype(np.float32) * 0.018
    light = cv2.filter2D(
        relief, -1, np.array([[-1, -1, 0], [-1, 0, 1], [0, 1, 1]], np.float32) * 0.09
    )
    return pixels + np.clip(-light, -0.16, 0.16)[..., None] * np.float32(strength)
