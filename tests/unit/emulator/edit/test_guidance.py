"""Other pictures, sketches and palettes lead a new one as far as told."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from emulator.edit.contours import lines
from emulator.edit.subject import lab
from emulator.paint.colour import rgb
from tests.unit.emulator.edit.studio import (
    a_job,
    distance,
    edited,
    painted,
    pixels_of,
    png,
    with_option,
)

LAKE = pixels_of(painted("lake"))


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
