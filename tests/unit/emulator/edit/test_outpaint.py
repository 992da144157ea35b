"""Margins: the picture stays, and what is around it goes on."""

import cv2
import numpy as np
import pytest

from tests.unit.emulator.edit.studio import (
    SIDE,
    a_job,
    disc,
    distance,
    edited,
    painted,
    pixels_of,
    with_option,
)

LAKE = pixels_of(painted("lake"))


@pytest.mark.parametrize("margins", [(40, 0, 0, 0), (0, 30, 20, 50), (200, 200, 0, 0)])
@pytest.mark.parametrize("prompt", ["", "a beach at sunset"])
def test_an_outpainted_picture_stands_untouched_in_its_margins(
    margins: tuple[int, int, int, int], prompt: str
) -> None:
    left, right, up, down = margins
    asked = a_job(
        "outpaint",
        prompt,
        size=(SIDE + left + right, SIDE + up + down),
        left=left,
        right=right,
        up=up,
        down=down,
    )

    result = edited(asked)

    assert np.array_equal(result[up : up + SIDE, left : left + SIDE], LAKE)


def test_margins_go_on_where_the_picture_ends() -> None:
    result = edited(a_job("outpaint", size=(SIDE + 60, SIDE), left=60)).astype(int)

    def step(column: int) -> float:
        pair = cv2.blur(result[:, column : column + 2].astype(np.float32), (1, 9))
        return float(np.abs(pair[:, 0] - pair[:, 1]).mean())

    usual = float(np.median([step(column) for column in range(70, 200)]))
    assert step(59) < 2.5 * usual + 3


def test_creativity_moves_the_margins() -> None:
    asked = a_job("outpaint", "a beach at sunset", size=(SIDE + 80, SIDE), left=80)
    tame, bold = (edited(with_option(asked, "creativity", value)) for value in (0.1, 1.0))

    assert distance(tame[:, :80], bold[:, :80]) > 5


def test_default_outpainting_may_retouch_the_seam_and_no_more() -> None:
    result = edited(a_job("outpaint", "a desert", mask=disc(), mode="default"))

    seam, rest = disc(radius=38) > 0, disc(radius=38) == 0
    assert np.array_equal(result[rest], LAKE[rest])
    assert not np.array_equal(result[seam & (disc() == 0)], LAKE[seam & (disc() == 0)])
