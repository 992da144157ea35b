"""Pictures as they arrive: files to pixels, nothing turned, nothing converted twice."""

import cv2
import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
"""Height × width × 3 (RGB) or height × width (grey, masks), 0 to 255."""

MOST_PIXELS = 50_000_000
"""More than any model takes; a small file must not unfold into all the memory."""


def read_picture(file: bytes) -> Bytes:
    """Read a picture as RGB: grey, palette, 16-bit and transparent ones too.

    Colours under transparent pixels are taken as they stand in the file, and an
    EXIF rotation is ignored, as models do.

    Raises:
        ValueError: It is no picture that can be read.
    """
    pixels = _decoded(file)
    if pixels.ndim == 2:
        return cv2.cvtColor(pixels, cv2.COLOR_GRAY2RGB)
    swap = cv2.COLOR_BGRA2RGB if pixels.shape[2] == 4 else cv2.COLOR_BGR2RGB
    return cv2.cvtColor(pixels, swap)


def read_mask(file: bytes) -> Bytes:
    """Read a mask as grey; white is repainted.

    Raises:
        ValueError: It is no picture that can be read.
    """
    pixels = _decoded(file)
    return pixels if pixels.ndim == 2 else cv2.cvtColor(pixels[..., :3], cv2.COLOR_BGR2GRAY)


def resized(pixels: Bytes, width: int, height: int) -> Bytes:
    """Return the picture at a size; the very same pixels if it has it already."""
    if pixels.shape[:2] == (height, width):
        return pixels
    smaller = width * height < pixels.shape[0] * pixels.shape[1]
    method = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    return cv2.resize(pixels, (width, height), interpolation=method)


def _decoded(file: bytes) -> Bytes:
    try:
        pixels = cv2.imdecode(np.frombuffer(file, np.uint8), cv2.IMREAD_UNCHANGED)
    except cv2.error as error:
        raise ValueError(f"the picture cannot be read: {error.err}") from error
    if pixels is None:
        raise ValueError("the picture cannot be read: send a PNG, JPEG or WebP file")
    if pixels.shape[0] * pixels.shape[1] > MOST_PIXELS:
        raise ValueError(f"the picture has more than {MOST_PIXELS} pixels")
    if pixels.dtype == np.uint16:
        return (pixels >> 8).astype(np.uint8)
    if pixels.dtype != np.uint8:
        raise ValueError(f"the picture has {pixels.dtype} samples: use 8 or 16 bits")
    return pixels
