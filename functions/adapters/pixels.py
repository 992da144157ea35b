"""`Pixels` with Pillow, the only place that decodes; a sound PNG is known by its chunks."""

import io
import warnings

from PIL import Image as Pillow
from PIL import UnidentifiedImageError
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from functions.adapters.png_chunks import SIGNATURE, sound_size
from functions.domain.ports.pixels import Look, NotAPicture
from functions.domain.source import Input

FORMATS = {"PNG": "png", "JPEG": "jpeg", "WEBP": "webp"}

DRIVERS = (PngImageFile, JpegImageFile, WebPImageFile)
"""Named here, else Pillow imports all of its forty to find the one that writes WebP."""

BROKEN = "the picture's bytes are broken"

MOST_PIXELS = 40_000_000
"""Above the largest picture that any model makes (4K upscales, about 16 MP)."""

THUMBNAIL = 512
"""Longest side of a thumbnail, in pixels."""


class PillowPixels:
    """Measures pictures and makes thumbnails."""

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
        picture = _open(raw)
        try:
            picture.load()
        except (OSError, ValueError, SyntaxError) as noise:
            raise NotAPicture(BROKEN) from noise
        return Look(FORMATS[picture.format or ""], picture.width, picture.height)

    def prepare(self, raw: bytes, made: Input) -> bytes:
        """Return a kept file as a model gets it.

        Raises:
            NotAPicture: it does not decode any more.
        """
        from functions.adapters.prepare import prepare  # noqa: PLC0415 - only edits need it

        picture = _open(raw)
        try:
            picture.load()
        except (OSError, ValueError, SyntaxError) as noise:
            raise NotAPicture("the picture's bytes are broken") from noise
        return prepare(picture, made)

    def thumbnail(self, raw: bytes) -> bytes:
        """Return a WebP of at most 512 px a side."""
        picture = _open(raw)
        picture.draft("RGB", (THUMBNAIL, THUMBNAIL))
        small = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
        small.thumbnail((THUMBNAIL, THUMBNAIL))
        out = io.BytesIO()
        small.save(out, "WEBP", quality=80, method=2)
        return out.getvalue()


def _open(raw: bytes) -> Pillow.Image:
    """Read a header; bytes and pixels are bounded before anything is decoded."""
    try:
        with warnings.catch_warnings(action="ignore"):
            picture = Pillow.open(io.BytesIO(raw), formats=list(FORMATS))
    except (UnidentifiedImageError, OSError, ValueError, Pillow.DecompressionBombError) as noise:
        raise NotAPicture("the bytes are not a PNG, JPEG or WebP picture") from noise
    _bound(picture.width, picture.height)
    return picture


def _measured(raw: bytes) -> Look:
    """Measure a PNG by its chunks; to open it with Pillow first costs half as much again."""
    measured = sound_size(raw)
    if measured is None:
        raise NotAPicture(BROKEN)
    _bound(*measured)
    return Look("png", *measured)


def _bound(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise NotAPicture(f"{width}x{height} px is more than we decode")
