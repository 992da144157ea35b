"""A picture to start from: uploaded, or one of one's own."""

import io
from dataclasses import dataclass
from typing import Any

import streamlit as st
from easel_client import Task, Upload
from PIL import Image, UnidentifiedImageError

from studio import session
from studio.components.pick import pick
from studio.parts.thumbnails import choices
from studio.words import say

SHOWN = 12
"""Own pictures on offer at first; as many more are a click away."""
MOST = 96
"""Further back the gallery leads."""
FORMATS = ("png", "jpg", "jpeg", "webp")


@dataclass(frozen=True, slots=True)
class Source:
    """A picture, and how a request names it.

    Attributes:
        id: `img_…`, `inp_…` or `upl_…`.
        reference: the request's `image`: `{"image_id": …}` and the like.
        raw: its bytes.
    """

    id: str
    reference: dict[str, str]
    raw: bytes


def named(name: str) -> Source:
    """Return an image (`img_…`), an upload (`upl_…`), or what a generation had (`inp_…`)."""
    if name.startswith("inp_"):
        return Source(name, {"input_id": name}, session.input_content(name))
    if name.startswith("upl_"):
        return Source(name, {"upload_id": name}, session.upload_content(name))
    return Source(name, {"image_id": name}, session.content(name))


def part_of(task: Task) -> str:
    """Return the part that the picture at hand plays: `image`, if the task has one."""
    return "image" if "image" in task.pictures else next(iter(task.pictures))


def others(task: Task) -> list[str]:
    """Return the parts of further pictures that a task takes."""
    return [part for part in task.pictures if part != part_of(task)]


def choose_source(key: str, *, shown: int = SHOWN, cell: int = 150) -> Source | None:
    """Draw an upload and the latest own pictures; return what was chosen, or None.

    Args:
        key: Separates one choice on a page from another.
        shown: How many own pictures are offered at first.
        cell: How wide they are, in CSS pixels.
    """
    file = st.file_uploader(say("source.upload"), type=list(FORMATS), key=f"{key}_file")
    if file:
        return _uploaded(file.getvalue())
    chosen = _latest(key, shown, cell)
    return named(chosen) if chosen else None


def _uploaded(raw: bytes) -> Source | None:
    try:
        with Image.open(io.BytesIO(raw)) as picture:
            picture.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError):
        st.error(say("source.unreadable"), icon=":material/broken_image:")
        return None
    upload = _upload(raw)
    return Source(upload.id, {"upload_id": upload.id}, raw)


# An upload is usable for a day; half of that leaves time to paint.
@st.cache_data(ttl=43_200, max_entries=6, max_size="60MB", show_spinner=False, scope="session")
def _upload(raw: bytes) -> Upload:
    return session.easel().upload(raw)


def _latest(key: str, shown: int, cell: int) -> str | None:
    wanted = st.session_state.get(f"{key}_shown", shown)
    page = session.easel().images(limit=wanted)
    if not page.data:
        st.caption(say("source.none"))
        return None
    st.markdown(say("source.own"))
    words: dict[str, Any] = {"label": say("source.own"), "chosen": say("source.chosen")}
    picked = pick(choices(page.data), key=f"{key}_own", cell=cell, **words)
    if page.next_cursor and wanted < MOST:
        st.button(
            say("source.more"),
            icon=":material/expand_more:",
            type="tertiary",
            on_click=_show_more,
            args=(f"{key}_shown", wanted + shown),
            key=f"{key}_more",
        )
    return picked


def _show_more(key: str, wanted: int) -> None:
    st.session_state[key] = min(wanted, MOST)
