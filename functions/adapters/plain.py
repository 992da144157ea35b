"""Whatever a file holds, as models take it: upright, and 8-bit RGB, RGBA or grey.

Measuring and preparing share it, so that a mask is judged by the very values that a
model gets.
"""

from typing import Any

from PIL import Image as Pillow

ORIENTATION = 0x0112
"""Of EXIF; https://www.cipa.jp/std/documents/e/DC-X008-Translation-2023-E.pdf (4.6.5.1.6),
from memory, held by Pillow's own `exif_transpose` in tests."""

TURNS = {
    2: Pillow.Transpose.FLIP_LEFT_RIGHT,
    3: Pillow.Transpose.ROTATE_180,
    4: Pillow.Transpose.FLIP_TOP_BOTTOM,
    5: Pillow.Transpose.TRANSPOSE,
    6: Pillow.Transpose.ROTATE_270,
    7: Pillow.Transpose.TRANSVERSE,
    8: Pillow.Transpose.ROTATE_90,
}
ON_ITS_SIDE = frozenset({5, 6, 7, 8})


def orientation(picture: Pillow.Image) -> int:
    """Return how a picture lies by its EXIF, 1 where that says nothing or is broken."""
    try:
        said: Any = picture.getexif().get(ORIENTATION, 1)
    except Exception:  # noqa: BLE001 - EXIF of strangers breaks in every way; it is only a hint
        return 1
    return said if said in TURNS else 1


def upright(picture: Pillow.Image) -> Pillow.Image:
    """Return a picture as it is meant to be seen."""
    turn = TURNS.get(orientation(picture))
    return picture.transpose(turn) if turn is not None else picture


def is_deep(picture: Pillow.Image) -> bool:
    """Whether a grey picture has 16 bits a pixel; colours come as 8 bits from Pillow."""
    return picture.mode.startswith("I")


def plain(picture: Pillow.Image) -> Pillow.Image:
    """Return 8-bit grey, RGB or RGBA; RGBA where the file has transparency."""
    if is_deep(picture):
        # A grey that means transparent is lost: 16 bits of it say nothing in 8.
        return picture.point(lambda value: value / 256).convert("L")
    if picture.has_transparency_data:
        return picture if picture.mode == "RGBA" else picture.convert("RGBA")
    return picture if picture.mode in ("L", "RGB") else _opaque(picture)


def on_white(picture: Pillow.Image) -> Pillow.Image:
    """Return a picture in RGB; where it is transparent it lies on white."""
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    white = Pillow.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white


def _opaque(picture: Pillow.Image) -> Pillow.Image:
    return picture.convert("L" if picture.mode == "1" else "RGB")
