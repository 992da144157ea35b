"""Pictures built from pieces: mosaic stones, cubes, lumps of clay."""

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.colour import Colour, Pixels, rgb, saturated
from emulator.paint.noise import cover, tile
from emulator.paint.styles.clusters import clusters
from emulator.paint.styles.painted import kuwahara

Rng = np.random.Generator


def mosaic(pixels: Pixels, rng: Rng) -> Pixels:
    """Lay seamless tiles: the picture mirrored both ways, set in small stones."""
    height, width = pixels.shape[:2]
    quarter = cv2.resize(pixels, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    row = np.concatenate([quarter, quarter[:, ::-1]], axis=1)
    whole = cv2.resize(np.concatenate([row, row[::-1]]), (width, height))
    count = 72
    pitch = max(width, height) / count
    rows, columns = max(1, round(height / pitch)), max(1, round(width / pitch))
    stones = cv2.resize(whole, (columns, rows), interpolation=cv2.INTER_AREA)
    stones = saturated(stones, 1.35) * rng.uniform(0.88, 1.1, (rows, columns, 1)).astype(np.float32)
    laid = cv2.resize(stones, (width, height), interpolation=cv2.INTER_NEAREST)
    x = np.arange(width, dtype=np.float32) * columns / width % 1
    y = np.arange(height, dtype=np.float32) * rows / height % 1
    edge = np.minimum(np.minimum(x, 1 - x)[None, :], np.minimum(y, 1 - y)[:, None])
    bevel = np.clip(0.5 - x, -0.5, 0.5)[None, :] * 0.1 + np.clip(0.5 - y, -0.5, 0.5)[:, None] * 0.16
    grout = np.clip((0.085 - edge) * 30, 0, 1)[..., None]
    laid = laid * (1 + bevel)[..., None]
    return np.asarray(laid + (rgb("#cfc8ba") - laid) * grout, np.float32)


def isometric(pixels: Pixels, rng: Rng) -> Pixels:
    """Build the picture from cubes, seen from a corner; bright ones stand higher."""
    del rng
    height, width = pixels.shape[:2]
    size = max(6, round(min(height, width) / 46))
    rise = size * 1.5
    calm = cv2.resize(kuwahara(saturated(pixels, 1.25), 4), (width, height))
    built = np.broadcast_to(pixels.mean(axis=(0, 1)) * np.float32(0.55), pixels.shape).copy()
    for number, y in enumerate(range(-size, height + round(rise) + size * 2, size // 2)):
        for x in range(-(number % 2) * size, width + size, size * 2):
            look = calm[min(height - 1, max(0, round(y - rise * 0.5))), min(width - 1, max(0, x))]
            lift = round(float(look.mean()) * rise)
            _cube(built, (x, y - lift), size, lift + size, look)
    return built


def _cube(built: Pixels, top: tuple[int, int], size: int, depth: int, tone: Colour) -> None:
    """Draw one cube from the middle of its top: two sides down to the ground, and a lid."""
    half = size // 2
    lid = np.array([(0, -half), (size, 0), (0, half), (-size, 0)])
    left = np.array([(-size, 0), (0, half), (0, half + depth), (-size, depth)])
    right = left * (-1, 1)
    for face, shade in ((left, 0.58), (right, 0.78), (lid, 1.08)):
        corners = (face + top).astype(np.int32)
        cv2.fillConvexPoly(built, corners, [float(part) * shade for part in tone])


def modelled(pixels: Pixels, rng: Rng) -> Pixels:
    """Knead the picture from coloured clay: soft lumps, with fingerprints."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    labels, tones = clusters(pixels, 10, 4)
    labels = np.asarray(cv2.resize(labels, (width, height), interpolation=cv2.INTER_NEAREST))
    bulge = np.zeros((height, width), np.float32)
    reach = np.float32(unit * 0.02)
    for number in range(len(tones)):
        inside = cv2.distanceTransform((labels == number).astype(np.uint8), cv2.DIST_L2, 3)
        bulge += np.sqrt(np.clip(1 - (1 - np.clip(inside / reach, 0, 1)) ** 2, 0, 1)) * (
            labels == number
        )
    prints = cover(tile(rng, 1.8, 256), width, height, 1.6)
    bulge = blurred(bulge, unit * 0.003) * reach * 0.55
    bulge += (
        np.sin(prints * 26) * unit * 0.0004
        + cover(tile(rng, 1.3, 256), width, height, 2) * unit * 0.0006
    )
    slope_x, slope_y = (
        cv2.Sobel(bulge, cv2.CV_32F, 1, 0, scale=0.125),
        cv2.Sobel(bulge, cv2.CV_32F, 0, 1, scale=0.125),
    )
    length = np.sqrt(slope_x**2 + slope_y**2 + 1)
    light = np.clip((0.5 * slope_x * -1 - 0.55 * slope_y * 1 + 0.67) / length, 0, 1)
    colour = saturated(np.take(tones, labels, axis=0), 1.3) * (0.38 + 0.78 * light)[..., None]
    return np.asarray(colour + (light**22 * 0.3)[..., None], np.float32)
