"""The pages, their addresses and their order."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from studio.views import compare, create, edit, gallery, learn, usage
from studio.words import say

VIEWS = {
    "create": (create.show, ":material/auto_awesome:"),
    "edit": (edit.show, ":material/brush:"),
    "compare": (compare.show, ":material/grid_view:"),
    "gallery": (gallery.show, ":material/photo_library:"),
    "learn": (learn.show, ":material/school:"),
    "usage": (usage.show, ":material/payments:"),
}


def pages() -> dict[str, StreamlitPage]:
    """Return all pages by name, titled in the session's language."""
    return {
        name: st.Page(
            show,
            title=say(f"studio.{name}"),
            icon=icon,
            url_path=name,
            default=name == "create",
        )
        for name, (show, icon) in VIEWS.items()
    }
