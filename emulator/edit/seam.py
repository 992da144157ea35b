"""No step along the edge of what was filled: tones run on from the known side."""

import cv2
import numpy as np

from emulator.edit.files import Bytes
from emulator.edit.masks import Box, box_of


def levelled(picture: Bytes, hole: np.ndarray, size: tuple[int, int]) -> Bytes:
    """Return the picture with the hole's tones shifted until its edge shows no step.

    The step is measured along the edge, spread over the hole as heat would spread, and
    let go with the distance; as gradient-domain cloning does, without its equations.

    Args:
        picture: The filled picture.
        hole: What was filled.
        size: Height and width of the copy that the step is measured on.
    """
    tall, wide = size
    small = cv2.resize(picture, (wide, tall), interpolation=cv2.INTER_AREA).astype(np.float32)
    new = cv2.resize(hole.astype(np.float32), (wide, tall), interpolation=cv2.INTER_AREA)
    known = (new < 0.01).astype(np.float32)
    new = (new > 0.99).astype(np.float32)
    beyond, own = _mean(small, known), _mean(small, new)
    rim = _near(known) * _near(new) * (1 - known)
    if not rim.any():
        return picture
    shift = _spread((beyond - own) * rim[..., None], rim)
    far = cv2.distanceTransform((known < 0.5).astype(np.uint8), cv2.DIST_L2, 3)
    shift *= np.exp(-far / max(4.0, 0.6 * far.max()))[..., None]
    box = box_of(hole.astype(np.uint8))
    inner, large = hole[box], enlarged_part(shift, hole.shape, box)
    result = picture.copy()
    lifted = picture[box][inner] + large[inner]
    result[box][inner] = np.clip(lifted + 0.5, 0, 255).astype(np.uint8)
    return result


def enlarged_part(small: np.ndarray, shape: tuple[int, int], box: Box) -> np.ndarray:
    """Return a box of what a small picture would be at a larger size.

    Args:
        small: The picture, float32.
        shape: Height and width that it would be enlarged to.
        box: The part of that.
    """
    rows, columns = box
    down, across = shape[0] / small.shape[0], shape[1] / small.shape[1]
    place = np.float64(
        [[across, 0, across / 2 - 0.5 - columns.start], [0, down, down / 2 - 0.5 - rows.start]]
    )
    size = (columns.stop - columns.start, rows.stop - rows.start)
    return cv2.warpAffine(small, place, size, borderMode=cv2.BORDER_REPLICATE)


def _mean(picture: np.ndarray, counted: np.ndarray) -> np.ndarray:
    """Return each pixel's neighbourhood's mean over the pixels that count."""
    total = cv2.GaussianBlur(picture * counted[..., None], (0, 0), 2.0)
    return total / (cv2.GaussianBlur(counted, (0, 0), 2.0) + 1e-4)[..., None]


def _near(counted: np.ndarray) -> np.ndarray:
    return (cv2.dilate(counted, np.ones((5, 5), np.uint8)) > 0).astype(np.float32)


def _spread(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return values everywhere from those on the rim: the nearest count most."""
    total, share = np.zeros_like(values), np.full_like(weights, 1e-9)
    reach = 1.5
    while reach < max(weights.shape):
        total += cv2.GaussianBlur(values, (0, 0), reach) / reach**2
        share += cv2.GaussianBlur(weights, (0, 0), reach) / reach**2
        reach *= 2
    return total / share[..., None]
