"""Tells browser and screen reader which language the page speaks."""

from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

_component = component(
    "easel_language", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def html_language(language: str) -> None:
    """Set `<html lang>`; Streamlit leaves it at `en`."""
    with st.container(key="html_language"):
        _component(key="html_language_component", data=language)
