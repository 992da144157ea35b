"""One picture, large: itself, what one can do with it, how it was made, where it comes from."""

import streamlit as st
from easel_client import EaselError, Image

from studio import session
from studio.components.album import album
from studio.parts import errors
from studio.parts.facts import facts
from studio.parts.marks import actions
from studio.parts.thumbnails import alt, choices
from studio.words import say

IMAGE = "image"
"""Name in the address of the picture that the gallery shows large."""

FEW = 12


def open_picture(image_id: str) -> None:
    """Show a picture large in the next run; for a click."""
    st.query_params[IMAGE] = image_id


def picture(image_id: str) -> None:
    """Draw the large view.

    Raises:
        EaselError: there is no such picture, or nobody answers.
    """
    image = session.easel().image(image_id)
    shown, told = st.columns([7, 5], gap="large")
    with shown:
        _large(image)
        _lineage(image)
    with told:
        actions(image)
        facts(image)


def _large(image: Image) -> None:
    with st.container(key="picture_large"):
        try:
            st.image(session.content(image.id), alt=alt(image), width="stretch")
        except errors.PASSING:
            raise
        except EaselError:
            st.info(say("picture.file_gone"), icon=":material/broken_image:")


def _lineage(image: Image) -> None:
    """Draw those it was made from, those made from it, and those made beside it."""
    begun = session.generation(image.generation)
    for words, found in (
        ("picture.parents", _parents(image)),
        ("picture.children", _children(image)),
        ("picture.siblings", [each for each in begun.pictures if each.id != image.id]),
    ):
        shown = [each for each in found if each.succeeded and not each.deleted][:FEW]
        if shown:
            st.subheader(say(words), anchor=False)
            key = f"{words.replace('.', '_')}_{image.id}"
            album(choices(shown), key=key, label=say(words), on_open=open_picture, cell=96)


def _parents(image: Image) -> list[Image]:
    """Return what it was made from, of which no more than two or three are ever asked."""
    return [found for image_id in image.parents if (found := _known(image_id))]


def _children(image: Image) -> list[Image]:
    """Return the newest that were made from it, all in one answer."""
    return list(session.easel().children(image.id, limit=FEW)) if image.children else []


def _known(image_id: str) -> Image | None:
    """Return a picture, or None for one that was deleted."""
    try:
        return session.easel().image(image_id)
    except errors.PASSING:
        raise
    except EaselError:
        return None
