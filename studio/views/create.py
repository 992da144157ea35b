"""The page Create: a prompt becomes pictures, of which one is picked."""

import streamlit as st

from studio.parts.heading import heading
from studio.words import say


def show() -> None:
    """Draw the page."""
    heading(say("create.title"), say("create.lead"))
    st.info(say("studio.soon"), icon=":material/construction:")
