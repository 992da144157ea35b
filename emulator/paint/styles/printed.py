"""Print and screen: pixel art, posters, pop art, rendered models."""

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.colour import Pixels, luminance, rgb, saturated
from emulator.paint.noise import cover, tile
from emulator.paint.styles.clusters import clusters, main_colours
from emulator.paint.styles.painted import kuwahara
from emulator.paint.styles.photographed import clear, contrasted

Rng = np.random.Generator
POP_INKS = (
    "#2b1a5e #e8307a #ffb02e #fff3b0",
    "#0d3b66 #12a4a8 #f4d35e #faf0ca",
    "#5f0f40 #fb5a3c #7ddf64 #f9fbb2",
    "#1b1b3a #6a4cff #ff70a6 #ffe5f1",
)
_BAYER = (
    np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - 0.47
)


def pixel_art(pixels: Pixels, rng: Rng) -> Pixels:
    """Set the picture in large pixels of few colours, dithered."""
    del rng
    height, width = pixels.shape[:2]
    step = max(2, round(min(height, width) / 128))
    wide, tall = max(1, width // step), max(1, height // step)
    vivid = saturated(contrasted(clear(pixels, 1.0), 0.3), 1.3)
    small = cv2.resize(vivid, (wide, tall), interpolation=cv2.INTER_AREA)
    pattern = np.tile(_BAYER, (tall // 4 + 1, wide // 4 + 1))[:tall, :wide, None]
    dithered = small + pattern * np.float32(0.075)
    _, tones = main_colours(small, 26)
    away = ((dithered.reshape(-1, 1, 3) - tones[None]) ** 2).sum(axis=2)
    placed = tones[np.argmin(away, axis=1)].reshape(tall, wide, 3)
    return cv2.resize(placed, (width, height), interpolation=cv2.INTER_NEAREST)


def poster(pixels: Pixels, rng: Rng) -> Pixels:
    """Reduce to a few flat shapes with soft outlines, in a paper frame."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    labels, tones = clusters(contrasted(pixels, 0.3), 9, 4)
    masks = [(labels == number).astype(np.float32) for number in range(len(tones))]
    soft = [blurred(mask, max(0.8, unit * 0.0016)) for mask in masks]
    half = (max(1, width // 2), max(1, height // 2))
    shares = [cv2.resize(mask, half, interpolation=cv2.INTER_CUBIC) for mask in soft]
    share = np.clip(np.stack(shares, axis=2), 0, 1) ** 8
    share /= share.sum(axis=2, keepdims=True) + np.float32(1e-9)
    flat = cv2.resize(
        share @ saturated(tones[None], 1.2)[0], (width, height), interpolation=cv2.INTER_CUBIC
    )
    margin = round(unit * 0.045)
    paper = rgb("#f6f0e2")
    framed = np.broadcast_to(paper, pixels.shape).copy()
    framed[margin : height - margin, margin : width - margin] = flat[
        margin : height - margin, margin : width - margin
    ]
    tooth = cover(tile(rng, 1.1, 256), width, height, 2.5)
    return np.asarray(framed * (1 + 0.014 * tooth)[..., None], np.float32)


def pop_art(pixels: Pixels, rng: Rng) -> Pixels:
    """Repeat the picture four times in loud inks."""
    height, width = pixels.shape[:2]
    quarter = cv2.resize(
        kuwahara(pixels, 4),
        (width - width // 2, height - height // 2),
        interpolation=cv2.INTER_AREA,
    )
    grey = contrasted(luminance(quarter), 0.8)
    low, high = np.percentile(grey, (5, 95))
    level = np.digitize(grey, np.linspace(low, high, 5)[1:-1])
    order = rng.permutation(len(POP_INKS))
    inks = [np.stack([rgb(code) for code in POP_INKS[int(number)].split()]) for number in order]
    sheets = [ink[level] for ink in inks]
    whole = np.concatenate([np.concatenate(sheets[:2], axis=1), np.concatenate(sheets[2:], axis=1)])
    return np.asarray(whole[:height, :width], np.float32)


def rendered(pixels: Pixels, rng: Rng) -> Pixels:
    """Render as a 3-D model: smooth, with soft shadows in the corners and a sheen."""
    del rng
    unit = min(pixels.shape[:2])
    smooth = kuwahara(pixels, max(2, round(unit * 0.0045)))
    grey = luminance(smooth)
    around = blurred(grey, unit * 0.022)
    hollow = np.clip(around - grey, 0, 0.3)
    raised = np.clip(grey - around, 0, 0.3)
    shaded = saturated(smooth, 1.22) * (1.04 - 1.1 * hollow + 0.5 * raised)[..., None]
    slope = cv2.Sobel(blurred(grey, unit * 0.003), cv2.CV_32F, 0, 1, ksize=3)
    sheen = np.clip(slope * 0.9, 0, 0.25)[..., None]
    return np.asarray(contrasted(np.clip(shaded + sheen, 0, 1), 0.25), np.float32)
