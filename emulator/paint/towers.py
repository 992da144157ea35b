"""One tower of a skyline: its faces, its windows, what stands on its roof."""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from emulator.paint.canvas import Canvas
from emulator.paint.colour import Colour, mix, rgb
from emulator.paint.noise import Field

STONES = ("#5b6472", "#7a6f6a", "#4f5a68", "#8a7d72", "#3f4854", "#6d7f8c")
LAMPS = ("#ffd58a", "#ffe7b8", "#ffb870", "#cfe4ff")
NEONS = ("#ff4fa0", "#3fe0ff", "#a56bff", "#ffcf4a")


@dataclass(frozen=True, slots=True)
class Block:
    """A box in the picture, in pixels.

    Attributes:
        x: Left edge.
        foot: Lower edge.
        wide: Width.
        high: Height.
        near: 0 at the horizon, 1 in the first row.
    """

    x: float
    foot: float
    wide: float
    high: float
    near: float


def build_tower(canvas: Canvas, block: Block, *, neon: bool) -> None:
    """Build a tower: a block, often a narrower one on it, sometimes a mast."""
    rng, light = canvas.rng, canvas.light
    stone = rgb(str(rng.choice(STONES)))
    shade = light.ambient * 0.62 + light.key * (0.42 * light.power)
    tone = mix(stone * shade.astype(np.float32), light.haze, 0.78 - 0.66 * block.near)
    _fill(canvas, block, tone, neon=neon)
    kind = rng.random()
    if kind < 0.4:
        narrow, more = block.wide * rng.uniform(0.45, 0.75), block.high * rng.uniform(0.12, 0.3)
        upper = replace(
            block,
            x=block.x + (block.wide - narrow) / 2,
            foot=block.foot - block.high,
            wide=narrow,
            high=more,
        )
        _fill(canvas, upper, tone, neon=neon)
        block = replace(block, high=block.high + more)
    if kind < 0.18 or kind > 0.9:
        _mast(canvas, block, tone)


def _mast(canvas: Canvas, block: Block, tone: Colour) -> None:
    roof = block.foot - block.high
    middle = int(block.x + block.wide / 2)
    top = (middle, int(roof - block.high * canvas.rng.uniform(0.15, 0.3)))
    thickness = max(1, int(canvas.unit * 0.002))
    colour = [float(part) for part in tone * np.float32(0.7)]
    cv2.line(canvas.pixels, (middle, int(roof)), top, colour, thickness, cv2.LINE_AA)
    if canvas.light.lamps > 0.3:
        cv2.circle(canvas.pixels, top, thickness + 1, (1.0, 0.25, 0.2), -1, cv2.LINE_AA)


def _fill(canvas: Canvas, block: Block, tone: Colour, *, neon: bool) -> None:
    """Fill one box: a lit face, a face in shade, windows."""
    rng, light, near = canvas.rng, canvas.light, block.near
    x0, x1 = max(0, round(block.x)), min(canvas.width, round(block.x + block.wide))
    y0, y1 = max(0, round(block.foot - block.high)), min(canvas.height, round(block.foot))
    if x1 - x0 < 2 or y1 - y0 < 2:
        return
    across = np.linspace(0, 1, x1 - x0, dtype=np.float32)[None, :]
    down = np.linspace(0, 1, y1 - y0, dtype=np.float32)[:, None]
    turned = rng.uniform(0.2, 0.42) if light.side < 0 else rng.uniform(0.58, 0.8)
    bright = np.where((across < turned) == (light.side < 0), 1.16, 0.78)
    face = tone * (bright * (1.06 - 0.12 * down))[..., None]
    panes, glow = _windows(canvas, x1 - x0, y1 - y0, near)
    colour = rgb(str(rng.choice(NEONS if neon and rng.random() < 0.6 else LAMPS)))
    glass = mix(tone * np.float32(0.62), light.middle, 0.22)
    face = face + (glass - face) * (panes * 0.75)[..., None]
    face = face + (colour - face) * (panes * glow)[..., None] * np.float32(0.45 + 0.5 * near)
    canvas.pixels[y0:y1, x0:x1] = face
    canvas.depth[y0:y1, x0:x1] = 40 - 30 * near


def _windows(canvas: Canvas, wide: int, high: int, near: float) -> tuple[Field, Field]:
    """Return where the panes are, and which of them are lit, with their warmth."""
    rng = canvas.rng
    pitch = canvas.unit * (0.0075 + 0.0085 * near) * rng.uniform(0.8, 1.25)
    columns, rows = max(1, round(wide / pitch)), max(1, round(high / (pitch * 1.25)))
    x = np.arange(wide, dtype=np.float32) * (columns / wide) % 1
    y = np.arange(high, dtype=np.float32) * (rows / high) % 1
    panes = ((y > 0.28) & (y < 0.82))[:, None] & ((x > 0.22) & (x < 0.8))[None, :]
    floors = rng.random((rows, 1)) < 0.12
    share = canvas.light.lamps * rng.uniform(0.5, 1.3)
    lit = ((rng.random((rows, columns)) < share) | floors) * rng.uniform(0.45, 1.0, (rows, columns))
    lit = lit * (canvas.light.lamps > 0.15)
    glow = cv2.resize(lit.astype(np.float32), (wide, high), interpolation=cv2.INTER_NEAREST)
    return panes.astype(np.float32), glow
