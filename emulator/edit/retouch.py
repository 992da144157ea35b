"""Jobs on a part of a picture: all other pixels stay to the bit."""

import cv2

from emulator.edit.desk import Desk
from emulator.edit.files import Bytes
from emulator.edit.fill import filled
from emulator.edit.masks import blend, grown
from emulator.edit.nouns import region_of
from emulator.edit.recolour import recoloured, target_of
from emulator.edit.region import region
from emulator.edit.repaint import repainted

SEARCHED_GROWTH = 5
"""Pixels by which a found region grows unless told: its soft edge belongs to it.

https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
(checked 2026-11-22): grow_mask, 0 to 20, default 5.
"""


def mask_of(desk: Desk) -> Bytes:
    """Return what is repainted: the mask that came, or what the words find; grown.

    Raises:
        ValueError: Neither came.
    """
    words, growth = desk.words("region"), int(desk.number("grow_mask", 0))
    if desk.mask is not None:
        return grown(desk.mask, growth)
    if not words:
        raise ValueError(f"{desk.commission.job} needs a mask, or words for a region")
    found = grown(region(desk.image, words), int(desk.number("grow_mask", SEARCHED_GROWTH)))
    return _rounded(found) if desk.prompt and desk.commission.job == "inpaint" else found


def inpaint(desk: Desk) -> Bytes:
    """Paint the prompt into the mask; without a prompt, remove what is there."""
    if not desk.prompt:
        return erase(desk)
    mask = mask_of(desk)
    painted = repainted(desk.commission, desk.image, mask, desk.rng("fill"), sky=_is_sky(desk))
    return blend(desk.image, painted, mask)


def search_replace(desk: Desk) -> Bytes:
    """Put what the prompt names in the place of what the words find.

    Its outline is its own: it need not fit into that of what was there.
    """
    mask = mask_of(desk)
    mask = grown(mask, round(0.012 * min(mask.shape)))
    painted = repainted(desk.commission, desk.image, mask, desk.rng("fill"), sky=_is_sky(desk))
    return blend(desk.image, painted, mask) if _is_sky(desk) else painted


def erase(desk: Desk) -> Bytes:
    """Fill the mask with what surrounds it."""
    mask = mask_of(desk)
    return blend(desk.image, filled(desk.image, mask, desk.rng("fill")), mask)


def recolour(desk: Desk) -> Bytes:
    """Give a region the prompt's colour, its light and shade kept."""
    mask = mask_of(desk)
    target = target_of(desk.commission, desk.prompt)
    return blend(desk.image, recoloured(desk.image, mask, target), mask)


def _is_sky(desk: Desk) -> bool:
    return desk.mask is None and region_of(desk.words("region")) == "sky"


def _rounded(mask: Bytes) -> Bytes:
    """Return the mask with its dents filled: another thing has another outline."""
    points = cv2.findNonZero(mask)
    if points is None:
        return mask
    return cv2.fillConvexPoly(mask.copy(), cv2.convexHull(points), 255)
