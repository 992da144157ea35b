"""Colours as arithmetic: float32 RGB, 0 to 1."""

import colorsys
from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

Colour = npt.NDArray[Any]
"""Three float32: red, green, blue."""

Pixels = npt.NDArray[Any]
"""Height × width × 3, float32."""


def rgb(code: str) -> Colour:
    """Read `#rrggbb`."""
    return np.frombuffer(bytes.fromhex(code[1:]), np.uint8).astype(np.float32) / 255


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Return `first` with a `share` of `second` in it."""
    return (first + (second - first) * np.float32(share)).astype(np.float32)


def gradient(stops: Sequence[tuple[float, Colour]], at: npt.NDArray[Any]) -> Pixels:
    """Colour every value of `at` by its place among the stops, which ascend."""
    places = [place for place, _ in stops]
    channels = [np.interp(at, places, [float(c[i]) for _, c in stops]) for i in range(3)]
    return np.stack(channels, axis=-1).astype(np.float32)


def turned(colour: Colour, hue: float = 0.0, saturation: float = 1.0, value: float = 1.0) -> Colour:
    """Return `colour` with its hue turned (1 is a full circle) and its strength scaled."""
    h, s, v = colorsys.rgb_to_hsv(*(float(part) for part in np.clip(colour, 0, 1)))
    back = colorsys.hsv_to_rgb((h + hue) % 1, min(1.0, s * saturation), min(1.0, v * value))
    return np.asarray(back, np.float32)


def luminance(pixels: Pixels) -> npt.NDArray[Any]:
    """Return how bright each pixel looks, 0 to 1."""
    return cv2.transform(pixels, np.array([[0.299, 0.587, 0.114]], np.float32))


def saturated(pixels: Pixels, amount: float) -> Pixels:
    """Return the picture with its colours stronger (above 1) or weaker."""
    grey = luminance(pixels)[..., None]
    return grey + (pixels - grey) * np.float32(amount)
