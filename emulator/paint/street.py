"""A street in one-point perspective, its fronts mirrored where the ground is wet."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np

from emulator.paint.canvas import Canvas
from emulator.paint.colour import Colour, Pixels, mix
from emulator.paint.noise import Field, cover, grain, sample, tile

Front = Callable[[np.random.Generator], Pixels]
EYE = 1.0
"""Height of the eye; everything in the street is measured in it."""


@dataclass(frozen=True, slots=True)
class Street:
    """How a street is built.

    Attributes:
        front: Draws one front.
        half: Half its width.
        lowest: Height of the lowest front.
        highest: Height of the highest one.
        ground: Colour of the ground.
        wet: How much it mirrors, 0 to 1.
    """

    front: Front
    half: float
    lowest: float
    highest: float
    ground: Colour
    wet: float


@dataclass(frozen=True, slots=True)
class Wall:
    """One front's place: how far to the side, between which distances, how high."""

    x: float
    near: float
    far: float
    top: float

    def corners(self, canvas: Canvas, *, up: bool) -> Field:
        """Return its four corners in the picture; `up` or mirrored in the ground."""
        edge = EYE - self.top if up else EYE + self.top
        ends = [(self.near, edge), (self.far, edge), (self.far, EYE), (self.near, EYE)]
        z, y = np.array(ends).T
        across = canvas.width / 2 + lens(canvas) * self.x / z
        return np.stack([across, canvas.horizon + lens(canvas) * y / z], axis=1)


def build_street(canvas: Canvas, street: Street) -> None:
    """Build both sides from far to near, then the ground between them."""
    ends = [1.6]
    while ends[-1] < 34:
        ends.append(ends[-1] + canvas.rng.uniform(1.9, 3.2) * (1 + ends[-1] * 0.03))
    mirrored = canvas.pixels.copy()
    flip = np.clip(2 * canvas.horizon - canvas.rows(), 0, canvas.height - 1)[:, 0].astype(int)
    mirrored[:] = canvas.pixels[flip]
    fronts = [street.front(canvas.rng) for _ in range(6)]
    for near, far in reversed(list(pairwise(ends))):
        for side in (-1, 1):
            front = fronts[int(canvas.rng.integers(0, len(fronts)))]
            top = canvas.rng.uniform(street.lowest, street.highest)
            air = _aired(canvas, front, (near + far) / 2)
            wall = Wall(side * street.half, near, far, top)
            _hang(canvas, canvas.pixels, air, wall.corners(canvas, up=True))
            _hang(canvas, mirrored, air, wall.corners(canvas, up=False))
            outline = np.round(wall.corners(canvas, up=True)).astype(np.int32)
            cv2.fillPoly(canvas.depth, [outline], float(near))
    _lay_ground(canvas, street, mirrored)


def lens(canvas: Canvas) -> float:
    """Return the focal length in pixels."""
    return 0.62 * canvas.unit


def ground_row(canvas: Canvas, distance: float) -> float:
    """Return the row at which something stands that is `distance` away."""
    return canvas.horizon + lens(canvas) * EYE / distance


def _aired(canvas: Canvas, front: Pixels, distance: float) -> Pixels:
    light = canvas.light
    share = 1 - np.exp(-distance * 0.032 * light.mist)
    air = mix(light.haze, light.rim, 0.4)
    return (front + (air - front) * np.float32(share)).astype(np.float32)


def _hang(canvas: Canvas, target: Pixels, front: Pixels, corners: Field) -> None:
    """Warp a front onto the four corners of a wall, its upper left one first."""
    if corners[0, 0] > canvas.width / 2:
        front = np.ascontiguousarray(front[:, ::-1])  # signs read from the street
    tall, wide = front.shape[:2]
    source = np.array([(0, 0), (wide, 0), (wide, tall), (0, tall)], np.float32)
    low = np.maximum(np.floor(corners.min(axis=0)).astype(int), 0)
    high = np.minimum(np.ceil(corners.max(axis=0)).astype(int) + 1, (canvas.width, canvas.height))
    if (low >= high).any():
        return
    size = (int(high[0] - low[0]), int(high[1] - low[1]))
    matrix = cv2.getPerspectiveTransform(source, (corners - low).astype(np.float32))
    warped = cv2.warpPerspective(front, matrix, size, flags=cv2.INTER_AREA)
    mask = np.zeros((size[1], size[0]), np.uint8)
    cv2.fillPoly(mask, [np.round((corners - low) * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    spot = target[low[1] : high[1], low[0] : high[0]]
    spot += (warped - spot) * (mask.astype(np.float32) / 255)[..., None]


def _lay_ground(canvas: Canvas, street: Street, mirrored: Pixels) -> None:
    """Pave what lies between the fronts, and let it mirror where it is wet."""
    below = np.clip(canvas.rows() - canvas.horizon, 0.5, None).astype(np.float32)
    distance = lens(canvas) * EYE / below
    across = np.abs(canvas.columns() - canvas.width / 2) / lens(canvas) * distance
    paved = np.clip((street.half - across) * below * 0.9 + 0.5, 0, 1)
    paved = (paved * (canvas.rows() > canvas.horizon)).astype(np.float32)
    field = tile(canvas.rng, 1.3, 256)
    u = ((canvas.columns() - canvas.width / 2) / lens(canvas) * distance * 0.35).astype(np.float32)
    v = np.broadcast_to(distance * 0.35, u.shape).astype(np.float32)
    rough = sample(field, u, v)
    light = canvas.light
    shade = light.ambient * 0.62 + light.key * (0.55 * light.power)
    stone = street.ground * shade * (1 + 0.13 * rough[..., None])
    haze = (1 - np.exp(-distance * 0.035 * light.mist))[..., None]
    stone = stone + (mix(light.haze, light.rim, 0.4) - stone) * haze
    if street.wet:
        smeared = cv2.blur(mirrored, (3, max(3, int(canvas.unit * 0.03))))
        puddle = np.clip(0.55 - 0.35 * rough, 0.15, 1) * street.wet
        stone = stone + (smeared - stone) * puddle[..., None]
    speckle = grain(canvas.rng, canvas.width, canvas.height)[..., None] * np.float32(0.012)
    canvas.lay((stone + speckle).astype(np.float32), paved)
    canvas.depth[(paved > 0.5) & np.isinf(canvas.depth)] = 30


def tumbled(canvas: Canvas) -> None:
    """Dust the ground with wheel tracks, as an unpaved street has them."""
    below = np.clip(canvas.rows() - canvas.horizon, 0, None) / (canvas.height - canvas.horizon)
    tracks = cover(tile(canvas.rng, 2.0, 128), canvas.width, canvas.height, 3.0)
    mask = np.clip(tracks - 0.4, 0, 1) * below * 0.25
    canvas.lay(mix(canvas.light.haze, canvas.light.key, 0.3), mask.astype(np.float32))
