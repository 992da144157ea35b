"""The mask beside the pictures."""

import cv2
import numpy as np
import pytest

from emulator.commission import Commission
from emulator.masking import in_its_colours, paint_mask

WHITE_ON_THE_LEFT = np.repeat([[255] * 3 + [0] * 5], 4, axis=0).astype(np.uint8)


def read(png: bytes) -> np.ndarray:
    return cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED)


def shown(paint: str, *, job: str = "inpaint", given: bool = True) -> np.ndarray:
    file = cv2.imencode(".png", WHITE_ON_THE_LEFT)[1].tobytes()
    materials = (("mask", file),) if given else ()
    commission = Commission("m", (), 8, 4, 7, job=job, materials=materials).showing_mask(paint)
    assert commission.is_mask
    return read(in_its_colours(paint_mask(commission), paint))


def test_a_mask_that_was_sent_is_shown_with_its_family_s_colour_repainted() -> None:
    assert np.array_equal(shown("white"), WHITE_ON_THE_LEFT)
    assert np.array_equal(shown("black"), 255 - WHITE_ON_THE_LEFT)


@pytest.mark.parametrize(("job", "middle", "corner"), [("inpaint", 255, 0), ("outpaint", 0, 255)])
def test_words_without_a_look_at_the_picture_mean_its_middle(
    job: str, middle: int, corner: int
) -> None:
    mask = shown("white", job=job, given=False)

    assert mask.shape == (4, 8)
    assert (mask[2, 4], mask[0, 0]) == (middle, corner)


@pytest.mark.parametrize(("paint", "expected"), [("white", [0, 255]), ("black", [255, 0])])
def test_a_soft_mask_is_shown_pure(paint: str, expected: list[int]) -> None:
    soft = cv2.imencode(".png", np.array([[127, 128]], np.uint8))[1].tobytes()

    assert read(in_its_colours(soft, paint)).tolist() == [expected]


def test_a_picture_is_no_mask_and_a_mask_is_another_commission() -> None:
    picture = Commission("m", (), 8, 4, 7, job="inpaint", options=(("region", "a door"),))

    mask = picture.showing_mask("black")

    assert not picture.is_mask
    assert mask != picture
    assert mask.option("region") == "a door"
