"""A comparison as requests, and its pictures as a grid. Pure.

One or two axes vary, rows first; everything else stays, the seed too, so that cells differ by
nothing but their labels. Models are compared by a generation each, the rest is one sweep.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

from easel_client import Generation, Image

PARTS = ("image_type", "description", "style")
MODEL = "model"
WORDS = "text_to_image"
PICTURE = "image_to_image"
"""Tasks by which the cells of a grid are painted: from words alone, or from a picture too."""
STRENGTH = "strength"
SIDES = ("rows", "columns")
MOST_CELLS = 50
"""Images of one generation."""
MOST_VALUES = 10
"""Values of one axis."""

Place = tuple[int, int]
"""Row and column, from 0."""


class NotASweep(ValueError):
    """Generations that were not asked for here, so that nobody knows their axes."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A model that refused its part of a grid, and the code of its refusal."""

    model: str
    code: str


@dataclass(frozen=True, slots=True)
class Axis:
    """What varies along a side of the grid: a prompt part, `seed`, `model` or a parameter."""

    name: str
    values: tuple[Any, ...]


def cells(axes: Sequence[Axis]) -> int:
    """Return how many pictures a grid has."""
    return prod(len(axis.values) for axis in axes)


def requests(base: Mapping[str, Any], axes: Sequence[Axis], *, group: str) -> list[dict[str, Any]]:
    """Return the generations that paint a grid.

    Args:
        base: A request for one picture: what no axis varies.
        axes: Rows, and columns if there are two.
        group: Ties several generations together.
    """
    swept = {axis.name: axis.values for axis in axes}
    parts = {name: _listed(values) for name, values in swept.items() if name in PARTS}
    sweep = {n: list(values) for n, values in swept.items() if n not in PARTS and n != MODEL}
    kept = {name: value for name, value in base.items() if name not in sweep}
    own = {n: v for n, v in base.get("parameters", {}).items() if n not in sweep}
    request = kept | {
        "prompt": dict(base.get("prompt") or {}) | parts,
        "parameters": own,
        "sweep": sweep,
        "count": 1,
        "group": group,
        "metadata": {side: axis.name for side, axis in zip(SIDES, axes, strict=False)},
    }
    said = {name: value for name, value in request.items() if value not in ({}, None)}
    return [said | {MODEL: model} for model in swept.get(MODEL, (base[MODEL],))]


def axes_of(generations: Sequence[Generation], models: Sequence[str] = ()) -> list[Axis]:
    """Return the axes of a grid, from its records.

    Args:
        generations: Those that were begun.
        models: All that were asked, in their order, where some refused.

    Raises:
        NotASweep: the records do not name them.
    """
    first = generations[0]
    names = [first.metadata[side] for side in SIDES if side in first.metadata]
    if not names:
        raise NotASweep(first.id)
    try:
        return [
            Axis(name, tuple(models) if models and name == MODEL else _values(name, generations))
            for name in names
        ]
    except (KeyError, TypeError) as odd:
        raise NotASweep(first.id) from odd


def placed(generations: Sequence[Generation], axes: Sequence[Axis]) -> dict[Place, Image]:
    """Return each image at its row and column."""
    grid: dict[Place, Image] = {}
    for generation in generations:
        for image in generation.images:
            at = place(axes, dict(image.cell) | {MODEL: generation.request.get(MODEL)})
            if at:
                grid[at] = image
    return grid


def place(axes: Sequence[Axis], values: Mapping[str, Any]) -> Place | None:
    """Return where a cell with these values stands; None where they are on no axis."""
    at = [_index(axis, values) for axis in axes]
    known = [index for index in at if index is not None]
    if len(known) < len(at):
        return None
    return known[0], known[1] if known[1:] else 0


def _values(name: str, generations: Sequence[Generation]) -> tuple[Any, ...]:
    request = generations[0].request
    if name == MODEL:
        return tuple(generation.request[MODEL] for generation in generations)
    said = request["prompt"][name] if name in PARTS else request["sweep"][name]
    return (said,) if isinstance(said, str) else tuple(said)


def _index(axis: Axis, cell: Mapping[str, Any]) -> int | None:
    if len(axis.values) == 1:
        return 0
    value = cell.get(axis.name)
    return axis.values.index(value) if value in axis.values else None


def _listed(values: tuple[Any, ...]) -> Any:
    return values[0] if len(values) == 1 else list(values)
