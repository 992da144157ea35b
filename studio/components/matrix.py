"""A grid with labelled rows and columns, whose pictures open."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import streamlit as st

from studio.components.declare import declare

_mount = declare("matrix")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: words until there is a picture.

    `state` is `planned`, `painting`, `failed` or `done`; `alt` says what the picture shows and
    where it stands.
    """

    id: str
    state: str
    text: str = ""
    src: str = ""
    alt: str = ""
    best: bool = False


def matrix(
    cells: Sequence[Sequence[Cell]],
    *,
    key: str,
    label: str,
    corner: str,
    rows: Sequence[str],
    columns: Sequence[str],
    best: str,
    selected: str | None = None,
    ratio: float = 1.0,
    on_open: Callable[[str], None],
) -> None:
    """Show the grid.

    Args:
        cells: row by row.
        key: of this grid in the session's state.
        label: what is compared, for those who hear the page.
        corner: names both axes where they meet.
        rows: label of each row.
        columns: label of each column.
        best: the word on the best picture.
        selected: id of the cell that is open.
        ratio: width by height of a cell.
        on_open: called with a cell's id, before the script's next run.
    """

    def opened() -> None:
        image_id = st.session_state[key].get("opened")
        if image_id:
            on_open(image_id)

    _mount(
        key=key,
        data={
            "cells": [[asdict(cell) for cell in row] for row in cells],
            "label": label,
            "corner": corner,
            "rows": list(rows),
            "columns": list(columns),
            "best": best,
            "selected": selected,
            "ratio": ratio,
        },
        on_opened_change=opened,
    )
