"""How the studio looks, beyond what `.streamlit/config.toml` can say."""

from functools import cache
from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
MARK = HERE / "mark.svg"
"""The brand: three strokes of paint."""


def dress() -> None:
    """Put our style sheet into the page; colours follow the theme that the reader chose."""
    st.html(f"<style>{_style_sheet()}</style>")


@cache
def _style_sheet() -> str:
    return (HERE / "studio.css").read_text(encoding="utf-8")
