"""How large the results are: what AWS says in words, in pixels that we expect.

None of it is documented in pixels; records and receipts of results say what was
measured. https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
checked 2026-11-22.
"""

from collections.abc import Mapping
from math import sqrt
from typing import Any

from functions.catalogue.grid import Size

FOUR_K = 3_840 * 2_160
"""Pixels of "4K resolution", in the image's own shape (unconfirmed)."""


def extended(size: Size, parameters: Mapping[str, Any]) -> Size:
    """Return the size with its margins."""
    across = parameters["left"] + parameters["right"]
    down = parameters["up"] + parameters["down"]
    return size[0] + across, size[1] + down


def four_times(size: Size, _: Mapping[str, Any]) -> Size:
    """Return four times each side: "by 4 times", AWS says, and not of what."""
    return size[0] * 4, size[1] * 4


def four_k(size: Size, _: Mapping[str, Any]) -> Size:
    """Return as many pixels as 4K has, never fewer than there were."""
    grown = max(1.0, sqrt(FOUR_K / (size[0] * size[1])))
    return round(size[0] * grown), round(size[1] * grown)
