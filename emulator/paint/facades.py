"""Fronts of houses, flat: what a street hangs on its sides."""

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.colour import Colour, Pixels, mix, rgb
from emulator.paint.lettering import board, neon
from emulator.paint.light import Light
from emulator.paint.noise import cover, tile

TALL, WIDE = 512, 320
"""Pixels of a front; its lowest quarter is the shop."""

NEON_WORDS = (
    "커피",
    "국수",
    "호텔",
    "BAR",
    "24H",
    "책방",
    "RAMEN",
    "노래방",
    "CINEMA",
    "약국",
    "OPEN",
)
TOWN_WORDS = ("SALOON", "BANK", "HOTEL", "SHERIFF", "GENERAL STORE", "BARBER", "STABLE")
NEONS = ("#ff4fa0", "#3fe0ff", "#a56bff", "#ffcf4a", "#5bff9c", "#ff6a4a")
BRICKS = ("#8a4f3d", "#b58a68", "#6f6a66", "#c9b394", "#7d3f38", "#5f6f78")
PLANKS = ("#8a6a48", "#a3845c", "#7a5a44", "#9a7f6a", "#6b5846")


def city_front(rng: np.random.Generator, light: Light, *, glowing: bool) -> Pixels:
    """Return a town house with a shop; `glowing` hangs neon on it."""
    stone = rgb(str(rng.choice(BRICKS)))
    if glowing:
        stone = mix(stone, rgb("#1c1d2e"), 0.62)
    front = _wall(rng, light, stone)
    rows, columns = int(rng.integers(4, 7)), int(rng.integers(3, 6))
    upper = round(TALL * 0.74)
    for row in range(rows):
        for column in range(columns):
            x = round(WIDE * (column + 0.25) / columns)
            y = round(upper * (row + 0.22) / rows)
            size = (round(WIDE * 0.5 / columns), round(upper * 0.56 / rows))
            _window(front, rng, light, (x, y), size)
    _shop(front, rng, light, glowing=glowing)
    if glowing:
        _neon_signs(front, rng)
    return front


def _wall(rng: np.random.Generator, light: Light, stone: Colour) -> Pixels:
    shade = light.ambient * 0.66 + light.key * (0.5 * light.power)
    stains = cover(tile(rng, 1.7, 128), WIDE, TALL, 1.5)[..., None]
    return (stone * shade * (1 + 0.09 * stains)).astype(np.float32)


def _window(
    front: Pixels,
    rng: np.random.Generator,
    light: Light,
    corner: tuple[int, int],
    size: tuple[int, int],
) -> None:
    x, y = corner
    wide, tall = size
    lit = rng.random() < light.lamps * 0.8
    lamp = rgb(str(rng.choice(("#ffd58a", "#ffe6b5", "#ffb872")))) * np.float32(
        rng.uniform(0.7, 1.1)
    )
    pane = lamp if lit else mix(rgb("#233040"), light.middle, 0.35)
    spot = front[y : y + tall, x : x + wide]
    fade = np.linspace(1.05, 0.75, spot.shape[0], dtype=np.float32)[:, None, None]
    front[y - 3 : y + tall + 3, x - 3 : x + wide + 3] *= 0.72
    spot[:] = pane * fade
    spot[:, wide // 2 - 1 : wide // 2 + 1] *= 0.55
    front[y + tall : y + tall + 4, x - 4 : x + wide + 4] *= 1.25


def _shop(front: Pixels, rng: np.random.Generator, light: Light, *, glowing: bool) -> None:
    top = round(TALL * 0.77)
    awning = rgb(str(rng.choice(("#a63f36", "#2f6f6a", "#c98f3a", "#34518a"))))
    window = rgb("#ffdca0") * np.float32(0.55 + 0.6 * light.lamps)
    if glowing:
        awning, window = awning * np.float32(0.45), rgb(str(rng.choice(NEONS)))
        window = mix(window, rgb("#fff0d8"), 0.45)
    tall, wide = TALL - 14 - (top + 18), WIDE - 44
    shelves = cv2.resize(rng.random((5, 22)), (wide, tall), interpolation=cv2.INTER_NEAREST)
    shelves = blurred(shelves.astype(np.float32), 3)
    fade = np.linspace(0.95, 0.45, tall, dtype=np.float32)[:, None]
    front[top + 18 : TALL - 14, 22 : WIDE - 22] = window * (fade * (0.5 + 0.6 * shelves))[..., None]
    for post in range(22, WIDE - 22, 56):
        front[top + 18 : TALL - 10, post : post + 5] = rgb("#26222a")
    stripes = (np.arange(WIDE) // 20 % 2)[None, :, None]
    front[top : top + 24] = np.where(stripes == 0, awning, mix(awning, rgb("#f4ead6"), 0.75))


def _neon_signs(front: Pixels, rng: np.random.Generator) -> None:
    for _ in range(int(rng.integers(2, 5))):
        tone = rgb(str(rng.choice(NEONS)))
        sign = neon(str(rng.choice(NEON_WORDS)), tone, 64)
        x, y = int(rng.integers(0, WIDE - 90)), int(rng.integers(40, TALL - 150))
        sized = sign.resized(min(64.0, (WIDE - x) / sign.ratio))
        tall, wide = sized.alpha.shape
        spot = front[y : y + tall, x : x + wide]
        spot += (sized.colour[: spot.shape[0], : spot.shape[1]] - spot) * 0.95
        halo = np.zeros(front.shape[:2], np.float32)
        halo[y : y + tall, x : x + wide] = 1
        halo = blurred(halo, 26)[..., None]
        front += (1 - np.clip(front, 0, 1)) * tone * halo * 0.35


def town_front(rng: np.random.Generator, light: Light) -> Pixels:
    """Return a wooden house of the West with a false front and a porch."""
    plank = rgb(str(rng.choice(PLANKS)))
    front = _wall(rng, light, plank)
    seams = (np.arange(WIDE) % 20 < 2)[None, :, None]
    front *= np.where(seams, 0.72, 1.0)
    sign = board(str(rng.choice(TOWN_WORDS)), light, rng, 70)
    sized = sign.resized(min(70.0, (WIDE - 40) / sign.ratio))
    tall, wide = sized.alpha.shape
    left = (WIDE - wide) // 2
    front[60 : 60 + tall, left : left + wide] = sized.colour
    front[:22] *= 1.3
    for x in (40, 130, 220):
        _window(front, rng, light, (x, 190), (58, 90))
    front[315:345] = plank * np.float32(0.55)
    front[345:TALL] *= 0.6
    front[370 : TALL - 12, 126:194] = rgb("#2f2018")
    for x in (46, 216):
        _window(front, rng, light, (x, 390), (58, 70))
    for post in (6, 100, 208, WIDE - 16):
        front[345:TALL, post : post + 10] = plank * np.float32(0.8)
    return front
