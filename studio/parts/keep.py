"""Keep a picture: as a favourite here, or as a file with oneself."""

from functools import partial

import streamlit as st
from easel_client import Image

from studio import session
from studio.parts import errors, listing
from studio.words import say

TYPES = {"png": "image/png", "jpeg": "image/jpeg", "webp": "image/webp"}


def keep(image: Image) -> None:
    """Draw the two buttons."""
    st.button(
        say("results.liked" if image.favourite else "results.like"),
        icon=":material/heart_check:" if image.favourite else ":material/favorite:",
        on_click=_like,
        args=(image,),
        key=f"like_{image.id}",
    )
    st.download_button(
        say("results.download"),
        # Called in a thread that has no session, so the client is taken along.
        data=partial(session.easel().content, image.id),
        file_name=f"{image.id}.{image.format}",
        mime=TYPES.get(image.format or "", "application/octet-stream"),
        icon=":material/download:",
        on_click="ignore",
        key=f"download_{image.id}",
    )


def forget(image: Image) -> None:
    """Forget what was read of a picture that was changed."""
    listing.forget()
    session.forget_generation(image.generation)


def _like(image: Image) -> None:
    with errors.friendly():
        session.easel().update_image(image.id, favourite=not image.favourite)
    forget(image)
