"""Paint a mask: brush, eraser and box, by mouse, finger or keyboard."""

import base64
import io
from collections.abc import Callable
from typing import Any

from PIL import Image

from studio.components.declare import declare
from studio.components.preview import preview

_mount = declare("mask", scripts=("shelf", "painting"))

WORDS = (
    "title",
    "tools",
    "canvas",
    "hint",
    "picture",
    "brush",
    "eraser",
    "box",
    "size",
    "undo",
    "redo",
    "invert",
    "clear",
    "cover",
    "empty",
)
"""What it says; `cover` holds `{percent}`."""


def paint_mask(
    picture: bytes,
    *,
    image_id: str,
    key: str,
    say: Callable[[str], str],
    language: str,
    tallest: int = 640,
) -> bytes | None:
    """Let a person paint over a picture and return the mask, or None while nothing is painted.

    The browser sees a preview and paints at the picture's true size. Strokes belong to
    `image_id`: they survive another run, another language, another page and a reload, and
    give way when the picture changes.

    Args:
        picture: in any format that Pillow reads.
        image_id: the picture's name, which must differ between pictures.
        key: of this painter in the session's state.
        say: gives the words of `WORDS`, asked for as `mask.<word>`.
        language: a BCP 47 tag, by which numbers are written.
        tallest: CSS pixels that the picture may be high.

    Returns:
        A PNG of 8-bit grey that has the picture's size: 255 repaints, 0 keeps.
    """
    shown = preview(picture)
    labels = {word: say(f"mask.{word}") for word in WORDS}
    mask: Any = _mount(
        key=key,
        data={
            "image_id": image_id,
            "src": shown.src,
            "width": shown.width,
            "height": shown.height,
            "alt": labels["picture"],
            "labels": labels,
            "language": language,
            "tallest": tallest,
        },
        default={"mask": None},
        on_mask_change=_nothing,
    ).mask
    if not mask or mask["image_id"] != image_id:
        return None
    return _grey(base64.b64decode(mask["png"]))


def _grey(png: bytes) -> bytes:
    """Return the browser's RGBA as one channel; its three colours are equal."""
    with Image.open(io.BytesIO(png)) as opened:
        grey = io.BytesIO()
        opened.getchannel("R").save(grey, "PNG")
    return grey.getvalue()


def _nothing() -> None:
    """Make `mask` a state that Streamlit keeps; the script's next run reads it."""
