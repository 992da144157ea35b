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
KEPT = {"create": ("generation",), "edit": ("generation",), "compare": ("sweep", "cell")}
"""What of its address a page has again when one comes back to it by its link."""
ENTRIES = {
    "create": ("generation", "reuse"),
    "edit": ("generation", "image"),
    "compare": ("sweep",),
}
"""What of an address says that something else is wanted."""

_PAGES, _HERE, _LEFT = "navigation_pages", "navigation_here", "navigation_left"


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
    st.session_state.get(_LEFT, {}).pop(name, None)
    st.switch_page(st.session_state[_PAGES][name], query_params=kept | query)


def arrive(page: StreamlitPage) -> None:
    """Show a page that is come back to as it was left; call it before the page is drawn.

    Only from another page: who goes back within one wants what was there before.
    """
    name = page.url_path or FIRST
    came = st.session_state.get(_HERE, name) != name
    st.session_state[_HERE] = name
    if came and not any(entry in st.query_params for entry in ENTRIES.get(name, ())):
        for param, value in st.session_state.get(_LEFT, {}).get(name, {}).items():
            st.query_params[param] = value
    remember(page)


def remember(page: StreamlitPage) -> None:
    """Keep what a page's address has now; call it again when the page is drawn."""
    name = page.url_path or FIRST
    kept = {each: st.query_params[each] for each in KEPT.get(name, ()) if each in st.query_params}
    st.session_state.setdefault(_LEFT, {})[name] = kept


def keep_language() -> None:
    """Keep a language that is not the browser's in the address, which links drop."""
    if words.language() != words.of_browser() and "lang" not in st.query_params:
        st.query_params["lang"] = words.language()
