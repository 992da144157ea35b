"""What a browser is sent of a picture: small enough to be quick, with the true size beside it."""

import base64
import io
from dataclasses import dataclass

import streamlit as st
from PIL import Image, ImageOps

LONGEST = 1400
"""Pixels of a preview's longer side; 2 to 3 times what a page shows, for dense screens."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A data URL of a small WebP, and the size of the original as it stands upright."""

    src: str
    width: int
    height: int


@st.cache_data(max_entries=12, max_size="20MB", show_spinner=False, scope="session")
def preview(raw: bytes) -> Preview:
    """Return a picture for the browser; a photo that lies on its side by EXIF is turned.

    The API turns it too, so a mask drawn on this preview fits the picture that it keeps.
    """
    with Image.open(io.BytesIO(raw)) as opened:
        picture = ImageOps.exif_transpose(opened)
        width, height = picture.size
        picture.thumbnail((LONGEST, LONGEST))
        small = io.BytesIO()
        picture.convert("RGBA" if picture.has_transparency_data else "RGB").save(small, "WEBP")
    return Preview(data_url(small.getvalue(), "image/webp"), width, height)


def data_url(raw: bytes, media_type: str) -> str:
    """Return bytes as an address that needs no server."""
    return f"data:{media_type};base64,{base64.b64encode(raw).decode()}"
