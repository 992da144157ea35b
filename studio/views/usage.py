"""The page `usage`."""

import streamlit as st

from studio.parts.heading import heading
from studio.words import say


def show() -> None:
    """Draw the page."""
    heading(say("usage.title"))
    st.info(say("studio.soon"), icon=":material/construction:")
