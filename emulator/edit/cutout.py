"""Cutting the subject out."""

import numpy as np

from emulator.edit.desk import Desk
from emulator.edit.edges import sharpened
from emulator.edit.files import Bytes
from emulator.edit.subject import small, subject


def remove_background(desk: Desk) -> Bytes:
    """Return the picture with everything but its subject transparent.

    Colours stay as they are, also where nothing is seen of them.
    """
    alpha = sharpened(subject(small(desk.image)), desk.image)
    return np.dstack([desk.image, alpha])
