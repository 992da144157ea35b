"""Larger pictures: faithful ones, and such that invent detail."""

import cv2
import numpy as np

from emulator.edit.desk import Desk
from emulator.edit.files import Bytes
from emulator.paint.noise import cover, tile
from emulator.paint.styles import manner_of

BAND = 512
"""Rows that are worked on at a time: sixteen megapixels need not be floats at once."""


def fast(desk: Desk) -> Bytes:
    """Enlarge to the result's size (four times each side) and sharpen."""
    return enlarged(desk.picture("image"), desk.width, desk.height, sharpness=0.35)


def conservative(desk: Desk) -> Bytes:
    """Enlarge to 4K; creativity allows a little invented texture."""
    return _invented(desk, desk.number("creativity", 0.35) * 0.45)


def creative(desk: Desk) -> Bytes:
    """Enlarge to 4K, inventing detail where there is some, as creativity allows."""
    return _invented(desk, desk.number("creativity", 0.3) * 1.3, styled=True)


def enlarged(image: Bytes, width: int, height: int, *, sharpness: float) -> Bytes:
    """Return the picture larger; made small again, it is the one it was, nearly.

    Lanczos, once corrected by what it lost (back-projection), then unsharp masking.
    """
    large = cv2.resize(image, (width, height), interpolation=cv2.INTER_LANCZOS4)
    tall, wide = image.shape[:2]
    again = cv2.resize(large, (wide, tall), interpolation=cv2.INTER_AREA)
    lost = cv2.resize(cv2.subtract(image, again), (width, height), interpolation=cv2.INTER_LINEAR)
    spare = cv2.resize(cv2.subtract(again, image), (width, height), interpolation=cv2.INTER_LINEAR)
    large = cv2.subtract(cv2.add(large, lost), spare)
    scale = max(width / wide, height / tall)
    soft = cv2.GaussianBlur(large, (0, 0), max(0.8, scale * 0.45))
    return cv2.addWeighted(large, 1 + sharpness, soft, -sharpness, 0)


def _invented(desk: Desk, amount: float, *, styled: bool = False) -> Bytes:
    image = desk.picture("image")
    if styled and desk.commission.preset:
        image = _styled(desk, image, min(0.6, amount))
    large = enlarged(image, desk.width, desk.height, sharpness=0.3 + 0.5 * amount)
    if amount <= 0:
        return large
    return _textured(large, desk.rng("texture"), amount)


def _textured(large: Bytes, rng: np.random.Generator, amount: float) -> Bytes:
    """Add texture where the picture is rough already; skies and walls stay calm."""
    tall, wide = large.shape[:2]
    fine, coarse = tile(rng, 0.7, 512), tile(rng, 1.2, 512)
    rough = _roughness(large)
    for top in range(0, tall, BAND):
        rows = slice(top, min(tall, top + BAND))
        high = rows.stop - rows.start
        where = cv2.resize(rough[rows.start // 8 : -(-rows.stop // 8)], (wide, high))
        noise = cover(fine, wide, BAND, wide / 512)[:high]
        noise = noise + cover(np.roll(coarse, top), wide, BAND, wide / 1536)[:high]
        grain = (noise * where * np.float32(9 * amount))[..., None]
        large[rows] = np.clip(large[rows] + grain + 0.5, 0, 255).astype(np.uint8)
    return large


def _roughness(large: Bytes) -> np.ndarray:
    """Return how rough the picture is, 0 to 1, at an eighth of its size."""
    tall, wide = large.shape[:2]
    size = (-(-wide // 8), -(-tall // 8))
    grey = cv2.cvtColor(cv2.resize(large, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    light = grey.astype(np.float32)
    unrest = cv2.GaussianBlur(np.abs(light - cv2.GaussianBlur(light, (0, 0), 1.5)), (0, 0), 2.5)
    return np.clip(unrest / 7, 0.03, 1)


def _styled(desk: Desk, image: Bytes, share: float) -> Bytes:
    manner = manner_of(desk.prompt.lower(), desk.commission.preset)
    style = manner.medium or manner.finish
    if style is None:
        return image
    pixels = image.astype(np.float32) / 255
    made = np.clip(style(pixels, desk.rng("style")), 0, 1)
    return ((pixels + (made - pixels) * share) * 255 + 0.5).astype(np.uint8)
