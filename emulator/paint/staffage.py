"""Staffage: the figures and things that make a landscape a scene."""

from collections.abc import Callable

import numpy as np

from emulator.paint import overlays
from emulator.paint.canvas import Canvas
from emulator.paint.cast import growth, stand
from emulator.paint.colour import Colour
from emulator.paint.figures import buildings, vessels, wheels
from emulator.paint.figures.bridge import bridge
from emulator.paint.figures.camp import camp
from emulator.paint.landscape import Country
from emulator.paint.light import Light
from emulator.paint.scene import Scene
from emulator.paint.sprite import Sprite, shadow, stamp
from emulator.paint.terrain import focal
from emulator.paint.woods import Plot

Maker = Callable[[np.random.Generator, Light, Colour | None], Sprite]

BUILDINGS: dict[str, tuple[Maker, float, float]] = {
    "castle": (buildings.castle, 8.0, 3.0),
    "pagoda": (buildings.pagoda, 5.4, 1.5),
    "windmill": (buildings.windmill, 5.2, 1.8),
    "house": (buildings.cabin, 4.4, 0.9),
}
"""Maker, distance and height, both in camera heights."""


def stand_buildings(canvas: Canvas, scene: Scene, country: Country) -> None:
    """Stand houses, castles and the like on the land, the farthest first."""
    if scene.has("village"):
        for number in range(9):
            far = 4.4 + 0.75 * (9 - number)
            _build(canvas, scene, country, "house", distance=far, height=0.8)
    for name, (_, distance, height) in BUILDINGS.items():
        if scene.has(name):
            tall = height * growth(scene, name)
            _build(canvas, scene, country, name, distance=distance, height=tall)
    if scene.has("campfire"):
        rng = scene.rng("camp")
        sprite = camp(rng, canvas.light, scene.painted.get("campfire"))
        stand(canvas, sprite, rng.uniform(0.35, 0.65), 0.2, 0.2 * growth(scene, "campfire"))
    if scene.has("train"):
        rng = scene.rng("train")
        rails = np.abs(canvas.rows() - canvas.horizon - 0.2 * canvas.height) < canvas.unit * 0.004
        mask = np.broadcast_to(rails, canvas.depth.shape).astype(np.float32)
        canvas.lay(canvas.light.ambient * np.float32(0.35), mask, 0.85)
        sprite = wheels.train(rng, canvas.light, scene.painted.get("train"))
        stand(canvas, sprite, rng.uniform(0.3, 0.7), 0.2, 0.13 * growth(scene, "train"))


def _build(
    canvas: Canvas, scene: Scene, country: Country, name: str, *, distance: float, height: float
) -> None:
    """Stand a building where the land carries it."""
    rng = scene.rng(f"{name}{distance}")
    lens, wide = focal(canvas), canvas.width / 2 / focal(canvas)
    for _ in range(24):
        z = distance * rng.uniform(0.9, 1.15)
        x = rng.choice([-1, 1]) * rng.uniform(0.2, 0.72) * wide * z
        at = np.full((1, 1), x, np.float32), np.full((1, 1), z, np.float32)
        ground = float(country.relief(*at)[0, 0])
        if 0.02 < ground < 4:
            break
        distance = min(30.0, distance * 1.07)
    else:
        return
    maker = BUILDINGS[name][0]
    if name == "house":
        snowy = country.cover.snow_line < 1
        sprite = buildings.cabin(rng, canvas.light, scene.painted.get(name), snowy=snowy)
    else:
        sprite = maker(rng, canvas.light, scene.painted.get(name))
    column = canvas.width / 2 + lens * x / z
    row = canvas.horizon - lens * (ground - 1) / z
    size = lens * height / z
    shadow(canvas, column, row, size * 0.6)
    stamp(canvas, sprite, column, row + size * 0.04, size, behind=z * 0.7, air=z * 0.6)
    country.plots.append(Plot(column, size * sprite.ratio * 0.5, z))


def span(canvas: Canvas, scene: Scene) -> None:
    """Span a bridge across the picture, a little below the horizon."""
    sprite = bridge(scene.rng("bridge"), canvas.light, scene.painted.get("bridge"))
    height = canvas.width / sprite.ratio * 1.02
    foot = canvas.horizon + canvas.height * 0.1
    stamp(canvas, sprite, canvas.width / 2, foot, height, air=4)


def _lighthouse(canvas: Canvas, scene: Scene) -> None:
    rng = scene.rng("lighthouse")
    sprite = buildings.lighthouse(rng, canvas.light, scene.painted.get("lighthouse"))
    x = (0.72 if canvas.light.side < 0 else 0.28) * canvas.width
    height = canvas.unit * 0.42 * growth(scene, "lighthouse")
    foot = canvas.horizon + canvas.height * 0.07
    stamp(canvas, sprite, x, foot, height, air=3)
    if canvas.light.power < 0.75:
        _beam(canvas, x, foot - height * 0.84)


def _beam(canvas: Canvas, x: float, y: float) -> None:
    """Let the lamp sweep to both sides."""
    dx = canvas.columns() - x
    dy = canvas.rows() - y
    spread = np.abs(dx) * 0.09 + canvas.unit * 0.006
    ray = np.exp(-((dy + np.abs(dx) * 0.02) ** 2) / spread**2)
    ray = ray * np.exp(-np.abs(dx) / canvas.unit * 1.7)
    canvas.glow(canvas.light.key, ray.astype(np.float32), 0.75)
    halo = np.exp(-(dx**2 + dy**2) / np.float32((canvas.unit * 0.03) ** 2))
    canvas.glow(canvas.light.key, halo.astype(np.float32), 0.8)


def float_vessels(canvas: Canvas, scene: Scene, *, afloat: bool) -> None:
    """Set boats on the water and bridges over it, and balloons and birds into the air."""
    if scene.has("lighthouse"):
        _lighthouse(canvas, scene)
    if scene.has("bridge"):
        span(canvas, scene)
    if scene.has("boat") and afloat:
        _boat(canvas, scene)
    if scene.has("balloon"):
        rng = scene.rng("balloon")
        sizes = np.sort(rng.uniform(0.07, 0.2, round(3 + 2 * scene.weight("balloon"))))
        sizes[-1] = 0.3 * growth(scene, "balloon")
        for size in sizes:
            sprite = vessels.balloon(rng, canvas.light, scene.painted.get("balloon"))
            x = rng.uniform(0.1, 0.9) * canvas.width
            y = rng.uniform(0.24, 0.62) * canvas.horizon + size * canvas.unit * 0.5
            stamp(canvas, sprite, x, y, size * canvas.unit, air=14 * max(0.0, 0.32 - size))
    if scene.has("birds"):
        canvas.rng = scene.rng("birds")
        overlays.birds(canvas, round(11 * scene.weight("birds")))


def _boat(canvas: Canvas, scene: Scene) -> None:
    rng = scene.rng("boat")
    rowing = any(
        word in scene.text for word in ("fishing", "row", "canoe", "낚싯", "나룻", "wooden")
    )
    make = vessels.rowboat if rowing else vessels.sailboat
    sprite = make(rng, canvas.light, scene.painted.get("boat"))
    height = canvas.unit * (0.12 if rowing else 0.25) * growth(scene, "boat")
    x = canvas.width * rng.uniform(0.32, 0.68)
    y = canvas.horizon + (canvas.height - canvas.horizon) * rng.uniform(0.3, 0.55)
    _reflect(canvas, sprite, x, y, height)
    stamp(canvas, sprite, x, y + height * 0.03, height)


def _reflect(canvas: Canvas, sprite: Sprite, x: float, y: float, height: float) -> None:
    """Draw what the water shows of a thing that floats on it."""
    mirrored = Sprite(sprite.colour[::-1] * np.float32(0.7), sprite.alpha[::-1] * np.float32(0.5))
    for row in range(mirrored.alpha.shape[0]):
        push = round(float(np.sin(row * 0.35)) * 4)
        mirrored.alpha[row] = np.roll(mirrored.alpha[row], push)
    stamp(canvas, mirrored, x, y + height * 0.8, height * 0.8)
