"""What the studio says, in English and in Korean.

Each page has a module of phrases, and each phrase stands in both languages side by side, so
that nobody adds one and forgets the other: `WORDS = {"title": ("Gallery", "갤러리")}` in
`words/gallery.py` is said by `say("gallery.title")`. Values go in by name: `{count}`.
Korean speaks to the reader in 해요체, and calls things what Korean users call them.
"""

from functools import cache
from importlib import import_module

import streamlit as st

Phrase = tuple[str, str]
"""English, Korean."""

LANGUAGES = {"en": "English", "ko": "한국어"}
DEFAULT = "en"
KEY = "language"
"""Where the session keeps its language."""


def begin() -> None:
    """Choose the language of a new session: the address's, else the browser's."""
    if KEY not in st.session_state:
        asked = st.query_params.get("lang", "")
        st.session_state[KEY] = asked if asked in LANGUAGES else of_browser()


def of_browser() -> str:
    """Return the language that the browser asks for, or English where it is not one of ours."""
    tongue = (st.context.locale or "").split("-")[0].lower()
    return tongue if tongue in LANGUAGES else DEFAULT


def language() -> str:
    """Return the language of this session: `en` or `ko`."""
    return str(st.session_state.get(KEY, DEFAULT))


def say(key: str, /, **values: object) -> str:
    """Return a phrase in the session's language.

    Args:
        key: `page.phrase`.
        values: What stands in its braces.

    Raises:
        KeyError: there is no such phrase.
    """
    return say_in(language(), key, **values)


def say_in(tongue: str, key: str, /, **values: object) -> str:
    """Return a phrase in a language."""
    page, _, name = key.partition(".")
    phrase = phrases(page)[name][list(LANGUAGES).index(tongue)]
    return phrase.format(**values) if values else phrase


def known(key: str) -> bool:
    """Return whether there is such a phrase, for what the API may name before we do."""
    page, _, name = key.partition(".")
    return name in phrases(page)


@cache
def phrases(page: str) -> dict[str, Phrase]:
    """Return all phrases of a page."""
    return import_module(f"studio.words.{page}").WORDS
