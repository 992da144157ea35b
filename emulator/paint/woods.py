"""Woods, groves and single trees, stood on the land from far to near."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from emulator.paint.canvas import Canvas
from emulator.paint.colour import rgb
from emulator.paint.light import Light
from emulator.paint.relief import Relief
from emulator.paint.sprite import Sprite, shadow, stamp
from emulator.paint.terrain import focal
from emulator.paint.trees import broadleaf, conifer

LEAVES = {
    "summer": ("#4f7438", "#5c8240", "#3f6433"),
    "autumn": ("#c4622a", "#d99a35", "#a8402c", "#8d7a35"),
    "spring": ("#e8a7bd", "#f2c4d2", "#dd8fab"),
    "winter": ("#dfe8f0", "#c8d4e0"),
}


@dataclass(frozen=True, slots=True)
class Planting:
    """Which trees, how many, and from where.

    Attributes:
        kind: `conifer`, `broadleaf` or `mixed`.
        season: A key of `LEAVES`.
        count: How many.
        near: Distance of the nearest.
        far: Distance of the farthest.
        clearing: Half the width, in shares of the view, that stays free in the middle.
    """

    kind: str
    season: str
    count: int
    near: float = 3.6
    far: float = 26.0
    clearing: float = 0.0


@dataclass(frozen=True, slots=True)
class Plot:
    """Ground that is built on: around which column, how far to each side, how far away."""

    column: float
    half: float
    distance: float

    def hidden_by(self, column: float, half: float, distance: float) -> bool:
        """Whether a tree would stand before the building."""
        return distance < self.distance and abs(column - self.column) < self.half + half


def plant(canvas: Canvas, relief: Relief, planting: Planting, plots: Sequence[Plot] = ()) -> None:
    """Stand the trees on `relief`, the farthest first; none in water or before a house."""
    rng = canvas.rng
    kinds = _sprites(canvas, planting)
    lens = focal(canvas)
    wide = canvas.width / 2 / lens
    share = np.sort(rng.random(planting.count) ** 0.75)[::-1]
    z = planting.near * (planting.far / planting.near) ** share
    x = rng.uniform(-1.05, 1.05, planting.count) * wide * z
    height = relief(x[:, None].astype(np.float32), z[:, None].astype(np.float32))[:, 0]
    for tree in range(planting.count):
        off_middle = abs(x[tree] / (wide * z[tree]))
        if height[tree] < 0.03 or height[tree] > 3.4 or off_middle < planting.clearing:
            continue
        column = canvas.width / 2 + lens * x[tree] / z[tree]
        row = canvas.horizon - lens * (height[tree] - 1) / z[tree]
        size = lens * rng.uniform(0.8, 1.35) / z[tree]
        if any(plot.hidden_by(column, size * 0.2, z[tree]) for plot in plots):
            continue
        sprite, far = kinds[int(rng.integers(0, len(kinds)))], float(z[tree])
        at = min(canvas.height - 1, max(0, int(row))), min(canvas.width - 1, max(0, int(column)))
        if far < 9 and canvas.depth[at] > far * 0.97:
            shadow(canvas, column, row, size * 0.25)
        stamp(canvas, sprite, column, row, size, behind=far, air=far)


def _sprites(canvas: Canvas, planting: Planting) -> list[Sprite]:
    rng, light = canvas.rng, canvas.light
    tints = [rgb(code) for code in LEAVES[planting.season]]
    sprites: list[Sprite] = []
    if planting.kind in ("conifer", "mixed"):
        snowy = planting.season == "winter"
        sprites += [conifer(rng, light, snowy=snowy) for _ in range(3)]
    if planting.kind in ("broadleaf", "mixed"):
        sprites += [broadleaf(rng, light, tint) for tint in tints]
    sprites = [lit(sprite, light) for sprite in sprites]
    return sprites + [sprite.flipped() for sprite in sprites]


def lit(sprite: Sprite, light: Light) -> Sprite:
    """Return a tree in the colours of the hour."""
    day = np.clip(light.ambient * 0.7 + light.key * (0.75 * light.power), 0, 1.1)
    return Sprite(sprite.colour * day.astype(np.float32), sprite.alpha)
