"""WebP: an `XMP ` chunk at the end, announced by a flag of `VP8X`.

A simple file (one `VP8 ` or `VP8L` chunk) gets its `VP8X` first, with size and
alpha read from the bitstream's header.
https://developers.google.com/speed/webp/docs/riff_container (RFC 9649): from memory, held by
Pillow in tests.
"""

from collections.abc import Iterator

from functions.adapters.inscription import exif, xmp
from functions.domain.frozen import frozen
from functions.domain.inscription import Header, Inscription

MOST_CHUNKS = 16_384
SIGNED = b"C2PA"
"""The chunk of Content Credentials, which seal the whole file."""

XMP_FLAG, ALPHA_FLAG = 0x04, 0x10


@frozen
class Chunk:
    """A chunk's name, and where it, its content and the next one begin."""

    name: bytes
    start: int
    body: int
    size: int
    end: int


def begins(raw: bytes) -> bool:
    """Whether a file is a WebP by its first bytes."""
    return raw.startswith(b"RIFF") and raw[8:12] == b"WEBP"


def header(raw: bytes) -> Header | None:
    """Return what the first chunk says, None if it cannot be read."""
    size = _size(raw[12:42])
    if size is None:
        return None
    ends = 8 + int.from_bytes(raw[4:8], "little")
    last = max((chunk.end for chunk in _chunks(raw)), default=0)
    return Header("webp", *size, complete=last == ends)


def write(raw: bytes, inscription: Inscription) -> bytes:
    """Return a whole WebP with our XMP instead of an older one of ours.

    A file with XMP of its own keeps that one: there can be only one.
    """
    found = list(_chunks(raw))
    packets = [each for each in found if each.name == b"XMP "]
    foreign = any(not xmp.is_ours(raw[each.body : each.end]) for each in packets)
    if foreign or any(each.name == SIGNED for each in found):
        return raw
    view, at = memoryview(raw), found[-1].end
    parts: list[bytes | memoryview] = [_extended(raw)]
    parts += [
        view[each.start : each.end]
        for each in found
        if each.name != b"VP8X" and each not in packets
    ]
    parts += _chunk(b"XMP ", next(xmp.packets(inscription)))
    size = 4 + sum(map(len, parts))
    return b"".join([b"RIFF", size.to_bytes(4, "little"), b"WEBP", *parts, view[at:]])


def read(raw: bytes) -> Inscription | None:
    """Return our inscription, else what the EXIF comment of another tool says."""
    said: Inscription | None = None
    for chunk in _chunks(raw):
        body = slice(chunk.body, chunk.body + chunk.size)
        if chunk.name == b"XMP ":
            ours = xmp.read(raw[body])
            if ours:
                return ours
        elif chunk.name == b"EXIF" and said is None:
            said = exif.read(raw[body])
    return said


def _chunks(raw: bytes) -> Iterator[Chunk]:
    """Yield whole chunks to the end of the RIFF, or to where the file breaks off."""
    at, ends = 12, min(len(raw), 8 + int.from_bytes(raw[4:8], "little"))
    for _ in range(MOST_CHUNKS):
        body = at + 8
        size = int.from_bytes(raw[at + 4 : body], "little")
        end = body + size + size % 2
        if end > ends or body > ends:
            return
        yield Chunk(raw[at : at + 4], at, body, size, end)
        at = end


def _size(first: bytes) -> tuple[int, int] | None:
    """Return the size that the first chunk tells, from its header and 22 bytes."""
    name, body = first[:4], first[8:]
    if name == b"VP8X" and first[4:8] == b"\x0a\0\0\0" and len(body) >= 10:
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if name == b"VP8L" and len(body) >= 5 and body[0] == 0x2F:
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8 " and len(body) >= 10 and body[3:6] == b"\x9d\x01\x2a":
        size = int.from_bytes(body[6:8], "little"), int.from_bytes(body[8:10], "little")
        width, height = (side & 0x3FFF for side in size)
        return (width, height) if width and height else None
    return None


def _extended(raw: bytes) -> bytes:
    """Return the file's `VP8X` chunk with the flag of XMP, a new one where it had none."""
    if raw[12:16] == b"VP8X":
        return raw[12:20] + bytes([raw[20] | XMP_FLAG]) + raw[21:30]
    width, height = _size(raw[12:42]) or (1, 1)
    alpha = raw[12:16] == b"VP8L" and raw[24] & 0x10
    flags = XMP_FLAG | (ALPHA_FLAG if alpha else 0)
    canvas = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"VP8X" + (10).to_bytes(4, "little") + bytes([flags, 0, 0, 0]) + canvas


def _chunk(name: bytes, body: bytes) -> list[bytes]:
    return [name, len(body).to_bytes(4, "little"), body, b"\0" * (len(body) % 2)]
