"""A sweep's cells, planned one by one, and the faults that they share."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from functions.domain.call import Call
from functions.domain.errors import Fault
from functions.domain.frozen import frozen
from functions.domain.money import Micro
from functions.domain.receipt import ReceiptLine
from functions.domain.sweep import FIELDS, PARTS, Cell, pointer
from functions.domain.sweep_rules import MOST_PLANNED, weight

OF_THE_NAME = frozenset({"conflict", "no_counterpart", "unknown_parameter"})
"""Faults of a field as such, not of the value that it has in one cell."""


@frozen
class PlannedCell:
    """One cell of a plan: without a sweep there is one.

    Attributes:
        cell: Where it is, and what it asks for.
        calls: One for each image, in order.
        prices: What each call costs.
        receipt: The receipt of its request, as if it were sent alone.
    """

    cell: Cell
    calls: tuple[Call, ...]
    prices: tuple[Micro, ...]
    receipt: tuple[ReceiptLine, ...]


def located(fault: Fault, cell: Cell) -> Fault:
    """Return a fault of a cell's request with a pointer into what the client sent."""
    for axis, index in cell.at.items():
        home = _home(axis)
        if fault.pointer == home or fault.pointer.startswith(f"{home}/"):
            place = pointer(axis, None if fault.code in OF_THE_NAME else index)
            return replace(fault, pointer=place + fault.pointer.removeprefix(home))
    swept = [axis for axis in cell.at if axis in PARTS]
    if fault.pointer != "/prompt" or not swept:
        return fault
    if len(swept) == 1:
        return replace(fault, pointer=pointer(swept[0], cell.at[swept[0]]))
    where = ", ".join(f"{axis} {cell.at[axis]}" for axis in swept)
    return replace(fault, detail=f"{fault.detail} (in the cell of {where})")


def once(faults: Sequence[Fault]) -> list[Fault]:
    """Return the first fault of each place and code: many cells share a value."""
    first: dict[tuple[str, str], Fault] = {}
    for fault in faults:
        first.setdefault((fault.pointer, fault.code), fault)
    return list(first.values())


def faults_between(cells: Sequence[PlannedCell]) -> list[Fault]:
    """Return what is wrong with cells that are fine one by one.

    Two that make the same call would pay twice for one picture: values that come
    to the same size or prompt, or swept seeds whose repetitions meet.
    """
    return [*_twice(cells), *_too_long(cells)]


def _twice(cells: Sequence[PlannedCell]) -> Iterator[Fault]:
    known: dict[str, Cell] = {}
    for each in cells:
        for call in each.calls:
            other = known.setdefault(repr(call), each.cell)
            differs = [axis for axis, index in each.cell.at.items() if other.at[axis] != index]
            if differs:
                axis = differs[0]
                detail = (
                    f"makes the very call of the value at {other.at[axis]} with seed {call.seed}, "
                    "and would pay twice for one picture: change or drop it"
                    + (", or keep swept seeds as far apart as count" if axis == "seed" else "")
                )
                yield Fault(pointer(axis, each.cell.at[axis]), "duplicate", detail)


def _too_long(cells: Sequence[PlannedCell]) -> Iterator[Fault]:
    texts = [
        [call.prompt, call.negative_prompt, dict(call.parameters), each.cell.values]
        for each in cells
        if each.cell.at
        for call in each.calls
    ]
    planned = weight(texts)
    if planned > MOST_PLANNED:
        detail = f"at most {MOST_PLANNED:,} bytes of prompts in all images, this has {planned:,}"
        yield Fault("/sweep", "too_long", f"{detail}: shorten the texts or send several requests")


def _home(axis: str) -> str:
    escaped = axis.replace("~", "~0").replace("/", "~1")
    return f"/{axis}" if axis in FIELDS else f"/parameters/{escaped}"
