"""From a scene to pixels: the light first, then the place, then who is in it."""

from dataclasses import replace

import numpy as np

from emulator.paint import overlays
from emulator.paint.abstract import paint_abstract
from emulator.paint.bokeh import defocus
from emulator.paint.canvas import Canvas
from emulator.paint.cast import stand_figures
from emulator.paint.landscape import grow, lay_country, paint_landscape
from emulator.paint.light import Light, light_at, under
from emulator.paint.macro import paint_macro
from emulator.paint.room import paint_room
from emulator.paint.scene import Scene
from emulator.paint.sitter import paint_wall, seat
from emulator.paint.space import paint_space
from emulator.paint.staffage import float_vessels, stand_buildings
from emulator.paint.still import paint_still_life
from emulator.paint.townscape import paint_skyline, paint_street, paint_town

HORIZONS = {
    "sea": 0.58,
    "beach": 0.56,
    "city": 0.66,
    "street": 0.62,
    "town": 0.56,
    "desert": 0.55,
    "hills": 0.56,
    "forest": 0.56,
}


def compose(scene: Scene, width: int, height: int) -> Canvas:
    """Paint the whole scene, before any style."""
    light = light_of(scene)
    level = HORIZONS.get(scene.place, 0.6) - 0.13 * scene.angle
    pixels = np.zeros((height, width, 3), np.float32)
    canvas = Canvas(pixels, height * level, light, scene.rng("canvas"))
    _place(canvas, scene)
    _weather(canvas, scene)
    canvas.bloom()
    return canvas


def light_of(scene: Scene) -> Light:
    """Return the hour's light under the scene's weather."""
    light = light_at(scene.hour, scene.rng("light"))
    if scene.weather:
        light = under(light, scene.weather)
    if scene.has("clouds"):
        light = replace(light, clouds=min(1.0, 0.45 + 0.35 * scene.weight("clouds")))
    return replace(light, clouds=0.0) if "clouds" in scene.banned else light


def _place(canvas: Canvas, scene: Scene) -> None:
    match scene.place:
        case "abstract":
            paint_abstract(canvas, scene.scheme)
        case "macro":
            paint_macro(canvas, scene)
        case "still":
            paint_still_life(canvas, scene)
        case "portrait":
            _portrait(canvas, scene)
        case "space":
            paint_space(canvas, worlds=1 + scene.has("planet") * 2, ringed=_ringed(scene))
            stand_figures(canvas, scene)
        case "room":
            paint_room(canvas, scene)
            stand_figures(canvas, scene)
        case "city" | "street" | "town":
            _town(canvas, scene)
        case _:
            _country(canvas, scene)


def _country(canvas: Canvas, scene: Scene) -> None:
    country = lay_country(canvas, scene)
    stand_buildings(canvas, scene, country)
    grow(canvas, scene, country)
    float_vessels(canvas, scene, afloat=country.lake or country.sea)
    stand_figures(canvas, scene)


def _town(canvas: Canvas, scene: Scene) -> None:
    wet = False
    match scene.place:
        case "city":
            wet = paint_skyline(canvas, scene)
        case "street":
            paint_street(canvas, scene)
        case _:
            paint_town(canvas, scene)
    float_vessels(canvas, scene, afloat=wet)
    stand_figures(canvas, scene)


def _portrait(canvas: Canvas, scene: Scene) -> None:
    """Seat somebody before a wall, or before a view out of focus."""
    if any(word in scene.text for word in ("city", "street", "도시", "거리")):
        paint_skyline(canvas, scene)
        defocus(canvas, 1.0)
    elif any(word in scene.text for word in ("forest", "garden", "mountain", "숲", "정원")):
        paint_landscape(canvas, scene)
        defocus(canvas, 0.8)
    else:
        paint_wall(canvas)
    seat(canvas, scene)
    if scene.has("cat", "dog"):
        animals = {name: weight for name, weight in scene.features.items() if name != "person"}
        stand_figures(canvas, replace(scene, features=animals), foot=1.0, middle=0.74)


def _weather(canvas: Canvas, scene: Scene) -> None:
    canvas.rng = scene.rng("weather")
    indoors = scene.place in ("room", "portrait", "still", "macro", "abstract", "space")
    if indoors:
        return
    if scene.weather in ("rain", "storm"):
        overlays.rain(canvas)
    if scene.weather == "snowfall":
        overlays.snowfall(canvas)


def _ringed(scene: Scene) -> bool:
    return any(word in scene.text for word in ("saturn", "ring", "토성", "고리"))
