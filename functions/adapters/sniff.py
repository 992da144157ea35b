"""What a file is by its first bytes, whatever anybody says that it is.

Magic numbers: https://mimesniff.spec.whatwg.org/#image-type-pattern-matching-algorithm,
the brands of `ftyp` from ISO/IEC 23008-12 and the AV1 image format,
https://aomediacodec.github.io/av1-avif/#brands; checked 2026-11-22.
"""

from functions.domain.ports.pixels import NotAPicture

MARKS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}

FOREIGN = {
    b"GIF8": "GIF",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"%PDF-": "PDF",
    b"BM": "BMP",
    b"8BPS": "Photoshop file",
    b"\0\0\1\0": "icon",
    b"\xff\x0a": "JPEG XL",
    b"\0\0\0\x0cJXL ": "JPEG XL",
    b"\0\0\0\x0cjP  ": "JPEG 2000",
}
"""Files that people take for pictures that we read, by name so that they know what to do."""

BRANDS = {b"avif": "AVIF", b"avis": "AVIF", b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC"}

FIRST = 1024
"""Bytes in which an SVG names itself, behind its declarations and comments."""


def sniffed(raw: bytes) -> str:
    """Return `png`, `jpeg` or `webp`.

    Raises:
        NotAPicture: it is nothing, or something else; by name, if it has one.
    """
    if not raw:
        raise NotAPicture("the file is empty", code="empty")
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "webp"
    known = next((each for mark, each in MARKS.items() if raw.startswith(mark)), "")
    if known:
        return known
    name = _foreign(raw)
    detail = f"the file is {name}" if name else "the bytes are not a picture"
    raise NotAPicture(f"{detail}; send a PNG, JPEG or WebP", code="unsupported_format")


def _foreign(raw: bytes) -> str:
    """Return what else a file is, with its article, empty where nobody knows."""
    if raw[4:8] == b"ftyp":
        name = BRANDS.get(raw[8:12], "video")
    elif b"<svg" in raw[:FIRST].lower():
        name = "SVG"
    else:
        name = next((each for mark, each in FOREIGN.items() if raw.startswith(mark)), "")
    return name and f"{'an' if name[0] in 'AHSi' else 'a'} {name}"
