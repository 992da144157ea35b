"""Links that show a picture to whoever has them: make one, revoke them all."""

import streamlit as st
from easel_client import Image

from studio import session
from studio.parts import errors
from studio.words import say

TIMES: dict[str, int | None] = {"hour": 3600, "week": 7 * 24 * 3600, "always": None}
_MADE = "picture_link_{image}"
"""Where a session keeps the link that it made of a picture last."""

_GONE = "picture_links_gone"


def share(image: Image) -> None:
    """Draw what makes a link, the link, and what revokes it."""
    with (
        st.popover(say("picture.share"), icon=":material/link:"),
        st.container(key=f"sharing_{image.id}"),
    ):
        st.caption(say("picture.share_lead"))
        lasts = st.radio(
            say("picture.share_for"),
            list(TIMES),
            index=1,
            format_func=lambda each: say(f"picture.share_{each}"),
            key=f"picture_share_for_{image.id}",
        )
        if st.button(say("picture.share_make"), key=f"picture_share_{image.id}"):
            _make(image, TIMES[str(lasts)])
        _link(image)
        _revoke(image)


def _make(image: Image, seconds: int | None) -> None:
    with errors.friendly():
        link = session.easel().share(image.id, expires_in=seconds)
        st.session_state[_MADE.format(image=image.id)] = link.url


def _link(image: Image) -> None:
    if url := st.session_state.get(_MADE.format(image=image.id)):
        st.code(url, language=None, wrap_lines=True)
        st.caption(say("picture.share_copy"))


def _revoke(image: Image) -> None:
    """Draw what revokes links, in two clicks: no link that was sent comes back.

    A link is sealed, and nobody keeps a list of them: one of an earlier visit cannot be
    known of, so it can be revoked without having been seen.
    """
    made = _MADE.format(image=image.id) in st.session_state
    with st.expander(say("picture.unshare" if made else "picture.unshare_earlier"), type="compact"):
        st.caption(say("picture.unshare_sure"))
        st.button(
            say("picture.unshare_go"),
            icon=":material/link_off:",
            key=f"picture_unshare_{image.id}",
            on_click=_gone,
            args=(image,),
        )
    if st.session_state.pop(_GONE, None) == image.id:
        st.caption(f":material/check: {say('picture.unshared')}")


def _gone(image: Image) -> None:
    with errors.friendly():
        session.easel().unshare(image.id)
        st.session_state.pop(_MADE.format(image=image.id), None)
        st.session_state[_GONE] = image.id
