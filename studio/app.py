"""What every run of every page does: language, look, navigation, and the page itself."""

import streamlit as st

from studio import navigation, session, theme, words
from studio.components.frame import mend_frame
from studio.parts.errors import friendly
from studio.signin import NotSignedIn
from studio.users import NotInvited
from studio.views import compare, create, edit, gallery, learn, usage
from studio.words import say

VIEWS = {
    "create": create.show,
    "edit": edit.show,
    "compare": compare.show,
    "gallery": gallery.show,
    "learn": learn.show,
    "usage": usage.show,
}


def main() -> None:
    """Draw the frame, and the page that the address names."""
    words.begin()
    st.set_page_config(page_title=say("studio.name"), page_icon=str(theme.MARK), layout="wide")
    theme.dress()
    st.logo(str(theme.MARK), size="large")
    page = st.navigation(navigation.pages(VIEWS), position="top")
    _language_switch()
    mend_frame(words.language())
    try:
        session.sign_in()
    except (NotSignedIn, NotInvited) as refused:
        st.error(say("studio.not_invited", who=str(refused)))
        st.stop()
    navigation.arrive(page)
    navigation.keep_language()
    with friendly():
        page.run()
        navigation.remember(page)


def _language_switch() -> None:
    with st.container(key="language_switch"):
        st.segmented_control(
            say("studio.language"),
            list(words.LANGUAGES),
            format_func=words.LANGUAGES.__getitem__,
            key=words.KEY,
            label_visibility="collapsed",
            required=True,
            on_change=_remember_language,
        )


def _remember_language() -> None:
    st.query_params["lang"] = words.language()


main()
