"""What Streamlit's frame leaves out: the page's language, and a way to begin a page anew."""

from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

_component = component(
    "easel_frame", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def mend_frame(language: str) -> None:
    """Set `<html lang>`, which Streamlit leaves at `en`; let the current page's link lead home.

    A press on the link of the page that one is on does nothing in Streamlit, not even where
    the address names one picture of the gallery.
    """
    with st.container(key="mended_frame"):
        _component(key="mended_frame_component", data=language)
