"""From words to a region of the picture, without a model: by place, colour and shape.

It cannot know what a cat is. It knows where skies, waters and meadows lie and what
colour they have, what colour was named, and what the picture's subject is: a thing
that is named is taken for the subject, or for the part of the picture in its colour.
"""

import cv2
import numpy as np

from emulator.edit.body import dressed
from emulator.edit.edges import sharpened
from emulator.edit.enclosed import enclosed
from emulator.edit.files import Bytes
from emulator.edit.nouns import colour_of, region_of
from emulator.edit.subject import cut, from_edge, lab, small, standing_out, subject
from emulator.paint.colour import Colour

BODY = ("hair", "face", "top", "bottom", "dress", "shoes")


def region(image: Bytes, text: str) -> Bytes:
    """Return the mask of what `text` names: white there, black elsewhere, soft between.

    Never empty: where nothing looks like it, it is the subject.
    """
    copy = small(image)
    return sharpened(_found(copy, text), image)


def _found(copy: Bytes, text: str) -> Bytes:
    name, colour = region_of(text), colour_of(text)
    if name == "background":
        return 255 - subject(copy)
    if name in BODY:
        return dressed(copy, name)
    if name is not None:
        likely = _likely(copy, name)
        found = cut(copy, likely, 2) if (likely > 0.5).mean() > 0.01 else None
        if found is not None and found.any():
            return found
    if colour is not None:
        return _coloured(copy, colour)
    return subject(copy)


def _coloured(copy: Bytes, colour: Colour) -> Bytes:
    """Return what has a colour: of the subject, if enough of it has, or of the picture."""
    near = nearness(copy, colour)
    thing = subject(copy) > 0
    if (near[thing] > 0.5).mean() > 0.2:
        near = np.where(thing, near, near * 0.4)
    if (near > 0.5).mean() < 0.003:
        return thing.astype(np.uint8) * 255
    return cut(copy, near, 2)


def nearness(copy: Bytes, colour: Colour) -> np.ndarray:
    """Return how near each pixel is to a colour, hue first, 0 to 1."""
    own = lab(copy)
    wanted = lab((colour.reshape(1, 1, 3) * 255).astype(np.uint8))[0, 0]
    strength = float(np.hypot(wanted[1], wanted[2]))
    if strength < 12:
        chroma = np.hypot(own[..., 1], own[..., 2])
        return np.exp(-(((own[..., 0] - wanted[0]) / 22) ** 2) - (chroma / 16) ** 2)
    turn = np.arctan2(own[..., 2], own[..., 1]) - np.arctan2(wanted[2], wanted[1])
    turn = np.abs((turn + np.pi) % (2 * np.pi) - np.pi)
    chroma = np.clip((np.hypot(own[..., 1], own[..., 2]) - 8) / 16, 0, 1)
    light = np.exp(-(((own[..., 0] - wanted[0]) / 50) ** 2))
    return np.exp(-((turn / 0.45) ** 2)) * chroma * light


def _likely(copy: Bytes, name: str) -> np.ndarray:
    """Return how likely each pixel belongs to a part of a landscape, 0 to 1."""
    own = lab(copy)
    tall, wide = own.shape[:2]
    down = np.linspace(0, 1, tall, dtype=np.float32)[:, None]
    calm = np.exp(-_unrest(own) / 5)
    high = np.broadcast_to(1 / (1 + np.exp((down - 0.52) * 12)), (tall, wide))
    open_ = 1 - enclosed(own, sides=False)
    if name == "sky":
        return np.clip(
            open_
            * (0.5 + 0.5 * from_edge(own, top=True))
            * (0.6 + 0.4 * calm)
            * (0.25 + 0.75 * high)
            * 1.3,
            0,
            1,
        )
    sky = open_ * high
    below = from_edge(own, top=False)
    low = np.clip((down - 0.3) * 2.2, 0, 1) * (1 - sky)
    warm = 1 / (1 + np.exp(-(own[..., 2] - 2) / 4))
    if name == "water":
        return np.clip(low * (0.4 * (1 - warm) + 0.35 * (1 - below) + 0.3 * calm), 0, 1)
    if name == "ground":
        things = np.clip(standing_out(copy) * 1.3 - 0.2, 0, 1)
        return np.clip(low * (0.62 * warm + 0.35 * below) * (1 - 0.6 * things), 0, 1)
    green = 1 / (1 + np.exp((own[..., 1] + 5) / 3)) * warm
    if name == "plants":
        return np.clip(green * (1 - sky) * (0.8 + 0.3 * (1 - calm)), 0, 1)
    band = np.exp(-(((down - 0.42) / 0.2) ** 2))
    return np.clip(band * (1 - sky) * (1 - 0.7 * green) * 1.1, 0, 1)


def _unrest(own: np.ndarray) -> np.ndarray:
    light = own[..., 0]
    mean = cv2.blur(light, (5, 5))
    return np.sqrt(np.maximum(cv2.blur(light * light, (5, 5)) - mean * mean, 0))
