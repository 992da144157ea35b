"""Between a picture and a new one."""

import cv2
import numpy as np

from emulator.edit.control import led_by
from emulator.edit.desk import Desk
from emulator.edit.files import Bytes
from emulator.edit.imagine import LARGEST, covering, imagined
from emulator.edit.tones import matched
from emulator.paint.noise import cover, tile

PARTS = ("image", "image_2", "image_3", "image_4", "image_5")


def image_to_image(desk: Desk) -> Bytes:
    """Return a picture between the input (strength 0) and a new scene (1).

    The way leads over a third one: the scene, painted after the input's contours. So
    the middle is a picture too, and not two that shine through each other.
    """
    strength = float(np.clip(desk.number("strength", 0.5), 0, 1))
    image = covering(desk.picture("image"), desk.width, desk.height)
    if strength <= 0:
        return image
    return _between(desk, image, strength)


def _between(desk: Desk, image: Bytes, strength: float) -> Bytes:
    scene = imagined(desk.commission, desk.width, desk.height)
    if strength >= 1:
        return scene
    between = led(desk, scene, image)
    if strength <= 0.5:
        return cv2.addWeighted(image, 1 - 2 * strength, between, 2 * strength, 0)
    return cv2.addWeighted(between, 2 - 2 * strength, scene, 2 * strength - 1, 0)


def led(desk: Desk, scene: Bytes, image: Bytes) -> Bytes:
    """Return the scene painted after a picture's areas, a little in its tones."""
    scale = min(1.0, (LARGEST / (desk.width * desk.height)) ** 0.5)
    size = max(1, round(desk.width * scale)), max(1, round(desk.height * scale))
    small_scene, small_image = covering(scene, *size), covering(image, *size)
    toned = matched(small_scene, small_image, 0.35)
    painted = led_by(toned, small_image, 0.9, desk.rng("areas"), mode="segmentation")
    return covering(painted, desk.width, desk.height)


def variation(desk: Desk) -> Bytes:
    """Return a variation of one to five pictures; the more similar, the less is moved.

    One of them, chosen by the seed, lends the composition, all lend their tones.
    """
    apart = 1 - float(np.clip(desk.number("similarity", 0.7), 0, 1))
    rng = desk.rng("variation")
    pictures = [desk.picture(part) for part in PARTS if desk.commission.material(part) is not None]
    if not pictures:
        return desk.picture("image")
    lead = int(rng.integers(len(pictures)))
    image = covering(pictures[lead], desk.width, desk.height)
    for other in pictures[:lead] + pictures[lead + 1 :]:
        image = matched(image, other, 0.45)
    if apart <= 0:
        return image
    if apart > 0.5 and rng.random() < 0.5:
        image = cv2.flip(image, 1)
    varied = _drifted(_warped(image, rng, apart), rng, apart)
    if not desk.prompt:
        return varied
    scene = imagined(desk.commission, desk.width, desk.height)
    shown = led(desk, scene, varied)
    return cv2.addWeighted(varied, 1 - 0.8 * apart, shown, 0.8 * apart, 0)


def _warped(image: Bytes, rng: np.random.Generator, apart: float) -> Bytes:
    """Move everything a little, neighbours together: another composition of the same."""
    tall, wide = image.shape[:2]
    reach = np.float32(0.06 * apart * min(tall, wide))
    moves = [cover(tile(rng, 3.4, 128), wide, tall, 0.8) * reach for _ in range(2)]
    zoom = np.float32(1 - 0.16 * apart)
    across = (np.arange(wide, dtype=np.float32) - wide / 2)[None] * zoom + np.float32(wide / 2)
    down = (np.arange(tall, dtype=np.float32) - tall / 2)[:, None] * zoom + np.float32(tall / 2)
    return cv2.remap(
        image, across + moves[0], down + moves[1], cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT
    )


def _drifted(image: Bytes, rng: np.random.Generator, apart: float) -> Bytes:
    """Turn hues and light a little, all in one direction."""
    colours = cv2.cvtColor(image, cv2.COLOR_RGB2HSV)
    turn = int(rng.choice([-1, 1]) * rng.uniform(10, 20) * apart)
    light = 1 + float(rng.choice([-1, 1]) * rng.uniform(0.12, 0.3) * apart)
    steps = np.arange(256)
    table = np.zeros((1, 256, 3), np.uint8)
    table[0, :, 0] = (steps + turn) % 180
    table[0, :, 1] = np.clip(steps * (1 + 0.3 * apart * rng.uniform(-1, 1)), 0, 255)
    table[0, :, 2] = 255 * (steps / 255) ** (1 / light)
    return cv2.cvtColor(cv2.LUT(colours, table), cv2.COLOR_HSV2RGB)
