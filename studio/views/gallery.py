"""The page Gallery: find a picture, see how it was made, start again from it."""

import streamlit as st
from easel_client import NotFound

from studio.components.album import album
from studio.navigation import go
from studio.parts import filters
from studio.parts.heading import heading
from studio.parts.listing import PAGE, Listing, listing
from studio.parts.marks import GONE
from studio.parts.picture import IMAGE, open_picture, picture
from studio.parts.restore import restore
from studio.parts.thumbnails import choices
from studio.words import say

PAGES = "gallery_pages"


def show() -> None:
    """Draw the page: one picture where the address names one, else all."""
    if IMAGE in st.query_params:
        _one(st.query_params[IMAGE])
    else:
        _all()


def _one(image_id: str) -> None:
    heading(say("picture.title"))
    st.button(say("gallery.back"), icon=":material/arrow_back:", type="tertiary", on_click=_close)
    try:
        picture(image_id)
    except NotFound:
        st.warning(say("errors.not_yours"), icon=":material/search_off:")


def _close() -> None:
    st.query_params.pop(IMAGE, None)


def _all() -> None:
    heading(say("gallery.title"), say("gallery.lead"))
    if st.session_state.pop(GONE, False):
        st.caption(f":material/delete: {say('gallery.deleted')}")
    asked = filters.chosen()
    found = listing(asked, st.session_state.get(PAGES, 1))
    look, bring = st.columns([7, 4], gap="medium")
    with look:
        tags = {tag for image in found.images for tag in image.tags}
        filters.filters(_from_the_top, tags=tags, clear=_everything)
    with bring:
        restore()
    if found.images:
        st.caption(say("gallery.shown", count=len(found.images)))
        album(
            choices(found.images),
            key="gallery_album",
            label=say("gallery.pictures"),
            on_open=open_picture,
        )
    elif not found.more:
        _nothing(filtered=bool(asked))
    _onwards(found)


def _onwards(found: Listing) -> None:
    if not found.more:
        return
    short = len(found.images) < st.session_state.get(PAGES, 1) * PAGE
    if short:
        scanned = f"{found.scanned:,}"
        st.caption(say("gallery.scanned", count=len(found.images), scanned=scanned))
    words = say("gallery.search_on" if short else "gallery.more")
    st.button(words, icon=":material/expand_more:", on_click=_further, key="gallery_further")


def _nothing(*, filtered: bool) -> None:
    with st.container(key="empty_easel", horizontal_alignment="center", gap="small"):
        st.markdown(":material/photo_library:")
        st.caption(say("gallery.no_match" if filtered else "gallery.empty"))
        if not filtered and st.button(
            say("gallery.start"), type="primary", icon=":material/auto_awesome:"
        ):
            go("create")


def _further() -> None:
    st.session_state[PAGES] = st.session_state.get(PAGES, 1) + 1


def _from_the_top() -> None:
    st.session_state.pop(PAGES, None)


def _everything() -> None:
    filters.clear()
    _from_the_top()
