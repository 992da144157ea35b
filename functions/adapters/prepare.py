"""A kept picture made ready for a model: pixels are cut, scaled, laid down, and written.

Pure functions on Pillow's pictures; the decisions were made when the request was
planned. Each step lets go of the picture before it, and scaling down comes before what
copies: a painter has 512 MB (`python -m tests.bench memory`).
"""

import io

from PIL import Image as Pillow
from PIL import ImageOps

from functions.adapters.plain import on_white, plain, upright
from functions.domain.input import Fitting, Input, MaskForm
from functions.domain.ports.pixels import NotAPicture

QUALITIES = (95, 90, 80, 65, 50, 35)
"""Tried in turn until a file is small enough; a photograph's first one is."""

MOST_DEVELOPED_BYTES = 8_000_000
"""Of a JPEG or WebP; with a mask of the largest size, which is a PNG of at most 9.5 MB, the
body of a call stays below its 25,000,000 bytes in base64."""

SHARP = 128
"""Grey from which a mask that must be pure is white."""


def prepare(picture: Pillow.Image, made: Input) -> bytes:
    """Return a decoded picture as the file that a model gets.

    Raises:
        NotAPicture: a mask is of one colour once it is fitted.
    """
    picture = plain(upright(picture))
    if made.mask:
        picture = _mask(picture, made.mask)
    if made.fitting:
        picture = _fitted(picture, made.fitting)
    if made.mask:
        return _written(_formed(picture, made.mask), made.format)
    clear = picture.mode == "RGBA" and not made.opaque
    return _written(picture if clear else on_white(picture), made.format)


def _mask(picture: Pillow.Image, form: MaskForm) -> Pillow.Image:
    """Return a mask in which white repaints."""
    if form.by_alpha:
        return ImageOps.invert(picture.convert("RGBA").getchannel("A"))
    return picture if picture.mode == "L" else picture.convert("L")


def _fitted(picture: Pillow.Image, fitting: Fitting) -> Pillow.Image:
    left, top, width, height = fitting.crop
    if (left, top, width, height) != (0, 0, *picture.size):
        picture = picture.crop((left, top, left + width, top + height))
    if picture.size != fitting.scale:
        picture = _scaled(picture, fitting.scale)
    if fitting.canvas == fitting.scale:
        return picture
    # What is padded is black, and of a mask: kept.
    canvas = Pillow.new(picture.mode, fitting.canvas, "black")
    canvas.paste(picture, fitting.offset)
    return canvas


def _scaled(picture: Pillow.Image, size: tuple[int, int]) -> Pillow.Image:
    if picture.mode != "RGBA":
        return picture.resize(size, Pillow.Resampling.LANCZOS)
    # Pillow does the same inside, but keeps the picture that it was given meanwhile.
    picture = picture.convert("RGBa")
    return picture.resize(size, Pillow.Resampling.LANCZOS).convert("RGBA")


def _formed(mask: Pillow.Image, form: MaskForm) -> Pillow.Image:
    """Return a mask in its family's own meaning."""
    if form.sharp:
        mask = mask.point([255 * (value >= SHARP) for value in range(256)])
    darkest, lightest = mask.getextrema()
    if darkest == lightest and darkest in (0, 255):
        colour = "white" if lightest else "black"
        raise NotAPicture(
            f'fitted as the image it is all {colour}; change it, or send "fit": "pad"'
        )
    return ImageOps.invert(mask) if form.repaints == "black" else mask


def _written(picture: Pillow.Image, file_format: str) -> bytes:
    picture.info = {}  # no profile of colours that are not there any more
    if file_format == "png":
        return _file(picture, "PNG", compress_level=3)
    raw = b""
    for quality in QUALITIES:
        raw = _lossy(picture, file_format, quality)
        if len(raw) <= MOST_DEVELOPED_BYTES:
            break
    return raw


def _lossy(picture: Pillow.Image, file_format: str, quality: int) -> bytes:
    if file_format == "jpeg":
        picture = picture if picture.mode in ("L", "RGB") else picture.convert("RGB")
        return _file(picture, "JPEG", quality=quality, subsampling=0)
    return _file(picture, "WEBP", quality=quality, alpha_quality=quality, method=2)


def _file(picture: Pillow.Image, driver: str, **options: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, driver, **options)
    return out.getvalue()
