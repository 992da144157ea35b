"""A new painting that keeps to the lines and areas of a picture."""

import cv2
import numpy as np

from emulator.edit.contours import areas, drawn, lines, relief
from emulator.edit.desk import Desk
from emulator.edit.files import Bytes
from emulator.edit.imagine import LARGEST, covering, imagined
from emulator.paint.blur import blurred

USUAL = 0.7
"""Strength without a word: Stability's and Amazon's default."""


def sketch(desk: Desk) -> Bytes:
    """Paint the prompt into a sketch's lines."""
    return _controlled(desk, "sketch")


def structure(desk: Desk) -> Bytes:
    """Paint the prompt with a picture's contours (canny) or areas (segmentation)."""
    return _controlled(desk, desk.words("control_mode").lower() or "canny")


def _controlled(desk: Desk, mode: str) -> Bytes:
    scale = min(1.0, (LARGEST / (desk.width * desk.height)) ** 0.5)
    size = max(1, round(desk.width * scale)), max(1, round(desk.height * scale))
    guide = covering(desk.picture("image"), *size)
    scene = imagined(desk.commission, *size)
    strength = desk.number("control_strength", USUAL)
    led = led_by(scene, guide, strength, desk.rng("areas"), mode=mode)
    return covering(led, desk.width, desk.height)


def led_by(
    scene: Bytes, guide: Bytes, strength: float, rng: np.random.Generator, *, mode: str = "canny"
) -> Bytes:
    """Return a scene that follows a guide's lines and areas.

    Args:
        scene: What is painted; its colours are used.
        guide: What it must follow; of the same size.
        strength: How closely, 0 (not at all) to 1.
        rng: Chooses colours for the areas of a drawing.
        mode: `sketch` and `canny` draw the lines too, `segmentation` only keeps areas.
    """
    if strength <= 0:
        return scene
    drawing = drawn(guide)
    tones = _area_tones(scene, guide, rng, drawing=drawing)
    pixels = scene.astype(np.float32) / 255
    texture = pixels - blurred(pixels, 0.03 * min(scene.shape[:2]))
    painted = tones + texture * (1 - strength) ** 1.2
    painted = pixels + (painted - pixels) * min(1.0, 1.25 * strength)
    if not drawing:
        painted = painted + relief(guide, 0.08)[..., None] * np.float32(0.85 * strength)
    if mode != "segmentation":
        ink = lines(guide)[..., None] * np.float32((0.8 if drawing else 0.3) * strength)
        painted = painted * (1 - ink)
    return (np.clip(painted, 0, 1) * 255 + 0.5).astype(np.uint8)


def _area_tones(
    scene: Bytes, guide: Bytes, rng: np.random.Generator, *, drawing: bool
) -> np.ndarray:
    """Return one colour of the scene for each area, shaded as the guide's area is.

    Wide areas keep the scene's own broad tones, as a sky keeps its gradient.
    """
    labels, count = areas(guide)
    sizes = np.bincount(labels.ravel(), minlength=count)[:, None].clip(1)
    here = _means(scene, labels, count) / sizes
    light = _means(guide, labels, count).mean(axis=1, keepdims=True) / sizes
    share = sizes / labels.size
    y, x = (rng.integers(0, side, count) for side in scene.shape[:2])
    elsewhere = scene[y, x].astype(np.float32)
    small = np.exp(-share * 12)
    tones = here + (elsewhere - here) * (0.75 if drawing else 0.15) * small
    shift = rng.normal(0, 16, (count, 1)) * small if drawing else (light - light.mean()) * 0.55
    flat = np.clip(tones + shift, 0, 255).astype(np.float32)[labels]
    wide = np.clip((share - 0.06) / 0.2, 0, 1).astype(np.float32)[labels]
    soft = blurred(scene.astype(np.float32), 0.05 * min(scene.shape[:2]))
    flat += (soft - here.astype(np.float32)[labels]) * wide
    return cv2.GaussianBlur(flat / 255, (0, 0), 0.9)


def _means(picture: Bytes, labels: np.ndarray, count: int) -> np.ndarray:
    flat = labels.ravel()
    channels = [np.bincount(flat, picture[..., part].ravel(), count) for part in range(3)]
    return np.stack(channels, axis=1)
