"""JPEG: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B (checked 2026-11-22)."""

import re
import struct

from emulator.pictures.header import Header, NotAPicture

SIGNATURE = b"\xff\xd8\xff"

_END = 0xD9
_NO_FRAMES = (0xC4, 0xC8, 0xCC)
_COLOURS = {1: "grey", 3: "rgb", 4: "cmyk"}
_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
"""A marker between scans: neither a stuffed zero nor a restart."""


def measure(raw: bytes) -> Header:
    """Walk from segment to segment to the end, and read the size from the frame's.

    Raises:
        NotAPicture: The end or the frame's segment is missing.
    """
    header, at = None, 2
    while True:
        found = _MARKER.search(raw, at)
        if not found:
            raise NotAPicture("it is cut off")
        marker, at = found[1][0], found.end()
        if marker == _END:
            break
        length = int.from_bytes(raw[at : at + 2])
        if at + max(length, 2) > len(raw):
            raise NotAPicture("it is cut off")
        if _is_frame(marker) and header is None:
            header = _frame(raw[at + 2 : at + length])
        at += length
    if header is None:
        raise NotAPicture("its JPEG has no frame")
    return header


def _is_frame(marker: int) -> bool:
    return 0xC0 <= marker <= 0xCF and marker not in _NO_FRAMES


def _frame(segment: bytes) -> Header:
    try:
        depth, height, width, components = struct.unpack_from(">BHHB", segment)
        return Header("jpeg", width, height, depth, _COLOURS[components])
    except (struct.error, KeyError):
        raise NotAPicture("its JPEG has a broken frame") from None
