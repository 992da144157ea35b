"""Files to inscribe, built by Pillow, and looks at what is in them."""

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from PIL import Image

from functions.domain.inscription import Inscription
from tests.samples import CORE, an_image

SIZE = (48, 32)


def _noise(mode: str, size: tuple[int, int]) -> Image.Image:
    picture = Image.effect_noise(size, 80).convert(mode)
    if mode.endswith("A"):
        picture.putalpha(Image.effect_noise(size, 80))
    return picture


def a_file(file_format: str, mode: str = "RGB", size: tuple[int, int] = SIZE, **how: Any) -> bytes:
    out = io.BytesIO()
    _noise(mode, size).save(out, file_format, **how)
    return out.getvalue()


def animated(file_format: str) -> bytes:
    frames = [_noise("RGBA", SIZE) for _ in range(3)]
    out = io.BytesIO()
    frames[0].save(out, file_format, save_all=True, append_images=frames[1:], duration=40)
    return out.getvalue()


FILES = {
    "png RGB": a_file("png"),
    "png RGBA": a_file("png", "RGBA"),
    "png palette": a_file("png", "P"),
    "png 16 bits": a_file("png", "I;16"),
    "png grey with alpha": a_file("png", "LA"),
    "png with a resolution and a profile": a_file("png", dpi=(300, 300), icc_profile=b"p" * 600),
    "png animated": animated("png"),
    "jpeg baseline": a_file("jpeg"),
    "jpeg progressive": a_file("jpeg", progressive=True, dpi=(300, 300)),
    "jpeg grey": a_file("jpeg", "L"),
    "jpeg CMYK": a_file("jpeg", "CMYK"),
    "jpeg with a profile of two segments": a_file("jpeg", icc_profile=b"p" * 80_000),
    "webp lossy": a_file("webp"),
    "webp lossy with alpha": a_file("webp", "RGBA"),
    "webp lossless": a_file("webp", lossless=True),
    "webp lossless with alpha": a_file("webp", "RGBA", lossless=True),
    "webp of an odd size": a_file("webp", size=(47, 31)),
    "webp with a profile": a_file("webp", icc_profile=b"p" * 601),
    "webp animated": animated("webp"),
}


def an_inscription(**changes: Any) -> Inscription:
    known: dict[str, Any] = {
        "prompt": "산과 호수, a lake at dawn",
        "task": "text_to_image",
        "model": CORE,
        "negative_prompt": "people",
        "seed": 7,
        "width": SIZE[0],
        "height": SIZE[1],
        "aspect_ratio": "3:2",
        "parameters": {"cfg_scale": 7.5, "steps": 30, "style_preset": "anime"},
        "image": an_image().id,
        "software": "Easel 0.1.0",
    }
    return Inscription(**(known | changes))


def pixels(raw: bytes) -> list[tuple[str, tuple[int, int], bytes]]:
    """Every frame of a file, decoded."""
    picture = Image.open(io.BytesIO(raw))
    frames = []
    for number in range(getattr(picture, "n_frames", 1)):
        picture.seek(number)
        frames.append((picture.mode, picture.size, picture.tobytes()))
    return frames


def parts(raw: bytes) -> list[bytes]:
    """A file's chunks or segments, each with its head, by a walk of the test's own."""
    walk = {b"\x89P": _png, b"\xff\xd8": _jpeg, b"RI": _webp}[raw[:2]]
    return list(walk(raw))


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def after_header(raw: bytes, *chunks: bytes) -> bytes:
    """A PNG with more chunks behind its IHDR."""
    return raw[:33] + b"".join(chunks) + raw[33:]


def _png(raw: bytes) -> Iterator[bytes]:
    at = 8
    while at < len(raw):
        end = at + 12 + struct.unpack_from(">I", raw, at)[0]
        assert struct.unpack_from(">I", raw, end - 4)[0] == zlib.crc32(raw[at + 4 : end - 4])
        yield raw[at:end]
        at = end


def _jpeg(raw: bytes) -> Iterator[bytes]:
    at = 2
    while raw[at + 1] != 0xDA:
        end = at + 2 + struct.unpack_from(">H", raw, at + 2)[0]
        yield raw[at:end]
        at = end
    yield raw[at:]


def _webp(raw: bytes) -> Iterator[bytes]:
    assert struct.unpack_from("<I", raw, 4)[0] == len(raw) - 8
    at = 12
    while at < len(raw):
        size = struct.unpack_from("<I", raw, at + 4)[0]
        yield raw[at : at + 8 + size + size % 2]
        at += 8 + size + size % 2
    assert at == len(raw)
