"""A scene in given colours and hardly any others."""

import cv2
import numpy as np

from emulator.edit.desk import Desk
from emulator.edit.files import Bytes
from emulator.edit.imagine import covering, imagined
from emulator.edit.remix import led
from emulator.edit.subject import lab, small
from emulator.edit.tones import from_lab
from emulator.paint.colour import rgb

HOLD = 0.86
"""How firmly colours are drawn to the palette; lights and shades keep the rest."""


def color_guided(desk: Desk) -> Bytes:
    """Paint the prompt in the colours; a reference lends its shapes.

    Raises:
        ValueError: No colours came.
    """
    codes = desk.commission.option("colors") or ()
    if not codes:
        raise ValueError("color_guided needs colors")
    scene = imagined(desk.commission, desk.width, desk.height)
    if desk.commission.material("reference_image") is not None:
        reference = covering(desk.picture("reference_image"), desk.width, desk.height)
        scene = cv2.addWeighted(scene, 0.25, led(desk, scene, reference), 0.75, 0)
    return in_palette(scene, [str(code) for code in codes], desk.rng("palette"))


def in_palette(picture: Bytes, codes: list[str], rng: np.random.Generator) -> Bytes:
    """Return the picture in a palette: its dark areas in the dark colours, and so on.

    The picture is parted into as many tones as there are colours, by lightness; each
    gets one, softly at the borders, with the light and shade inside it kept.
    """
    colours = lab(np.stack([rgb(code) * 255 for code in codes])[None].astype(np.uint8))[0]
    colours = colours[np.argsort(colours[:, 0], kind="stable")]
    light = lab(small(picture, 160))[..., 0].ravel()
    shares = rng.uniform(0.8, 1.2, len(colours))
    borders = np.cumsum(shares / shares.sum())
    middles = np.percentile(light, (borders - shares / shares.sum() / 2) * 100)
    middles = np.maximum.accumulate(middles + np.arange(len(middles)) * 0.05)
    result = np.empty_like(picture)
    for top in range(0, picture.shape[0], 256):
        rows = slice(top, top + 256)
        result[rows] = from_lab(_drawn(lab(picture[rows]), colours, middles))
    return result


def _drawn(own: np.ndarray, colours: np.ndarray, middles: np.ndarray) -> np.ndarray:
    """Draw each pixel's colour to that of its tone."""
    light = own[..., 0]
    tone = np.interp(light, middles, np.arange(len(middles), dtype=np.float32))
    step = np.floor(tone) + np.clip((tone % 1 - 0.5) * 4 + 0.5, 0, 1)
    places = np.arange(len(middles))
    wanted = np.stack([np.interp(step, places, colours[:, part]) for part in range(3)], axis=-1)
    shade = light - np.interp(step, places, middles)
    wanted[..., 0] += np.clip(shade, -22, 22) * 0.7
    return own + (wanted - own) * HOLD
