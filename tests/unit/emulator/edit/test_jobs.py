"""What single jobs promise, measured on pixels."""

import time
import tracemalloc
from dataclasses import replace

import cv2
import numpy as np
import pytest

from emulator.edit import edit, show_mask
from tests.unit.emulator.edit.studio import (
    SIDE,
    a_job,
    disc,
    distance,
    edited,
    painted,
    pixels_of,
    png,
    with_option,
)

LAKE = pixels_of(painted("lake"))


def test_the_background_goes_and_the_subject_stays_as_it_is() -> None:
    cat = pixels_of(painted("cat"))

    result = edited(a_job("remove_background", image=painted("cat")))

    alpha = result[..., 3]
    assert np.array_equal(result[..., :3], cat)
    assert (alpha > 240).mean() > 0.02
    assert (alpha < 15).mean() > 0.5
    assert alpha[: SIDE // 8].max() < 15
    soft = (alpha > 15) & (alpha < 240)
    assert 0 < soft.mean() < 0.08


def test_strength_leads_from_the_picture_to_a_new_one() -> None:
    steps = [0.0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1.0]
    asked = a_job("image_to_image", "a castle at sunset")
    results = [edited(with_option(asked, "strength", step)) for step in steps]

    apart = [distance(result, LAKE) for result in results]

    assert apart[0] == 0
    assert apart == sorted(apart)
    other = replace(asked, materials=(("image", painted("portrait")),))
    assert np.array_equal(results[-1], edited(with_option(other, "strength", 1.0)))


@pytest.mark.parametrize("prompt", ["", "a lake at night"])
def test_the_less_similar_a_variation_the_farther_it_is(prompt: str) -> None:
    asked = a_job("variation", prompt)
    steps = [1.0, 0.9, 0.7, 0.5, 0.35, 0.2]

    apart = [distance(edited(with_option(asked, "similarity", step)), LAKE) for step in steps]

    assert apart == sorted(apart)
    assert apart[-1] > apart[1] + 5


def test_all_pictures_have_a_part_in_a_variation() -> None:
    alone = a_job("variation", similarity=0.9)
    names = ("image_2", "image_3", "image_4", "image_5")
    samples = ("cat", "portrait", "still", "garment")
    others = {part: painted(name) for part, name in zip(names, samples, strict=True)}
    seen = [edited(alone)]
    for count in range(1, 5):
        parts = dict(list(others.items())[:count])
        seen.append(edited(a_job("variation", similarity=0.9, materials=parts)))

    for number, picture in enumerate(seen):
        assert all(distance(picture, other) > 1 for other in seen[:number])


def test_a_fast_upscale_made_small_again_is_the_picture() -> None:
    result = edited(a_job("upscale_fast", size=(4 * SIDE, 4 * SIDE)))

    again = cv2.resize(result, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    assert distance(again, LAKE) < 2.5
    plain = cv2.resize(LAKE, (4 * SIDE, 4 * SIDE), interpolation=cv2.INTER_LINEAR)

    def steepness(pixels: np.ndarray) -> float:
        return float(np.percentile(np.abs(np.diff(pixels.astype(int), axis=1)), 99))

    assert steepness(result) > 1.2 * steepness(plain)


def test_creative_upscales_invent_more_the_more_they_may() -> None:
    plain = cv2.resize(LAKE, (640, 640), interpolation=cv2.INTER_LANCZOS4)

    for job in ("upscale_conservative", "upscale_creative"):
        asked = a_job(job, "a lake", size=(640, 640))
        apart = [
            distance(edited(with_option(asked, "creativity", value)), plain)
            for value in (0.1, 0.3, 0.5)
        ]
        assert apart == sorted(set(apart))


def test_a_garment_is_worn_where_the_mask_is() -> None:
    asked = a_job(
        "virtual_try_on",
        image=painted("portrait"),
        mask=disc(),
        materials={"reference_image": painted("garment")},
    )
    portrait = pixels_of(painted("portrait"))

    result = edited(asked)

    away = disc(radius=40) == 0
    assert np.array_equal(result[away], portrait[away])
    inside = disc(radius=24) > 0
    red = result[inside].astype(int)
    assert (red[:, 0] - red[:, 1]).mean() > 40


def test_without_a_mask_the_garment_goes_to_its_place_on_the_body() -> None:
    asked = a_job(
        "virtual_try_on",
        image=painted("portrait"),
        materials={"reference_image": painted("still")},
        garment_class="UPPER_BODY",
    )

    mask = cv2.imdecode(np.frombuffer(show_mask(asked.showing_mask("white")), np.uint8), 0)

    assert mask[: SIDE // 3].max() < 20
    assert (mask[SIDE * 3 // 4 :] > 128).mean() > 0.25


def test_a_preserved_face_is_not_dressed() -> None:
    asked = a_job(
        "virtual_try_on",
        image=painted("portrait"),
        mask=np.full((SIDE, SIDE), 255, np.uint8),
        materials={"reference_image": painted("garment")},
    )
    cheek = (slice(80, 87), slice(70, 75))
    before = pixels_of(painted("portrait"))[cheek]

    free, kept = (
        edited(with_option(asked, "preserve_face", value))[cheek] for value in ("OFF", "ON")
    )

    assert distance(kept, before) < 3
    assert distance(free, before) > 20


@pytest.mark.parametrize(
    ("job", "prompt", "options"),
    [
        ("inpaint", "a cat", {}),
        ("search_recolor", "green", {"region": "sky"}),
        ("control_structure", "a desert", {}),
    ],
)
def test_nine_megapixels_are_edited_in_bounded_time_and_memory(
    job: str, prompt: str, options: dict[str, str]
) -> None:
    side = 3072
    image = cv2.resize(LAKE, (side, side), interpolation=cv2.INTER_CUBIC)
    mask = cv2.resize(disc(), (side, side), interpolation=cv2.INTER_NEAREST)
    masked = mask if job == "inpaint" else None
    asked = a_job(job, prompt, image=png(image), mask=masked, size=(side, side), **options)
    tracemalloc.start()
    started = time.process_time()

    file = edit(asked)

    took, (_, peak) = time.process_time() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(file) > 1_000_000
    assert took < 20
    assert peak < 900_000_000
