"""A portrait: somebody sits before a wall or a view, and looks at us."""

import numpy as np

from emulator.paint.bokeh import studio_wall
from emulator.paint.canvas import Canvas
from emulator.paint.colour import rgb
from emulator.paint.figures.portrait import portrait
from emulator.paint.scene import Scene
from emulator.paint.sprite import stamp

WALLS = ("#7a8a86", "#8f7a66", "#5f6f86", "#8a6a6f", "#6f7a5f")


def paint_wall(canvas: Canvas) -> None:
    """Fill the canvas with a studio's backdrop."""
    studio_wall(canvas, rgb(str(canvas.rng.choice(WALLS))))


def seat(canvas: Canvas, scene: Scene) -> None:
    """Seat the sitter; seen from below they rise, seen from above they shrink."""
    sprite = portrait(scene.rng("sitter"), canvas.light.near(), scene.text)
    size = canvas.unit * (0.92 - 0.08 * scene.angle)
    if canvas.height > canvas.width:
        size *= 1.06
    others = scene.has("cat", "dog")
    x = canvas.width * (0.5 if not others else 0.36)
    size *= float(np.clip(scene.weight("portrait") or 1.0, 0.7, 1.25))
    stamp(canvas, sprite, x, canvas.height + size * 0.03, size)
