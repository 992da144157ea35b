"""The mask that a reply shows beside its pictures, in its family's own colours."""

import cv2
import numpy as np

from emulator.commission import Commission
from emulator.pictures.picture import Pixels


def paint_mask(commission: Commission) -> bytes:
    """Return the mask of a commission for one, as a grey PNG of the result's size."""
    given = commission.material("mask")
    mask = _middle(commission) if given is None else _read(given)
    paints_black = commission.option("return_mask") == "black"
    return cv2.imencode(".png", 255 - mask if paints_black else mask)[1].tobytes()


def _read(file: bytes) -> Pixels:
    mask = cv2.imdecode(np.frombuffer(file, np.uint8), cv2.IMREAD_GRAYSCALE)
    return np.asarray(mask, np.uint8)


def _middle(commission: Commission) -> Pixels:
    """Return the middle half: where nothing is looked at, words name what is there."""
    mask = np.zeros((commission.height, commission.width), np.uint8)
    top, left = commission.height // 4, commission.width // 4
    mask[top : commission.height - top, left : commission.width - left] = 255
    return 255 - mask if commission.job == "outpaint" else mask
