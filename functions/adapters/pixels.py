"""`Pixels` with Pillow: what models made is measured, what goes to them is made ready."""

import io

from functions.adapters.decoder import bound, broken, decoded, opened
from functions.adapters.png_chunks import SIGNATURE, sound_size
from functions.domain.call import Writing
from functions.domain.input import Input
from functions.domain.ports.pixels import Look, NotAPicture

THUMBNAIL = 512
"""Longest side of a thumbnail, in pixels."""


class PillowPixels:
    """Measures pictures, makes them ready for models, and makes thumbnails."""

    def look(self, raw: bytes) -> Look:
        """Measure a picture, and hold all of its bytes to be what was sent.

        A PNG carries a checksum for every byte of it, which is compared; the
        other formats have none, so they are decoded. (Decoding a PNG of 1.5 MB
        costs 34 ms, which is more than everything else that a painter does.)

        Raises:
            NotAPicture: unknown format, broken, or more pixels than we decode.
        """
        if raw.startswith(SIGNATURE):
            return _measured(raw)
        picture = opened(raw)
        with broken():
            picture.load()
        return Look((picture.format or "").lower(), picture.width, picture.height)

    def prepare(self, raw: bytes, made: Input) -> bytes:
        """Return a kept file as a model gets it.

        Raises:
            NotAPicture: it does not decode any more.
        """
        from functions.adapters.prepare import prepare  # noqa: PLC0415 - only edits need it

        return prepare(decoded(raw), made)

    def transcode(self, raw: bytes, writing: Writing) -> tuple[bytes, Look]:
        """Return a picture as another file, and what that is.

        Raises:
            NotAPicture: it does not decode, or is too large for the format.
        """
        from functions.adapters.transcode import transcode  # noqa: PLC0415 - as above

        return transcode(raw, writing)

    def thumbnail(self, raw: bytes) -> bytes:
        """Return a WebP of at most 512 px a side."""
        picture = opened(raw)
        picture.draft("RGB", (THUMBNAIL, THUMBNAIL))
        small = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
        small.thumbnail((THUMBNAIL, THUMBNAIL))
        out = io.BytesIO()
        small.save(out, "WEBP", quality=80, method=2)
        return out.getvalue()


def _measured(raw: bytes) -> Look:
    """Measure a PNG by its chunks; to open it with Pillow first costs half as much again."""
    measured = sound_size(raw)
    if measured is None:
        raise NotAPicture("the picture's bytes are broken")
    bound("png", *measured)
    return Look("png", *measured)
