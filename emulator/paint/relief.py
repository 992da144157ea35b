"""The shape of the land: heights over a plane, in camera heights.

The eye stands 1 above the origin and looks along `z`; `x` runs to the right.
Land below 0 is under water.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from emulator.paint.noise import Field, ridged, sample, tile

DRY = np.float32(0.05)
"""What land without a lake never falls below."""

Relief = Callable[[Field, Field], Field]
"""Heights at the places (x, z)."""


@dataclass(frozen=True, slots=True)
class Peak:
    """A mountain: where it stands, how high and how wide."""

    x: float
    z: float
    height: float
    spread: float


def mountains(
    rng: np.random.Generator, *, wide: float, lake: bool, away: float = 1.0, bold: float = 1.0
) -> Relief:
    """Return a range behind hills, or behind a lake.

    Args:
        rng: Decides where the peaks stand.
        wide: How far one sees to each side at distance 1.
        lake: Whether the ground before it lies under water.
        away: The side of the main peak, -1 or 1; the sun stands on the other.
        bold: Height of the peaks; 1 is alpine.
    """
    rock, warp = ridged(tile(rng, 2.25, 256), 1.5), tile(rng, 2.5, 256)
    chips = ridged(tile(rng, 2.0, 128), 1.3)
    peaks = _peaks(rng, wide, bold, away)
    shore = rng.uniform(0.9, 1.4)

    def heights(x: Field, z: Field) -> Field:
        bend = sample(warp, x * 0.012, z * 0.012)
        crags = sample(rock, x * 0.024 + bend * 0.03, z * 0.024)
        crags = crags + 0.2 * sample(chips, x * 0.075 + 0.3, z * 0.075) * (0.3 + crags)
        crags = crags + 0.05 * sample(chips, x * 0.2 + 0.7, z * 0.2)
        mass = sum((_mass(peak, x, z) for peak in peaks), np.zeros_like(x))
        range_ = mass * (0.5 + 0.52 * crags) + 0.9 * (crags - 0.6) * _rise(mass, 0, 3)
        hills = (0.85 * crags + 0.3 * bend) * _rise(z, 8, 26) * 1.25
        basin = -0.6 if lake else 0.1 + 0.16 * bend
        banks = _rise(np.abs(x) / (wide * z), shore * 0.5, shore * 1.15) * 1.1 * crags
        land = basin * (1 - _rise(z, 9, 13.5)) if lake else basin * _rise(z, 1, 5)
        height = land + range_ + hills + banks * _rise(z, 2.4, 10)
        return height if lake else np.maximum(height, DRY)

    return heights


def hills(rng: np.random.Generator, *, lake: bool, bold: float = 1.0) -> Relief:
    """Return rolling country."""
    soft, fine = tile(rng, 2.6), tile(rng, 1.8)

    def heights(x: Field, z: Field) -> Field:
        swell = sample(soft, x * 0.02, z * 0.016)
        folds = sample(fine, x * 0.07, z * 0.05)
        land = (1.1 * swell + 0.18 * folds + 0.7) * _rise(z, 3, 26) * 1.9 * bold
        basin = np.where(lake, -0.5 * (1 - _rise(z, 9, 15)), 0.12 * swell * _rise(z, 1, 6))
        return land * _rise(z, 9, 16) + basin if lake else np.maximum(land + basin, DRY)

    return heights


def dunes(rng: np.random.Generator) -> Relief:
    """Return desert: long crests across the wind, steep on one side."""
    warp = tile(rng, 2.7, 256)
    turn = rng.uniform(-0.5, 0.5)

    def heights(x: Field, z: Field) -> Field:
        bend = sample(warp, x * 0.016, z * 0.016)
        fine = sample(warp, x * 0.06, z * 0.06)
        phase = (z + turn * x) * 0.115 + 0.95 * bend + 0.12 * fine
        saw = np.mod(phase, 1)
        crest = np.where(saw < 0.72, saw / 0.72, (1 - saw) / 0.28)
        swell = 0.35 + 0.65 * _rise(sample(warp, x * 0.011 + 0.4, z * 0.011), -1.2, 1.2)
        return 2.3 * crest**1.25 * swell * _rise(z, 1.5, 11) + 0.25 * bend * _rise(z, 3, 12)

    return heights


def plain(rng: np.random.Generator) -> Relief:
    """Return flat ground with the least of waves."""
    soft = tile(rng, 2.4, 256)

    def heights(x: Field, z: Field) -> Field:
        return 0.05 + 0.05 * sample(soft, x * 0.05, z * 0.05)

    return heights


def sea(rng: np.random.Generator, *, beach: bool) -> Relief:
    """Return open water, with sand before it where there is a beach."""
    soft = tile(rng, 2.4, 256)
    slant = rng.choice([-1, 1]) * rng.uniform(0.25, 0.7)

    def heights(x: Field, z: Field) -> Field:
        edge = z + x * slant + 0.5 * sample(soft, x * 0.06, z * 0.06)
        sand = 0.2 * (1 - _rise(edge, 1.9, 4.8)) - 0.07
        return sand if beach else np.full_like(x, -0.5)

    return heights


def _peaks(rng: np.random.Generator, wide: float, bold: float, away: float) -> list[Peak]:
    """Place a main peak off the middle and others around it."""
    main = Peak(
        x=away * rng.uniform(0.16, 0.42) * wide * 36,
        z=36,
        height=rng.uniform(8.5, 11) * bold,
        spread=rng.uniform(11, 15),
    )
    second = Peak(
        x=main.x - away * rng.uniform(9, 15),
        z=42,
        height=main.height * rng.uniform(0.55, 0.8),
        spread=rng.uniform(8, 12),
    )
    others = [
        Peak(
            x=rng.uniform(-1.2, 1.2) * wide * 40,
            z=rng.uniform(28, 50),
            height=rng.uniform(2.2, 5) * bold,
            spread=rng.uniform(6, 11),
        )
        for _ in range(int(rng.integers(4, 7)))
    ]
    return [main, second, *others]


def _mass(peak: Peak, x: Field, z: Field) -> Field:
    """Return a cone with a rounded foot."""
    away = np.hypot(x - peak.x, (z - peak.z) * np.float32(0.8)) / np.float32(peak.spread)
    cone = np.clip(1 - away * 0.52, 0, 1) ** 1.15
    return np.asarray(peak.height * cone, np.float32)


def _rise(value: Field, start: float, end: float) -> Field:
    """Go smoothly from 0 at `start` to 1 at `end`."""
    share = np.clip((value - start) / (end - start), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)
