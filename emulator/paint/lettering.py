"""Words in the picture: on boards, in neon, as a title.

OpenCV carries its own typefaces, Hangul included, so a sign reads the same on
every machine.
"""

import cv2
import numpy as np

from emulator.paint.blur import blurred
from emulator.paint.canvas import Canvas
from emulator.paint.colour import Colour, mix, rgb
from emulator.paint.light import Light
from emulator.paint.noise import Field, cover, tile
from emulator.paint.sprite import Sprite

WOOD = rgb("#7a5233")
CREAM = rgb("#f4e9cf")


def letters(text: str, height: int, *, weight: int = 600) -> Field:
    """Return a text as a mask, `height` pixels high with its margins."""
    face = cv2.FontFace("sans")
    size = max(8, round(height * 0.6))
    box = cv2.getTextSize((0, 0), text, (0, 0), face, size, weight)
    width = max(1, box[2] + size)
    mask = np.zeros((height, width, 3), np.uint8)
    foot = (size // 2 - box[0], round(height * 0.5 + size * 0.36))
    cv2.putText(mask, text, foot, (255, 255, 255), face, size, weight)
    return mask[..., 0].astype(np.float32) / 255


def board(text: str, light: Light, rng: np.random.Generator, height: int = 120) -> Sprite:
    """Return a painted wooden board with a text."""
    mask = letters(text, height)
    tall, wide = mask.shape
    grainy = cover(tile(rng, 1.6, 128), wide, tall * 7, 2.0)[::7][:tall]
    wood = WOOD * (1 + 0.14 * grainy[..., None])
    frame = np.zeros((tall, wide), np.float32)
    edge = max(2, height // 16)
    cv2.rectangle(frame, (edge, edge), (wide - edge - 1, tall - edge - 1), 1.0, edge // 2 + 1)
    shade = np.clip(light.ambient * 0.7 + light.key * (0.6 * light.power) + 0.1, 0, 1.1)
    ink = np.maximum(mask, frame * 0.8)[..., None]
    colour = (wood + (CREAM - wood) * ink) * shade
    return Sprite(colour.astype(np.float32), np.ones((tall, wide), np.float32))


def neon(text: str, tone: Colour, height: int = 120) -> Sprite:
    """Return glowing tubes on a dark plate with a text."""
    mask = letters(text, height, weight=450)
    glow = blurred(mask, height * 0.06) * 1.1
    glow += blurred(mask, height * 0.16) * 0.9
    plate = rgb("#0b0a14")
    lit = plate + tone * np.clip(glow, 0, 1)[..., None] * 0.85
    core = mix(tone, rgb("#ffffff"), 0.75)
    colour = lit + (core - lit) * mask[..., None]
    edge = np.zeros(mask.shape, np.float32)
    cv2.rectangle(edge, (2, 2), (mask.shape[1] - 3, mask.shape[0] - 3), 1.0, max(1, height // 40))
    colour = colour + tone * edge[..., None] * 0.8
    return Sprite(np.clip(colour, 0, 1.4).astype(np.float32), np.full(mask.shape, 0.94, np.float32))


def hang(canvas: Canvas, sign: Sprite, x: float, y: float, *, width: float, height: float) -> None:
    """Hang a sign with its middle at `x`, `y`, as large as fits into width × height."""
    scale = min(height, width / sign.ratio)
    sized = sign.resized(scale)
    tall, wide = sized.alpha.shape
    left, top = round(x - wide / 2), round(y - tall / 2)
    left = min(max(left, 4), max(4, canvas.width - wide - 4))
    spot = canvas.pixels[max(0, top) : top + tall, max(0, left) : left + wide]
    part = (slice(max(0, -top), max(0, -top) + spot.shape[0]), slice(0, spot.shape[1]))
    spot += (sized.colour[part] - spot) * sized.alpha[part][..., None]
