"""A failed call as a friendly message, and a page that comes back by itself."""

from collections.abc import Generator
from contextlib import contextmanager

import streamlit as st
from easel_client import EaselError, Unavailable, Unreachable

from studio import session
from studio.words import known, language, say

PASSING = (Unreachable, Unavailable)
"""What ends by itself, so that the page waits for it."""

HEARTBEAT = "2s"


@contextmanager
def friendly() -> Generator[None]:
    """Show what fails inside as a message; the page goes on after it."""
    try:
        yield
    except EaselError as error:
        show(error)


def show(error: EaselError) -> None:
    """Say what went wrong and what to do next; wait where waiting helps."""
    passing = isinstance(error, PASSING)
    icon = ":material/cloud_off:" if passing else ":material/info:"
    (st.warning if passing else st.error)(text_of(error), icon=icon)
    if passing:
        _come_back()


def text_of(error: EaselError) -> str:
    """Return a message in the session's language, with the API's own words where they add to it."""
    code = "unavailable" if isinstance(error, Unavailable) else error.code
    said = say(f"errors.{code}") if known(f"errors.{code}") else say("errors.other")
    lines = [said, *_details(error)]
    if said == say("errors.other") and error.request_id:
        lines.append(say("errors.request_id", request_id=error.request_id))
    return "  \n".join(lines)


def why(code: str, detail: str) -> str:
    """Return why an image has no picture, from its record's code and words."""
    if known(f"errors.{code}"):
        return say(f"errors.{code}")
    words = f" {say('errors.service_says', detail=detail)}" if language() == "en" else ""
    return say("errors.failed") + words


def _details(error: EaselError) -> list[str]:
    if error.errors:
        return [f"`{fault.pointer.lstrip('/')}`: {fault.detail}" for fault in error.errors]
    own = isinstance(error, PASSING) or known(f"errors.{error.code}")
    return [] if own else [say("errors.service_says", detail=error.detail)]


@st.fragment(run_every=HEARTBEAT)
def _come_back() -> None:
    st.caption(say("errors.waiting"))
    if session.is_back():
        st.rerun()
