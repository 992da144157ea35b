"""From a small mask to a large one whose edge follows the picture's."""

import cv2
import numpy as np

from emulator.edit.files import Bytes


def sharpened(mask: Bytes, image: Bytes) -> Bytes:
    """Return a small mask at the picture's size, soft at the edge and close to it.

    A guided filter (He et al., ECCV 2010) on the small copy; its coefficients are
    smooth, so they are enlarged and meet the picture's own pixels row by row.
    """
    tall, wide = image.shape[:2]
    if mask.shape == (tall, wide) and max(mask.shape) < 64:
        return mask
    size = (mask.shape[1], mask.shape[0])
    grey = cv2.cvtColor(cv2.resize(image, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    slope, base = _coefficients(grey.astype(np.float32) / 255, mask.astype(np.float32) / 255)
    soft = np.empty((tall, wide), np.uint8)
    guide = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    slope, base = (cv2.resize(part, (wide, tall)) for part in (slope, base))
    near = _near(mask, wide, tall)
    for top in range(0, tall, 512):
        rows = slice(top, top + 512)
        share = slope[rows] * (guide[rows].astype(np.float32) / 255) + base[rows]
        crisp = np.clip((share - 0.5) * 1.9 + 0.5, 0, 1)
        soft[rows] = np.clip(crisp, near[0][rows], near[1][rows]) * 255 + 0.5
    return soft


def _coefficients(guide: np.ndarray, mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    side = (2 * max(2, round(max(guide.shape) / 72)) + 1,) * 2
    mean, share = cv2.blur(guide, side), cv2.blur(mask, side)
    spread = cv2.blur(guide * guide, side) - mean * mean
    slope = (cv2.blur(guide * mask, side) - mean * share) / (spread + 2e-3)
    return cv2.blur(slope, side), cv2.blur(share - slope * mean, side)


def _near(mask: Bytes, wide: int, tall: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the least and the most that a pixel may be: only the edge is open."""
    tool = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5))
    least, most = cv2.erode(mask, tool), cv2.dilate(mask, tool)
    soft = (cv2.GaussianBlur(part, (0, 0), 1.0) for part in (least, most))
    low, high = (cv2.resize(part, (wide, tall)).astype(np.float32) / 255 for part in soft)
    return low, np.maximum(low, high)
