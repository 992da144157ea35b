"""A comparison that was ordered: its grid, the open cell, and what it teaches."""

from dataclasses import dataclass
from decimal import Decimal

import streamlit as st
from easel_client import Generation

from studio import session
from studio.parts import errors
from studio.parts.axis_words import axis_lesson, axis_name, value_name
from studio.parts.grid import CELL, painted, where
from studio.parts.lessons import sentences
from studio.parts.opened import opened
from studio.parts.price import dollars
from studio.parts.refused import read, say_after
from studio.parts.sweep import MODEL, Axis, NotASweep, Refused, axes_of, placed
from studio.words import say

LOOK = "1s"


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison as it stands."""

    begun: list[Generation]
    refused: list[Refused]
    axes: list[Axis]

    @classmethod
    def of(cls, parts: list[str]) -> "Compared":
        """Read what the parts of the address name.

        Raises:
            NotFound: one of the generations is not there.
            NotASweep: they are no comparison.
        """
        told = [read(part) or session.generation(part) for part in parts]
        begun = [each for each in told if isinstance(each, Generation)]
        if not begun:
            raise NotASweep(",".join(parts))
        models = [
            each.model if isinstance(each, Refused) else str(each.request.get(MODEL))
            for each in told
        ]
        refused = [each for each in told if isinstance(each, Refused)]
        return cls(begun, refused, axes_of(begun, models))

    @property
    def done(self) -> bool:
        """Whether no cell will change any more."""
        return all(each.done for each in self.begun)


def compared(parts: list[str]) -> None:
    """Draw a grid as it stands, and go on until it has ended.

    Raises:
        NotFound: one of the generations is not there.
        NotASweep: they are no comparison.
    """
    grid = Compared.of(parts)
    say_after(grid.refused)
    _source(grid.begun[0])
    if grid.done:
        _ended(grid)
    else:
        _running(parts)
    _reading(grid.axes)


def _source(begun: Generation) -> None:
    """Show the picture that all cells began with, if there is one."""
    for each in begun.inputs:
        if each.part == "image":
            said = say("compare.began_with")
            st.image(session.input_content(each.id), caption=said, alt=said, width=160)


@st.fragment(run_every=LOOK)
def _running(parts: list[str]) -> None:
    with errors.friendly():
        _so_far(Compared.of(parts))


def _so_far(grid: Compared) -> None:
    begun, axes = grid.begun, grid.axes
    if grid.done:
        st.rerun()
    total = sum(each.counts.total for each in begun)
    ended = total - sum(each.counts.pending for each in begun)
    st.progress(ended / total, say("progress.painting", ended=ended, total=total))
    painted(begun, axes, placed(begun, axes), grid.refused)
    st.button(
        say("progress.stop"),
        icon=":material/stop_circle:",
        type="tertiary",
        on_click=_stop,
        args=(begun,),
        help=say("progress.stop_help"),
        key="compare_stop",
    )


def _ended(grid: Compared) -> None:
    begun, axes = grid.begun, grid.axes
    images = placed(begun, axes)
    spent = sum((each.cost.spent + each.cost.unknown for each in begun), start=Decimal(0))
    st.caption(f"{say('compare.open_hint')} · {say('results.spent', spent=dollars(spent))}")
    painted(begun, axes, images, grid.refused)
    for at, image in images.items():
        if image.id == st.query_params.get(CELL) and image.succeeded and not image.deleted:
            opened(begun, image, where(axes, at))


def _reading(axes: list[Axis]) -> None:
    """Say what the grid shows."""
    told = [(axis_name(axis.name), text) for axis in axes if (text := axis_lesson(axis.name))]
    if not told:
        return
    st.subheader(say("compare.reading"), anchor=False)
    for name, text in told:
        st.markdown(f"**{name}** — {text}")
    lines = [
        f"- {axis_name(axis.name)} **{value_name(axis.name, value)}**: {text}"
        for axis, value, text in sentences(axes)
    ]
    if lines:
        st.markdown("\n".join(lines))


def _stop(begun: list[Generation]) -> None:
    for each in begun:
        with errors.friendly():
            if not each.done:
                session.easel().cancel(each.id)
