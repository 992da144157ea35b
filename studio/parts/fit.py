"""A picture that does not fit a model, made to fit as the person wishes."""

import streamlit as st
from easel_client import EaselError

from studio.words import say

FITS = ("resize", "crop", "pad")
ICONS = {"resize": "photo_size_select_small", "crop": "crop", "pad": "fit_screen"}


def does_not_fit(error: EaselError) -> bool:
    """Return whether a refusal is about a picture's size or shape alone."""
    return bool(error.errors) and all(fault.code == "unsupported_size" for fault in error.errors)


def chosen_fit(scope: str) -> dict[str, str]:
    """Return the request's `fit` as it was chosen for a picture and a model."""
    fit = st.session_state.get(_key(scope))
    return {"fit": fit} if fit else {}


def offer_fit(scope: str) -> None:
    """Draw the ways in which the service makes a picture fit."""
    st.info(say("edit.fit"), icon=":material/aspect_ratio:")
    fit = st.segmented_control(
        say("edit.fit_how"),
        list(FITS),
        format_func=lambda each: f":material/{ICONS[each]}: {say(f'edit.fit_{each}')}",
        key=_key(scope),
        persist_state="session",
    )
    if fit:
        st.caption(say(f"edit.fit_{fit}_help"))


def _key(scope: str) -> str:
    return f"edit_fit_{scope}"
