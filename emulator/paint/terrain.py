"""Land seen in perspective: a height field, marched from near to far.

Each column of the picture remembers how high the land has reached so far; a row
then shows the first slice that reaches it. Everything is a table of slices ×
columns, so no pixel is looped over (the idea of Comanche's voxel space, 1992).
"""

from dataclasses import dataclass

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.canvas import Canvas
from emulator.paint.noise import Field
from emulator.paint.relief import Relief

SLICES = 420
NEAR, FAR = 1.15, 75.0


@dataclass(slots=True)
class Terrain:
    """What the eye sees of the land, for every pixel.

    Attributes:
        seen: Whether land stands in the pixel, 0 to 1 at its upper edge.
        x: Where on the plane the pixel's land lies, to the right.
        z: How far it is.
        height: How high it is; below 0 is water.
        slope: How steep, 0 flat to 1 upright.
        lit: Key light that reaches it, 0 to 1, cast shadows included.
    """

    seen: Field
    x: Field
    z: Field
    height: Field
    slope: Field
    lit: Field


def focal(canvas: Canvas) -> float:
    """Return the camera's focal length in pixels."""
    return 0.95 * canvas.unit


def view(canvas: Canvas, relief: Relief) -> Terrain:
    """March over `relief` and return what is seen of it."""
    z = (NEAR * (FAR / NEAR) ** np.linspace(0, 1, SLICES, dtype=np.float32))[:, None]
    lens = np.float32(focal(canvas))
    x = (canvas.columns() - canvas.width / 2) / lens * z
    z = np.broadcast_to(z, x.shape).astype(np.float32)
    height = relief(x, z).astype(np.float32)
    rows = canvas.horizon - lens * (np.maximum(height, 0) - 1) / z
    slope, lit = _shade(canvas, x, z, height)
    return _look(canvas, rows.astype(np.float32), (z, height, slope, lit))


def _shade(canvas: Canvas, x: Field, z: Field, height: Field) -> tuple[Field, Field]:
    """Return steepness and key light for every slice and column."""
    rise_x = np.gradient(height, axis=1) / np.gradient(x, axis=1)
    rise_z = np.gradient(height, axis=0) / np.gradient(z, axis=0)
    length = np.sqrt(rise_x**2 + rise_z**2 + 1)
    side = canvas.light.side
    facing = (-rise_x * side * 0.74 - rise_z * -0.34 + 0.58) / length
    lit = np.clip(facing, 0, 1) * _sunlit(x, height, side)
    return (1 - 1 / length).astype(np.float32), lit.astype(np.float32)


def _sunlit(x: Field, height: Field, side: float) -> Field:
    """Return where no ridge stands between the land and a sun at the side."""
    ray = height + side * x * np.float32(0.5)
    ordered = ray[:, ::-1] if side > 0 else ray
    tallest = np.maximum.accumulate(ordered, axis=1)
    shade = np.clip((tallest - ordered) * 0.9, 0, 1)
    shade = shade[:, ::-1] if side > 0 else shade
    return 1 - 0.75 * blurred(shade.astype(np.float32), 2)


def _look(canvas: Canvas, rows: Field, layers: tuple[Field, ...]) -> Terrain:
    """Project the slices: which of them is seen in each pixel."""
    skyline = np.minimum.accumulate(rows, axis=0)
    shape = (canvas.height, canvas.width)
    reached = np.clip(np.ceil(skyline), 0, canvas.height).astype(np.int64)
    column = np.broadcast_to(np.arange(canvas.width), reached.shape)
    spots = np.minimum(reached, canvas.height) * canvas.width + column
    passed = np.bincount(spots.ravel(), minlength=(canvas.height + 1) * canvas.width)
    passed = passed.reshape(canvas.height + 1, canvas.width)[:-1]
    # A row is covered by every slice whose skyline lies at or above it; the first counts.
    slice_ = (SLICES - np.cumsum(passed, axis=0, dtype=np.int32)).astype(np.int64)
    seen = slice_ < SLICES
    slice_ = np.minimum(slice_, SLICES - 1)
    place = _between(rows, skyline, slice_, np.broadcast_to(canvas.rows(), shape))
    across = np.broadcast_to(canvas.columns(), shape).astype(np.float32)
    stack = cv2.merge(layers)
    maps = cv2.remap(stack, across, place, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    z, height, slope, lit = cv2.split(maps)
    x = (canvas.columns() - canvas.width / 2) / np.float32(focal(canvas)) * z
    edge = np.clip(canvas.rows() - skyline[-1][None, :] + 0.5, 0, 1)
    return Terrain(np.where(seen, edge, 0).astype(np.float32), x, z, height, slope, lit)


def _between(rows: Field, skyline: Field, slice_: np.ndarray, row: Field) -> Field:
    """Return the fractional slice of each pixel, where two slices join without a gap."""
    column = np.arange(rows.shape[1])[None, :]
    before = np.maximum(slice_ - 1, 0)
    low, high = skyline[before, column], skyline[slice_, column]
    joined = rows[before, column] <= low + 0.01
    share = np.clip((low - row) / np.maximum(low - high, 1e-3), 0, 1)
    return (before + np.where(joined, share, 1.0)).astype(np.float32)
