"""The law of Amazon's masks: one drawing means opposite things to opposite tasks."""

import io

import cv2
import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from tests.unit.emulator.drawn import sent
from tests.unit.emulator.families.amazon import HIGH, NOVA, TITAN_1, WIDE, masked, read

BLOTS = st.lists(
    st.tuples(st.integers(0, WIDE), st.integers(0, HIGH), st.integers(1, 150), st.booleans()),
    max_size=6,
)


def drawn(blots: list[tuple[int, int, int, bool]]) -> Image.Image:
    """A white mask with discs of black and white on it."""
    mask = Image.new("L", (WIDE, HIGH), 255)
    pen = ImageDraw.Draw(mask)
    for x, y, radius, white in blots:
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255 * white)
    return mask


def as_read(model: str, task: str, mask: str) -> np.ndarray:
    (commission,) = read(model, masked(task, mask))
    file = np.frombuffer(commission.material("mask") or b"", np.uint8)
    return cv2.imdecode(file, cv2.IMREAD_UNCHANGED)


@given(BLOTS)
def test_what_inpainting_repaints_outpainting_keeps(
    blots: list[tuple[int, int, int, bool]],
) -> None:
    mask = drawn(blots)

    for model in (TITAN_1, NOVA):
        kept = as_read(model, "OUTPAINTING", sent(mask))
        assert np.array_equal(kept, np.asarray(mask))
        assert np.array_equal(as_read(model, "INPAINTING", sent(mask)), 255 - kept)


@given(BLOTS)
def test_a_jpeg_of_full_quality_is_the_mask_that_was_drawn(
    blots: list[tuple[int, int, int, bool]],
) -> None:
    mask = drawn(blots)
    jpeg = io.BytesIO()
    mask.convert("RGB").save(jpeg, "JPEG", quality=100, subsampling=0)

    assert np.array_equal(as_read(NOVA, "OUTPAINTING", sent(jpeg.getvalue())), np.asarray(mask))
