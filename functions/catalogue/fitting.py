"""From the pixels that a picture has to pixels that a model takes: pure geometry."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil, sqrt

from functions.catalogue.grid import Size
from functions.catalogue.pictures import PictureRule
from functions.domain.input import Fitting

ALMOST = Fraction(101, 100)
"""How far apart two shapes may be that are one but for rounding: no eye sees it."""

AROUND = (0, -1, 1, -2, 2)
"""Steps by which a rounded side may move to keep to every bound."""


def as_is(size: Size) -> Fitting:
    """Return the fitting that changes no pixel."""
    return Fitting((0, 0, *size), size, size)


def fitting(size: Size, rule: PictureRule, how: str) -> Fitting | None:
    """Return how a picture of `size` is brought to one that `rule` holds.

    No pixel is stretched: what `resize` cannot do without, it does not (None), `crop`
    cuts evenly at both ends, and `pad` lays the whole picture on a larger canvas.

    Args:
        size: Width and height of the picture.
        rule: What the model takes.
        how: `resize`, `crop` or `pad`.
    """
    if rule.holds(size):
        return as_is(size)
    shape = Fraction(*size)
    if not rule.sizes:
        return _between(size, _allowed(shape, rule), rule, how)
    same = [each for each in rule.sizes if _alike(size, each)]
    if same:
        return replace(as_is(size), scale=_nearest(size, same), canvas=_nearest(size, same))
    if how == "resize":
        return None
    target = min(rule.sizes, key=lambda each: (_apart(shape, Fraction(*each)), -each[0] * each[1]))
    return _laid(size, target, how)


def _between(size: Size, shape: Fraction, rule: PictureRule, how: str) -> Fitting | None:
    own = Fraction(*size)
    if shape == own:
        target = _scaled(size, rule)
        return target and replace(as_is(size), scale=target, canvas=target)
    if how == "resize":
        return None
    cut = _cut(size, shape) if how == "crop" else _grown(size, shape)
    target = _scaled(cut, rule)
    return target and _laid(size, target, how)


def _allowed(shape: Fraction, rule: PictureRule) -> Fraction:
    """Return the nearest shape that a rule allows."""
    bounds = [Fraction(rule.longest, rule.shortest), Fraction(rule.most_pixels, rule.shortest**2)]
    if rule.widest:
        bounds.append(Fraction(rule.widest))
    widest = min(bounds)
    return min(max(shape, 1 / widest), widest)


def _scaled(size: Size, rule: PictureRule) -> Size | None:
    """Return the size of this shape that a rule holds, as near to `size` as may be."""
    short, long, area = min(size), max(size), size[0] * size[1]
    least = max(rule.shortest / short, sqrt(rule.least_pixels / area))
    most = min(rule.longest / long, sqrt(rule.most_pixels / area))
    factor = min(max(1.0, least), most)
    return next(filter(rule.holds, _near(size[0] * factor, size[1] * factor)), None)


def _near(width: float, height: float) -> Iterator[Size]:
    steps = sorted(((x, y) for x in AROUND for y in AROUND), key=lambda each: sum(map(abs, each)))
    for across, down in steps:
        yield max(1, round(width) + across), max(1, round(height) + down)


def _cut(size: Size, shape: Fraction) -> Size:
    """Return the largest part of `size` that has this shape."""
    width, height = size
    if Fraction(*size) > shape:
        return max(1, int(height * shape)), height
    return width, max(1, int(width / shape))


def _grown(size: Size, shape: Fraction) -> Size:
    """Return the smallest canvas of this shape that holds `size`."""
    width, height = size
    if Fraction(*size) > shape:
        return width, ceil(width / shape)
    return ceil(height * shape), height


def _laid(size: Size, target: Size, how: str) -> Fitting:
    """Return how `size` fills `target`, cut or padded evenly at both ends."""
    shape = Fraction(*target)
    if how == "crop":
        kept = _cut(size, shape)
        box = ((size[0] - kept[0]) // 2, (size[1] - kept[1]) // 2, *kept)
        return Fitting(box, target, target)
    factor = min(Fraction(target[0], size[0]), Fraction(target[1], size[1]))
    scale = (max(1, round(size[0] * factor)), max(1, round(size[1] * factor)))
    offset = ((target[0] - scale[0]) // 2, (target[1] - scale[1]) // 2)
    return Fitting((0, 0, *size), scale, target, offset)


def _alike(size: Size, other: Size) -> bool:
    """Whether two sizes have one shape, but for the rounding of a side to a pixel."""
    rounded = abs(size[0] * other[1] - size[1] * other[0]) < max(*size, *other)
    return rounded and _apart(Fraction(*size), Fraction(*other)) <= ALMOST


def _nearest(size: Size, sizes: list[Size]) -> Size:
    return min(sizes, key=lambda each: abs(each[0] * each[1] - size[0] * size[1]))


def _apart(shape: Fraction, other: Fraction) -> Fraction:
    return max(shape / other, other / shape)
