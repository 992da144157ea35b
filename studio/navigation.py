"""From page to page: what a page hands on stands in the address, so that a reload keeps it."""

from collections.abc import Callable, Mapping
from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from studio import words
from studio.words import say

FIRST = "create"
ICONS = {
    "create": ":material/auto_awesome:",
    "edit": ":material/brush:",
    "compare": ":material/grid_view:",
    "gallery": ":material/photo_library:",
    "learn": ":material/school:",
    "usage": ":material/payments:",
}
_PAGES = "navigation_pages"


def pages(views: Mapping[str, Callable[[], None]]) -> list[StreamlitPage]:
    """Return the pages in their order, titled in the session's language."""
    made = {
        name: st.Page(
            views[name],
            title=say(f"studio.{name}"),
            icon=icon,
            url_path=name,
            default=name == FIRST,
        )
        for name, icon in ICONS.items()
    }
    st.session_state[_PAGES] = made
    return list(made.values())


def go(name: str, **query: str) -> NoReturn:
    """Show another page, with what it needs to know: `go("edit", image=image_id)`."""
    kept = {"lang": st.query_params["lang"]} if "lang" in st.query_params else {}
    st.switch_page(st.session_state[_PAGES][name], query_params=kept | query)


def keep_language() -> None:
    """Keep a language that is not the browser's in the address, which links drop."""
    if words.language() != words.of_browser() and "lang" not in st.query_params:
        st.query_params["lang"] = words.language()
