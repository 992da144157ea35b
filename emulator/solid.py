"""One colour as a file, in microseconds: for benchmarks and fault runs.

A PNG of one colour is, once filtered, four bytes and then nothing but filter marks
and zeros, which are the same in every picture of a size. They are compressed once.
https://www.w3.org/TR/png-3/ (checked 2026-11-22)
"""

import hashlib
import struct
import zlib
from functools import lru_cache

from emulator.commission import Commission
from emulator.paint.flat import paint_flat

_ADLER_BASE = 65_521
_SUB, _UP = b"\x01", b"\x02"
_END = b"\x00\x00\x00\x00IEND\xaeB`\x82"


def paint_solid(commission: Commission) -> bytes:
    """Return an image in one colour that depends on the whole commission."""
    if commission.format != "png":
        return paint_flat(commission)
    colour = hashlib.sha256(repr(commission).encode()).digest()[:3]
    size = (commission.width, commission.height)
    header = struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0)
    content = _compressed(_SUB + colour, *size)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", content) + _END


def _compressed(begin: bytes, width: int, height: int) -> bytes:
    """Return a zlib stream: `begin` as it is, then the rest of every such picture."""
    rest, length, sum_of_rest = _rest(width, height)
    stored = struct.pack("<BHH", 0, len(begin), len(begin) ^ 0xFFFF) + begin
    total = _joined(zlib.adler32(begin), sum_of_rest, length)
    return b"\x78\x01" + stored + rest + struct.pack(">I", total)


@lru_cache(maxsize=64)
def _rest(width: int, height: int) -> tuple[bytes, int, int]:
    """Return all but the first four bytes: deflated, their length, their checksum."""
    rows = bytes(3 * (width - 1)) + (_UP + bytes(3 * width)) * (height - 1)
    deflate = zlib.compressobj(1, wbits=-15)
    return deflate.compress(rows) + deflate.flush(), len(rows), zlib.adler32(rows)


def _joined(first: int, second: int, length: int) -> int:
    """Return the Adler-32 of two texts from theirs; `length` is the second's.

    https://www.rfc-editor.org/rfc/rfc1950#section-8 (checked 2026-11-22)
    """
    low = (first & 0xFFFF) - 1
    high = (first >> 16) + (second >> 16) + length * low
    return high % _ADLER_BASE << 16 | (low + (second & 0xFFFF)) % _ADLER_BASE


def _chunk(name: bytes, content: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checksum
