"""Lines: pencil, pen, blueprint, comic, anime, woodblock."""

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.colour import Pixels, luminance, rgb, saturated
from emulator.paint.noise import Field, cover, tile
from emulator.paint.styles.clusters import clusters
from emulator.paint.styles.painted import kuwahara
from emulator.paint.styles.photographed import contrasted

Rng = np.random.Generator


def contours(pixels: Pixels, breadth: float = 0.0012, threshold: float = 0.0) -> Field:
    """Return pen lines where tones change, 0 to 1 (difference of Gaussians, sharpened)."""
    unit = min(pixels.shape[:2])
    grey = luminance(pixels)
    fine = blurred(grey, max(0.6, unit * breadth))
    wide = blurred(grey, max(1.0, unit * breadth * 1.7))
    dark = wide - fine * 0.99 - np.float32(0.006 + threshold)
    return np.clip(np.tanh(dark * 95), 0, 1)


def pencil(pixels: Pixels, rng: Rng) -> Pixels:
    """Draw with graphite: outlines, and hatching that thickens with the shadow."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    grey = contrasted(luminance(kuwahara(pixels, max(2, round(unit * 0.004)))), 0.3)
    inverted = blurred(1 - grey, unit * 0.011)
    dodge = np.clip(grey / np.maximum(1 - inverted, 0.05), 0, 1)
    tooth = cover(tile(rng, 0.9, 256), width, height, 2.8)
    shade = np.zeros_like(grey)
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    pitch = unit * 0.0062
    wobble = cover(tile(rng, 2.2, 128), width, height, 2.0) * pitch * 0.35
    for angle, start in ((0.75, 0.72), (-0.6, 0.5), (0.05, 0.3)):
        phase = (x * np.sin(angle) + y * np.cos(angle) + wobble) / pitch
        hatch = np.clip(np.cos(phase * 2 * np.pi) * 1.4 - 0.2, 0, 1)
        shade += hatch * np.clip((start - grey) * 2.4, 0, 1) * 0.55
    lines = 1 - np.clip(dodge, 0, 1)
    graphite = np.clip(lines * 1.5 + shade + contours(pixels) * 0.75, 0, 1)
    graphite = np.clip(graphite * (0.9 + 0.16 * tooth), 0, 0.93)
    paper = rgb("#f7f4ec") * (1 + 0.012 * tooth)[..., None]
    return (paper + (rgb("#33333a") - paper) * graphite[..., None]).astype(np.float32)


def line_art(pixels: Pixels, rng: Rng) -> Pixels:
    """Draw with a pen on white: nothing but lines."""
    del rng
    unit = min(pixels.shape[:2])
    calm = kuwahara(pixels, max(2, round(unit * 0.005)))
    ink = np.maximum(contours(calm, 0.0013, 0.004), contours(calm, 0.003, 0.003) * 0.9)
    paper = rgb("#fdfcf8")
    return (paper + (rgb("#16161c") - paper) * ink[..., None]).astype(np.float32)


def blueprint(pixels: Pixels, rng: Rng) -> Pixels:
    """Draw in white on blue, over a grid."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    calm = kuwahara(pixels, max(2, round(unit * 0.004)))
    ink = np.maximum(contours(calm, 0.0012), contours(calm, 0.0026) * 0.8)
    pitch = max(8, round(unit / 28))
    grid = (np.arange(width) % pitch == 0)[None, :] | (np.arange(height) % pitch == 0)[:, None]
    wear = cover(tile(rng, 2.0, 256), width, height, 1.4)
    ground = rgb("#123f78") * (1 + 0.06 * wear)[..., None] + 0.07 * grid[..., None]
    return (ground + (rgb("#eaf4ff") - ground) * (ink * 0.95)[..., None]).astype(np.float32)


def comic(pixels: Pixels, rng: Rng) -> Pixels:
    """Print as a comic: flat colour, dots in the shadows, black outlines."""
    del rng
    height, width = pixels.shape[:2]
    unit = min(height, width)
    bright = np.clip(pixels, 0, 1) ** np.float32(0.75)
    calm = kuwahara(saturated(contrasted(bright, 0.4), 1.5), max(3, round(unit * 0.006)))
    flat = np.round(calm * 5) / 5
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    pitch = unit * 0.0095
    dots = np.cos((x + y) * 2 * np.pi / pitch / 1.414) * np.cos((x - y) * 2 * np.pi / pitch / 1.414)
    shadow = np.clip((0.62 - luminance(calm)) * 1.5, 0, 0.9)
    dark = np.clip((dots - 1 + shadow * 1.9) * 5, 0, 1)
    printed = flat * (1 - 0.42 * dark)[..., None]
    ink = np.maximum(contours(calm, 0.0018), contours(calm, 0.0034))
    return (printed * (1 - ink)[..., None] + rgb("#0d0b12") * ink[..., None]).astype(np.float32)


def anime(pixels: Pixels, rng: Rng) -> Pixels:
    """Colour in cels: few tones, clear air, fine lines, light that blooms."""
    del rng
    unit = min(pixels.shape[:2])
    calm = kuwahara(pixels, max(2, round(unit * 0.0058)))
    grey = luminance(calm)
    levels = 6.0
    scaled = grey * levels
    cel = (np.floor(scaled) + np.clip((scaled % 1 - 0.42) * 6, 0, 1)) / levels
    bright = calm * ((cel * 0.75 + grey * 0.25 + 0.035) / np.maximum(grey, 0.03))[..., None]
    vivid = saturated(np.clip(bright, 0, 1), 1.45) * np.float32(1.07)
    ink = contours(calm, 0.0013, 0.004) * 0.55
    soft = blurred(np.clip(vivid - 0.72, 0, 1), unit * 0.015)
    vivid = vivid + soft * np.float32(0.9)
    return (vivid * (1 - ink)[..., None] + rgb("#2a2140") * ink[..., None]).astype(np.float32)


def woodblock(pixels: Pixels, rng: Rng) -> Pixels:
    """Print from blocks as in Edo: few inks, soft gradations, grain, an outline."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    calm = kuwahara(pixels, max(3, round(unit * 0.008)))
    inks = np.stack(
        [
            rgb(code)
            for code in (
                "#1d2f4f",
                "#2f5d7f",
                "#7fa8b0",
                "#e9dcbd",
                "#d98a5a",
                "#b0463a",
                "#4f6b4a",
                "#8f9a6a",
                "#f4ead2",
                "#6f5a4a",
            )
        ]
    )
    labels, tones = clusters(calm, 11, 4)
    away = ((tones[:, None] - inks[None]) ** 2).sum(axis=2)
    tones = tones * 0.55 + inks[np.argmin(away, axis=1)] * 0.45
    printed = cv2.resize(tones[labels], (width, height), interpolation=cv2.INTER_CUBIC)
    mixed = np.clip(printed * 0.85 + calm * 0.15, 0, 1) ** np.float32(0.85)
    grainy = cover(tile(rng, 1.5, 256), width * 6, height, 3.0)[:, ::6][:, :width]
    ink = np.maximum(contours(calm, 0.0016, 0.002), contours(calm, 0.003))
    mixed = mixed * (1 + 0.045 * grainy)[..., None]
    return (mixed * (1 - ink * 0.88)[..., None] + rgb("#1a1c2c") * (ink * 0.88)[..., None]).astype(
        np.float32
    )
