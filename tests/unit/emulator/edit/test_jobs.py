"""What each kind of edit promises, measured on pixels."""

import time
import tracemalloc
from dataclasses import replace

import cv2
import numpy as np
import pytest

from emulator.commission import Commission
from emulator.edit import edit, show_mask
from emulator.edit.contours import lines
from emulator.edit.subject import lab
from emulator.paint.colour import rgb
from tests.unit.emulator.edit.studio import (
    SIDE,
    a_job,
    disc,
    distance,
    edited,
    painted,
    pixels_of,
    png,
)

LAKE = pixels_of(painted("lake"))


def with_option(asked: Commission, name: str, value: object) -> Commission:
    options = {**dict(asked.options), name: value}
    return replace(asked, options=tuple(sorted(options.items())))


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


def likeness(picture: np.ndarray, guide: np.ndarray) -> float:
    """Return how many of the guide's contours the picture has, within two pixels."""
    wanted = lines(guide) > 0.4
    found = cv2.dilate((lines(picture) > 0.3).astype(np.uint8), np.ones((5, 5), np.uint8))
    return float(found[wanted].mean())


@pytest.mark.parametrize("job", ["control_structure", "control_sketch"])
def test_control_strength_makes_the_picture_follow_its_guide(job: str) -> None:
    guide = pixels_of(painted("cat"))
    if job == "control_sketch":
        guide = np.dstack([255 - (lines(guide) * 255).astype(np.uint8)] * 3)
    asked = a_job(job, "a snowy forest", image=png(guide))

    loose, middle, close = (
        edited(with_option(asked, "control_strength", s)) for s in (0.0, 0.5, 1.0)
    )

    assert likeness(close, guide) > likeness(loose, guide) + 0.25
    assert likeness(middle, guide) > likeness(loose, guide)
    assert likeness(close, guide) > 0.55


def test_segmentation_draws_no_lines() -> None:
    asked = a_job("control_structure", "a desert", image=painted("cat"), control_strength=1.0)

    segmented = edited(with_option(asked, "control_mode", "segmentation"))

    assert distance(segmented, edited(asked)) > 0.5


def palette_gap(picture: np.ndarray, model: np.ndarray) -> float:
    """Return how far two pictures' mean colours and spreads are apart in Lab."""
    own, theirs = (lab(each).reshape(-1, 3) for each in (picture, model))
    mean = np.linalg.norm(own.mean(axis=0) - theirs.mean(axis=0))
    return float(mean + np.linalg.norm(own.std(axis=0) - theirs.std(axis=0)))


def test_fidelity_draws_a_scene_to_the_palette_of_its_reference() -> None:
    asked = a_job("style_guide", "a castle", image=painted("portrait"))
    model = pixels_of(painted("portrait"))

    gaps = [
        palette_gap(edited(with_option(asked, "fidelity", share)), model)
        for share in (0.0, 0.5, 1.0)
    ]

    assert gaps[2] < gaps[1] < gaps[0]
    assert gaps[2] < 0.4 * gaps[0]


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("style_strength", 0.1, 1.0), ("change_strength", 0.1, 0.9)],
)
def test_style_and_change_strength_lead_away_from_the_content(
    name: str, low: float, high: float
) -> None:
    asked = a_job("style_transfer", materials={"style_image": painted("garment")})

    near, far = (distance(edited(with_option(asked, name, v)), LAKE) for v in (low, high))

    assert far > 1.5 * near


def test_composition_fidelity_keeps_shapes() -> None:
    asked = a_job("style_transfer", materials={"style_image": painted("garment")})

    loose, close = (
        likeness(edited(with_option(asked, "composition_fidelity", value)), LAKE)
        for value in (0.0, 1.0)
    )

    assert close > loose + 0.1


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


def test_guiding_colours_dominate() -> None:
    colours = ["#0b2c6f", "#ff7f50", "#2e8b57"]
    plain = edited(a_job("image_to_image", "a city skyline", strength=1.0))

    guided = edited(a_job("color_guided", "a city skyline", colors=tuple(colours)))

    assert near_colours(guided, colours) > 0.7
    assert near_colours(guided, colours) > near_colours(plain, colours) + 0.3
    for colour in colours:
        assert near_colours(guided, [colour]) > 0.06


def near_colours(picture: np.ndarray, codes: list[str]) -> float:
    """Return the share of pixels whose hue and chroma are near one of the colours."""
    own = lab(picture)[..., 1:]
    wanted = [lab((rgb(code).reshape(1, 1, 3) * 255).astype(np.uint8))[0, 0, 1:] for code in codes]
    return float((np.min([np.linalg.norm(own - ab, axis=2) for ab in wanted], axis=0) < 22).mean())


def test_a_reference_lends_its_shapes_to_a_colour_guided_picture() -> None:
    asked = a_job("color_guided", "flowers", colors=("#3a0ca3", "#f72585", "#4cc9f0"))
    cat = pixels_of(painted("cat"))

    led = replace(asked, materials=(("reference_image", painted("cat")),))

    assert likeness(edited(led), cat) > likeness(edited(asked), cat) + 0.1


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
