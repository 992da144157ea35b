"""A model's picture written again: another format, or another quality.

Pixels and the profile of their colours stay. What else a model put into its file goes,
a signature too: it would not hold for other bytes. Every step lets go of the picture
before it: a painter has 512 MB (`python -m tests.bench memory`).
"""

import io
from typing import Any

from PIL import Image as Pillow

from functions.adapters.decoder import bound, broken, decoded
from functions.adapters.plain import on_white, plain, upright
from functions.domain.call import Writing
from functions.domain.ports.pixels import Look

FINE = 90
"""Quality from which a JPEG keeps its colours at full size, as ImageMagick's do."""


def transcode(raw: bytes, writing: Writing) -> tuple[bytes, Look]:
    """Return a picture as another file, and what that is.

    Raises:
        NotAPicture: it does not decode, or is too large for the format.
    """
    picture = decoded(raw)
    profile = b"" if picture.mode == "CMYK" else picture.info.get("icc_profile", b"")
    picture = plain(upright(picture))
    bound(writing.format, *picture.size)
    if writing.format == "jpeg" and picture.mode == "RGBA":
        picture = on_white(picture)
    picture.info = {}
    with broken():
        written = _written(picture, writing, icc_profile=profile)
    return written, Look(writing.format, *picture.size)


def _written(picture: Pillow.Image, writing: Writing, **options: Any) -> bytes:
    if writing.format == "jpeg":
        options["subsampling"] = "4:4:4" if writing.quality >= FINE else "4:2:0"
    else:
        # The other methods take three times as long for files that are 1 % smaller.
        options["method"] = 2
    out = io.BytesIO()
    picture.save(out, writing.format, quality=writing.quality, **options)
    return out.getvalue()
