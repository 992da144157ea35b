"""JPEG: XMP in an APP1 segment, behind JFIF and EXIF.

One segment carries at most 65,502 bytes of XMP. A prompt that is too long for
it leaves out first what our JSON says again, then the JSON: the image's id
stays, whose record has the rest. Extended XMP would carry more, and hardly any
reader follows it.
ITU-T T.81 (B.1), XMP part 3 (1.1.3): sections and limit from memory, held by Pillow in tests.
"""

from collections.abc import Iterator

from functions.adapters.inscription import exif, xmp
from functions.domain.frozen import frozen
from functions.domain.inscription import Header, Inscription

SIGNATURE = b"\xff\xd8\xff"
PREFIX = b"http://ns.adobe.com/xap/1.0/\0"
LONGEST_PACKET = 65_502
MOST_SEGMENTS = 4_096

SOS, EOI = 0xDA, b"\xff\xd9"
APP0, APP1, APP11 = 0xE0, 0xE1, 0xEB
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""SOF0 to SOF15; the three others define tables and extensions."""


@frozen
class Segment:
    """A segment's marker, and where it, its content and the next one begin."""

    marker: int
    start: int
    body: int
    end: int


def begins(raw: bytes) -> bool:
    """Whether a file is a JPEG by its first bytes."""
    return raw.startswith(SIGNATURE)


def header(raw: bytes) -> Header | None:
    """Return what the frame says, None if the file ends before it."""
    size, scan = None, 0
    for segment in _segments(raw):
        if segment.marker in FRAMES and segment.end - segment.body >= 6:
            at = segment.body + 1
            size = int.from_bytes(raw[at + 2 : at + 4]), int.from_bytes(raw[at : at + 2])
        if segment.marker == SOS:
            scan = segment.end
    if not size or not all(size):
        return None
    return Header("jpeg", *size, complete=bool(scan) and raw.rfind(EOI, scan) >= 0)


def write(raw: bytes, inscription: Inscription) -> bytes:
    """Return a whole JPEG with our XMP instead of an older one of ours.

    A file with XMP of its own keeps that one: there can be only one.
    """
    found = list(_segments(raw))
    packets = [each for each in found if _holds(raw, each, PREFIX)]
    foreign = any(not xmp.is_ours(raw[each.body : each.end]) for each in packets)
    if foreign or any(_signs(raw, each) for each in found):
        return raw
    view, at = memoryview(raw), _place(raw, found)
    parts: list[bytes | memoryview] = [view[:at], _segment(inscription)]
    for old in packets:
        parts.append(view[at : old.start])
        at = old.end
    return b"".join([*parts, view[at:]])


def read(raw: bytes) -> Inscription | None:
    """Return our inscription, else what the EXIF comment of another tool says."""
    said: Inscription | None = None
    for segment in _segments(raw):
        if _holds(raw, segment, PREFIX):
            ours = xmp.read(raw[segment.body + len(PREFIX) : segment.end])
            if ours:
                return ours
        elif said is None and _holds(raw, segment, exif.PREFIX):
            said = exif.read(raw[segment.body : segment.end])
    return said


def _segments(raw: bytes) -> Iterator[Segment]:
    """Yield whole segments up to the first scan, or to where the file breaks off."""
    at = 2
    for _ in range(MOST_SEGMENTS):
        start = at
        while raw[at : at + 2] == b"\xff\xff":  # fill bytes
            at += 1
        marker, body = raw[at + 1 : at + 2], at + 4
        end = at + 2 + int.from_bytes(raw[at + 2 : body])
        if raw[at : at + 1] != b"\xff" or end < body or end > len(raw):
            return
        yield Segment(marker[0], start, body, end)
        if marker[0] == SOS:
            return
        at = end


def _place(raw: bytes, found: list[Segment]) -> int:
    """Return where XMP belongs: behind the JFIF and EXIF that open the file."""
    at = len(SIGNATURE) - 1
    for segment in found:
        if segment.marker != APP0 and not _holds(raw, segment, exif.PREFIX):
            break
        at = segment.end
    return at


def _segment(inscription: Inscription) -> bytes:
    fitting = (each for each in xmp.packets(inscription) if len(each) <= LONGEST_PACKET)
    body = PREFIX + next(fitting)
    return b"\xff" + bytes([APP1]) + (len(body) + 2).to_bytes(2) + body


def _holds(raw: bytes, segment: Segment, prefix: bytes) -> bool:
    return segment.marker == APP1 and raw.startswith(prefix, segment.body, segment.end)


def _signs(raw: bytes, segment: Segment) -> bool:
    """Whether a segment is one of Content Credentials (C2PA), which seal the file."""
    return segment.marker == APP11 and raw.find(b"c2pa", segment.body, segment.end) >= 0
