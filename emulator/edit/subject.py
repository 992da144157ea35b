"""Who or what a picture is about: found by how it stands out, cut out by its colours."""

import cv2
import numpy as np

from emulator.edit.enclosed import enclosed
from emulator.edit.files import Bytes

SIDE = 288
"""Longer side of the copy that is looked at; enough to find, and quick to cut out."""


def small(image: Bytes, side: int = SIDE) -> Bytes:
    """Return a copy whose longer side is at most `side`, and no side below 8."""
    tall, wide = image.shape[:2]
    scale = min(1.0, side / max(tall, wide))
    size = (max(8, round(wide * scale)), max(8, round(tall * scale)))
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA)


def lab(image: Bytes) -> np.ndarray:
    """Return the picture as float32 CIE Lab: L 0 to 100, a and b about -100 to 100."""
    return cv2.cvtColor(image.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)


def standing_out(image: Bytes) -> np.ndarray:
    """Return how much each pixel of a small picture stands out, 0 to 1.

    What a landscape, a wall or a studio has at that height to the left and to the
    right is its background, so a pixel is compared with the sides of its own rows,
    with the picture's frame, and, since fields and skies are textured, softly; what
    hangs together with the frame counts little.
    """
    colours = cv2.GaussianBlur(lab(image), (0, 0), max(image.shape[:2]) / 90)
    tall, wide = colours.shape[:2]
    rim = max(2, wide // 12)
    sides = np.concatenate([colours[:, :rim], colours[:, -rim:]], axis=1)
    usual = cv2.GaussianBlur(np.median(sides, axis=1)[:, None], (1, 0), 0, sigmaY=tall / 24)
    middle = np.median(colours, axis=1)[:, None]
    from_sides = np.linalg.norm(colours - usual, axis=2)
    from_row = np.linalg.norm(colours - middle, axis=2)
    from_frame = _from_frame(colours, rim)
    apart = from_frame * 0.6 + from_sides * 0.7 + from_row * 0.3
    y, x = np.mgrid[-1 : 1 : tall * 1j, -1 : 1 : wide * 1j]
    central = np.exp(-(x * x * 1.3 + (y - 0.15) ** 2 * 1.1))
    found = apart * central.astype(np.float32) * (0.12 + 0.88 * enclosed(lab(image)))
    found = cv2.GaussianBlur(found, (0, 0), max(tall, wide) / 60)
    low, high = np.percentile(found, (20, 99.5))
    return np.clip((found - low) / max(1e-3, high - low), 0, 1)


def from_edge(own: np.ndarray, *, top: bool) -> np.ndarray:
    """Return how much each pixel is of the upper (or lower) edge's stuff, 0 to 1.

    Common colours of the edge's strip, met on a way down (or up) without a contour.

    Args:
        own: A small picture in Lab.
        top: Whether the upper edge is meant.
    """
    tall = own.shape[0]
    strip = own[: max(3, tall // 8)] if top else own[-max(3, tall // 6) :]
    points = np.ascontiguousarray(strip.reshape(-1, 3))
    stop = (cv2.TERM_CRITERIA_MAX_ITER, 10, 0.0)
    _, labels, colours = cv2.kmeans(points, 4, np.empty(0), stop, 1, cv2.KMEANS_PP_CENTERS)
    common = colours[np.bincount(labels.ravel(), minlength=4) > 0.12 * len(points)]
    gap = np.min([np.linalg.norm(own - colour, axis=2) for colour in common], axis=0)
    step = np.abs(np.diff(own[..., 0], axis=0, prepend=own[:1, :, 0]))
    barrier = np.clip(cv2.blur(step, (5, 1)) - 3, 0, None)
    way = np.cumsum(barrier, axis=0) if top else np.cumsum(barrier[::-1], axis=0)[::-1]
    return np.exp(-((gap / 30) ** 2) - way / 30)


def _from_frame(colours: np.ndarray, rim: int) -> np.ndarray:
    """Return the distance of each colour from the nearest common colour of the frame."""
    frame = np.concatenate(
        [part.reshape(-1, 3) for part in (colours[:rim], colours[:, :rim], colours[:, -rim:])]
    )
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 0.5)
    count = min(7, len(frame))
    _, _, common = cv2.kmeans(frame, count, np.empty(0), stop, 1, cv2.KMEANS_PP_CENTERS)
    gaps = [np.linalg.norm(colours - colour, axis=2) for colour in common]
    return np.min(gaps, axis=0)


def subject(image: Bytes) -> Bytes:
    """Return the subject of a small picture as a mask, white where it is.

    The most conspicuous blob and what belongs to it; a picture without any (fog, one
    colour) gets the ellipse in its middle, so that every picture has a subject.
    """
    found = standing_out(image)
    level = max(0.3, float(_otsu(found)) * 0.9)
    seed = _greatest((found > level).astype(np.uint8), found)
    if seed.sum() < 12:
        return _middle(*image.shape[:2])
    likely = np.where(seed > 0, 0.55 + 0.45 * found, np.minimum(found, 0.45))
    return cut(image, likely)


def cut(image: Bytes, likely: np.ndarray, rounds: int = 3) -> Bytes:
    """Return the mask that colours and edges make of a rough guess (GrabCut).

    Args:
        image: A small picture.
        likely: How likely each pixel is meant, 0 to 1; from 0.5 on it rather is.
        rounds: GrabCut's iterations.
    """
    marks = np.full(likely.shape, cv2.GC_PR_BGD, np.uint8)
    marks[likely >= 0.5] = cv2.GC_PR_FGD
    marks[likely >= 0.93] = cv2.GC_FGD
    marks[likely <= 0.06] = cv2.GC_BGD
    meant = np.isin(marks, (cv2.GC_FGD, cv2.GC_PR_FGD))
    if meant.all() or not meant.any():
        return (meant * 255).astype(np.uint8)
    models = np.zeros((1, 65)), np.zeros((1, 65))
    bgr = np.ascontiguousarray(image[..., ::-1])
    cv2.grabCut(bgr, marks, None, *models, rounds, cv2.GC_INIT_WITH_MASK)
    mask = np.isin(marks, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    tidy = _whole(mask, likely)
    return (tidy if tidy.sum() > 0.2 * meant.sum() else meant).astype(np.uint8) * 255


def _whole(mask: np.ndarray, likely: np.ndarray) -> np.ndarray:
    """Drop specks, fill pinholes."""
    tool = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3))
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, tool)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    weight = np.bincount(labels.ravel(), likely.ravel(), count)
    weight[0] = 0
    kept = np.flatnonzero(weight >= 0.12 * weight.max())
    mask = np.isin(labels, kept[kept > 0]).astype(np.uint8)
    holes, labels, stats, _ = cv2.connectedComponentsWithStats(1 - mask)
    pinholes = [n for n in range(1, holes) if stats[n, cv2.CC_STAT_AREA] < 0.004 * mask.size]
    mask[np.isin(labels, pinholes)] = 1
    return mask


def _greatest(mask: np.ndarray, found: np.ndarray) -> np.ndarray:
    """Keep the blob that stands out most in all, and others that nearly do."""
    count, labels = cv2.connectedComponents(mask)
    weight = np.bincount(labels.ravel(), (found**2).ravel(), count)
    weight[0] = 0
    return np.isin(labels, np.flatnonzero(weight > 0.4 * max(weight.max(), 1e-6))).astype(np.uint8)


def _otsu(found: np.ndarray) -> float:
    grey = (found * 255).astype(np.uint8)
    level, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    return level / 255


def _middle(tall: int, wide: int) -> Bytes:
    mask = np.zeros((tall, wide), np.uint8)
    axes = (max(1, wide // 4), max(1, tall // 4))
    return cv2.ellipse(mask, (wide // 2, tall // 2), axes, 0, 0, 360, 255, -1)
