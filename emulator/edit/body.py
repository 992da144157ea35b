"""Where a person's clothes are: shares of the body's height, and what is not skin."""

import cv2
import numpy as np

from emulator.edit.files import Bytes
from emulator.edit.subject import cut, lab, subject

FULL = {
    "hair": (0.0, 0.13),
    "face": (0.02, 0.17),
    "top": (0.16, 0.55),
    "bottom": (0.5, 0.93),
    "dress": (0.16, 0.8),
    "shoes": (0.9, 1.0),
}
BUST = {
    "hair": (0.0, 0.5),
    "face": (0.06, 0.6),
    "top": (0.58, 1.0),
    "bottom": (0.8, 1.0),
    "dress": (0.58, 1.0),
    "shoes": (0.9, 1.0),
}
"""From and to, counted from the crown: of whole figures, and of busts (cut by the frame)."""


def dressed(copy: Bytes, part: str) -> Bytes:
    """Return the mask of one part of the person in a small picture.

    Args:
        copy: The picture.
        part: `hair`, `face`, `top`, `bottom`, `dress` or `shoes`.
    """
    person = _upright(subject(copy))
    _, y, _, tall = cv2.boundingRect(person)
    head = person[y : y + max(1, tall // 4)] > 0
    bust = bool(person[-2:].any()) and head.sum(axis=1).max() > 0.16 * person.shape[1]
    if not bust:
        person = _below(head, person, tall)
    start, end = (BUST if bust else FULL)[part]
    rows = np.zeros(person.shape, bool)
    rows[y + int(start * tall) : y + max(int(start * tall) + 1, round(end * tall))] = True
    meant = (person > 0) & rows
    bare = skin(copy)
    if part == "face":
        meant = meant & bare if (meant & bare).any() else meant
    elif (meant & ~bare).sum() > 0.3 * meant.sum():
        meant = meant & ~bare
    if part == "hair":
        return (meant * 255).astype(np.uint8)
    inner = cv2.erode(meant.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    likely = np.where(inner, 0.95, np.where(meant, 0.6, np.where(rows & ~bare, 0.2, 0.0)))
    found = cut(copy, likely, 2)
    return cv2.bitwise_and(found, person)


def _upright(found: Bytes) -> Bytes:
    """Return the part of a subject that is most like a person: large, and rather tall."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(found)
    if count < 3:
        return found
    sizes = stats[1:]
    shape = sizes[:, cv2.CC_STAT_HEIGHT] / sizes[:, cv2.CC_STAT_WIDTH]
    best = 1 + int(np.argmax(sizes[:, cv2.CC_STAT_AREA] * np.clip(shape, 0.3, 3)))
    return ((labels == best) * 255).astype(np.uint8)


def _below(head: np.ndarray, person: Bytes, tall: int) -> Bytes:
    """Return what of a subject is below its head: who stands does not reach farther."""
    middle = np.flatnonzero(head.any(axis=0)).mean()
    aside = np.abs(np.arange(person.shape[1]) - middle) > 0.3 * tall
    return np.where(aside[None], 0, person).astype(np.uint8)


def skin(copy: Bytes) -> np.ndarray:
    """Return where colours are those of skin, light to dark: a narrow range of hues."""
    own = lab(copy)
    hue = np.degrees(np.arctan2(own[..., 2], own[..., 1]))
    chroma = np.hypot(own[..., 1], own[..., 2])
    warm = (hue > 42) & (hue < 70) & (chroma > 10) & (chroma < 42)
    return warm & (own[..., 0] > 25) & (own[..., 0] < 93)
