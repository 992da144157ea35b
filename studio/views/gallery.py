"""The page `gallery`."""

import streamlit as st

from studio.parts.heading import heading
from studio.words import say


def show() -> None:
    """Draw the page."""
    heading(say("gallery.title"))
    st.info(say("studio.soon"), icon=":material/construction:")
