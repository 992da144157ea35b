"""Pictures from prompts, by procedure: numpy and OpenCV, no weights, no chance."""

from emulator.commission import Commission
from emulator.paint.flat import paint_flat


def paint(commission: Commission) -> bytes:
    """Paint and encode."""
    return paint_flat(commission)
