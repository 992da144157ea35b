"""The only place that opens pictures' files with Pillow, and turns them into pixels.

What a file is and how many pixels it has is read from its first bytes by code of ours;
no decoder sees one that is something else, or too large.
"""

import io
import warnings
from collections.abc import Generator
from contextlib import contextmanager

from PIL import Image as Pillow
from PIL import PngImagePlugin
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.WebPImagePlugin import WebPImageFile

from functions.adapters.inscription import jpeg, png, webp
from functions.adapters.sniff import sniffed
from functions.domain.inscription import Header
from functions.domain.ports.pixels import NotAPicture

MOST_PIXELS = 25_000_000
"""Above the largest picture that any model makes (4K upscales, 16,777,216), and what a painter
of 512 MB makes smaller, whatever it is (`python -m tests.bench memory`)."""

MOST_PIXELS_OF_WEBP = 16_777_216
"""Its decoder holds four copies of a picture, and a lossless one a fifth."""

PngImagePlugin.MAX_TEXT_MEMORY = 4 * 1024 * 1024
"""Bytes of all texts of a PNG, inflated; Pillow would hold 64 MB of them. One text and one
colour profile are held to 1 MB by Pillow itself."""

DRIVERS = {"png": PngImagePlugin.PngImageFile, "jpeg": JpegImageFile, "webp": WebPImageFile}
"""Named here: `Pillow.open` imports more to find them, and makes of a JPEG with a second
one behind it (phones write them) another format."""

HEADERS = {"png": png.header, "jpeg": jpeg.header, "webp": webp.header}


def header(raw: bytes) -> Header:
    """Return a picture's format and size; nothing is decoded, and no size is too large.

    Raises:
        NotAPicture: it is none, its header is broken, or it has more pixels than we decode.
    """
    found = HEADERS[sniffed(raw)](raw)
    if found is None:
        raise NotAPicture("the picture's header is broken; export it again")
    bound(found.format, found.width, found.height)
    return found


def bound(file_format: str, width: int, height: int) -> None:
    """Refuse what has too many pixels to be decoded.

    Raises:
        NotAPicture: too many pixels.
    """
    most = MOST_PIXELS_OF_WEBP if file_format == "webp" else MOST_PIXELS
    if width * height > most:
        size = f"{width}x{height} px is more than we decode"
        detail = f"{size}: at most {most:,} pixels of a {file_format}; make it smaller"
        raise NotAPicture(detail, code="too_many_pixels")


def opened(raw: bytes) -> ImageFile:
    """Return a picture whose pixels are not decoded yet.

    Raises:
        NotAPicture: as `header`; or Pillow reads something else there.
    """
    found = header(raw)
    with broken():
        picture = DRIVERS[found.format](io.BytesIO(raw))
    if picture.size != (found.width, found.height):
        raise NotAPicture("the picture's header is ambiguous; export it again")
    return picture


def decoded(raw: bytes) -> Pillow.Image:
    """Return a picture with all of its pixels.

    Raises:
        NotAPicture: as `opened`; or its pixels are broken or cut off.
    """
    picture = opened(raw)
    with broken():
        picture.load()
    # A WebP's decoder lives as long as its file does, with two pictures of its own.
    return picture.crop((0, 0, *picture.size)) if picture.format == "WEBP" else picture


@contextmanager
def broken() -> Generator[None]:
    """Say that bytes are broken, whatever Pillow raises on them."""
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    except MemoryError:
        raise
    except Exception as noise:  # a dozen kinds, from struct's to its own
        raise NotAPicture("the picture's bytes are broken; export it again") from noise
