"""What a picture is drawn with: its lines, and the areas that they part."""

import cv2
import numpy as np

from emulator.edit.files import Bytes
from emulator.paint.blur import blurred


def drawn(image: Bytes) -> bool:
    """Whether a picture is a drawing: hardly any colour, and mostly its ground."""
    few = image[:: max(1, image.shape[0] // 128), :: max(1, image.shape[1] // 128)]
    chroma = few.max(axis=2).astype(int) - few.min(axis=2)
    grey = cv2.cvtColor(np.ascontiguousarray(few), cv2.COLOR_RGB2GRAY)
    ground = np.bincount(grey.ravel() // 32, minlength=8).max() / grey.size
    return bool(chroma.mean() < 14 and ground > 0.6)


def lines(image: Bytes) -> np.ndarray:
    """Return how much of a line each pixel is, 0 to 1: strokes of a drawing, or contours."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    if drawn(image):
        ground = float(np.median(grey[::4, ::4]))
        gap = np.abs(grey.astype(np.float32) - ground)
        return np.clip((gap - 24) / 90, 0, 1)
    calm = cv2.bilateralFilter(grey, 7, 40, 3)
    steep = cv2.Canny(calm, *_thresholds(calm))
    return cv2.GaussianBlur(steep.astype(np.float32) / 255, (0, 0), 0.8)


def areas(image: Bytes) -> tuple[np.ndarray, int]:
    """Return the number of the area that each pixel belongs to, and how many there are.

    Areas are what closed lines part; lines themselves and specks go to the nearest one.
    """
    edge = (lines(image) > 0.3).astype(np.uint8)
    side = max(3, round(min(image.shape[:2]) / 130)) | 1
    closed = cv2.morphologyEx(edge, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8))
    _count, labels, stats, _ = cv2.connectedComponentsWithStats(1 - closed, connectivity=4)
    large = stats[:, cv2.CC_STAT_AREA] >= max(12, edge.size // 1200)
    large[0] = False
    seeds = large[labels]
    if not seeds.any():
        return np.zeros(edge.shape, np.int32), 1
    _, nearest = cv2.distanceTransformWithLabels(
        (~seeds).astype(np.uint8), cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL
    )
    owner = np.zeros(int(nearest.max()) + 1, np.int32)
    owner[nearest[seeds]] = labels[seeds]
    compact = np.cumsum(large) - 1
    return compact[owner[nearest]].astype(np.int32), int(large.sum())


def relief(image: Bytes, reach: float) -> np.ndarray:
    """Return lights and shades finer than `reach` (a share of the shorter side), in L/100."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    return grey - blurred(grey, max(1.0, reach * min(grey.shape)))


def _thresholds(grey: Bytes) -> tuple[int, int]:
    """Return Canny's thresholds for a picture: about a tenth of it may be contours."""
    across = cv2.Sobel(grey, cv2.CV_16S, 1, 0)
    down = cv2.Sobel(grey, cv2.CV_16S, 0, 1)
    steep = np.abs(across[::4, ::4].astype(np.int32)) + np.abs(down[::4, ::4])
    high = int(np.clip(np.percentile(steep, 91), 50, 260))
    return high // 2, high
