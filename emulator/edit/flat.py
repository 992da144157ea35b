"""Edits in one colour: for benchmarks and fault runs, which still must not lie.

What a job keeps is kept here too, what it paints is one colour; nothing is searched.
"""

import hashlib

import cv2
import numpy as np

from emulator.commission import Commission
from emulator.edit.desk import Desk
from emulator.edit.files import Bytes, read_mask, resized
from emulator.edit.masks import blend, grown
from emulator.edit.outpaint import SIDES
from emulator.masking import paint_mask
from emulator.paint.encode import encode

MASKED = frozenset({"inpaint", "erase", "outpaint", "virtual_try_on"})
SEARCHED = MASKED | {"search_replace", "search_recolor"}


def edit_flat(commission: Commission) -> bytes:
    """Return an edit of the right size and kind in no time.

    Raises:
        ValueError: A material that is kept in part is missing or cannot be read.
    """
    desk = Desk(commission)
    shape = (commission.height, commission.width, 3)
    plain = np.broadcast_to(_colour(commission), shape).copy()
    if any(commission.option(side) for side in SIDES):
        plain = _framed(desk, plain)
    elif commission.job in SEARCHED:
        plain = blend(desk.image, plain, _mask(desk))
    elif commission.job == "remove_background":
        plain = np.dstack([desk.image, _middle(desk)])
    return encode(plain, commission.format)


def _colour(commission: Commission) -> Bytes:
    return np.frombuffer(hashlib.sha256(repr(commission).encode()).digest()[:3], np.uint8)


def _mask(desk: Desk) -> Bytes:
    """Return the mask that came, or what stands for whatever words would find."""
    if desk.mask is None:
        return read_mask(paint_mask(desk.commission))
    return grown(desk.mask, int(desk.number("grow_mask", 0)))


def _middle(desk: Desk) -> Bytes:
    mask = np.zeros((desk.height, desk.width), np.uint8)
    middle, axes = (desk.width // 2, desk.height // 2), (desk.width // 3, desk.height // 3)
    return cv2.ellipse(mask, middle, axes, 0, 0, 360, 255, -1)


def _framed(desk: Desk, plain: Bytes) -> Bytes:
    left, right, up, down = (int(desk.number(side, 0)) for side in SIDES)
    wide, tall = desk.width - left - right, desk.height - up - down
    plain[up : up + tall, left : left + wide] = resized(desk.picture("image"), wide, tall)
    return plain
