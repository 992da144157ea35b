"""What grows and lies on the land: its colours, by height, slope and season."""

from dataclasses import dataclass

import numpy as np

from emulator.paint.canvas import Canvas
from emulator.paint.colour import Colour, Pixels, mix, rgb
from emulator.paint.noise import Field, sample, tile
from emulator.paint.terrain import Terrain


@dataclass(frozen=True, slots=True)
class Cover:
    """The colours of a country.

    Attributes:
        near: What the flat ground before the eye is made of.
        green: What grows on slopes.
        rock: What stands bare.
        snow_line: Height from which snow lies.
        tree_line: Height up to which something grows.
        rough: How much texture it has.
    """

    near: Colour
    green: Colour
    rock: Colour
    snow_line: float
    tree_line: float
    rough: float = 1.0


SUMMER = Cover(rgb("#6c7f45"), rgb("#3c5636"), rgb("#7d7670"), 4.3, 2.5)
AUTUMN = Cover(rgb("#a08a44"), rgb("#a4652a"), rgb("#7b736b"), 4.6, 2.6)
SPRING = Cover(rgb("#7f9a52"), rgb("#58794a"), rgb("#7f7972"), 3.9, 2.5)
WINTER = Cover(rgb("#e6edf5"), rgb("#c9d6e4"), rgb("#6d7079"), 0.0, 2.6)
DESERT = Cover(rgb("#dda266"), rgb("#d59a5e"), rgb("#c98a55"), 99.0, -1.0, 0.3)
SAND = Cover(rgb("#e7d3a8"), rgb("#d9c08c"), rgb("#a89c88"), 99.0, -1.0, 0.6)
SNOW = rgb("#f4f8ff")


def paint_land(canvas: Canvas, terrain: Terrain, cover: Cover) -> None:
    """Colour the land that is seen, fade it with distance, and note the water."""
    detail = _detail(canvas, terrain) * np.float32(cover.rough)
    colour = _albedo(terrain, cover, detail)
    colour = _lit(canvas, terrain, colour, detail)
    _fade(canvas, terrain, colour)
    canvas.lay(colour, terrain.seen)
    canvas.depth = np.where(terrain.seen > 0.5, terrain.z, np.float32(np.inf))
    canvas.water = np.where(terrain.height < 0, terrain.seen, 0).astype(np.float32)


def lay_road(canvas: Canvas, terrain: Terrain, rng: np.random.Generator) -> None:
    """Lay a winding road over the land, from the eye towards the horizon."""
    bends = rng.uniform(0.5, 1.0, 2)
    middle = bends[0] * np.sin(terrain.z * 0.42) + bends[1] * np.sin(terrain.z * 0.17 + 1)
    middle = middle * np.clip((terrain.z - 1) / 4, 0, 1)
    breadth = np.float32(0.42)
    away = np.abs(terrain.x - middle)
    dry = terrain.seen * (terrain.height > 0)
    mask = np.clip((breadth - away) / (0.02 * terrain.z), 0, 1) * dry
    shade = mix(canvas.light.ambient, canvas.light.key, 0.5 * canvas.light.power) * np.float32(0.75)
    dust = rgb("#c2ac8c") * shade
    haze = (1 - np.exp(-terrain.z * 0.0165 * canvas.light.mist))[..., None]
    canvas.lay(dust + (canvas.light.haze - dust) * haze, mask, 0.92)


def _detail(canvas: Canvas, terrain: Terrain) -> Field:
    """Return texture at the scale of pixels: boulders far, tufts near."""
    fine = tile(canvas.rng, 1.15)
    far = sample(fine, terrain.x * 0.23, terrain.z * 0.11 + terrain.height * 0.29)
    near = sample(fine, terrain.x * 1.3, terrain.z * 0.9)
    close = np.clip(1 - terrain.z / 9, 0, 1)
    return far * (1 - 0.5 * close) + near * close


def _albedo(terrain: Terrain, cover: Cover, detail: Field) -> Pixels:
    grows = _step(cover.tree_line + detail * 0.5 - terrain.height, 0.5)
    grows = grows * _step(0.42 + 0.05 * detail - terrain.slope, 0.08)
    flat = _step(0.8 - terrain.height, 0.5) * _step(0.16 - terrain.slope, 0.08)
    snow = _step(terrain.height - cover.snow_line + detail * 0.35, 0.9)
    bare = 0.42 + 0.035 * np.clip(terrain.height - cover.snow_line, 0, 6) + 0.07 * detail
    snow = snow * _step(bare - terrain.slope, 0.2)
    colour = np.broadcast_to(cover.rock, (*detail.shape, 3)) * (1 + 0.13 * detail[..., None])
    for paint, share in ((cover.green, grows), (cover.near, flat), (SNOW, snow)):
        shade = paint * (1 + 0.1 * detail[..., None] * (0.3 if paint is SNOW else 1.0))
        colour = colour + (shade - colour) * share[..., None]
    return colour.astype(np.float32)


def _lit(canvas: Canvas, terrain: Terrain, colour: Pixels, detail: Field) -> Pixels:
    light = canvas.light
    grainy = np.clip(terrain.lit * (1 + 0.22 * detail * terrain.slope * 2), 0, 1)[..., None]
    shade = mix(light.ambient, rgb("#ffffff"), 0.12) * np.float32(0.7)
    shine = light.key * np.float32(1.35 * light.power)
    bright = colour * (shade + shine * grainy)
    over = np.clip(bright - 0.72, 0, None)  # snow in the sun must not burn out
    return np.minimum(bright, 0.72) + 0.28 * (1 - np.exp(-over / 0.55))


def _fade(canvas: Canvas, terrain: Terrain, colour: Pixels) -> None:
    """Mix in the air: more with distance, most in the valleys, warm below the sun."""
    light = canvas.light
    thickness = terrain.z * np.float32(0.0165 * light.mist)
    low = np.exp(-np.clip(terrain.height, 0, None) / 3.2) * 0.9 + 0.42
    haze = 1 - np.exp(-thickness * low)
    across = np.abs(canvas.columns() - canvas.sun[0]) / canvas.unit
    warm = (np.exp(-across * 2.2) * 0.55 * light.power)[..., None]
    air = light.haze + (mix(light.rim, light.key, 0.35) - light.haze) * warm
    colour += (air - colour) * haze[..., None]


def _step(value: Field, softness: float) -> Field:
    """Return 0 below zero, 1 above, with an edge as wide as `softness`."""
    share = np.clip(value / softness + 0.5, 0, 1)
    return share * share * (3 - 2 * share)
