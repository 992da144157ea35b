"""Open country: mountains, hills, forest, desert, sea, with what stands in it."""

from dataclasses import dataclass, field, replace

import numpy as np

from emulator.paint import land, meadow, overlays, relief
from emulator.paint.canvas import Canvas
from emulator.paint.colour import rgb
from emulator.paint.relief import Relief
from emulator.paint.scene import Scene
from emulator.paint.sky import paint_sky
from emulator.paint.sprite import stamp
from emulator.paint.terrain import focal, view
from emulator.paint.trees import palm
from emulator.paint.water import paint_water
from emulator.paint.woods import Planting, Plot, lit, plant

SEASONS = {
    "summer": land.SUMMER,
    "autumn": land.AUTUMN,
    "spring": land.SPRING,
    "winter": land.WINTER,
}


@dataclass(frozen=True, slots=True)
class Country:
    """The ground of one landscape, as later brushes need it.

    Attributes:
        relief: Its heights.
        cover: Its colours.
        lake: Whether there is water in it.
        sea: Whether it is all water but the beach.
        plots: What is built on it.
    """

    relief: Relief
    cover: land.Cover
    lake: bool
    sea: bool
    plots: list[Plot] = field(default_factory=list[Plot])


def paint_landscape(canvas: Canvas, scene: Scene) -> Country:
    """Paint a country and all that grows in it, without anything built."""
    country = lay_country(canvas, scene)
    grow(canvas, scene, country)
    return country


def lay_country(canvas: Canvas, scene: Scene) -> Country:
    """Paint the sky, the land and the sea."""
    country = survey(canvas, scene)
    terrain = view(canvas, country.relief)
    _raise_sun(canvas, np.where(terrain.seen > 0.5, 1, 0))
    paint_sky(canvas)
    _light_the_sky(canvas, scene)
    land.paint_land(canvas, terrain, country.cover)
    if scene.has("road") and not country.sea:
        land.lay_road(canvas, terrain, scene.rng("road"))
    if scene.has("rainbow"):
        overlays.rainbow(canvas)
    if country.sea:
        paint_water(canvas, waves=2.2)
    return country


def grow(canvas: Canvas, scene: Scene, country: Country) -> None:
    """Let grass and trees grow around what was built, and fill the lake last: it mirrors them."""
    _plants(canvas, scene, country)
    if scene.weather == "fog":
        overlays.fog(canvas)
    if country.lake:
        paint_water(canvas, waves=0.8)


def survey(canvas: Canvas, scene: Scene) -> Country:
    """Decide how the land lies."""
    rng = scene.rng("relief")
    wide = canvas.width / 2 / focal(canvas)
    lake = scene.has("lake", "water", "boat") and scene.place in ("mountains", "hills", "forest")
    cover = SEASONS[scene.season]
    away = -canvas.light.side
    match scene.place:
        case "mountains":
            bold = min(1.35, 0.7 + 0.3 * max(1.0, scene.weight("mountains")))
            shape = relief.mountains(rng, wide=wide, lake=lake, away=away, bold=bold)
        case "desert":
            shape, cover = relief.dunes(rng), land.DESERT
        case "sea" | "beach":
            shape, cover = relief.sea(rng, beach=scene.place == "beach"), land.SAND
        case _:
            shape = relief.hills(rng, lake=lake, bold=0.6 if scene.place == "forest" else 1.0)
    if scene.has("snow") and scene.place != "desert":
        cover = replace(land.WINTER, near=rgb("#e9eff6"))
    return Country(shape, cover, lake, scene.place in ("sea", "beach"))


def _raise_sun(canvas: Canvas, seen: np.ndarray) -> None:
    """Lift the sun over the land where the land would hide it."""
    across, down = canvas.light.sun
    column = seen[:, min(canvas.width - 1, int(across * canvas.width))]
    skyline = int(np.argmax(column)) / canvas.height if column.any() else 1.0
    clear = skyline - canvas.light.sun_size * canvas.unit / canvas.height * 1.15
    canvas.light = replace(canvas.light, sun=(across, max(0.06, min(down, clear))))


def _light_the_sky(canvas: Canvas, scene: Scene) -> None:
    if scene.has("aurora"):
        overlays.aurora(canvas, scene.weight("aurora"))
    if scene.weather == "storm":
        overlays.lightning(canvas)
    if scene.has("lantern"):
        overlays.lanterns(canvas, scene.weight("lantern"))
    if scene.has("fireworks"):
        overlays.fireworks(canvas, scene.weight("fireworks"))


def _plants(canvas: Canvas, scene: Scene, country: Country) -> None:
    """Plant grass, flowers and trees as the words and the season want them."""
    meadowy = scene.place in ("hills", "forest", "mountains") and not country.lake
    if meadowy and country.cover.snow_line > 1:
        meadow.grow_grass(canvas, country.cover.near, top=canvas.horizon / canvas.height + 0.06)
        if scene.has("flowers", "blossom"):
            _flowers(canvas, scene)
    if scene.place == "beach" and scene.has("palms"):
        _palms(canvas, scene)
    if scene.place in ("desert", "sea", "beach"):
        return
    for planting in _plantings(scene, country):
        plant(canvas, country.relief, planting, country.plots)


def _flowers(canvas: Canvas, scene: Scene) -> None:
    asked = scene.painted.get("flowers")
    codes = meadow.PETALS if asked is None else ()
    colours = [rgb(code) for code in codes] if asked is None else [asked, asked * np.float32(0.8)]
    if "lavender" in scene.text:
        colours = [rgb("#7a5fc0"), rgb("#9a7fd8")]
    top = canvas.horizon / canvas.height + 0.05
    meadow.grow_flowers(canvas, colours, top=top, density=max(1.0, scene.weight("flowers")))


def _palms(canvas: Canvas, scene: Scene) -> None:
    """Let palms lean in from the sides, where the sand is."""
    rng = scene.rng("palms")
    for x, foot, height in ((0.1, 0.86, 0.72), (0.9, 0.98, 0.86), (0.2, 0.99, 0.62)):
        sprite = lit(palm(rng, canvas.light), canvas.light)
        size = height * canvas.unit * rng.uniform(0.9, 1.1)
        stamp(canvas, sprite, x * canvas.width, foot * canvas.height, size)


def _plantings(scene: Scene, country: Country) -> list[Planting]:
    """Return what grows."""
    if "trees" in scene.banned:
        return []
    season = scene.season if scene.season in ("autumn", "winter") else "summer"
    kind = "conifer" if scene.has("pines") or scene.place == "mountains" else "mixed"
    if season == "autumn" or scene.has("blossom"):
        kind = "broadleaf" if not scene.has("pines") else "mixed"
    leaves = "spring" if scene.has("blossom") else season
    if scene.place == "forest":
        return [Planting(kind, leaves, 330, near=2.7, far=26, clearing=0.2)]
    if scene.has("trees", "pines", "blossom"):
        return [Planting(kind, leaves, 230, near=3.2, far=30, clearing=0.3)]
    count = 120 if country.lake or scene.place == "mountains" else 30
    return [Planting(kind, leaves, count, near=4.6, far=30, clearing=0.35)]
