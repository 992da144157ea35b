"""Small pictures for grids: fetched side by side, kept by the session."""

from base64 import b64encode
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from easel_client import EaselError, Image
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

from studio import session
from studio.components.pick import Choice

AT_ONCE = 6
NOTHING = "data:image/svg+xml," + "%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"
"""Stands for a thumbnail whose file is gone: the record can still be opened."""


def sources(image_ids: Iterable[str]) -> dict[str, str]:
    """Return a `src` for each image. A page's policy allows no address but the studio's own."""
    ids = list(dict.fromkeys(image_ids))
    here = get_script_run_ctx()
    with ThreadPoolExecutor(AT_ONCE, initializer=add_script_run_ctx, initargs=(None, here)) as pool:
        return dict(zip(ids, pool.map(_source, ids), strict=True))


def choices(images: Iterable[Image]) -> list[Choice]:
    """Return pictures as a grid shows them."""
    shown = list(images)
    src = sources(image.id for image in shown)
    return [
        Choice(id=each.id, src=src[each.id], alt=each.prompt or each.id, favourite=each.favourite)
        for each in shown
    ]


def _source(image_id: str) -> str:
    try:
        return f"data:image/webp;base64,{b64encode(session.thumbnail(image_id)).decode()}"
    except EaselError:
        return NOTHING
