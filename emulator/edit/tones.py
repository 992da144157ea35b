"""One picture in the tones of another: means, spreads and how colours hang together."""

import cv2
import numpy as np

from emulator.edit.files import Bytes
from emulator.edit.subject import lab, small


def matched(picture: Bytes, model: Bytes, share: float, mask: np.ndarray | None = None) -> Bytes:
    """Return the picture with its tones drawn towards those of a model.

    The linear map that carries one distribution of colours onto the other with the
    least movement (Pitié and Kokaram, 2007), in Lab.

    Args:
        picture: What is changed.
        model: Whose tones are wanted.
        share: How far, 0 to 1.
        mask: Which pixels of `model` count (not 0); all if None or too few.
    """
    if share <= 0:
        return picture
    own = lab(small(picture, 160)).reshape(-1, 3)
    theirs = _sample(model, mask)
    turn = _least_movement(own, theirs)
    return moved(picture, own.mean(axis=0), theirs.mean(axis=0), turn, share)


def moved(
    picture: Bytes, origin: np.ndarray, goal: np.ndarray, turn: np.ndarray, share: float
) -> Bytes:
    """Return the picture after an affine move of its colours in Lab, in bands of rows."""
    result = np.empty_like(picture)
    turn = np.eye(3) + (turn - np.eye(3)) * share
    shift = origin + (goal - origin) * share - turn @ origin
    affine = np.column_stack([turn, shift]).astype(np.float32)
    for top in range(0, picture.shape[0], 256):
        rows = slice(top, top + 256)
        result[rows] = from_lab(cv2.transform(lab(picture[rows]), affine))
    return result


def from_lab(colours: np.ndarray) -> Bytes:
    """Return bytes of colours in Lab; what no screen shows is clipped."""
    rgb = cv2.cvtColor(np.ascontiguousarray(colours, np.float32), cv2.COLOR_LAB2RGB)
    return (np.clip(rgb, 0, 1) * 255 + 0.5).astype(np.uint8)


def _sample(model: Bytes, mask: np.ndarray | None) -> np.ndarray:
    copy = small(model, 160)
    colours = lab(copy).reshape(-1, 3)
    if mask is None:
        return colours
    size = (copy.shape[1], copy.shape[0])
    chosen = cv2.resize((mask > 0).astype(np.uint8), size, interpolation=cv2.INTER_NEAREST)
    kept = colours[chosen.ravel() > 0]
    return kept if len(kept) > 24 else colours


def _least_movement(own: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    """Return the matrix that turns the first covariance into the second, kept gentle."""
    first, second = (np.cov(colours.T) + np.eye(3) * 4.0 for colours in (own, theirs))
    root = _root(first)
    back = np.linalg.inv(root)
    turn = back @ _root(root @ second @ root) @ back
    values, vectors = np.linalg.eigh((turn + turn.T) / 2)
    return (vectors * np.clip(values, 0.35, 2.4)) @ vectors.T


def _root(matrix: np.ndarray) -> np.ndarray:
    values, vectors = np.linalg.eigh(matrix)
    return (vectors * np.sqrt(np.maximum(values, 1e-9))) @ vectors.T
