"""New pictures for an edit: what the prompt would be without one."""

from dataclasses import replace

import cv2
import numpy as np

from emulator.commission import Commission
from emulator.edit.files import Bytes
from emulator.paint import picture

LARGEST = 1_600_000
"""Pixels that are painted; larger pictures are enlarged ones, to keep edits quick."""

SLIMMEST = 4.0
SMALLEST = 64


def imagined(commission: Commission, width: int, height: int) -> Bytes:
    """Paint a commission's words at a size, however small, slim or large that is."""
    wide, tall = _painted_size(width, height)
    asked = replace(
        commission,
        width=wide,
        height=tall,
        blurred=False,
        job="text_to_image",
        materials=(),
        options=(),
    )
    return covering((picture(asked) * 255 + 0.5).astype(np.uint8), width, height)


def covering(pixels: Bytes, width: int, height: int) -> Bytes:
    """Return a picture scaled to cover a size, what sticks out cut off around the middle."""
    tall, wide = pixels.shape[:2]
    scale = max(width / wide, height / tall)
    across, down = min(wide, max(1, round(width / scale))), min(tall, max(1, round(height / scale)))
    left, top = (wide - across) // 2, (tall - down) // 2
    part = pixels[top : top + down, left : left + across]
    if part.shape[:2] == (height, width):
        return part
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return cv2.resize(np.ascontiguousarray(part), (width, height), interpolation=method)


def _painted_size(width: int, height: int) -> tuple[int, int]:
    """Return a size that the painter can compose well, of nearly the same shape."""
    shape = float(np.clip(width / height, 1 / SLIMMEST, SLIMMEST))
    area = min(LARGEST, max(width * height, SMALLEST * SMALLEST))
    tall = max(SMALLEST, round((area / shape) ** 0.5))
    wide = max(SMALLEST, round((area * shape) ** 0.5))
    exact = (width, height)
    return exact if abs(wide - width) <= 1 and abs(tall - height) <= 1 else (wide, tall)
