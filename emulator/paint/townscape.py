"""Built places: skylines, streets, a western town."""

from emulator.paint import overlays
from emulator.paint.canvas import Canvas
from emulator.paint.city import paint_city
from emulator.paint.colour import rgb
from emulator.paint.facades import city_front, town_front
from emulator.paint.scene import Scene
from emulator.paint.sky import paint_sky
from emulator.paint.street import Street, build_street, tumbled
from emulator.paint.water import paint_water


def paint_skyline(canvas: Canvas, scene: Scene) -> bool:
    """Paint a city from afar; return whether it stands by the water."""
    paint_sky(canvas)
    if scene.has("aurora"):
        overlays.aurora(canvas, scene.weight("aurora"))
    if scene.weather == "storm":
        overlays.lightning(canvas)
    if scene.has("fireworks"):
        overlays.fireworks(canvas, scene.weight("fireworks"))
    wet = scene.has("lake", "water", "boat", "bridge")
    canvas.rng = scene.rng("city")
    paint_city(
        canvas, shore=canvas.horizon / canvas.height + 0.02 if wet else None, neon=scene.has("neon")
    )
    if wet:
        paint_water(canvas, waves=1.0)
    return wet


def paint_street(canvas: Canvas, scene: Scene) -> None:
    """Paint a street of the city, glowing after dark, wet after rain."""
    paint_sky(canvas)
    canvas.rng = scene.rng("street")
    glowing = scene.has("neon") or canvas.light.lamps > 0.5
    wet = 0.8 if scene.weather in ("rain", "storm") or glowing else 0.12
    street = Street(
        front=lambda rng: city_front(rng, canvas.light, glowing=glowing),
        half=1.9,
        lowest=3.2,
        highest=8.5 if glowing else 5.0,
        ground=rgb("#3c3e48") if glowing else rgb("#8f8a84"),
        wet=wet,
    )
    build_street(canvas, street)


def paint_town(canvas: Canvas, scene: Scene) -> None:
    """Paint the main street of a western town."""
    paint_sky(canvas)
    canvas.rng = scene.rng("town")
    street = Street(
        front=lambda rng: town_front(rng, canvas.light),
        half=2.4,
        lowest=1.8,
        highest=2.8,
        ground=rgb("#c9a679"),
        wet=0.0,
    )
    build_street(canvas, street)
    tumbled(canvas)
