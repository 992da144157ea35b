"""What one can do after an edit: go on, try again, keep it, or start anew from its words."""

from collections.abc import Callable

import streamlit as st
from easel_client import Image

from studio.navigation import go
from studio.parts import origin, prompt, results
from studio.parts.sweep import WORDS
from studio.words import say


def onwards(chosen: Image | None, before: str, *, take: Callable[[str], None]) -> None:
    """Draw the ways on from an edit that has ended.

    Args:
        chosen: The picture that came of it, if one did and was chosen.
        before: The picture that it began with.
        take: Goes to the bench with a picture.
    """
    st.subheader(say("edit.after"), anchor=False)
    if chosen:
        st.button(
            say("edit.go_on"),
            type="primary",
            icon=":material/arrow_forward:",
            width="stretch",
            on_click=take,
            args=(chosen.id,),
            key="edit_go_on",
        )
    st.button(
        say("edit.change"),
        icon=":material/undo:",
        width="stretch",
        on_click=take,
        args=(before,),
        key="edit_change",
    )
    if chosen:
        results.actions(chosen, own_page=True)
        if chosen.prompt:
            _elsewhere(chosen)


def _elsewhere(image: Image) -> None:
    """Take the words of an edit to the pages that begin with words."""
    with st.container(horizontal=True, gap="small", key="edit_elsewhere"):
        if st.button(say("edit.create"), icon=":material/auto_awesome:", key="edit_create"):
            go("create", reuse=image.id, what="prompt")
        if st.button(say("edit.compare"), icon=":material/grid_view:", key="edit_compare"):
            prompt.fill(image.prompt, image.negative_prompt)
            origin.fill(WORDS)
            go("compare")
