"""Outlines for things made of clay: closed curves through a few points."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Point = tuple[float, float]
Outline = npt.NDArray[Any]
"""Points × 2, x to the right, y down, in a box about 1 wide and 1 high."""


def points(path: str) -> list[Point]:
    """Read a path as SVG writes it, in thousandths: `"0,0 500,250"` is (0, 0) to (.5, .25)."""
    pairs = (pair.split(",") for pair in path.split())
    return [(int(x) / 1000, int(y) / 1000) for x, y in pairs]


def smooth(knots: Sequence[Point], samples: int = 10) -> Outline:
    """Return a closed curve through the points (Catmull-Rom)."""
    p = np.asarray(knots, np.float64)
    before, after, next_ = (np.roll(p, shift, axis=0) for shift in (1, -1, -2))
    t = np.linspace(0, 1, samples, endpoint=False)[None, :, None]
    p0, p1, p2, p3 = (part[:, None, :] for part in (before, p, after, next_))
    curve = 0.5 * (
        2 * p1
        + (p2 - p0) * t
        + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2
        + (3 * p1 - p0 - 3 * p2 + p3) * t**3
    )
    return curve.reshape(-1, 2)


def polygon(knots: Sequence[Point]) -> Outline:
    """Return straight edges between the points."""
    return np.asarray(knots, np.float64)


def ellipse(x: float, y: float, rx: float, ry: float, degrees: float = 0.0) -> Outline:
    """Return an ellipse around a middle."""
    t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    turn = np.radians(degrees)
    across, down = rx * np.cos(t), ry * np.sin(t)
    return np.stack(
        [
            x + across * np.cos(turn) - down * np.sin(turn),
            y + across * np.sin(turn) + down * np.cos(turn),
        ],
        axis=1,
    )


def box(x0: float, y0: float, x1: float, y1: float, corner: float = 0.0) -> Outline:
    """Return a rectangle, its corners cut round."""
    if corner <= 0:
        return polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
    arcs = [
        (x1 - corner, y0 + corner, -90),
        (x1 - corner, y1 - corner, 0),
        (x0 + corner, y1 - corner, 90),
        (x0 + corner, y0 + corner, 180),
    ]
    t = np.radians(np.linspace(0, 90, 7))
    return np.concatenate(
        [
            np.stack(
                [
                    x + corner * np.cos(np.radians(start) + t),
                    y + corner * np.sin(np.radians(start) + t),
                ],
                axis=1,
            )
            for x, y, start in arcs
        ]
    )


def limb(knots: Sequence[Point], widths: Sequence[float]) -> Outline:
    """Return a tapering tube along the points with a width at each."""
    spine = _open_curve(np.asarray(knots, np.float64))
    places = np.linspace(0, 1, len(spine))
    width = np.interp(places, np.linspace(0, 1, len(widths)), widths)[:, None] / 2
    along = np.gradient(spine, axis=0)
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1])[:, None], 1e-9)
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1)
    tip = _cap(spine[-1], along[-1], float(width[-1, 0]))
    root = _cap(spine[0], -along[0], float(width[0, 0]))
    return np.concatenate([spine + normal * width, tip, (spine - normal * width)[::-1], root])


def _open_curve(knots: Outline) -> Outline:
    """Return a curve through the points, not closed."""
    places = np.linspace(0, 1, len(knots))
    if len(knots) > 2:
        fit = np.polyfit(places, knots, min(3, len(knots) - 1))
        t = np.linspace(0, 1, 24)
        return np.stack([np.polyval(fit[:, 0], t), np.polyval(fit[:, 1], t)], axis=1)
    t = np.linspace(0, 1, 8)[:, None]
    return knots[0] + (knots[1] - knots[0]) * t


def _cap(centre: Outline, along: Outline, radius: float) -> Outline:
    """Return the round end of a tube, from its left to its right."""
    angles = np.radians(np.linspace(80, -80, 7))[:, None]
    normal = np.array([-along[1], along[0]])
    return centre + radius * (np.cos(angles) * along + np.sin(angles) * normal)
