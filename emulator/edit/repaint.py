"""Painting a prompt into a part of a picture, in the light of what surrounds it."""

import cv2
import numpy as np

from emulator.commission import Commission
from emulator.edit.files import Bytes
from emulator.edit.fill import filled
from emulator.edit.imagine import imagined
from emulator.edit.masks import Box, box_of, inside
from emulator.edit.things import AIRBORNE, light_in, thing_of
from emulator.edit.tones import matched
from emulator.paint.canvas import Canvas
from emulator.paint.finish import denoised, guided
from emulator.paint.scene import Scene, plan
from emulator.paint.sprite import Sprite, shadow, stamp
from emulator.paint.styles import manner_of
from emulator.paint.styles.photographed import photograph

WIDE_OPEN = 0.4
"""From this share of the picture on, a mask gets a scene even if a thing is named too."""

ABOVE = 0.45
"""The share of a scene's height in which there is nothing but sky."""

SCENERY = frozenset({"portrait", "macro", "still", "space", "room", "city", "street", "town"})


def repainted(
    commission: Commission,
    image: Bytes,
    mask: Bytes,
    rng: np.random.Generator,
    *,
    sky: bool = False,
) -> Bytes:
    """Return the picture with the prompt painted where `mask` is not black.

    A thing is stood onto the background that was guessed behind the mask; a scene
    fills it, in the surroundings' tones, and fades into the guess along the edge.
    A thing may stick out of the mask a little: blend with it if it must not.

    Args:
        commission: Its wishes are painted.
        image: The picture.
        mask: What is repainted.
        rng: Decides what words leave open in the guess behind.
        sky: Whether the mask is a sky: then only a scene's sky is painted.
    """
    if not mask.any():
        return image
    behind = filled(image, mask, rng)
    scene = plan(commission)
    found = thing_of(scene, light_in(image, scene))
    large = (mask > 127).mean() > WIDE_OPEN
    if found is not None and not sky and not (large and scene.place in SCENERY):
        return _with_thing(commission, scene, behind, mask, found)
    return _with_scene(commission, behind, image, mask, below=ABOVE if sky else 1.0)


def _with_thing(
    commission: Commission, scene: Scene, behind: Bytes, mask: Bytes, found: tuple[str, Sprite]
) -> Bytes:
    name, sprite = found
    result, box = behind.copy(), box_of(mask)
    tall, wide = (part.stop - part.start for part in box)
    reach = max(tall, wide) // 3
    frame: Box = (
        slice(max(0, box[0].start - reach), box[0].stop + reach),
        slice(max(0, box[1].start - reach), box[1].stop + reach),
    )
    pixels = behind[frame].astype(np.float32) / 255
    size = min(tall * 0.94, wide * 0.94 / sprite.ratio)
    x = (box[1].start + box[1].stop) / 2 - frame[1].start
    foot = box[0].stop - tall * 0.03 - frame[0].start
    if name in AIRBORNE:
        foot -= (tall - size) / 2
    canvas = Canvas(pixels, foot, light_in(behind, scene), scene.rng("canvas"))
    if name not in AIRBORNE:
        shadow(canvas, x, foot - size * 0.012, size * sprite.ratio * 0.42, 0.5)
    stamp(canvas, sprite, x, foot, size)
    result[frame] = _bytes(_styled(commission, scene, behind[frame], canvas.pixels))
    return result


def _with_scene(
    commission: Commission, behind: Bytes, image: Bytes, mask: Bytes, *, below: float
) -> Bytes:
    """Paint a scene into the mask's box; `below` is how much of its height is shown."""
    box = box_of(mask)
    tall, wide = behind[box].shape[:2]
    scene = imagined(commission, wide, round(tall / below))[:tall]
    around = np.where(mask[box_of(mask, 0.5)] > 0, 0, 1).astype(np.uint8)
    if around.any():
        scene = matched(scene, image[box_of(mask, 0.5)], 0.4, around)
    share = inside(mask[box], 0.07 * min(tall, wide) + 3)[..., None].astype(np.float32)
    result = behind.copy()
    under = behind[box].astype(np.float32)
    result[box] = (under + (scene - under) * share + 0.5).astype(np.uint8)
    return result


def _styled(commission: Commission, scene: Scene, behind: Bytes, pixels: np.ndarray) -> np.ndarray:
    """Apply what was asked of the look to the thing and its shadow, not to what is behind."""
    before = behind.astype(np.float32) / 255
    new = np.clip(np.abs(pixels - before).max(axis=2) * 14, 0, 1)
    share = cv2.GaussianBlur(new, (0, 0), 0.7)[..., None]
    return before + (_in_style(commission, scene, pixels) - before) * share


def _in_style(commission: Commission, scene: Scene, pixels: np.ndarray) -> np.ndarray:
    """Apply the style that was asked for, if one was, and what parameters do."""
    manner = manner_of(scene.text, commission.preset, scene.avoided)
    if manner.medium:
        pixels = np.clip(manner.medium(pixels, scene.rng("medium")), 0, 1).astype(np.float32)
    if manner.finish and (commission.preset or manner.finish is not photograph):
        pixels = np.clip(manner.finish(pixels, scene.rng("finish")), 0, 1).astype(np.float32)
    pixels = guided(pixels, commission.guidance)
    return denoised(pixels, commission.detail, scene.rng("steps"))


def _bytes(pixels: np.ndarray) -> Bytes:
    return (np.clip(pixels, 0, 1) * 255 + 0.5).astype(np.uint8)
