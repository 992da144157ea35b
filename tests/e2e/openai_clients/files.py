"""Pictures that clients send."""

import base64
import io
from typing import Any

from PIL import Image


def picture(*, hole: bool = False, side: int = 512) -> bytes:
    """Return a picture as PNG, transparent in its middle if it shall have a hole."""
    made = Image.effect_noise((side, side), 90).convert("RGBA")
    if hole:
        made.paste((0, 0, 0, 0), (side // 4, side // 4, 3 * side // 4, 3 * side // 4))
    file = io.BytesIO()
    made.save(file, "PNG")
    return file.getvalue()


def opened(raw: bytes) -> Image.Image:
    """Return a file's picture."""
    return Image.open(io.BytesIO(raw))


def decoded(entry: dict[str, Any]) -> Image.Image:
    """Return the picture of an entry of `data`."""
    return opened(base64.b64decode(entry["b64_json"]))
