"""A room: floor, walls, a window with curtains and a view, a place to sit."""

import cv2
import numpy as np

from emulator.paint.canvas import Canvas
from emulator.paint.colour import Colour, mix, rgb
from emulator.paint.figures.furniture import lamp, plant_pot, sofa
from emulator.paint.noise import line, sample, tile
from emulator.paint.scene import Scene
from emulator.paint.sky import paint_sky
from emulator.paint.sprite import shadow, stamp

WALLS = ("#d9cdb8", "#b8c4bf", "#c9b8b0", "#a9b4c4", "#cfc6d4")
FABRICS = ("#b5533f", "#3f6f7a", "#6f7f4a", "#8a5a86", "#c99a4a")
WINDOW = (0.3, 0.13, 0.7, 0.56)
"""Left, top, right and bottom of the window, in shares of the picture."""


def paint_room(canvas: Canvas, scene: Scene) -> None:
    """Paint the room from its back wall forwards."""
    rng = canvas.rng
    _walls(canvas, rgb(str(rng.choice(WALLS))))
    _window(canvas)
    _curtains(canvas, scene)
    _furnish(canvas, scene)


def _walls(canvas: Canvas, tone: Colour) -> None:
    """Lay wall and floor boards; light falls in from the window."""
    light, edge = canvas.light, canvas.height * 0.68
    x = (canvas.columns() / canvas.width - 0.5) * canvas.width / canvas.unit
    y = canvas.rows() / canvas.height
    warm = 0.42 + 0.5 * light.power
    glow = np.exp(-(x**2 * 1.4 + (y - 0.35) ** 2 * 2.2))
    canvas.pixels[:] = (
        tone * (warm * (0.62 + 0.42 * glow))[..., None] * mix(light.key, rgb("#ffffff"), 0.5)
    )
    below = np.clip(canvas.rows() - edge, 0.5, None).astype(np.float32)
    nearness = (below + canvas.height * 0.1) / canvas.height
    u = (x / nearness * 0.35).astype(np.float32)
    v = np.broadcast_to(0.3 / nearness, u.shape).astype(np.float32)
    rings = sample(tile(canvas.rng, 1.5), u * 1.5, v * 0.35)
    seams = np.abs((u * 5) % 1 - 0.5) > 0.47
    wood = mix(rgb("#7a5233"), rgb("#a87c50"), float(canvas.rng.random()))
    patch = np.exp(-((x - 0.15 * light.side) ** 2) * 5) * np.clip(
        1 - np.abs(nearness - 0.24) * 7, 0, 1
    )
    shade = warm * (0.62 + 0.1 * rings + 0.6 * patch * light.power) * np.where(seams, 0.72, 1.0)
    floor = wood * shade[..., None] * mix(light.key, rgb("#ffffff"), 0.4)
    on_floor = np.broadcast_to(canvas.rows() > edge, canvas.depth.shape)
    canvas.lay(floor.astype(np.float32), on_floor.astype(np.float32))
    skirting = np.abs(canvas.rows() - edge) < canvas.unit * 0.012
    canvas.lay(
        rgb("#efe8da") * np.float32(warm),
        np.broadcast_to(skirting, canvas.depth.shape).astype(np.float32),
    )


def _window(canvas: Canvas) -> None:
    """Break a window into the wall; outside it is the hour that the light says."""
    x0, y0, x1, y1 = _frame(canvas)
    view = Canvas(canvas.pixels[y0:y1, x0:x1], (y1 - y0) * 0.8, canvas.light, canvas.rng)
    paint_sky(view)
    for layer, dark in ((0.62, 0.5), (0.78, 0.3)):
        ridge = (layer + 0.09 * line(canvas.rng, view.width, 5)) * view.height
        land = (view.rows() > ridge[None, :]).astype(np.float32)
        view.lay(
            mix(rgb("#2f4a34"), canvas.light.haze, dark)
            * np.float32(0.4 + 0.5 * canvas.light.power),
            land,
        )
    white = rgb("#f4efe4") * np.float32(0.5 + 0.45 * canvas.light.power)
    bar = max(2, round(canvas.unit * 0.008))
    tone = [float(part) for part in white]
    middle = ((x0 + x1) // 2, y0 + (y1 - y0) * 2 // 5)
    cv2.line(canvas.pixels, (middle[0], y0), (middle[0], y1), tone, bar)
    cv2.line(canvas.pixels, (x0, middle[1]), (x1, middle[1]), tone, bar)
    cv2.rectangle(canvas.pixels, (x0, y0), (x1, y1), tone, bar * 2)
    sill = (x0 - bar * 5, y1, x1 + bar * 5, y1 + bar * 3)
    cv2.rectangle(canvas.pixels, sill[:2], sill[2:], tone, -1)


def _frame(canvas: Canvas) -> tuple[int, int, int, int]:
    half = 0.2 * canvas.unit / canvas.width
    x0, x1 = (0.5 - half) * canvas.width, (0.5 + half) * canvas.width
    return int(x0), int(WINDOW[1] * canvas.height), int(x1), int(WINDOW[3] * canvas.height)


def _curtains(canvas: Canvas, scene: Scene) -> None:
    """Hang cloth at both sides in the colour that was asked for, in folds."""
    rng = scene.rng("curtain")
    asked = scene.painted.get("curtain")
    tone = asked if asked is not None else rgb(str(rng.choice(FABRICS)))
    x0, y0, x1, _ = _frame(canvas)
    foot, top = canvas.height * 0.7, y0 - canvas.unit * 0.045
    breadth = canvas.unit * 0.15
    for side, edge in ((-1, x0), (1, x1)):
        inner = edge - side * breadth * 0.45
        drop = np.clip((canvas.rows() - top) / (foot - top), 0, 1)
        gather = inner + side * breadth * (0.14 * np.sin(drop * np.pi) ** 2)
        across = (canvas.columns() - gather) * side / breadth
        folds = np.sin(across * 26 + 0.6 * np.sin(drop * 5 + side))
        shade = 0.72 + 0.24 * folds + 0.16 * canvas.light.power
        mask = np.clip(across * breadth, 0, 1) * np.clip((1 - across) * breadth, 0, 1)
        mask = mask * (canvas.rows() > top) * np.clip(foot - canvas.rows(), 0, 1)
        sheer = canvas.light.power * np.exp(-np.abs(across) * 2)[..., None] * 0.22
        cloth = (
            tone * (shade * (0.55 + 0.45 * canvas.light.power))[..., None]
            + canvas.light.key * sheer
        )
        canvas.lay(cloth.astype(np.float32), mask.astype(np.float32))
    rod = int(top)
    ends = ((int(x0 - breadth * 0.8), rod), (int(x1 + breadth * 0.8), rod))
    thickness = max(2, round(canvas.unit * 0.01))
    cv2.line(canvas.pixels, *ends, (0.3, 0.22, 0.15), thickness, cv2.LINE_AA)


def _furnish(canvas: Canvas, scene: Scene) -> None:
    unit = canvas.unit
    rug = np.exp(
        -(
            ((canvas.columns() - canvas.width / 2) / (unit * 0.42)) ** 8
            + ((canvas.rows() - canvas.height * 0.89) / (unit * 0.085)) ** 8
        )
    )
    weave = rgb(str(scene.rng("rug").choice(FABRICS))) * np.float32(0.5 + 0.4 * canvas.light.power)
    canvas.lay(weave, rug.astype(np.float32), 0.85)
    rng = scene.rng("sofa")
    asked = scene.painted.get("sofa")
    tone = asked if asked is not None else rgb(str(rng.choice(FABRICS)))
    x, foot = canvas.width * 0.5, canvas.height * 0.86
    shadow(canvas, x, foot, unit * 0.36, 0.5)
    stamp(canvas, sofa(canvas.light, tone), x, foot, unit * 0.27)
    lamp_x = canvas.width * 0.5 + canvas.light.side * -0.42 * unit
    stamp(canvas, lamp(canvas.light), lamp_x, canvas.height * 0.83, unit * 0.46)
    stamp(
        canvas,
        plant_pot(canvas.light, rng),
        canvas.width - lamp_x,
        canvas.height * 0.84,
        unit * 0.36,
    )
    if canvas.light.lamps > 0.3:
        away = np.hypot(canvas.columns() - lamp_x, canvas.rows() - canvas.height * 0.45) / unit
        canvas.glow(rgb("#ffcf8a"), np.exp(-away * 4.5).astype(np.float32), 0.6)
