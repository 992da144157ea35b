"""A kept picture made ready for a model: pixels are cut, scaled, laid down, and written.

Pure functions on Pillow's pictures; the decisions were made when the request was
planned.
"""

import io

from PIL import Image as Pillow
from PIL import ImageOps

from functions.domain.source import Fitting, Input, MaskForm

QUALITY = 95
SHARP = 128
"""Grey from which a mask that must be pure is white."""


def prepare(picture: Pillow.Image, made: Input) -> bytes:
    """Return a decoded picture as the file that a model gets."""
    upright = ImageOps.exif_transpose(picture)
    ready = _mask(upright, made.mask) if made.mask else _plain(upright, opaque=made.opaque)
    if made.fitting:
        ready = _fitted(ready, made.fitting)
    if made.mask:
        ready = _formed(ready, made.mask)
    return _written(ready, made.format)


def _plain(picture: Pillow.Image, *, opaque: bool) -> Pillow.Image:
    """Return 8-bit RGB or RGBA of whatever a file holds."""
    clear = picture.has_transparency_data
    if picture.mode.startswith("I;16") or picture.mode == "I":
        picture = picture.point(lambda value: value / 256).convert("L")
    if not clear:
        return picture.convert("RGB")
    rgba = picture.convert("RGBA")
    if not opaque:
        return rgba
    white = Pillow.new("RGBA", rgba.size, "white")
    return Pillow.alpha_composite(white, rgba).convert("RGB")


def _mask(picture: Pillow.Image, form: MaskForm) -> Pillow.Image:
    """Return a mask in which white repaints."""
    if form.by_alpha:
        return ImageOps.invert(picture.convert("RGBA").getchannel("A"))
    return _plain(picture, opaque=True).convert("L")


def _fitted(picture: Pillow.Image, fitting: Fitting) -> Pillow.Image:
    left, top, width, height = fitting.crop
    if (left, top, width, height) != (0, 0, *picture.size):
        picture = picture.crop((left, top, left + width, top + height))
    if picture.size != fitting.scale:
        picture = picture.resize(fitting.scale, Pillow.Resampling.LANCZOS)
    if fitting.canvas == fitting.scale:
        return picture
    # What is padded is black, and of a mask: kept.
    canvas = Pillow.new(picture.mode, fitting.canvas)
    canvas.paste(picture, fitting.offset)
    return canvas


def _formed(mask: Pillow.Image, form: MaskForm) -> Pillow.Image:
    """Return a mask in its family's own meaning."""
    if form.sharp:
        mask = mask.point([255 * (value >= SHARP) for value in range(256)])
    return ImageOps.invert(mask) if form.repaints == "black" else mask


def _written(picture: Pillow.Image, file_format: str) -> bytes:
    out = io.BytesIO()
    if file_format == "jpeg":
        picture.convert("RGB").save(out, "JPEG", quality=QUALITY, subsampling=0)
    elif file_format == "webp":
        picture.save(out, "WEBP", quality=QUALITY, method=2)
    else:
        picture.save(out, "PNG", compress_level=3)
    return out.getvalue()
