"""The gallery's list: cursor pages, read on where a filter made one short."""

from dataclasses import dataclass
from typing import Any

import streamlit as st
from easel_client import Image, Page

from studio import session

PAGE = 24
LOOKS = 4
"""Requests that one page may take where a filter without an index finds little."""


@dataclass(frozen=True)
class Listing:
    """What was found so far.

    Attributes:
        images: Newest first.
        more: Whether there may be more.
        scanned: Pictures that were looked at to find these.
    """

    images: list[Image]
    more: bool
    scanned: int


def listing(filters: dict[str, Any], pages: int) -> Listing:
    """Read so many pages. The first is always read anew, so that new pictures are there.

    A cursor is a position in the list: what follows it is kept for a while, and is read anew
    when new pictures have moved the positions.
    """
    images: dict[str, Image] = {}
    cursor, scanned, looks = None, 0, 0
    while len(images) < pages * PAGE and looks < pages * LOOKS:
        page = _on(filters, cursor) if cursor else session.easel().images(limit=PAGE, **filters)
        images |= {image.id: image for image in page}
        cursor, scanned, looks = page.next_cursor, scanned + page.scanned, looks + 1
        if not cursor:
            break
    return Listing(list(images.values()), cursor is not None, scanned)


def forget() -> None:
    """Forget pages: a picture was changed or deleted."""
    _on.clear()


@st.cache_data(ttl=60, max_entries=60, show_spinner=False, scope="session")
def _on(filters: dict[str, Any], cursor: str) -> Page[Image]:
    return session.easel().images(limit=PAGE, cursor=cursor, **filters)
