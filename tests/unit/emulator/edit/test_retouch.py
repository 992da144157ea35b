"""Edits of a part: what is outside stays to the bit, what is inside is new."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emulator.edit.masks import blend, grown
from tests.unit.emulator.edit.studio import (
    SIDE,
    a_job,
    disc,
    distance,
    edited,
    painted,
    pixels_of,
)

LAKE = pixels_of(painted("lake"))


@pytest.mark.parametrize(
    "asked",
    [
        a_job("inpaint", "a cat", mask=disc()),
        a_job("inpaint", "a city at night", mask=disc()),
        a_job("inpaint", "a cat", mask=disc(), preset="anime"),
        a_job("inpaint", mask=disc()),
        a_job("erase", mask=disc()),
        a_job("outpaint", "a desert", mask=disc(), mode="precise"),
    ],
    ids=["thing", "scene", "styled", "removed", "erased", "precise"],
)
def test_all_that_is_not_masked_stays_to_the_bit(asked: object) -> None:
    outside, inside = disc() == 0, disc(radius=24) > 0

    result = edited(asked)

    assert np.array_equal(result[outside], LAKE[outside])
    assert distance(result[inside], LAKE[inside]) > 4


def test_black_masks_change_nothing() -> None:
    nothing = np.zeros((SIDE, SIDE), np.uint8)

    for job, prompt in (("inpaint", "a cat"), ("erase", ""), ("outpaint", "a cat")):
        assert np.array_equal(edited(a_job(job, prompt, mask=nothing)), LAKE)


def test_a_grey_mask_paints_in_proportion() -> None:
    shares = [
        distance(edited(a_job("inpaint", "a city at night", mask=disc(value=value))), LAKE)
        for value in (0, 64, 128, 191, 255)
    ]

    assert shares[0] == 0
    assert shares == sorted(shares)
    assert shares[2] / shares[4] == pytest.approx(0.5, abs=0.03)


def test_growing_reaches_as_far_as_asked_and_fades() -> None:
    mask = disc()
    larger = grown(mask, 10)
    far = disc(radius=42)

    assert (larger >= mask).all()
    assert larger[far == 0].max() == 0
    ring = larger[(mask == 0) & (larger > 0)]
    assert ring.size > 1000
    assert len(np.unique(ring)) > 5
    assert np.array_equal(grown(mask, 0), mask)


def test_a_grown_erasure_stays_within_its_growth() -> None:
    result = edited(a_job("erase", mask=disc(), grow_mask=10))

    far = disc(radius=42) == 0
    assert np.array_equal(result[far], LAKE[far])
    ring = (disc(radius=36) > 0) & (disc(radius=31) == 0)
    assert not np.array_equal(result[ring], LAKE[ring])


def test_a_thing_is_removed() -> None:
    cat = pixels_of(painted("cat"))
    orange = (cat[..., 0].astype(int) - cat[..., 2] > 110) & (cat[..., 0] > 180)
    mask = grown(orange.astype(np.uint8) * 255, 22)
    assert orange.sum() > 200

    result = edited(a_job("erase", image=painted("cat"), mask=mask))

    left = (result[..., 0].astype(int) - result[..., 2] > 110) & (result[..., 0] > 180)
    assert (left & (mask > 0)).sum() < 0.1 * orange.sum()


def test_recolouring_keeps_light_and_shade_and_takes_the_hue() -> None:
    asked = a_job("search_recolor", "green", image=painted("portrait"), region="jacket")
    result, before = edited(asked), pixels_of(painted("portrait"))

    red = (before[..., 0].astype(int) - before[..., 1] > 80) & (before[..., 0] > 90)
    inside = cv2.erode((red & (np.arange(SIDE) > SIDE * 0.7)[:, None]).astype(np.uint8), None) > 0
    assert inside.sum() > 500
    light = [np.asarray(p[inside], float) @ [0.299, 0.587, 0.114] for p in (before, result)]
    assert np.corrcoef(*light)[0, 1] > 0.85
    hue = result[inside].astype(int)
    assert (hue[:, 1] >= hue[:, 0]).mean() > 0.9
    assert (hue[:, 1] >= hue[:, 2]).mean() > 0.9
    assert np.array_equal(result[: SIDE // 3], before[: SIDE // 3])


def test_parameters_of_the_painter_reach_the_inpainting() -> None:
    plain = a_job("inpaint", "a castle", mask=disc())

    for change in ({"guidance": 3.0}, {"detail": 0.3}, {"preset": "pixel-art"}, {"model": "n"}):
        assert not np.array_equal(edited(plain), edited(replace(plain, **change)))


@settings(max_examples=40)
@given(
    values=st.lists(st.integers(0, 255), min_size=27, max_size=27),
    shares=st.lists(st.integers(0, 255), min_size=9, max_size=9),
)
def test_blending_never_strays_from_its_two_pictures(values: list[int], shares: list[int]) -> None:
    kept = np.array(values, np.uint8).reshape(3, 3, 3)
    painted_ = kept[::-1].copy()
    mask = np.array(shares, np.uint8).reshape(3, 3)

    result = blend(kept, painted_, mask)

    assert np.array_equal(result[mask == 0], kept[mask == 0])
    assert np.array_equal(result[mask == 255], painted_[mask == 255])
    assert (result >= np.minimum(kept, painted_)).all()
    assert (result <= np.maximum(kept, painted_)).all()
