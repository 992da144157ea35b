"""WebP: https://developers.google.com/speed/webp/docs/riff_container (checked 2026-11-22)."""

import struct

from emulator.pictures.header import Header, NotAPicture

_ALPHA, _ANIMATION = 0x10, 0x02


def is_webp(raw: bytes) -> bool:
    """Say whether the file begins as a WebP does."""
    return raw[:4] == b"RIFF" and raw[8:12] == b"WEBP"


def measure(raw: bytes) -> Header:
    """Read the first chunk, which is one of three kinds.

    Raises:
        NotAPicture: It is another kind, or the file is shorter than it says.
    """
    if len(raw) < 8 + int.from_bytes(raw[4:8], "little") or len(raw) < 30:
        raise NotAPicture("it is cut off")
    readers = {b"VP8 ": _lossy, b"VP8L": _lossless, b"VP8X": _extended}
    if raw[12:16] not in readers:
        raise NotAPicture("its WebP has an unknown first chunk")
    return readers[raw[12:16]](raw[20:30])


def _lossy(frame: bytes) -> Header:
    width, height = struct.unpack("<HH", frame[6:10])
    return Header("webp", width & 0x3FFF, height & 0x3FFF)


def _lossless(frame: bytes) -> Header:
    bits = int.from_bytes(frame[1:5], "little")
    width, height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return Header("webp", width, height, alpha=bool(bits >> 28 & 1))


def _extended(chunk: bytes) -> Header:
    return Header(
        "webp",
        1 + int.from_bytes(chunk[4:7], "little"),
        1 + int.from_bytes(chunk[7:10], "little"),
        alpha=bool(chunk[0] & _ALPHA),
        animated=bool(chunk[0] & _ANIMATION),
    )
