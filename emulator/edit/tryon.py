"""A garment of one picture on the person of another."""

import cv2
import numpy as np

from emulator.edit.body import dressed, skin
from emulator.edit.desk import Desk
from emulator.edit.edges import sharpened
from emulator.edit.files import Bytes, resized
from emulator.edit.fill import filled
from emulator.edit.masks import blend, box_of, inside
from emulator.edit.region import region
from emulator.edit.subject import small, subject
from emulator.paint.blur import blurred

PARTS = {
    "shoes": ("FOOTWEAR", "SHOES", "BOOTS"),
    "bottom": ("LOWER", "PANTS"),
    "dress": ("FULL", "DRESS"),
}
"""Where Nova Canvas's garment classes are worn; all others are for the upper body."""

PRESERVED = ("preserve_hands", "preserve_face")
"""Options that keep the garment off the skin; poses are kept anyhow."""

SEAMS = {"seamless": 7, "detailed": 0}
"""How far the garment fades into the picture, in pixels; 3 otherwise."""


def virtual_try_on(desk: Desk) -> Bytes:
    """Lay the garment's colours and texture over its place on the person."""
    mask = mask_of(desk)
    if not mask.any():
        return desk.image
    seam = SEAMS.get(desk.words("merge_style").lower(), 3)
    worn = _worn(desk.image, garment(desk.picture("reference_image"), desk), mask)
    faded = (inside(mask, seam) * mask).astype(np.uint8) if seam else mask
    return blend(desk.image, worn, faded)


def mask_of(desk: Desk) -> Bytes:
    """Return where the garment goes: never over what is to be preserved."""
    place = _place(desk)
    if "ON" not in {desk.words(name) for name in PRESERVED}:
        return place
    bare = skin(small(desk.image)).astype(np.uint8) * 255
    return cv2.subtract(place, resized(bare, desk.width, desk.height))


def _place(desk: Desk) -> Bytes:
    """Return the mask that came, the words' region, or the garment's usual place."""
    if desk.mask is not None:
        return desk.mask
    if desk.words("region"):
        found = region(desk.image, desk.words("region"))
    else:
        part = _part(desk.words("garment_class"))
        found = sharpened(dressed(small(desk.image), part), desk.image)
    if desk.words("mask_shape").upper() != "BOUNDING_BOX":
        return found
    boxed = np.zeros_like(found)
    boxed[box_of((found > 127).astype(np.uint8))] = 255
    return boxed


def garment(reference: Bytes, desk: Desk) -> Bytes:
    """Return the garment alone: cut out of its picture, its surroundings filled with cloth."""
    copy = small(reference)
    shown = subject(copy)
    mask = sharpened(
        dressed(copy, _part(desk.words("garment_class"))) if _has_face(copy, shown) else shown,
        reference,
    )
    box = box_of((mask > 127).astype(np.uint8))
    if mask[box].size == 0:
        return reference
    cloth, known = reference[box], mask[box]
    scale = min(1.0, 512 / max(known.shape))
    size = max(1, round(known.shape[1] * scale)), max(1, round(known.shape[0] * scale))
    cloth = cv2.resize(cloth, size, interpolation=cv2.INTER_AREA)
    known = cv2.resize(known, size, interpolation=cv2.INTER_AREA)
    missing = (known < 200).astype(np.uint8) * 255
    return filled(cloth, missing, desk.rng("cloth"))


def _has_face(copy: Bytes, shown: Bytes) -> bool:
    """Whether it is somebody who wears the garment that is shown."""
    _, top, _, tall = cv2.boundingRect(shown)
    head = slice(top, top + max(1, tall // 2))
    return float((skin(copy)[head] & (shown[head] > 0)).mean()) > 0.04


def _worn(image: Bytes, cloth: Bytes, mask: Bytes) -> Bytes:
    """Return the picture with cloth over the mask's box, in the folds that were there."""
    result, box = image.copy(), box_of(mask)
    under = image[box]
    tall, wide = under.shape[:2]
    over = cv2.resize(cloth, (wide, tall), interpolation=cv2.INTER_CUBIC).astype(np.float32)
    light = cv2.cvtColor(under, cv2.COLOR_RGB2GRAY).astype(np.float32) + 24
    share = mask[box].astype(np.float32) / 255
    reach = 0.14 * max(tall, wide)
    usual = blurred(light * share, reach) / (blurred(share, reach) + 1e-3)
    folds = np.where(share > 0.02, light / np.maximum(usual, 1), 1.0)
    result[box] = np.clip(over * np.clip(folds, 0.45, 1.5)[..., None] + 0.5, 0, 255)
    return result


def _part(garment_class: str) -> str:
    told = garment_class.upper()
    return next((part for part, names in PARTS.items() if any(n in told for n in names)), "top")
