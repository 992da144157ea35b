"""Pictures made from pictures: every job of the commission that is not text to image.

One module a kind of work; here is only which job is done by whom. Everything is
procedure (numpy and OpenCV, no weights): equal commissions give equal bytes, and what
a job promises to keep is kept to the bit, which lossless formats then show.
"""

from collections.abc import Callable, Mapping

import cv2
import numpy as np

from emulator.commission import Commission
from emulator.edit import (
    control,
    cutout,
    outpaint,
    palette,
    remix,
    retouch,
    styling,
    tryon,
    upscale,
)
from emulator.edit.desk import Desk
from emulator.edit.files import Bytes
from emulator.paint.blur import blurred
from emulator.paint.encode import encode

Job = Callable[[Desk], Bytes]

JOBS: Mapping[str, Job] = {
    "image_to_image": remix.image_to_image,
    "inpaint": retouch.inpaint,
    "erase": retouch.erase,
    "outpaint": outpaint.outpaint,
    "search_replace": retouch.search_replace,
    "search_recolor": retouch.recolour,
    "remove_background": cutout.remove_background,
    "control_sketch": control.sketch,
    "control_structure": control.structure,
    "style_guide": styling.guide,
    "style_transfer": styling.transfer,
    "upscale_fast": upscale.fast,
    "upscale_conservative": upscale.conservative,
    "upscale_creative": upscale.creative,
    "variation": remix.variation,
    "color_guided": palette.color_guided,
    "virtual_try_on": tryon.virtual_try_on,
}

MASKS: Mapping[str, Job] = {
    "inpaint": retouch.mask_of,
    "erase": retouch.mask_of,
    "search_replace": retouch.mask_of,
    "search_recolor": retouch.mask_of,
    "outpaint": outpaint.surroundings,
    "virtual_try_on": tryon.mask_of,
}
"""Jobs that repaint a region, and what finds it."""


def edit(commission: Commission) -> bytes:
    """Return the edited picture as a file.

    Raises:
        ValueError: The job is unknown, or a material is missing or cannot be read.
    """
    pixels = _of(JOBS, commission)(Desk(commission))
    if commission.blurred:
        pixels = _unrecognisable(pixels)
    return encode(pixels, commission.format)


def show_mask(commission: Commission) -> bytes:
    """Return what an edit repaints as a grey PNG of its size: white there, black elsewhere.

    Pure, so that it can be sent again: whatever is touched at all is white.

    Raises:
        ValueError: The job has no mask, or a material is missing or cannot be read.
    """
    mask = _of(MASKS, commission)(Desk(commission)) > 0
    return cv2.imencode(".png", mask.astype(np.uint8) * 255)[1].tobytes()


def _of(table: Mapping[str, Job], commission: Commission) -> Job:
    if commission.job not in table:
        raise ValueError(f"{commission.job!r} is no job here; use one of {', '.join(table)}")
    return table[commission.job]


def _unrecognisable(pixels: Bytes) -> Bytes:
    soft = blurred(pixels.astype(np.float32), min(pixels.shape[:2]) * 0.06)
    return (soft + 0.5).astype(np.uint8)
