"""Files as strangers send them: made by Pillow where it can, by hand where it would not."""

import io
import struct
import zlib
from typing import Any

from PIL import Image

PNG = b"\x89PNG\r\n\x1a\n"


def written(picture: Image.Image, file_format: str = "png", **options: Any) -> bytes:
    """Return a picture's file."""
    out = io.BytesIO()
    picture.save(out, file_format, **options)
    return out.getvalue()


def noise(mode: str = "RGB", size: tuple[int, int] = (96, 64)) -> Image.Image:
    """Return a picture that no encoder makes small."""
    return Image.effect_noise(size, 80).convert(mode)


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return a PNG's chunk with its checksum."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(
    width: int,
    height: int,
    data: bytes = b"\0" * 1000,
    *,
    depth: int = 8,
    colour: int = 0,
    more: bytes = b"",
) -> bytes:
    """Return a PNG whose header claims a size, whatever data is behind it."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    body = chunk(b"IHDR", header) + more + chunk(b"IDAT", zlib.compress(data))
    return PNG + body + chunk(b"IEND", b"")


def turned(orientation: int, size: tuple[int, int] = (96, 64)) -> bytes:
    """Return a JPEG that lies on its side, or another way."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return written(noise(size=size), "jpeg", exif=exif)


def moving(file_format: str) -> bytes:
    """Return a file of two frames."""
    first, second = noise(), noise()
    return written(first, file_format, save_all=True, append_images=[second], duration=100)
