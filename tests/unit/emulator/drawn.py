"""Pictures to send, drawn by Pillow, which the emulator itself does not use."""

import base64
import io
from typing import Any

from PIL import Image


def file_of(picture: Image.Image, kind: str = "PNG", **how: Any) -> bytes:
    """Write a picture as a file."""
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def drawn(width: int = 64, height: int = 64, mode: str = "RGB") -> Image.Image:
    """Draw a picture whose halves differ: dark on the left, light on the right."""
    picture = Image.new("L", (width, height), 40)
    picture.paste(220, (width // 2, 0, width, height))
    return picture.convert(mode)


def sent(picture: Image.Image | bytes, kind: str = "PNG", **how: Any) -> str:
    """Write a picture as the wire carries it."""
    raw = picture if isinstance(picture, bytes) else file_of(picture, kind, **how)
    return base64.b64encode(raw).decode("ascii")


def a_picture(width: int = 64, height: int = 64, mode: str = "RGB", kind: str = "PNG") -> str:
    """Return a picture of this size as the wire carries it."""
    return sent(drawn(width, height, mode), kind)


def halved(width: int = 64, height: int = 64) -> Image.Image:
    """Draw a mask: black on the left, white on the right."""
    return drawn(width, height, "L").point(lambda tone: 255 if tone > 128 else 0)


def holed(width: int = 64, height: int = 64) -> Image.Image:
    """Draw a picture that is opaque on the left and transparent on the right."""
    picture = drawn(width, height, "RGB")
    opacity = halved(width, height).point(lambda tone: 255 - tone)
    picture.putalpha(opacity)
    return picture
