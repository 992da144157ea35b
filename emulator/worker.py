"""What a painting process does; it ends with its parent, however that ends."""

import base64
import os
import signal
import threading
from multiprocessing import connection, parent_process

import cv2

from emulator.commission import Commission
from emulator.edit import edit, show_mask
from emulator.edit.flat import edit_flat
from emulator.masking import in_its_colours, paint_mask
from emulator.paint import paint
from emulator.solid import paint_solid


def begin() -> None:
    """Prepare a new process: one thread of OpenCV, and no life after the parent.

    A pool's workers hold both ends of its queue, so a killed parent never closes
    it; the parent's sentinel is the only sign that cannot be missed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    cv2.setNumThreads(1)
    threading.Thread(target=_follow_parent, daemon=True).start()


def paint_base64(commission: Commission, *, flat: bool) -> str:
    """Paint `commission` and return the image as the wire carries it.

    Raises:
        ValueError: The job is unknown, or a picture that it needs is missing or broken.
    """
    content = _flat(commission) if flat else _painted(commission)
    if commission.is_mask:
        content = in_its_colours(content, commission.option("mask_paint"))
    return base64.b64encode(content).decode("ascii")


def _painted(commission: Commission) -> bytes:
    if commission.is_mask:
        return show_mask(commission)
    return paint(commission) if commission.job == "text_to_image" else edit(commission)


def _flat(commission: Commission) -> bytes:
    if commission.is_mask:
        return paint_mask(commission)
    plain = commission.job == "text_to_image"
    return paint_solid(commission) if plain else edit_flat(commission)


def ready() -> int:
    """Return the process's id, once everything above is imported."""
    return os.getpid()


def _follow_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(0)
