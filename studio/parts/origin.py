"""What the cells of a comparison begin with: words alone, or a picture too."""

import io
from typing import Any

import streamlit as st
from PIL import Image

from studio import session
from studio.parts.source import Source, choose_source
from studio.parts.sweep import PICTURE, WORDS
from studio.words import say

HOW = "compare_origin"
NAMES = {WORDS: "words", PICTURE: "picture"}
FEW = 8
CELL = 84


def fill(task: str) -> None:
    """Put a task into the form; call it before the form is drawn."""
    st.session_state[HOW] = task


def origin() -> tuple[str, Source | None]:
    """Draw the choice; return the task and, where it begins with one, the picture."""
    able = {name for each in session.models() if each.available for name in each.tasks}
    if PICTURE not in able:
        return WORDS, None
    st.session_state.setdefault(HOW, WORDS)
    task = st.segmented_control(
        say("compare.origin"),
        list(NAMES),
        format_func=lambda each: say(f"compare.origin_{NAMES[each]}"),
        key=HOW,
        required=True,
        persist_state="session",
    )
    if task != PICTURE:
        return WORDS, None
    with st.container(border=True, key="compare_source"):
        return PICTURE, choose_source("compare_source", shown=FEW, cell=CELL)


def begun_with(source: Source | None) -> dict[str, Any]:
    """Return what a request says of it."""
    return {"task": PICTURE, "image": source.reference} if source else {}


def ratio_of(source: Source) -> float:
    """Return a picture's width by its height."""
    with Image.open(io.BytesIO(source.raw)) as picture:
        return picture.width / picture.height
