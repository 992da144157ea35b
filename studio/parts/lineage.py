"""Where a picture comes from, and what became of it."""

from collections.abc import Callable

import streamlit as st
from easel_client import EaselError, Image

from studio import session
from studio.components.pick import Choice, walk
from studio.pictures import address
from studio.words import known, say

FARTHEST = 12
"""Generations of parents that are shown; further ones are reached by going there."""
_WALKED = "lineage_walked"
"""Whether the page was changed by a choice here: the focus then stays in the line."""


def chain(image_id: str) -> list[Image]:
    """Return a picture's ancestors from the first on, and itself."""
    here = session.easel().image(image_id)
    line = [here]
    while line[0].parents and len(line) <= FARTHEST:
        try:
            line.insert(0, session.easel().image(line[0].parents[0]))
        except EaselError:
            break  # a parent that was deleted ends the line
    return line


def lineage(image_id: str, *, on_go: Callable[[str], None]) -> None:
    """Draw the line of edits as pictures to go to; `on_go` is called with the chosen one's id."""
    line = chain(image_id)
    children = [each for each in session.easel().children(image_id) if each.succeeded]
    steps = [*enumerate(line, 1), *((len(line) + 1, child) for child in reversed(children))]
    if len(steps) == 1:
        return

    def go(there: str) -> None:
        st.session_state[_WALKED] = True
        on_go(there)

    st.subheader(say("edit.lineage"), anchor=False)
    st.caption(say("edit.lineage_help"))
    walk(
        [_choice(number, image) for number, image in steps],
        key="lineage",
        label=say("edit.lineage"),
        chosen=say("edit.here"),
        here=image_id,
        on_go=go,
        focus=st.session_state.pop(_WALKED, False),
        cell=130,
    )


def _choice(number: int, image: Image) -> Choice:
    task = say(f"tasks.{image.task}") if known(f"tasks.{image.task}") else say("edit.made")
    step = f"{number} · {task}"
    return Choice(image.id, address(image.id), step, step, image.favourite)
