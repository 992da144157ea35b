"""What lies behind contours, seen from the picture's frame (geodesic saliency).

Wei et al., ECCV 2012: background hangs together with the frame, also where it changes
its colour slowly, as skies do; whoever comes to a subject has to cross its contour.
"""

import cv2
import numpy as np

SLOW = 1.6
"""Steps of colour (CIE Lab, from pixel to pixel) that cost nothing."""

CONTOUR = 9.0
"""Steps that make a contour of medium strength."""

SWEEPS = 2
"""How often all four directions are gone; more changes no subject that was seen."""


def enclosed(colours: np.ndarray, *, sides: bool = True) -> np.ndarray:
    """Return how much contour lies between each pixel and the frame, 0 to 1.

    The lower edge is no way in: those who sit for a portrait are cut off there.

    Args:
        colours: A small picture in Lab.
        sides: Whether one may come from the sides too, and not from above only.
    """
    calm = cv2.GaussianBlur(colours, (0, 0), 1.0)
    tall, wide = calm.shape[:2]
    away = np.full((tall, wide), 1e6, np.float32)
    away[0] = 0
    if sides:
        away[: tall * 3 // 4, [0, -1]] = 0
    down, across = _costs(calm, 0), _costs(calm, 1)
    for _ in range(SWEEPS):
        _sweep(away, down)
        _sweep(away[::-1], down[::-1])
        _sweep(away.T, across.T)
        _sweep(away.T[::-1], across.T[::-1])
    return away / (away + CONTOUR)


def _costs(colours: np.ndarray, axis: int) -> np.ndarray:
    """Return what each step along an axis costs."""
    steps = np.linalg.norm(np.diff(colours, axis=axis), axis=2)
    return np.clip(steps - SLOW, 0, None).astype(np.float32)


def _sweep(away: np.ndarray, costs: np.ndarray) -> None:
    """Carry distances on from row to row."""
    for row in range(1, len(away)):
        np.minimum(away[row], away[row - 1] + costs[row - 1], out=away[row])
