"""PNG: https://www.w3.org/TR/png-3/ (checked 2026-11-22)."""

import struct
import zlib
from collections.abc import Iterator

from emulator.pictures.header import Header, NotAPicture

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_COLOURS = {0: "grey", 2: "rgb", 3: "palette", 4: "grey", 6: "rgb"}
_WITH_ALPHA = (4, 6)


def measure(raw: bytes) -> Header:
    """Read every chunk's name and checksum, and the size from the first.

    Raises:
        NotAPicture: A chunk is missing, broken or cut.
    """
    chunks = dict(_chunks(raw))
    if len(chunks.get(b"IHDR", b"")) != 13 or b"IDAT" not in chunks:
        raise NotAPicture("its PNG has no header or no pixels")
    width, height, depth, colours = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    if colours not in _COLOURS:
        raise NotAPicture(f"its PNG has a colour type {colours}")
    return Header(
        "png",
        width,
        height,
        depth,
        _COLOURS[colours],
        alpha=colours in _WITH_ALPHA or b"tRNS" in chunks,
        animated=b"acTL" in chunks,
    )


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name of each chunk and its first bytes, to the one that ends the picture."""
    view, at, name = memoryview(raw), len(SIGNATURE), b""
    while name != b"IEND":
        end = at + 8 + int.from_bytes(view[at : at + 4])
        name, checksum = bytes(view[at + 4 : at + 8]), view[end : end + 4]
        if len(checksum) < 4:
            raise NotAPicture("it is cut off")
        if zlib.crc32(view[at + 4 : end]) != int.from_bytes(checksum):
            raise NotAPicture("its bytes are broken")
        yield name, bytes(view[at + 8 : min(end, at + 24)])
        at = end + 4
