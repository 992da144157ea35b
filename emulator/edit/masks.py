"""Masks: 8-bit grey, white repaints, and what is black stays to the bit."""

import cv2
import numpy as np

from emulator.edit.files import Bytes

Box = tuple[slice, slice]
"""Rows and columns of a part of a picture."""


def grown(mask: Bytes, reach: int) -> Bytes:
    """Return the mask with its white grown by `reach` pixels that fade outwards.

    Distances instead of a dilation: its time does not depend on the reach.
    """
    if reach <= 0 or not mask.any():
        return mask
    away = cv2.distanceTransform((mask < 128).astype(np.uint8), cv2.DIST_L2, 5)
    fading = np.clip((reach + 1 - away) / (reach / 2 + 1), 0, 1)
    return np.maximum(mask, (fading * 255).astype(np.uint8))


def box_of(mask: Bytes, margin: float = 0.0) -> Box:
    """Return the smallest box around all that is not black, and a margin.

    Args:
        mask: The mask; an all black one has an empty box.
        margin: What is added on each side, in shares of the box's longer side.
    """
    left, top, width, height = cv2.boundingRect(mask)
    more = round(margin * max(width, height))
    return (
        slice(max(0, top - more), top + height + more),
        slice(max(0, left - more), left + width + more),
    )


def inside(mask: Bytes, reach: float) -> np.ndarray:
    """Return how deep in the mask each pixel lies: 0 at its edge, 1 from `reach` on.

    The picture's own edge is no edge of the mask.
    """
    deep = cv2.distanceTransform((mask > 0).astype(np.uint8), cv2.DIST_L2, 3)
    share = np.clip(deep / max(1.0, reach), 0, 1)
    return share * share * (3 - 2 * share)


def blend(kept: Bytes, painted: Bytes, mask: Bytes) -> Bytes:
    """Lay `painted` over `kept` as far as the mask is white.

    Whole numbers, so that black keeps every bit and white takes every bit; only the
    box around the mask is touched, so that a small mask is cheap on a large picture.
    """
    box = box_of(mask)
    share = mask[box].astype(np.uint16)[..., None]
    under, over = kept[box], painted[box]
    result = kept.copy()
    result[box] = (under * (255 - share) + over * share + 127) // 255
    return result
