"""Where a picture comes from, and what became of it."""

import streamlit as st
from easel_client import EaselError, Image

from studio import session
from studio.components.pick import Choice, pick
from studio.pictures import address
from studio.words import known, say

FARTHEST = 12
"""Generations of parents that are shown; further ones are reached by going there."""
_VISIT = "lineage_visit"
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


def lineage(image_id: str) -> str:
    """Draw the line of edits as pictures to choose from; return the chosen one's id."""
    line = chain(image_id)
    children = [each for each in session.easel().children(image_id) if each.succeeded]
    steps = [*enumerate(line, 1), *((len(line) + 1, child) for child in reversed(children))]
    if len(steps) == 1:
        return image_id
    st.subheader(say("edit.lineage"), anchor=False)
    st.caption(say("edit.lineage_help"))
    chosen = pick(
        [_choice(number, image) for number, image in steps],
        key=f"lineage_{_visit(image_id)}",
        label=say("edit.lineage"),
        chosen=say("edit.here"),
        picked=image_id,
        cell=130,
        focus=st.session_state.pop(_WALKED, False),
    )
    if chosen and chosen != image_id:
        st.session_state[_WALKED] = True
    return chosen or image_id


def _visit(image_id: str) -> int:
    """Return a number for this stay at a picture: a choice of an earlier stay is over."""
    number, stayed = st.session_state.get(_VISIT, (0, ""))
    if stayed != image_id:
        number += 1
        st.session_state[_VISIT] = (number, image_id)
    return number


def _choice(number: int, image: Image) -> Choice:
    task = say(f"tasks.{image.task}") if known(f"tasks.{image.task}") else say("edit.made")
    step = f"{number} · {task}"
    return Choice(image.id, address(image.id), step, step, image.favourite)
