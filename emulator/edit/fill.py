"""Filling holes with what surrounds them, from coarse to fine."""

from collections.abc import Iterator

import cv2
import numpy as np

from emulator.edit.files import Bytes
from emulator.edit.masks import Box, box_of
from emulator.edit.patches import REACH, Puzzle
from emulator.edit.seam import enlarged_part, levelled

SIZES = (36, 64, 112, 192)
"""Longer sides at which the hole is searched; finer pixels are copied as found there."""

ROUNDS = {36: 8, 64: 4, 112: 3, 192: 2}


def filled(image: Bytes, mask: Bytes, rng: np.random.Generator) -> Bytes:
    """Return the picture with every pixel that is not black in `mask` painted anew.

    Args:
        image: The picture.
        mask: What is unknown.
        rng: Decides between spots that fit alike.
    """
    result = image.copy()
    if not mask.any():
        return result
    box = _surroundings(mask)
    part, hole = image[box], mask[box] > 0
    if hole.all():
        result[box] = cv2.GaussianBlur(part, (0, 0), max(part.shape) / 6)
        return result
    result[box] = _completed(part, hole, rng)
    return result


def _surroundings(mask: Bytes) -> Box:
    """Return the hole's box and as much around it as it is large, each way."""
    left, top, width, height = cv2.boundingRect(mask)
    more = max(32, round(0.9 * min(max(width, height), 2.5 * min(width, height))))
    return (
        slice(max(0, top - more), top + height + more),
        slice(max(0, left - more), left + width + more),
    )


def _completed(part: Bytes, hole: np.ndarray, rng: np.random.Generator) -> Bytes:
    sizes = [size for size in SIZES if size < max(hole.shape)] or [max(hole.shape)]
    puzzle, field = None, None
    for size in sizes:
        finer = _puzzle(part, hole, size, rng)
        if finer is None:
            continue
        field = _begun(finer) if puzzle is None or field is None else _refined(finer, puzzle, field)
        puzzle = finer
        for _ in range(ROUNDS.get(size, 3)):
            field = puzzle.searched(field, 2)
            puzzle.pixels = puzzle.voted(field)
    if puzzle is None or field is None:
        return cv2.inpaint(part, hole.astype(np.uint8), 5, cv2.INPAINT_TELEA)
    return _copied(part, hole, puzzle, field)


def _puzzle(part: Bytes, hole: np.ndarray, size: int, rng: np.random.Generator) -> Puzzle | None:
    """Return the hole at a size; None if nothing whole is left to copy there."""
    scale = min(1.0, size / max(hole.shape))
    wide, tall = (max(1, round(side * scale)) for side in (hole.shape[1], hole.shape[0]))
    known = cv2.resize((~hole).astype(np.float32), (wide, tall), interpolation=cv2.INTER_AREA)
    colours = np.where(hole[..., None], 0, part)
    small = cv2.resize(colours, (wide, tall), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    small /= np.maximum(known, 1e-3)[..., None]
    unknown = known < 0.999
    whole = cv2.erode(
        (~unknown).astype(np.uint8), np.ones((2 * REACH + 1, 2 * REACH + 1)), borderValue=1
    )
    if min(wide, tall) <= 2 * REACH or not whole.any():
        return None
    return Puzzle(np.clip(small, 0, 1), unknown, np.nonzero(whole), rng)


def _begun(puzzle: Puzzle) -> np.ndarray:
    """Guess the colours from the hole's edge, and let each pixel match itself."""
    rough = cv2.inpaint(
        (puzzle.pixels * 255).astype(np.uint8), puzzle.hole.astype(np.uint8), 3, cv2.INPAINT_TELEA
    )
    puzzle.pixels[puzzle.hole] = rough[puzzle.hole].astype(np.float32) / 255
    return _nearest(puzzle, np.arange(puzzle.hole.size).reshape(puzzle.hole.shape))


def _refined(finer: Puzzle, coarser: Puzzle, field: np.ndarray) -> np.ndarray:
    """Carry guess and matches over to a finer size."""
    (tall, wide), (low, slim) = finer.hole.shape, coarser.hole.shape
    guess = cv2.resize(coarser.pixels, (wide, tall), interpolation=cv2.INTER_LINEAR)
    finer.pixels[finer.hole] = guess[finer.hole]
    rows, columns = np.mgrid[:tall, :wide]
    y, x = rows * low // tall, columns * slim // wide
    there = field[y, x]
    row = np.clip(rows + (there // slim - y) * tall // low, 0, tall - 1)
    column = np.clip(columns + (there % slim - x) * wide // slim, 0, wide - 1)
    return _nearest(finer, row * wide + column)


def _nearest(puzzle: Puzzle, field: np.ndarray) -> np.ndarray:
    """Move matches that may not be copied to some spot that may."""
    tall, wide = puzzle.hole.shape
    spots = puzzle.spots[0] * wide + puzzle.spots[1]
    allowed = np.zeros(tall * wide, bool)
    allowed[spots] = True
    wrong = puzzle.hole & ~allowed[field]
    field = np.where(puzzle.hole, field, np.arange(tall * wide).reshape(tall, wide))
    field[wrong] = puzzle.rng.choice(spots, int(wrong.sum()))
    return field


def _copied(part: Bytes, hole: np.ndarray, puzzle: Puzzle, field: np.ndarray) -> Bytes:
    """Copy the picture's own pixels as the small field tells, and level their tones.

    Each pixel asks the four small ones around it: where they agree, it is a copy; where
    patches meet, it is a mixture. Only the hole's box is worked on at full size.
    """
    low, slim = puzzle.hole.shape
    rows, columns = np.mgrid[:low, :slim].astype(np.float32)
    moves = np.dstack([field % slim - columns, field // slim - rows]).astype(np.float32)
    moves = np.dstack([cv2.medianBlur(moves[..., 0], 5), cv2.medianBlur(moves[..., 1], 5)])
    tone = cv2.GaussianBlur(puzzle.pixels - puzzle.pixels.reshape(-1, 3)[field], (0, 0), 2.0)
    box = box_of(hole.astype(np.uint8))
    voted = enlarged_part(puzzle.pixels * 255, hole.shape, box)
    total = enlarged_part(tone * 255, hole.shape, box)
    for copy, share in _asked(part, hole, moves, voted, box):
        total += copy * share[..., None]
    result = part.copy()
    inner = hole[box]
    result[box][inner] = np.clip(total[inner] + 0.5, 0, 255).astype(np.uint8)
    return levelled(result, hole, puzzle.hole.shape)


def _asked(
    part: Bytes, hole: np.ndarray, moves: np.ndarray, voted: np.ndarray, box: Box
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield the copy that each of the four neighbours proposes, and its share."""
    (tall, wide), (low, slim) = hole.shape, moves.shape[:2]
    scale = np.float32([wide / slim, tall / low])
    down, across = (np.arange(each.start, each.stop, dtype=np.float32) for each in box)
    y = np.clip((down + 0.5) * low / tall - 0.5, 0, low - 1)
    x = np.clip((across + 0.5) * slim / wide - 0.5, 0, slim - 1)
    unknown = hole.astype(np.uint8)
    for lower in (0, 1):
        row = np.minimum(y.astype(int) + lower, low - 1)
        upright = np.abs(1 - lower - y % 1)
        for right in (0, 1):
            column = np.minimum(x.astype(int) + right, slim - 1)
            move = moves[row[:, None], column[None]] * scale
            move[..., 0] += across[None]
            move[..., 1] += down[:, None]
            copy = cv2.remap(part, move, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
            stray = cv2.remap(unknown, move, None, cv2.INTER_NEAREST) > 0
            share = upright[:, None] * np.abs(1 - right - x % 1)[None]
            yield np.where(stray[..., None], voted, copy), share
