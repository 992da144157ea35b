"""What lenses, films and laboratories do to a picture."""

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.colour import Colour, Pixels, luminance, mix, rgb, saturated
from emulator.paint.noise import cover, grain, tile

Rng = np.random.Generator


def vignette(pixels: Pixels, strength: float) -> Pixels:
    """Darken the corners."""
    height, width = pixels.shape[:2]
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    dark = 1 - np.float32(strength) * np.clip((x * x + y * y) / 2, 0, 1) ** 1.6
    return pixels * dark[..., None]


def contrasted(pixels: Pixels, amount: float) -> Pixels:
    """Bend the tones into an S, or flatten them with a negative amount."""
    curve = pixels * pixels * (3 - 2 * pixels)
    return pixels + (curve - pixels) * np.float32(amount)


def clear(pixels: Pixels, amount: float) -> Pixels:
    """Raise local contrast at two scales."""
    unit = min(pixels.shape[:2])
    wide = blurred(pixels, unit * 0.012)
    fine = blurred(pixels, max(0.7, unit * 0.0012))
    return (
        pixels
        + (pixels - wide) * np.float32(0.22 * amount)
        + (pixels - fine) * np.float32(0.5 * amount)
    )


def grainy(pixels: Pixels, rng: Rng, strength: float) -> Pixels:
    """Add the grain of film, strongest in the middle tones."""
    height, width = pixels.shape[:2]
    speckle = blurred(grain(rng, width, height), 0.7)
    middle = 0.4 + 1.2 * (1 - np.abs(luminance(pixels) * 2 - 1))
    return pixels + (speckle * middle * np.float32(strength))[..., None]


def split(pixels: Pixels, shadow: Colour, highlight: Colour, strength: float) -> Pixels:
    """Tone dark and bright parts apart; grey keeps its brightness."""
    light = luminance(pixels)[..., None]
    tone = shadow + (highlight - shadow) * light
    tone = tone - luminance(tone.astype(np.float32))[..., None]
    return pixels + tone * np.float32(strength)


def photograph(pixels: Pixels, rng: Rng) -> Pixels:
    """Finish as a good camera would."""
    return grainy(vignette(contrasted(clear(pixels, 0.6), 0.25), 0.3), rng, 0.008)


def enhance(pixels: Pixels, rng: Rng) -> Pixels:
    """Make clear and rich."""
    del rng
    return saturated(contrasted(clear(pixels, 1.5), 0.35), 1.22)


def cinematic(pixels: Pixels, rng: Rng) -> Pixels:
    """Grade teal and orange, with streaks on the lights and heavy corners."""
    toned = split(contrasted(clear(pixels, 0.7), 0.5), rgb("#0d3b4a"), rgb("#ffc489"), 0.3)
    bright = np.clip(luminance(toned) - 0.8, 0, 1)
    unit = min(pixels.shape[:2])
    streak = cv2.blur(bright, (int(unit * 0.35) | 1, 1))
    toned = toned + (streak * 1.6)[..., None] * rgb("#8fc8ff")
    return grainy(vignette(toned, 0.55), rng, 0.012)


def film(pixels: Pixels, rng: Rng) -> Pixels:
    """Fade as an old colour film: lifted shadows, warm light, a leak at one side."""
    faded = contrasted(saturated(pixels, 0.82), 0.15) * np.float32(0.86) + np.float32(0.07)
    faded = split(faded, rgb("#24405a"), rgb("#ffd7a0"), 0.16)
    height, width = pixels.shape[:2]
    leak = cover(tile(rng, 2.8, 128), width, height, 0.6)
    edge = np.linspace(0, 1, width, dtype=np.float32)[None, :] ** 5
    edge = edge if rng.random() < 0.5 else edge[:, ::-1]
    faded = faded + np.clip(edge * (0.7 + 0.3 * leak), 0, 1)[..., None] * rgb(
        "#ff8a4a"
    ) * np.float32(0.55)
    return grainy(vignette(faded, 0.35), rng, 0.035)


def monochrome(pixels: Pixels, rng: Rng) -> Pixels:
    """Develop in black and white."""
    grey = contrasted(luminance(clear(pixels, 1.2))[..., None], 0.6)
    warm = rgb("#fbf8f2")
    return grainy(vignette(np.repeat(grey, 3, axis=2) * warm, 0.45), rng, 0.028)


def daguerreotype(pixels: Pixels, rng: Rng) -> Pixels:
    """Print on a silver plate: sepia, stained, scratched, dark at its oval edge."""
    height, width = pixels.shape[:2]
    grey = contrasted(luminance(clear(pixels, 0.9)), 0.45)
    stains = cover(tile(rng, 2.0, 256), width, height, 1.2)
    specks = cover(tile(rng, 0.8, 256), width, height, 2.5)
    grey = grey * (0.92 + 0.05 * stains) + 0.03 - 0.35 * np.clip(specks - 2.6, 0, 1)
    layer = np.zeros((height, width), np.uint8)
    for _ in range(26):
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        dx, dy = rng.normal(0, 0.03, 2) * (width, height * 3)
        cv2.line(
            layer,
            (int(x), int(y)),
            (int(x + dx), int(y + dy)),
            int(rng.integers(30, 120)),
            1,
            cv2.LINE_AA,
        )
    grey = grey + layer.astype(np.float32) / 255 * 0.45
    tones = rgb("#22150c") + (rgb("#f0dcb4") - rgb("#22150c")) * np.clip(grey, 0, 1)[..., None]
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    plate = np.clip(1.55 - (x * x * 0.85 + y * y * 0.85 + 0.06 * stains), 0, 1) ** 0.8
    return grainy((tones * plate[..., None]).astype(np.float32), rng, 0.02)


def neon(pixels: Pixels, rng: Rng) -> Pixels:
    """Bathe in magenta and cyan: glowing lights, split colours, faint scan lines."""
    unit = min(pixels.shape[:2])
    dark = contrasted(np.clip(pixels, 0, 1), 0.7)
    light = luminance(dark)[..., None]
    tones = [
        (0.0, "#0a0420"),
        (0.3, "#3a0f6e"),
        (0.58, "#d0269a"),
        (0.8, "#3fd8f0"),
        (1.0, "#f4fbff"),
    ]
    places = [place for place, _ in tones]
    ramp = np.stack([rgb(code) for _, code in tones])
    mapped = np.concatenate([np.interp(light, places, ramp[:, i]) for i in range(3)], axis=2)
    mixed = (dark * 0.62 + mapped * 0.5).astype(np.float32)
    halo = blurred(np.clip(mixed - 0.55, 0, 1), unit * 0.014)
    mixed = mixed + halo * np.float32(1.3)
    shift = max(1, round(unit * 0.0022))
    mixed[..., 0] = np.roll(mixed[..., 0], shift, axis=1)
    mixed[..., 2] = np.roll(mixed[..., 2], -shift, axis=1)
    lines = 1 - 0.06 * (np.arange(pixels.shape[0]) % 4 < 2)
    return grainy(vignette(mixed * lines[:, None, None].astype(np.float32), 0.5), rng, 0.014)


def fantasy(pixels: Pixels, rng: Rng) -> Pixels:
    """Let it glow in violet and gold, with sparks in the air."""
    unit = min(pixels.shape[:2])
    height, width = pixels.shape[:2]
    soft = blurred(pixels, unit * 0.014)
    glowing = 1 - (1 - np.clip(pixels, 0, 1)) * (1 - np.clip(soft, 0, 1) * 0.42)
    toned = split(saturated(glowing, 1.25), rgb("#3a1f7a"), rgb("#ffd98a"), 0.3)
    layer = np.zeros((height, width), np.float32)
    for _ in range(90):
        at = (int(rng.integers(0, width)), int(rng.integers(height // 3, height)))
        cv2.circle(
            layer, at, max(1, round(unit * rng.uniform(0.0008, 0.0035))), 1.0, -1, cv2.LINE_AA
        )
    halo = blurred(layer, unit * 0.006)
    sparks = np.clip(layer + halo * 3, 0, 1)[..., None]
    return vignette(toned + sparks * mix(rgb("#ffe9a8"), rgb("#c0f0ff"), 0.3), 0.5)


def digital(pixels: Pixels, rng: Rng) -> Pixels:
    """Polish as digital art is: vivid, smooth, with a soft glow."""
    del rng
    unit = min(pixels.shape[:2])
    u8 = (np.clip(pixels, 0, 1) * 255).astype(np.uint8)
    smooth = cv2.bilateralFilter(u8, 7, 28, 5).astype(np.float32) / 255
    soft = blurred(smooth, unit * 0.01)
    glowing = 1 - (1 - smooth) * (1 - np.clip(soft - 0.25, 0, 1) * 0.35)
    return saturated(contrasted(clear(glowing.astype(np.float32), 0.9), 0.3), 1.35)
