"""The mask that a reply shows beside its pictures: pure, and in its family's own colours."""

import cv2
import numpy as np

from emulator.commission import Commission
from emulator.pictures.picture import Pixels


def paint_mask(commission: Commission) -> bytes:
    """Return the mask of a commission as a grey PNG, white where it repaints."""
    given = commission.material("mask")
    return _middle(commission) if given is None else given


def in_its_colours(file: bytes, paint: str) -> bytes:
    """Return a mask whose white repaints as its family has it, without a grey pixel.

    Args:
        file: The mask.
        paint: The colour that is to be repainted, `black` or `white`.
    """
    mask = cv2.imdecode(np.frombuffer(file, np.uint8), cv2.IMREAD_GRAYSCALE)
    repainted = np.asarray(mask) > 127
    return _png(np.where(repainted == (paint == "white"), 255, 0).astype(np.uint8))


def _middle(commission: Commission) -> bytes:
    """Return the middle half: where nothing is looked at, words name what is there."""
    mask = np.zeros((commission.height, commission.width), np.uint8)
    top, left = commission.height // 4, commission.width // 4
    mask[top : commission.height - top, left : commission.width - left] = 255
    return _png(255 - mask if commission.job == "outpaint" else mask)


def _png(mask: Pixels) -> bytes:
    return cv2.imencode(".png", mask)[1].tobytes()
