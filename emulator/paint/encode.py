"""Pixels to bytes of a file."""

import cv2
import numpy as np
import numpy.typing as npt

PNG_EFFORT = 1
"""zlib level: 5 % larger than level 3 in half of its time."""

JPEG_QUALITY = 92
WEBP_QUALITY = 90


def encode(pixels: npt.NDArray[np.uint8], image_format: str) -> bytes:
    """Encode RGB or RGBA pixels as `png`, `jpeg` or `webp`, deterministically.

    JPEG has no transparency: what is transparent stands on white there.
    """
    if pixels.shape[2] == 4 and image_format == "jpeg":
        pixels = _on_white(pixels)
    swap = cv2.COLOR_RGBA2BGRA if pixels.shape[2] == 4 else cv2.COLOR_RGB2BGR
    bgr = cv2.cvtColor(pixels, swap)
    if image_format == "jpeg":
        done, file = cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    elif image_format == "webp":
        done, file = cv2.imencode(".webp", bgr, [cv2.IMWRITE_WEBP_QUALITY, WEBP_QUALITY])
    else:
        done, file = cv2.imencode(".png", bgr, [cv2.IMWRITE_PNG_COMPRESSION, PNG_EFFORT])
    if not done:
        raise ValueError(f"cannot encode {pixels.shape} as {image_format}")
    return file.tobytes()


def _on_white(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    alpha = pixels[..., 3:].astype(np.uint16)
    return ((pixels[..., :3] * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)
