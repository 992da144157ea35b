"""Noise to draw nature with: tileable fields, sampled anywhere.

A field is float32 and has a mean of 0 and a deviation of 1. Random numbers come
from the generator that is passed in, never from the machine.
"""

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

Field = npt.NDArray[Any]
"""One float32 for each pixel or sample."""

TILE = 512


def tile(rng: np.random.Generator, slope: float = 1.8, size: int = TILE) -> Field:
    """Return a seamless field whose amplitudes fall with frequency to the `-slope`.

    1 looks like torn paper, 2 like clouds, 3 like dunes.
    """
    rows = np.fft.fftfreq(size).astype(np.float32)[:, None]
    columns = np.fft.rfftfreq(size).astype(np.float32)[None, :]
    frequency = np.hypot(rows, columns)
    frequency[0, 0] = 1.0
    wave = rng.standard_normal((2, *frequency.shape), dtype=np.float32)
    spectrum = (wave[0] + 1j * wave[1]) * frequency ** -np.float32(slope)
    spectrum[0, 0] = 0.0
    field = np.fft.irfft2(spectrum, s=(size, size)).astype(np.float32)
    return field / np.float32(field.std())


def ridged(field: Field, sharpness: float = 1.0) -> Field:
    """Fold a field so that its zero crossings become crests; 0 to 1, crests at 1."""
    crests = np.clip(1.0 - np.abs(field) * 0.55, 0.0, 1.0)
    return crests**sharpness if sharpness != 1.0 else crests


def sample(field: Field, u: Field, v: Field) -> Field:
    """Read a tile at `u`, `v` (in tiles, any size, same shape), smoothly."""
    size = field.shape[0]
    columns = np.multiply(u, size, dtype=np.float32)
    rows = np.multiply(v, size, dtype=np.float32)
    return cv2.remap(field, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)


def cover(field: Field, width: int, height: int, zoom: float = 1.0) -> Field:
    """Stretch a tile over a picture; `zoom` is how many tiles fit its longer side."""
    size = field.shape[0]
    per_pixel = zoom * size / max(width, height)
    columns, rows = max(2, round(width * per_pixel)), max(2, round(height * per_pixel))
    wide = np.tile(field, (-(-rows // size), -(-columns // size)))[:rows, :columns]
    return cv2.resize(wide, (width, height), interpolation=cv2.INTER_LINEAR)


def line(rng: np.random.Generator, length: int, octaves: int = 6, roughness: float = 0.55) -> Field:
    """Return noise along a line, about -1 to 1."""
    total = np.zeros(length, np.float32)
    amplitude = 1.0
    for octave in range(octaves):
        knots = rng.uniform(-1, 1, (1, 2 ** (octave + 1) + 2)).astype(np.float32)
        total += amplitude * cv2.resize(knots, (length, 1), interpolation=cv2.INTER_CUBIC)[0]
        amplitude *= roughness
    return total / np.float32(np.abs(total).max() + 1e-6)


def grain(rng: np.random.Generator, width: int, height: int) -> Field:
    """Return white noise, fast: what film and paper are made of."""
    coarse = rng.integers(0, 256, (height, width), dtype=np.uint8).astype(np.float32)
    return (coarse - 127.5) / 73.6
