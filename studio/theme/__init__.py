"""How the studio looks, beyond what `.streamlit/config.toml` can say."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit as st

from studio import words

HERE = Path(__file__).parent
MARK = HERE / "mark.svg"
"""The brand: three strokes of paint."""

# Alone stands either the hint or, where a text has a longest length, the count.
HINT = '[data-testid="InputInstructions"] span:first-child:not(:only-child)'
STREAMLITS: Mapping[str, str] = {
    '[data-testid="stFileUploaderDropzone"] button p': "upload",
    '[data-testid="stFileUploaderDropzoneInstructions"] span': "upload_limit",
    '[data-testid="stMainMenuItem-theme-System"]': "theme_system",
    '[data-testid="stMainMenuItem-theme-Light"]': "theme_light",
    '[data-testid="stMainMenuItem-theme-Dark"]': "theme_dark",
    # Its own size on focus is said by two classes: one attribute is too little.
    'a[href][data-testid="stSkipToContent"]': "skip",
    '[role="option"][data-key="__select_all__"] > div': "select_all",
    '[role="option"][data-key="__select_matches__"] > div': "select_matches",
    '[role="listbox"][data-empty]:not([aria-multiselectable]) [role="option"] > *': "no_match",
    f".stTextInput {HINT}": "apply_line",
    f".stTextArea {HINT}": "apply_text",
}
"""Where Streamlit 1.67 puts words of its own, by CSS selector: the phrase that belongs there."""


def dress() -> None:
    """Put our style sheet into the page; colours follow the theme that the reader chose."""
    st.html(f"<style>{_style_sheet()}{_translated(words.language())}</style>")


@cache
def _style_sheet() -> str:
    return (HERE / "studio.css").read_text(encoding="utf-8")


@cache
def _translated(tongue: str) -> str:
    """Return rules that put a phrase in the place of each of Streamlit's."""
    if tongue == words.DEFAULT:
        return ""
    return "".join(
        # Sized to nothing, not hidden: what is hidden has no keyboard and no name.
        f"{where} {{ font-size: 0; }}"
        f"{where}::after {{ font-size: 0.875rem; content: {_quoted(tongue, phrase)}; }}"
        for where, phrase in STREAMLITS.items()
    )


def _quoted(tongue: str, phrase: str) -> str:
    return json.dumps(words.say_in(tongue, f"streamlit.{phrase}"), ensure_ascii=False)
