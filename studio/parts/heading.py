"""A page's title, with the brush stroke that is the studio's own."""

import streamlit as st


def heading(title: str, lead: str | None = None) -> None:
    """Draw the title of a page, and below it a sentence that says what one does there."""
    with st.container(key="heading", gap="xsmall"):
        st.title(title, anchor=False)
        if lead:
            st.markdown(lead)
