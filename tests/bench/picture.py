"""The picture that every peer carries: a deterministic PNG of about 1.5 MB."""

import io
import random

from PIL import Image, ImageChops

SIDE = 1024
NOISE_LEVELS = 9
"""Of 256, in every channel: what brings the file to the size of a model's photograph."""


def png(side: int = SIDE) -> bytes:
    """Return a soft gradient under fine noise, as hard to compress as a photograph."""
    gradient = Image.linear_gradient("L").resize((side, side))
    soft = Image.merge("RGB", (gradient, gradient.rotate(90), gradient.rotate(180)))
    noise = random.Random(7).randbytes(side * side * 3)
    grain = bytes(value * NOISE_LEVELS >> 8 for value in range(256))
    fine = Image.frombytes("RGB", (side, side), noise.translate(grain))
    file = io.BytesIO()
    ImageChops.add(soft, fine).save(file, "PNG")
    return file.getvalue()
