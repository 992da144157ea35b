"""PNG: a text chunk `parameters` that other tools read, one `easel` that is exact.

And an XMP chunk with the AI-made mark. They stand right behind the header, so
that the first kilobytes of a file tell its making.
XMP part 3 (PNG) checked 2026-11-22; https://www.w3.org/TR/png-3/ (11.3.3) from memory,
held by Pillow in tests.
"""

import zlib
from collections.abc import Iterator
from contextlib import suppress

from functions.adapters.inscription import a1111, exact, xmp
from functions.adapters.png_chunks import SIGNATURE, Chunk, chunks, size
from functions.domain.inscription import Header, Inscription

SIGNED = b"caBX"
"""The chunk of Content Credentials (C2PA), which seal the whole file.
https://spec.c2pa.org/specifications/specifications/2.1/specs/C2PA_Specification.html checked
2026-11-22."""

LONGEST = 1 << 20
"""Bytes of a text that are read at most, also after it was inflated."""

PARAMETERS = b"parameters"
EXACT = b"easel"
XMP = b"XML:com.adobe.xmp"

_TEXTS = (b"tEXt", b"iTXt", b"zTXt")


def begins(raw: bytes) -> bool:
    """Whether a file is a PNG by its first bytes."""
    return raw.startswith(SIGNATURE)


def header(raw: bytes) -> Header | None:
    """Return what `IHDR` says, None if the file does not begin with one."""
    found = list(chunks(raw))
    measured = size(raw, found[0]) if found else None
    return Header("png", *measured, found[-1].kind == b"IEND") if measured else None


def write(raw: bytes, inscription: Inscription) -> bytes:
    """Return a whole PNG with our chunks behind `IHDR`, and without older ones of ours."""
    found = list(chunks(raw))
    if any(chunk.kind == SIGNED for chunk in found):
        return raw
    texts = {chunk: _keyword(raw, chunk) for chunk in found if chunk.kind in _TEXTS}
    packets = [chunk for chunk, keyword in texts.items() if keyword == XMP]
    foreign = any(not xmp.is_ours(raw[chunk.body : chunk.end]) for chunk in packets)
    gone = [chunk for chunk, keyword in texts.items() if keyword in (PARAMETERS, EXACT)]
    gone += [] if foreign else packets
    view, at = memoryview(raw), found[0].end
    parts: list[bytes | memoryview] = [view[:at], *_ours(inscription, marked=not foreign)]
    for old in sorted(gone, key=lambda chunk: chunk.start):
        parts.append(view[at : old.start])
        at = old.end
    return b"".join([*parts, view[at:]])


def read(raw: bytes) -> Inscription | None:
    """Return our inscription, else what another tool's `parameters` say."""
    said: dict[bytes, str] = {}
    for chunk in chunks(raw):
        keyword = _keyword(raw, chunk) if chunk.kind in _TEXTS else b""
        if keyword in (PARAMETERS, EXACT) and keyword not in said:
            said[keyword] = _text(raw, chunk, len(keyword))
    ours = exact.read(said[EXACT]) if EXACT in said else None
    return ours or (a1111.read(said[PARAMETERS]) if PARAMETERS in said else None)


def _keyword(raw: bytes, chunk: Chunk) -> bytes:
    """Return a text chunk's keyword, which has 1 to 79 bytes and then a zero."""
    return raw[chunk.body : min(chunk.body + 80, chunk.end - 4)].partition(b"\0")[0]


def _text(raw: bytes, chunk: Chunk, keyword: int) -> str:
    """Return a text chunk's text, empty where it cannot be read."""
    rest = raw[chunk.body + keyword + 1 : min(chunk.end - 4, chunk.body + LONGEST)]
    if chunk.kind == b"tEXt":
        return rest.decode("latin-1")
    if chunk.kind == b"zTXt":
        return _inflated(rest[1:]).decode("latin-1")
    packed, (_, _, words) = rest[:1] == b"\x01", (*rest[2:].split(b"\0", 2), b"", b"")[:3]
    return (_inflated(words) if packed else words).decode("utf-8", "replace")


def _inflated(packed: bytes) -> bytes:
    with suppress(zlib.error):
        return zlib.decompressobj().decompress(packed, LONGEST)
    return b""


def _ours(inscription: Inscription, *, marked: bool) -> Iterator[bytes]:
    yield _plain(PARAMETERS, a1111.write(inscription))
    yield _international(EXACT, exact.write(inscription).encode())
    if marked:
        yield _international(XMP, xmp.mark(inscription))


def _plain(keyword: bytes, text: str) -> bytes:
    """Return the chunk that the oldest reader understands: Latin-1 if that can say it."""
    try:
        return _chunk(b"tEXt", keyword + b"\0" + text.encode("latin-1"))
    except UnicodeEncodeError:
        return _international(keyword, text.encode())


def _international(keyword: bytes, text: bytes) -> bytes:
    return _chunk(b"iTXt", keyword + b"\0\0\0\0\0" + text)


def _chunk(kind: bytes, body: bytes) -> bytes:
    named = kind + body
    return len(body).to_bytes(4) + named + zlib.crc32(named).to_bytes(4)
