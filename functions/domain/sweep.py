"""A sweep: from one request with axes to the cells of their cross product.

Pure. A cell is the request as it would be written without a sweep, so whatever is
planned, priced or refused for it is what would be for that request.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from math import prod
from typing import Any

from functions.domain.frozen import frozen
from functions.domain.request import GenerationRequest

PARTS = ("image_type", "description", "style", "details")
"""Axes that are parts of the prompt."""

FIELDS = (*PARTS, "negative_prompt", "size", "aspect_ratio", "seed")
"""Axes that are fields of a request, in order; a model's own parameters follow by name."""


@frozen
class Cell:
    """One place of a sweep.

    Attributes:
        at: For each axis, the index of the value that this cell has.
        values: For each axis the value, as clients write it.
        request: The request with these values, and without a sweep.
    """

    at: Mapping[str, int]
    values: Mapping[str, Any]
    request: GenerationRequest


def axes(request: GenerationRequest) -> dict[str, Sequence[Any]]:
    """Return a request's axes in canonical order, whatever order they came in.

    The parts of the prompt come first as they are composed, then the other fields,
    then parameters by name. The last axis changes fastest from cell to cell.
    """
    own = sorted(name for name in request.sweep if name not in FIELDS)
    return {name: request.sweep[name] for name in (*FIELDS, *own) if name in request.sweep}


def size(request: GenerationRequest) -> int:
    """Return the number of cells; 1 without a sweep."""
    return prod(len(values) for values in request.sweep.values())


def cells(request: GenerationRequest) -> Iterator[Cell]:
    """Yield every cell in order; without a sweep there is one, the request itself."""
    known = axes(request)
    for indices in product(*(range(len(values)) for values in known.values())):
        yield _cell(request, known, dict(zip(known, indices, strict=True)))


def each_value(request: GenerationRequest) -> Iterator[Cell]:
    """Yield the first cell, and for every other value one cell that has it.

    That is enough to judge each value, where there are too many cells to make.
    """
    known = axes(request)
    first = dict.fromkeys(known, 0)
    yield _cell(request, known, first)
    for name, values in known.items():
        for index in range(1, len(values)):
            yield _cell(request, known, first | {name: index})


def pointer(axis: str, index: int | None = None) -> str:
    """Return the JSON pointer of an axis, or of its value at `index`."""
    where = "prompt" if axis in PARTS and axis != "details" else "sweep"
    place = f"/{where}/{axis.replace('~', '~0').replace('/', '~1')}"
    return place if index is None else f"{place}/{index}"


def within(place: str, cell: Cell) -> str:
    """Return where a place in a cell's request stands in what the client sent."""
    for axis, index in cell.at.items():
        home = f"/prompt/{axis}" if axis in PARTS else f"/{axis}"
        if place == home or place.startswith(f"{home}/"):
            return pointer(axis, index) + place.removeprefix(home)
    return place


def shown(axis: str, value: Any) -> Any:
    """Return a value of an axis as clients write it."""
    if axis == "size":
        return f"{value[0]}x{value[1]}"
    return list(value) if axis == "details" else value


def _cell(
    request: GenerationRequest, known: Mapping[str, Sequence[Any]], at: Mapping[str, int]
) -> Cell:
    chosen = {name: values[at[name]] for name, values in known.items()}
    values = {name: shown(name, value) for name, value in chosen.items()}
    return Cell(at, values, _without_sweep(request, chosen))


def _without_sweep(request: GenerationRequest, chosen: Mapping[str, Any]) -> GenerationRequest:
    parts = {name: value for name, value in chosen.items() if name in PARTS}
    fields = {name: value for name, value in chosen.items() if name in FIELDS and name not in PARTS}
    if "negative_prompt" in fields:
        fields["negative_prompt"] = fields["negative_prompt"] or None
    own = {name: value for name, value in chosen.items() if name not in FIELDS}
    return replace(
        request,
        prompt=replace(request.prompt, **parts),
        parameters={**request.parameters, **own},
        sweep={},
        **fields,
    )
