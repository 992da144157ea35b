"""One picture, large: itself, what one can do with it, how it was made, where it comes from."""

import streamlit as st
from easel_client import EaselError, Image

from studio import session
from studio.components.album import album
from studio.parts import errors
from studio.parts.facts import facts
from studio.parts.marks import actions
from studio.parts.thumbnails import choices
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
            st.image(session.content(image.id), alt=image.prompt or image.id, width="stretch")
        except errors.PASSING:
            raise
        except EaselError:
            st.info(say("picture.file_gone"), icon=":material/broken_image:")


def _lineage(image: Image) -> None:
    """Draw those it was made from, those made from it, and those made beside it."""
    begun = session.generation(image.generation)
    beside = [each.id for each in begun.pictures if each.id != image.id and not each.deleted]
    for words, ids in (
        ("picture.parents", image.parents),
        ("picture.children", image.children or ()),
        ("picture.siblings", beside),
    ):
        found = [each for image_id in ids[:FEW] if (each := _known(image_id))]
        if found:
            st.subheader(say(words), anchor=False)
            key = f"{words.replace('.', '_')}_{image.id}"
            album(choices(found), key=key, label=say(words), on_open=open_picture, cell=96)


def _known(image_id: str) -> Image | None:
    """Return a relative; one that was deleted is left out."""
    try:
        found = session.easel().image(image_id)
    except errors.PASSING:
        raise
    except EaselError:
        return None
    return found if found.succeeded and not found.deleted else None
