"""From a composed scene to the picture: colours, style, and what parameters do."""

import re

import numpy as np

from emulator.commission import Commission
from emulator.paint.blur import blurred
from emulator.paint.canvas import Canvas
from emulator.paint.colour import Colour, Pixels, luminance, mix, rgb, saturated
from emulator.paint.noise import cover, grain, tile
from emulator.paint.scene import Scene
from emulator.paint.signs import hang_sign
from emulator.paint.styles import Style, manner_of
from emulator.paint.styles.photographed import clear, contrasted

_SOFT = re.compile(r"\b(?:blur|blurry|blurred|soft|out of focus|low quality)\b|흐릿")
_DULL = re.compile(r"\b(?:monochrome|grey|gray|dull|desaturated|washed out)\b|흑백")


def finish(canvas: Canvas, scene: Scene, commission: Commission) -> Pixels:
    """Apply medium, sign, finish, colour scheme and parameters, in this order.

    The sign is hung between medium and finish: brushes would make its words
    unreadable, film and sepia have to colour it with the rest.
    """
    manner = manner_of(scene.text, commission.preset, scene.avoided)
    _styled(canvas, manner.medium, scene.rng("medium"))
    hang_sign(canvas, scene)
    _styled(canvas, manner.finish, scene.rng("finish"))
    picture = canvas.pixels
    if scene.scheme and scene.place != "abstract":
        picture = toned(picture, scene.scheme)
    picture = _shunned(picture, scene)
    picture = guided(picture, commission.guidance)
    picture = denoised(picture, commission.detail, scene.rng("steps"))
    if commission.blurred:
        picture = blurred(picture, min(picture.shape[:2]) * 0.06)
    return np.clip(picture, 0, 1)


def _styled(canvas: Canvas, style: Style | None, rng: np.random.Generator) -> None:
    np.clip(canvas.pixels, 0, 1, out=canvas.pixels)
    if style:
        canvas.pixels[:] = np.clip(style(canvas.pixels, rng), 0, 1)


def toned(picture: Pixels, scheme: tuple[Colour, ...]) -> Pixels:
    """Pull every colour towards a scheme: its darkest below, its brightest above."""
    ordered = sorted(scheme, key=lambda colour: float(luminance(colour.reshape(1, 1, 3))[0, 0]))
    dark, bright = ordered[0], ordered[-1]
    grey = luminance(picture)[..., None]
    ramp = [mix(dark, rgb("#05050a"), 0.85), dark, bright, mix(bright, rgb("#ffffff"), 0.8)]
    low, high = np.percentile(grey[::8, ::8], (4, 96))
    places = [low + (high - low) * share for share in (0.0, 0.36, 0.68, 1.0)]
    channels = [np.interp(grey, places, [float(tone[i]) for tone in ramp]) for i in range(3)]
    return np.asarray(picture * 0.36 + np.concatenate(channels, axis=2) * 0.64, np.float32)


def guided(picture: Pixels, guidance: float) -> Pixels:
    """Show the guidance scale: weak looks pale and vague, strong burns and hardens."""
    if abs(guidance - 1) < 0.01:
        return picture
    push = float(np.clip(np.log2(max(guidance, 0.05)), -2.2, 2.2))
    bent = contrasted(picture, 0.28 * push)
    return np.clip(saturated(bent, 1 + 0.2 * push), 0, 1).astype(np.float32)


def denoised(picture: Pixels, detail: float, rng: np.random.Generator) -> Pixels:
    """Show the steps: too few leave softness and blotches of noise, more add detail."""
    if detail >= 1:
        return clear(picture, min(1.0, (detail - 1) * 0.5)) if detail > 1.01 else picture
    height, width = picture.shape[:2]
    lack = 1 - detail
    unit = min(height, width)
    soft = blurred(picture, unit * 0.0065 * lack)
    blotches = cover(tile(rng, 1.4, 256), width, height, 3.0)[..., None] * np.float32(0.075 * lack)
    speckle = grain(rng, width, height)[..., None] * np.float32(0.05 * lack)
    tint = np.array([1.0, 0.82, 1.12], np.float32)
    return np.asarray(soft + (blotches + speckle) * tint, np.float32)


def _shunned(picture: Pixels, scene: Scene) -> Pixels:
    """Turn away from looks that the negative prompt names."""
    if _SOFT.search(scene.avoided):
        picture = clear(picture, 0.5)
    if _DULL.search(scene.avoided):
        picture = saturated(picture, 1.2)
    return np.clip(picture, 0, 1).astype(np.float32)
