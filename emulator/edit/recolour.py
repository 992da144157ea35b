"""Another colour for the same thing."""

import numpy as np

from emulator.commission import Commission
from emulator.edit.files import Bytes
from emulator.edit.imagine import imagined
from emulator.edit.masks import box_of
from emulator.edit.nouns import colour_of
from emulator.edit.subject import lab
from emulator.edit.tones import from_lab
from emulator.paint.colour import Colour, turned

GREY = 14.0
"""Chroma below which a colour is white, grey or black: those are told by lightness."""


def target_of(commission: Commission, prompt: str) -> Colour:
    """Return the colour that a prompt asks for, a little different for every seed.

    A prompt that names no colour (`autumn`, `as in a sunset`) gets the strongest one
    of the picture that it would be.
    """
    named = colour_of(prompt)
    if named is None:
        named = _strongest(imagined(commission, 96, 96))
    drift = (commission.seed * 2654435761 % 997) / 997 - 0.5
    return turned(named, hue=drift * 0.03, saturation=1 + drift * 0.16)


def recoloured(image: Bytes, mask: Bytes, target: Colour) -> Bytes:
    """Return the picture with what is under `mask` in another colour.

    Lightness is kept, so folds and shadows stay; only towards white, grey and black
    it has to move, because nothing else makes them.
    """
    result, box = image.copy(), box_of(mask)
    if not mask.any():
        return result
    wanted = lab((target.reshape(1, 1, 3) * 255).astype(np.uint8))[0, 0]
    weight = mask[box].astype(np.float32)
    own = lab(image[box])
    usual = _prevailing(own[weight > 127] if (weight > 127).any() else own.reshape(-1, 3))
    chroma = float(np.hypot(wanted[1], wanted[2]))
    share = 0.75 if chroma < GREY else 0.3
    light = own[..., 0] + (wanted[0] - usual[0]) * share
    strength = _texture(own, usual)[..., None]
    colours = np.dstack([light, wanted[1:] * strength])
    near = _belonging(own, usual)[..., None]
    result[box] = from_lab(own + (colours - own) * near)
    return result


def _prevailing(colours: np.ndarray) -> np.ndarray:
    """Return the mean colour of a region, in which the strong ones count most."""
    strength = colours[:, 1] ** 2 + colours[:, 2] ** 2 + GREY
    return np.average(colours, axis=0, weights=strength)


def _belonging(own: np.ndarray, usual: np.ndarray) -> np.ndarray:
    """Return how much of the new colour each pixel gets, by how near to the old one it is.

    What has another colour than most of the region is another thing: a collar, a shadow
    of leaves, the heart of a blossom. It takes on a little only.
    """
    gap = np.linalg.norm(own[..., 1:] - usual[1:], axis=2)
    return 0.2 + 0.8 * np.exp(-((np.clip(gap - 14, 0, None) / 24) ** 2))


def _texture(own: np.ndarray, usual: np.ndarray) -> np.ndarray:
    """Return how strongly coloured each pixel is beside its like: 1 is usual."""
    chroma = np.hypot(own[..., 1], own[..., 2])
    mean = max(8.0, float(np.hypot(usual[1], usual[2])))
    shade = np.clip(own[..., 0] / 18, 0, 1) * np.clip((104 - own[..., 0]) / 18, 0, 1)
    return np.clip(0.5 + 0.5 * chroma / mean, 0.4, 1.3) * shade


def _strongest(picture: Bytes) -> Colour:
    colours = picture.reshape(-1, 3).astype(np.float32) / 255
    strength = colours.max(axis=1) - colours.min(axis=1)
    return colours[strength >= np.percentile(strength, 90)].mean(axis=0)
