"""A comparison as a labelled grid: planned, painted cell by cell, then to be looked at."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

import streamlit as st
from easel_client import EaselError, Generation, Image, Plan

from studio import session
from studio.components.matrix import Cell, matrix
from studio.parts import errors
from studio.parts.axis_words import axis_name, value_name
from studio.parts.price import dollars
from studio.parts.refused import why as reason
from studio.parts.sweep import MODEL, Axis, Place, Refused, place
from studio.pictures import address
from studio.words import say

CELL = "cell"
"""Name in the address of the cell that is open."""


def planned(
    axes: Sequence[Axis],
    asked: Sequence[Mapping[str, Any]],
    plans: Sequence[Plan | EaselError],
    ratio: float,
) -> None:
    """Draw the grid with the price of each cell; a model that refuses has none."""
    grid = refusals(
        axes,
        [
            Refused(request[MODEL], plan.code)
            for request, plan in zip(asked, plans, strict=True)
            if isinstance(plan, EaselError)
        ],
    )
    for request, plan in zip(asked, plans, strict=True):
        if isinstance(plan, EaselError):
            continue
        for cell in plan.cells:
            at = place(axes, dict(cell.values) | {MODEL: request[MODEL]})
            if at:
                grid[at] = Cell(f"{at}", "planned", dollars(cell.each))
    draw(axes, grid, ratio=ratio, key="compare_planned")


def refusals(axes: Sequence[Axis], refused: Sequence[Refused]) -> dict[Place, Cell]:
    """Return the cells of models that refused: each says why."""
    why = {each.model: reason(each.code) for each in refused}
    sides = [range(len(axis.values)) for axis in axes]
    grid: dict[Place, Cell] = {}
    for at in product(*sides):
        named = {axis.name: axis.values[i] for axis, i in zip(axes, at, strict=True)}
        if named.get(MODEL) in why:
            where = (at[0], at[1] if at[1:] else 0)
            grid[where] = Cell(f"refused-{where}", "failed", why[named[MODEL]])
    return grid


def cell_of(image: Image, where: str, *, best: bool) -> Cell:
    """Return an image as a cell shows it."""
    if image.succeeded and not image.deleted:
        return Cell(
            image.id, "done", src=address(image.id), alt=f"{where}: {image.prompt}", best=best
        )
    if image.error:
        return Cell(image.id, "failed", errors.why(image.error.code, image.error.detail))
    if image.status in ("queued", "running"):
        return Cell(image.id, "painting", say(f"compare.{image.status}"))
    return Cell(image.id, "failed", say("errors.canceled"))


def painted(
    generations: Sequence[Generation],
    axes: Sequence[Axis],
    images: dict[Place, Image],
    refused: Sequence[Refused] = (),
) -> None:
    """Draw the grid as it stands."""
    picked = {generation.picked for generation in generations}
    grid = refusals(axes, refused) | {
        at: cell_of(image, where(axes, at), best=image.id in picked) for at, image in images.items()
    }
    sized = next((image for image in images.values() if image.width and image.height), None)
    ratio = (sized.width or 1) / (sized.height or 1) if sized else 1.0
    draw(axes, grid, ratio=ratio, key=f"compare_{generations[0].id}")


def where(axes: Sequence[Axis], at: Place) -> str:
    """Return a cell's labels in words."""
    return ", ".join(
        f"{axis_name(axis.name)} {value_name(axis.name, axis.values[index])}"
        for axis, index in zip(axes, at, strict=False)
    )


def draw(axes: Sequence[Axis], grid: Mapping[Place, Cell], *, ratio: float, key: str) -> None:
    """Draw cells under the labels of their axes; a single axis lies across."""
    if not axes[1:]:
        grid = {(column, row): cell for (row, column), cell in grid.items()}
    across = axes[-1]
    down = axes[0] if axes[1:] else None
    names = [axis_name(axis.name) for axis in axes]
    matrix(
        [
            [grid.get((r, c), Cell(f"{r}-{c}", "planned")) for c in range(len(across.values))]
            for r in range(len(down.values) if down else 1)
        ],
        key=key,
        label=say("compare.grid", names=" × ".join(names)),
        corner=f"{names[0]} ↓ · {names[1]} →" if down else "",
        rows=_labels(down) if down else [names[0]],
        columns=_labels(across),
        best=say("results.best"),
        selected=st.query_params.get(CELL),
        ratio=ratio,
        on_open=open_cell,
    )


def _labels(axis: Axis) -> list[str]:
    return [value_name(axis.name, value) for value in axis.values]


def open_cell(image_id: str) -> None:
    """Open a cell in the next run; for a click."""
    st.query_params[CELL] = image_id


def choose_best(generations: Sequence[Generation], image: Image) -> None:
    """Record the best of the grid: of all its generations there is one."""
    with errors.friendly():
        for generation in generations:
            mine = image.id if generation.id == image.generation else None
            if generation.picked != mine:
                session.easel().pick(generation.id, mine)
            session.forget_generation(generation.id)
