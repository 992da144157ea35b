"""What was written and not ordered yet, kept in the browser's tab over a reload."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast

import streamlit as st
from streamlit.components.v2 import component

_component = component(
    "easel_draft", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)
KEY = "draft"


def keep_draft(
    draft: Mapping[str, Any], *, blank: bool, on_found: Callable[[dict[str, Any]], None]
) -> None:
    """Keep a draft; a page that is loaded with none is given the tab's, if there is one.

    Args:
        draft: What is kept, as JSON has it.
        blank: Whether nothing is written yet.
        on_found: Called before the next run with what the tab had.
    """

    def found() -> None:
        kept: Any = st.session_state[KEY].found
        if isinstance(kept, str) and (read := _read(kept)):
            on_found(read)

    with st.container(key="kept_draft"):
        data = {"blank": blank, "draft": json.dumps(draft, ensure_ascii=False)}
        _component(key=KEY, data=data, on_found_change=found)


def _read(kept: str) -> dict[str, Any]:
    try:
        read: Any = json.loads(kept)
    except ValueError:
        return {}
    return cast("dict[str, Any]", read) if isinstance(read, dict) else {}
