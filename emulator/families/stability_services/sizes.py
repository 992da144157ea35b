"""How large each tool's answer is: documented in words only, so unconfirmed in pixels."""

import math
from collections.abc import Callable
from typing import Any

from emulator.families.wording import ASPECT_RATIOS
from emulator.pictures import MOST_PIXELS
from emulator.refusal import malformed

Size = tuple[int, int]

FOUR_K = 3_840 * 2_160
"""Pixels of "4K resolution", in the image's own shape."""


def of(job: str, image: Size, body: dict[str, Any]) -> Size:
    """Return the answer's size in pixels; most tools keep the image's."""
    return _SIZES.get(job, lambda image, _: image)(image, body)


def _outpainted(image: Size, body: dict[str, Any]) -> Size:
    """Add the margins, of which there must be one."""
    left, right, up, down = (body.get(side, 0) for side in ("left", "right", "up", "down"))
    if not left + right + up + down:
        raise malformed("#: one of [left, right, up, down] must be above 0")
    width, height = image[0] + left + right, image[1] + up + down
    if width * height > MOST_PIXELS:
        raise malformed(f"#: {width}x{height} px is above {MOST_PIXELS} px with its margins")
    return width, height


def _four_times(image: Size, body: dict[str, Any]) -> Size:
    """Enlarge each side: "by 4 times", says AWS, and not of what."""
    del body
    return image[0] * 4, image[1] * 4


def _four_k(image: Size, body: dict[str, Any]) -> Size:
    """Enlarge to 4K, never below the image itself."""
    del body
    grow = max(1.0, math.sqrt(FOUR_K / (image[0] * image[1])))
    return round(image[0] * grow), round(image[1] * grow)


def _asked(image: Size, body: dict[str, Any]) -> Size:
    del image
    return ASPECT_RATIOS[body.get("aspect_ratio", "1:1")]


_SIZES: dict[str, Callable[[Size, dict[str, Any]], Size]] = {
    "outpaint": _outpainted,
    "style_guide": _asked,
    "upscale_fast": _four_times,
    "upscale_conservative": _four_k,
    "upscale_creative": _four_k,
}
