"""EXIF's `UserComment`, where AUTOMATIC1111 puts its text in JPEG and WebP.

It writes with piexif: eight bytes of a character code, `UNICODE` and a zero, then
UTF-16, big-endian; others write it little-endian, or in plain letters.
https://www.cipa.jp/std/documents/download_e.html?DC-008-Translation-2023-E (4.6.6.D)
checked 2026-11-22.
"""

import struct
from collections.abc import Iterator

from functions.adapters.inscription import a1111
from functions.domain.inscription import Inscription

PREFIX = b"Exif\0\0"
"""What stands before the TIFF header in a JPEG, and in some WebP too."""

LONGEST = 1 << 18
"""Bytes of a comment that are read at most."""

_EXIF_IFD = 0x8769
_USER_COMMENT = 0x9286
_MOST_ENTRIES = 256
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}


def read(blob: bytes) -> Inscription | None:
    """Return what the comment of an EXIF blob says, None if it says nothing."""
    tiff = blob.removeprefix(PREFIX)
    order = _ORDERS.get(tiff[:4])
    if order is None:
        return None
    try:
        comment = _comment(tiff, order)
    except struct.error:
        return None
    readings = (a1111.read(text) for text in _texts(comment[:LONGEST]))
    return next((found for found in readings if found), None)


def _comment(tiff: bytes, order: str) -> bytes:
    (first,) = struct.unpack_from(f"{order}I", tiff, 4)
    place = _entry(tiff, order, first, _EXIF_IFD)
    found = _entry(tiff, order, place[1], _USER_COMMENT) if place else None
    if found is None:
        return b""
    count, offset = found
    return tiff[offset : offset + count]


def _entry(tiff: bytes, order: str, ifd: int, tag: int) -> tuple[int, int] | None:
    """Return count and value of a directory's entry: offset of a comment, or of an IFD."""
    (entries,) = struct.unpack_from(f"{order}H", tiff, ifd)
    for number in range(min(entries, _MOST_ENTRIES)):
        known, _, count, value = struct.unpack_from(f"{order}HHII", tiff, ifd + 2 + 12 * number)
        if known == tag:
            return count, value
    return None


def _texts(comment: bytes) -> Iterator[str]:
    """Yield a comment's readings, the likeliest first."""
    code, words = comment[:8], comment[8:]
    if code == b"UNICODE\0":
        yield words.decode("utf-16-be", "ignore")
        yield words.decode("utf-16-le", "ignore")
    elif code in (b"ASCII\0\0\0", b"\0" * 8):
        yield words.decode("utf-8", "ignore")
