"""Pictures in a grid; pressing one opens it."""

from collections.abc import Callable, Sequence
from dataclasses import asdict

import streamlit as st

from studio.components.declare import declare
from studio.components.pick import Choice

_mount = declare("album")


def album(
    pictures: Sequence[Choice],
    *,
    key: str,
    label: str,
    on_open: Callable[[str], None],
    cell: int = 190,
) -> None:
    """Show the pictures as a list of buttons.

    Args:
        pictures: in their order; more may join in a later run.
        key: of this album in the session's state.
        label: what is listed here, for those who hear the page.
        on_open: called with a picture's id, before the script's next run.
        cell: the least width of a picture in CSS pixels; rows are filled with as many as fit.
    """

    def opened() -> None:
        image_id = st.session_state[key].get("opened")
        if image_id:
            on_open(image_id)

    _mount(
        key=key,
        data={
            "pictures": [asdict(picture) for picture in pictures],
            "label": label,
            "cell": f"{cell}px",
        },
        on_opened_change=opened,
    )
