"""Pictures from prompts, by procedure: numpy and OpenCV, no weights, no chance.

A commission is read into a scene, the scene composed on a canvas, the canvas
finished in a style and encoded. Equal commissions give equal bytes: all chance
comes from generators that the scene's key seeds.
"""

import numpy as np

from emulator.commission import Commission
from emulator.paint.colour import Pixels
from emulator.paint.compose import compose
from emulator.paint.encode import encode
from emulator.paint.finish import finish
from emulator.paint.scene import plan


def paint(commission: Commission) -> bytes:
    """Return the commissioned picture as a PNG, JPEG or WebP file."""
    return encode((picture(commission) * 255 + 0.5).astype(np.uint8), commission.format)


def picture(commission: Commission) -> Pixels:
    """Return the commissioned picture as it is before it becomes a file."""
    scene = plan(commission)
    canvas = compose(scene, commission.width, commission.height)
    return finish(canvas, scene, commission)
