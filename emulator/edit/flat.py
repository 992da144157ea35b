"""Edits in one colour: for benchmarks and fault runs, which still must not lie.

What a job keeps is kept here too, what it paints is one colour; nothing is searched.
"""

import hashlib
from dataclasses import replace

import cv2
import numpy as np

from emulator.commission import Commission
from emulator.edit.desk import Desk
from emulator.edit.files import Bytes, read_mask, resized
from emulator.edit.masks import blend, grown
from emulator.edit.outpaint import SIDES
from emulator.masking import paint_mask
from emulator.paint.encode import encode
from emulator.solid import paint_solid

KEEPING = frozenset(
    {"inpaint", "erase", "outpaint", "search_replace", "search_recolor", "virtual_try_on"}
)
"""Jobs that keep what they do not repaint."""


def edit_flat(commission: Commission) -> bytes:
    """Return an edit of the right size and kind in no time.

    Raises:
        ValueError: A material that is kept in part is missing or cannot be read.
    """
    if commission.job == "remove_background":
        desk = Desk(commission)
        return encode(np.dstack([desk.image, _middle(desk)]), commission.format)
    if commission.job not in KEEPING:
        return paint_solid(_told(commission))
    desk = Desk(commission)
    plain = np.broadcast_to(_colour(commission), (desk.height, desk.width, 3)).copy()
    if any(commission.option(side) for side in SIDES):
        return encode(_framed(desk, plain), commission.format)
    return encode(blend(desk.image, plain, _mask(desk)), commission.format)


def _told(commission: Commission) -> Commission:
    """Return a commission that tells its pictures apart by their digests: they are long."""
    digests = ((part, hashlib.sha256(file).digest()) for part, file in commission.materials)
    return replace(commission, materials=tuple(digests))


def _colour(commission: Commission) -> Bytes:
    told = repr(_told(commission)).encode()
    return np.frombuffer(hashlib.sha256(told).digest()[:3], np.uint8)


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
