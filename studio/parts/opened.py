"""The open cell of a comparison: what it is and what one can do with it, then the picture."""

from collections.abc import Sequence

import streamlit as st
from easel_client import Generation, Image

from studio import session
from studio.navigation import go
from studio.parts.axis_words import model_title
from studio.parts.grid import choose_best
from studio.parts.price import dollars
from studio.words import say


def opened(begun: Sequence[Generation], image: Image, label: str) -> None:
    """Draw the open cell of a grid.

    What it is and what one can do with it stay at the foot of the window as long as the grid
    reaches below it: a click on any cell shows them at once.
    """
    with st.container(border=True, gap="xsmall", key="compare_open"):
        st.subheader(label, anchor=False)
        seed = "" if image.seed is None else say("results.seed", seed=image.seed)
        st.caption(
            " · ".join(filter(None, [model_title(image.model), seed, dollars(image.cost.spent)]))
        )
        _actions(begun, image)
    with st.container(key="compare_large_view"):
        st.image(session.content(image.id), alt=f"{label}: {image.prompt}", caption=image.prompt)


def _actions(begun: Sequence[Generation], image: Image) -> None:
    best = image.id in {each.picked for each in begun}
    with st.container(horizontal=True, gap="small"):
        st.button(
            say("compare.is_best" if best else "compare.choose_best"),
            icon=":material/trophy:",
            type="secondary" if best else "primary",
            disabled=best,
            on_click=choose_best,
            args=(begun, image),
            key=f"compare_best_{image.id}",
        )
        if st.button(say("compare.large"), icon=":material/zoom_in:", key="compare_large"):
            go("gallery", image=image.id)
        if st.button(say("results.edit"), icon=":material/brush:", key="compare_edit"):
            go("edit", image=image.id)
        if st.button(say("compare.reuse"), icon=":material/replay:", key="compare_reuse"):
            go("create", reuse=image.id, what="everything")
