"""A picture's few main colours, and which of them each pixel is nearest to."""

import cv2
import numpy as np

from emulator.paint.colour import Pixels
from emulator.paint.styles.painted import kuwahara

_RULE = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 0.004)


def main_colours(pixels: Pixels, count: int) -> tuple[np.ndarray, Pixels]:
    """Return the number of each pixel's colour, and the colours (k-means).

    OpenCV's own generator is seeded, so that equal pictures give equal colours.
    """
    cv2.setRNGSeed(7)
    points = np.ascontiguousarray(pixels.reshape(-1, 3), np.float32)
    empty = np.zeros((0, 0), np.int32)
    _, labels, tones = cv2.kmeans(points, count, empty, _RULE, 1, cv2.KMEANS_PP_CENTERS)
    return labels.reshape(pixels.shape[:2]).astype(np.uint8), tones.astype(np.float32)


def clusters(pixels: Pixels, count: int, shrink: int) -> tuple[np.ndarray, Pixels]:
    """Return the main colours of a calmed picture that is `shrink` times smaller."""
    calm = kuwahara(pixels, max(2, round(min(pixels.shape[:2]) * 0.005)))
    small = cv2.resize(calm, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
    return main_colours(small, count)
