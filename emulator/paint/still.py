"""A still life: a table by a window, and what stands on it."""

import numpy as np

from emulator.paint.bokeh import studio_wall
from emulator.paint.canvas import Canvas
from emulator.paint.colour import mix, rgb
from emulator.paint.figures import table
from emulator.paint.noise import sample, tile
from emulator.paint.scene import Scene
from emulator.paint.sprite import shadow, stamp

WALLS = ("#6f7f78", "#8a7f6c", "#5f6f80", "#94705a", "#7a6a80")


def paint_still_life(canvas: Canvas, scene: Scene) -> None:
    """Paint a wall, a table and the things that the prompt names."""
    studio_wall(canvas, rgb(str(canvas.rng.choice(WALLS))))
    _table(canvas)
    foot = canvas.height * 0.87
    things = [
        (name, make, height)
        for name, make, height in (
            ("vase", table.vase, 0.66),
            ("fruit", table.fruit_bowl, 0.4),
            ("cup", table.cup, 0.3),
        )
        if scene.has(name)
    ]
    places = np.linspace(0, 1, len(things) + 2)[1:-1]
    for (name, make, height), place in zip(things, places, strict=True):
        sprite = make(scene.rng(name), canvas.light, scene.painted.get(name))
        size = height * canvas.unit * float(np.clip(scene.weight(name), 0.6, 1.5))
        if len(things) == 1:
            size *= 1.25
        x = canvas.width / 2 + (place - 0.5) * canvas.unit * 1.05
        shadow(
            canvas, x - canvas.light.side * size * 0.14, foot - 3, size * sprite.ratio * 0.62, 0.6
        )
        stamp(canvas, sprite, x, foot, size)


def _table(canvas: Canvas) -> None:
    """Lay a wooden top across the lower third, its grain running to the sides."""
    light, edge = canvas.light, canvas.height * 0.7
    below = np.clip(canvas.rows() - edge, 0, None).astype(np.float32)
    nearness = 0.35 + below / (canvas.height - edge)
    field = tile(canvas.rng, 1.6)
    x = (canvas.columns() - canvas.width / 2) / canvas.unit
    u = (x / nearness * 0.12).astype(np.float32)
    v = np.broadcast_to(1.6 / nearness, u.shape).astype(np.float32)
    rings = sample(field, u, v)
    shade = light.ambient * 0.6 + light.key * (0.5 * light.power)
    wood = mix(rgb("#6b4326"), rgb("#a87a4a"), float(canvas.rng.random()))
    spot = np.exp(-((x - 0.25 * light.side) ** 2) * 1.6)
    board = wood * shade * (0.75 + 0.45 * spot + 0.12 * rings)[..., None]
    mask = np.broadcast_to(np.clip(below, 0, 1), canvas.depth.shape).astype(np.float32)
    canvas.lay(board.astype(np.float32), mask)
    gleam = np.exp(-(below / (canvas.unit * 0.012))) * (below > 0)
    canvas.glow(light.key, np.broadcast_to(gleam, mask.shape).astype(np.float32), 0.22)
