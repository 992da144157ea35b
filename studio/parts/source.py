"""A picture to start from: uploaded, or one of one's own."""

import io
from dataclasses import dataclass
from typing import Any

import streamlit as st
from easel_client import Upload
from PIL import Image, UnidentifiedImageError

from studio import session
from studio.components.pick import Choice, pick
from studio.components.preview import data_url
from studio.words import say

SHOWN = 12
"""Own pictures on offer; the gallery has all."""
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
    """Return an image (`img_…`), or a picture that a generation was asked with (`inp_…`)."""
    if name.startswith("inp_"):
        return Source(name, {"input_id": name}, session.input_content(name))
    return Source(name, {"image_id": name}, session.content(name))


def choose_source(key: str, *, shown: int = SHOWN, cell: int = 150) -> Source | None:
    """Draw an upload and the latest own pictures; return what was chosen, or None.

    Args:
        key: Separates one choice on a page from another.
        shown: How many own pictures are offered.
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
    images = session.easel().images(limit=shown).data
    if not images:
        st.caption(say("source.none"))
        return None
    st.markdown(say("source.own"))
    choices = [
        Choice(each.id, data_url(session.thumbnail(each.id), "image/webp"), each.prompt or each.id)
        for each in images
    ]
    words: dict[str, Any] = {"label": say("source.own"), "chosen": say("source.chosen")}
    return pick(choices, key=f"{key}_own", cell=cell, **words)
