"""Sizes by rule: for models that take any width and height within bounds."""

from collections.abc import Iterator
from fractions import Fraction
from math import sqrt

from functions.domain.frozen import frozen

Size = tuple[int, int]

AROUND = (-2, -1, 0, 1, 2)
"""Steps by which each side may move to a size that keeps to every bound."""


@frozen
class Grid:
    """Any width and height within bounds, all included, in pixels.

    Attributes:
        shortest: Least pixels of a side.
        longest: Most pixels of a side.
        step: What both sides are multiples of.
        most_pixels: Width times height at most.
        widest: The longer side is at most so many times the other.
    """

    shortest: int
    longest: int
    step: int
    most_pixels: int
    widest: int

    def holds(self, size: Size) -> bool:
        """Whether the model paints this size."""
        sides = all(self.shortest <= side <= self.longest for side in size)
        steps = all(side % self.step == 0 for side in size)
        shape = max(size) <= self.widest * min(size)
        return sides and steps and shape and size[0] * size[1] <= self.most_pixels

    def exactly(self, ratio: Fraction, area: int) -> Size | None:
        """Return the size of this very shape whose area is nearest, if there is one."""
        wide, high = ratio.numerator * self.step, ratio.denominator * self.step
        sizes = ((wide * n, high * n) for n in range(1, self.longest // max(wide, high) + 1))
        fitting = (size for size in sizes if self.holds(size))
        return min(fitting, key=lambda size: abs(size[0] * size[1] - area), default=None)

    def nearest(self, ratio: Fraction, area: int) -> Size:
        """Return the size whose sides lie nearest to those of `ratio` and `area`.

        What is out of bounds is brought to them first, its shape before its area.
        """
        shape = min(max(ratio, Fraction(1, self.widest)), Fraction(self.widest))
        apart = max(shape, 1 / shape)
        most = min(Fraction(self.most_pixels), self.longest**2 / apart)
        pixels = min(max(Fraction(area), self.shortest**2 * apart), most)
        wide, high = sqrt(pixels * shape), sqrt(pixels / shape)

        def distance(size: Size) -> tuple[float, Fraction]:
            own = Fraction(*size)
            return abs(size[0] - wide) + abs(size[1] - high), max(own / shape, shape / own)

        return min(filter(self.holds, self._around(wide, high)), key=distance)

    def _around(self, wide: float, high: float) -> Iterator[Size]:
        columns, rows = round(wide / self.step), round(high / self.step)
        for east in AROUND:
            for south in AROUND:
                yield (columns + east) * self.step, (rows + south) * self.step

    def __str__(self) -> str:
        """Return the rule for a person."""
        return (
            f"width and height from {self.shortest} to {self.longest}, multiples of {self.step}, "
            f"at most {self.most_pixels:,} pixels, 1:{self.widest} to {self.widest}:1"
        )
