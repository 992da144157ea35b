"""Which known spot of a picture looks most like what surrounds an unknown pixel.

Patches are compared as Barnes et al. do (PatchMatch, SIGGRAPH 2009): good matches are
handed to neighbours and bettered by chance; on tiny pictures every spot is tried.
"""

from dataclasses import dataclass

import numpy as np

SIDE = 5
REACH = SIDE // 2
EXACT = 6_000_000
"""Pairs of patches that are all compared; with more of them, chance searches."""

CHANCE = 1e-4
"""How much chance decides between spots that look alike."""

LEVEL = 0.05
"""How much a spot of another height costs: sky is sought in the sky."""


@dataclass(slots=True)
class Puzzle:
    """One size of a picture with a hole.

    Attributes:
        pixels: Height × width × 3, float32, 0 to 1; the hole holds the present guess.
        hole: Where pixels are unknown.
        spots: Rows and columns of the centres that may be copied.
        rng: All chance.
    """

    pixels: np.ndarray
    hole: np.ndarray
    spots: tuple[np.ndarray, np.ndarray]
    rng: np.random.Generator

    def patches(self) -> np.ndarray:
        """Return what surrounds every pixel: one row of numbers for each."""
        tall, wide = self.hole.shape
        frame = np.pad(self.pixels, ((REACH, REACH), (REACH, REACH), (0, 0)), mode="reflect")
        views = np.lib.stride_tricks.sliding_window_view(frame, (SIDE, SIDE), axis=(0, 1))
        return views.reshape(tall * wide, -1)

    def searched(self, field: np.ndarray, rounds: int) -> np.ndarray:
        """Return a better field of matches.

        Args:
            field: Height × width; the flat index of each pixel's match so far.
            rounds: How often the search goes over the picture.
        """
        places = np.flatnonzero(self.hole)
        if len(places) * len(self.spots[0]) <= EXACT:
            return self._compared(field, places)
        return self._strolled(field, places, rounds)

    def _compared(self, field: np.ndarray, places: np.ndarray) -> np.ndarray:
        tall, wide = self.hole.shape
        rows = self.patches()
        spots = self.spots[0] * wide + self.spots[1]
        known, sought = rows[spots], rows[places]
        cost = (known * known).sum(1)[None] - 2 * (sought @ known.T)
        cost /= known.shape[1]
        cost += LEVEL * ((places // wide)[:, None] - self.spots[0][None]) ** 2 / tall**2
        cost += self.rng.uniform(0, CHANCE, cost.shape[1]).astype(np.float32)
        better = field.copy()
        better.ravel()[places] = spots[cost.argmin(axis=1)]
        return better

    def _strolled(self, field: np.ndarray, places: np.ndarray, rounds: int) -> np.ndarray:
        tall, wide = self.hole.shape
        rows, allowed = self.patches(), np.zeros(tall * wide, bool)
        allowed[self.spots[0] * wide + self.spots[1]] = True
        y, x = np.divmod(places, wide)
        sought = rows[places]
        best = field.ravel()[places]
        least = self._cost(rows, sought, best, y)
        at = np.full(tall * wide, -1)
        at[places] = np.arange(len(places))
        for step in range(rounds):
            for candidate in self._candidates(y, x, at, best, max(1, 4 >> step)):
                right = allowed[candidate]
                cost = np.full(len(places), np.inf, np.float32)
                cost[right] = self._cost(rows, sought[right], candidate[right], y[right])
                better = cost < least
                best, least = np.where(better, candidate, best), np.where(better, cost, least)
        found = field.copy()
        found.ravel()[places] = best
        return found

    def _candidates(
        self, y: np.ndarray, x: np.ndarray, at: np.ndarray, best: np.ndarray, jump: int
    ) -> list[np.ndarray]:
        """Return what neighbours found, moved along, and what chance finds near."""
        tall, wide = self.hole.shape
        found: list[np.ndarray] = []
        for dy, dx in ((0, -jump), (-jump, 0), (0, jump), (jump, 0)):
            near = at[np.clip(y + dy, 0, tall - 1) * wide + np.clip(x + dx, 0, wide - 1)]
            theirs = np.where(near >= 0, best[near], best)
            move = near >= 0
            found.append(_flat(theirs // wide - dy * move, theirs % wide - dx * move, tall, wide))
        for reach in (tall, tall // 4, 4):
            dy = self.rng.integers(-reach // 3 - 1, reach // 3 + 2, len(y))
            dx = self.rng.integers(-reach - 1, reach + 2, len(y))
            found.append(_flat(best // wide + dy, best % wide + dx, tall, wide))
        return found

    def _cost(
        self, rows: np.ndarray, sought: np.ndarray, spots: np.ndarray, y: np.ndarray
    ) -> np.ndarray:
        tall, wide = self.hole.shape
        gap = rows[spots] - sought
        apart = np.einsum("ij,ij->i", gap, gap) / gap.shape[1]
        return apart + LEVEL * ((spots // wide - y) / tall) ** 2

    def voted(self, field: np.ndarray) -> np.ndarray:
        """Return the picture in which every patch over a pixel has a say in its colour."""
        tall, wide = self.hole.shape
        y, x = np.nonzero(self.hole)
        total = np.zeros((len(y), 3), np.float32)
        for dy in range(-REACH, REACH + 1):
            for dx in range(-REACH, REACH + 1):
                row, column = np.clip(y + dy, 0, tall - 1), np.clip(x + dx, 0, wide - 1)
                there = field[row, column]
                spot = _flat(there // wide - dy, there % wide - dx, tall, wide)
                total += self.pixels.reshape(-1, 3)[spot]
        result = self.pixels.copy()
        result[y, x] = total / SIDE**2
        return result


def _flat(y: np.ndarray, x: np.ndarray, tall: int, wide: int) -> np.ndarray:
    return np.clip(y, 0, tall - 1) * wide + np.clip(x, 0, wide - 1)
