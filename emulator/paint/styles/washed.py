"""Brushes with much water: watercolour, ink on rice paper."""

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.colour import Pixels, luminance, mix, rgb, saturated
from emulator.paint.noise import Field, cover, tile
from emulator.paint.styles.painted import kuwahara

Rng = np.random.Generator


def watercolour(pixels: Pixels, rng: Rng) -> Pixels:
    """Let washes of pigment dry on paper: pale, granular, dark at their edges."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    small = cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    calm = kuwahara(kuwahara(small, max(2, round(unit * 0.005))), max(2, round(unit * 0.003)))
    calm = cv2.resize(calm, (width, height), interpolation=cv2.INTER_CUBIC)
    calm = np.clip(_bled(calm, rng, 0.009), 0, 1) ** np.float32(0.8)
    paper = cover(tile(rng, 1.0, 256), width, height, 2.6)
    pools = cover(tile(rng, 2.2, 256), width, height, 1.4)
    grey = luminance(calm)
    edge = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    edge = np.clip(blurred(edge, unit * 0.0012) * 1.3, 0, 0.4)
    density = 1 - 0.22 * np.clip(0.3 + 0.5 * pools, 0, 1) + 0.045 * paper - edge * 0.75
    wash = 1 - (1 - saturated(calm, 1.25)) * np.clip(0.9 * (2 - density), 0.4, 1.35)[..., None]
    return _sheet(wash.astype(np.float32), rng, paper, rgb("#fbf8f0"))


def ink_wash(pixels: Pixels, rng: Rng) -> Pixels:
    """Paint with ink and water on rice paper, and set a red seal in the corner."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    small = cv2.resize(_bled(pixels, rng, 0.01), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    calm = kuwahara(small, max(2, round(unit * 0.0035)))
    grey = luminance(cv2.resize(calm, (width, height), interpolation=cv2.INTER_CUBIC))
    low, high = np.percentile(grey[::8, ::8], (3, 90))
    tone = np.clip((grey - low) / max(0.12, high - low), 0, 1)
    tone = tone * 0.6 + blurred(tone, unit * 0.01) * 0.4
    pools = cover(tile(rng, 2.0, 256), width, height, 1.5)
    fibres = cover(tile(rng, 1.1, 256), width, height, 2.0)
    edge = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    contour = np.clip(edge * (1.6 + 0.5 * pools) - 0.06, 0, 0.85)
    dry = np.clip(0.35 * fibres + 0.2, 0, 1) * np.clip(0.55 - tone, 0, 1)
    ink = np.clip(
        np.clip(1 - tone, 0, 1) ** 1.35 * (0.9 + 0.09 * pools) + contour * 0.75 - dry * 0.3, 0, 1
    )
    paper = rgb("#f3ead6") * (1 + 0.018 * fibres)[..., None]
    sheet = paper + (rgb("#1b1a1e") - paper) * ink[..., None]
    _seal(sheet, rng)
    return sheet.astype(np.float32)


def _bled(pixels: Pixels, rng: Rng, reach: float) -> Pixels:
    """Push pixels about by noise, as wet paint creeps."""
    height, width = pixels.shape[:2]
    push = np.float32(reach * min(height, width))
    field = tile(rng, 1.9, 256)
    dx, dy = cover(field, width, height, 1.9), cover(field, width, height, 2.3)
    across = np.arange(width, dtype=np.float32)[None, :] + dx * push * 0.5
    down = np.arange(height, dtype=np.float32)[:, None] + dy * push * 0.5
    return cv2.remap(pixels, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)


def _sheet(wash: Pixels, rng: Rng, paper: Field, white: np.ndarray) -> Pixels:
    """Leave an uneven margin of bare paper, and light its tooth."""
    height, width = wash.shape[:2]
    unit = min(height, width)
    wander = cover(tile(rng, 2.0, 256), width, height, 2.0) * unit * 0.006
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    inside = np.minimum(np.minimum(x, width - 1 - x), np.minimum(y, height - 1 - y)) + wander
    painted = np.clip((inside - unit * 0.022) / (unit * 0.006), 0, 1)
    rim = np.exp(-(((inside - unit * 0.026) / (unit * 0.004)) ** 2)) * 0.12
    sheet = white + (wash - white) * painted[..., None]
    return (sheet * (1 - rim + 0.016 * paper)[..., None]).astype(np.float32)


def _seal(sheet: Pixels, rng: Rng) -> None:
    """Stamp a red seal with a sign in it."""
    height, width = sheet.shape[:2]
    size = max(8, round(min(height, width) * 0.062))
    top, left = height - size - round(size * 0.75), width - size - round(size * 0.75)
    stamp = np.full((size, size, 3), 255, np.uint8)
    face = cv2.FontFace("sans")
    sign = str(rng.choice(["畫", "山", "水", "花", "月"]))
    cv2.putText(
        stamp,
        sign,
        (round(size * 0.16), round(size * 0.8)),
        (0, 0, 0),
        face,
        round(size * 0.7),
        700,
    )
    worn = rng.random((size, size)) > 0.1
    mask = (stamp[..., 0].astype(np.float32) / 255) * worn * 0.9
    spot = sheet[top : top + size, left : left + size]
    spot += (mix(rgb("#b5281e"), rgb("#d04a30"), float(rng.random())) - spot) * mask[..., None]
