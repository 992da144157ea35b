"""What the gallery shall show: text, task, model, tag, favourites, days."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

import streamlit as st

from studio import session
from studio.words import known, say

TEXT, TASK, MODEL, TAG = "gallery_text", "gallery_task", "gallery_model", "gallery_tag"
LOVED, PICKED, DAYS = "gallery_loved", "gallery_picked", "gallery_days"
EMPTY: dict[str, Any] = {
    TEXT: "",
    TASK: None,
    MODEL: None,
    TAG: None,
    LOVED: False,
    PICKED: False,
    DAYS: (),
}


def filters(
    on_change: Callable[[], None], *, tags: Iterable[str], clear: Callable[[], None]
) -> None:
    """Draw the filters.

    Args:
        on_change: Called when one was changed.
        tags: To choose from; another can be typed.
        clear: Called to ask for everything again.
    """
    catalogue = {each.id: each.title for each in session.models()}
    tasks = sorted({task for each in session.models() for task in each.tasks})
    with st.container(key="gallery_filters", gap="small"):
        st.text_input(
            say("gallery.search"),
            key=TEXT,
            placeholder=say("gallery.search_hint"),
            icon=":material/search:",
            max_chars=200,
            on_change=on_change,
            persist_state="session",
        )
        with st.expander(say("gallery.filters"), icon=":material/tune:", key="gallery_more"):
            _choose(TASK, "gallery.task", tasks, task_name, on_change)
            _choose(MODEL, "gallery.model", list(catalogue), catalogue.__getitem__, on_change)
            _tag(tags, on_change)
            st.date_input(
                say("gallery.days"),
                value=[],
                key=DAYS,
                format="YYYY-MM-DD",
                on_change=on_change,
                persist_state="session",
            )
        with st.container(horizontal=True, gap="medium"):
            for key, words in ((LOVED, "gallery.loved"), (PICKED, "gallery.picked")):
                st.toggle(say(words), key=key, on_change=on_change, persist_state="session")
            if chosen():
                st.button(
                    say("gallery.clear"),
                    icon=":material/filter_alt_off:",
                    type="tertiary",
                    on_click=clear,
                    key="gallery_clear",
                )


def chosen() -> dict[str, Any]:
    """Return what the filters ask of `GET /v1/images`, before they are drawn too."""
    return asked(dict(st.session_state.items()))


def asked(state: dict[Any, Any]) -> dict[str, Any]:
    """Return the query that the widgets' values mean; what is not chosen is left out."""
    said = {
        "text": (state.get(TEXT) or "").strip(),
        "task": state.get(TASK),
        "model": state.get(MODEL),
        "tag": (state.get(TAG) or "").strip(),
        "favourite": bool(state.get(LOVED)),
        "picked": bool(state.get(PICKED)),
        **_days(tuple(state.get(DAYS) or ())),
    }
    return {name: value for name, value in said.items() if value}


def task_name(task: str) -> str:
    """Return what a person calls a task."""
    return say(f"tasks.{task}") if known(f"tasks.{task}") else task


def clear() -> None:
    """Ask for everything again; for a button's `on_click`."""
    for key, value in EMPTY.items():
        st.session_state[key] = value


def _days(chosen: tuple[date, ...]) -> dict[str, str]:
    """Return the days as the API counts them, in UTC; the last day is included."""
    if not chosen:
        return {}
    until = {"created_before": (chosen[1] + timedelta(days=1)).isoformat()} if chosen[1:] else {}
    return {"created_after": chosen[0].isoformat(), **until}


def _choose(
    key: str,
    words: str,
    options: list[str],
    name: Callable[[str], str],
    on_change: Callable[[], None],
) -> None:
    st.selectbox(
        say(words),
        options,
        index=None,
        format_func=name,
        key=key,
        placeholder=say("gallery.any"),
        on_change=on_change,
        persist_state="session",
    )


def _tag(tags: Iterable[str], on_change: Callable[[], None]) -> None:
    now = st.session_state.get(TAG)
    st.selectbox(
        say("gallery.tag"),
        sorted({*tags, *([now] if now else [])}),
        index=None,
        key=TAG,
        placeholder=say("gallery.tag_hint"),
        accept_new_options=True,
        on_change=on_change,
        persist_state="session",
    )
