"""A running generation: its pictures appear one by one; then they are there to be picked."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st
from easel_client import Generation, Image

from studio import session
from studio.parts import errors, thumbnails
from studio.parts.results import results
from studio.words import say

LOOK = "1s"
WORRY = ":material/block:"


def progress(generation_id: str, *, ended: Callable[[Generation], None] = results) -> None:
    """Draw a generation as it stands, and go on until it has `ended`."""
    with errors.friendly():
        begun = session.generation(generation_id)
        if begun.done:
            ended(begun)
        else:
            _running(generation_id)


def awaited(asked: Mapping[str, Any]) -> None:
    """Draw the frames of a generation as long as the API has not taken its request."""
    total = int(asked.get("count", 1))
    st.progress(0.0, say("progress.painting", ended=0, total=total))
    with st.grid(columns=min(2, total), gap="small"):
        for _ in range(total):
            with st.container(gap="xsmall"):
                _frame(_css(str(asked.get("aspect_ratio", ""))))


@st.fragment(run_every=LOOK)
def _running(generation_id: str) -> None:
    with errors.friendly():
        begun = session.generation(generation_id)
        if begun.done:
            st.rerun()
        counts = begun.counts
        ended = counts.total - counts.pending
        st.progress(ended / counts.total, say("progress.painting", ended=ended, total=counts.total))
        _so_far(begun)
        st.button(
            say("progress.stop"),
            icon=":material/stop_circle:",
            type="tertiary",
            on_click=_stop,
            args=(generation_id,),
            key="progress_stop",
            help=say("progress.stop_help"),
        )


def _so_far(begun: Generation) -> None:
    with st.grid(columns=min(2, len(begun.images)), gap="small"):
        for number, image in enumerate(begun.images, 1):
            with st.container(gap="xsmall"):
                _one(number, image, shape_of(begun))


def shape_of(begun: Generation) -> str:
    """Return the shape that the pictures will have, as CSS's `aspect-ratio` says it."""
    used = {line.name: str(line.used) for line in begun.receipt}
    return _css(used.get("size", used.get("aspect_ratio", "")).replace("x", ":"))


def _css(said: str) -> str:
    width, _, height = said.partition(":")
    return f"{width} / {height}" if width.isdecimal() and height.isdecimal() else "1"


def _one(number: int, image: Image, shape: str) -> None:
    if image.succeeded:
        alt = say("results.alt", number=number, prompt=thumbnails.alt(image))
        st.image(session.thumbnail(image.id), alt=alt, width="stretch")
    elif image.error:
        st.caption(f"{WORRY} {errors.why(image.error.code, image.error.detail)}")
    else:
        _frame(shape)


def _frame(shape: str) -> None:
    st.html(f'<div class="easel-awaited" style="aspect-ratio: {shape}"></div>')


def _stop(generation_id: str) -> None:
    with errors.friendly():
        session.easel().cancel(generation_id)
