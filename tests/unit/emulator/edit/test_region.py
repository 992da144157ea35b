"""From words to regions, by place, colour and shape."""

import cv2
import numpy as np
import pytest

from emulator.edit.nouns import colour_of, region_of
from emulator.edit.region import region
from emulator.edit.subject import small, subject
from tests.unit.emulator.edit.studio import painted, pixels_of

SIDE = 160


def found(picture: str, words: str) -> np.ndarray:
    cv2.setRNGSeed(1)
    return region(pixels_of(painted(picture)), words) > 127


@pytest.mark.parametrize("words", ["the sky", "하늘", "clouds"])
def test_a_sky_is_above(words: str) -> None:
    sky = found("lake", words)

    assert sky[:20].mean() > 0.9
    assert sky[100:].mean() < 0.02


@pytest.mark.parametrize("words", ["the water", "호수"])
def test_water_is_below(words: str) -> None:
    water = found("lake", words)

    assert water[-20:].mean() > 0.8
    assert water[:70].mean() < 0.02


def test_grass_is_below_and_no_cat() -> None:
    grass = found("cat", "the grass")

    assert grass[-30:, :20].mean() > 0.8
    assert grass[:50].mean() < 0.02
    assert grass[105:145, 75:100].mean() < 0.4


@pytest.mark.parametrize(("picture", "words"), [("cat", "the cat"), ("lake", "돛단배")])
def test_a_thing_is_the_subject(picture: str, words: str) -> None:
    thing, none = found(picture, words), found(picture, "a thing that has no name")

    assert 0.005 < thing.mean() < 0.2
    assert np.array_equal(thing, none)
    assert not thing[:30].any()


def test_the_background_is_all_but_the_subject() -> None:
    cat, rest = found("cat", "the cat"), found("cat", "background")

    assert (cat ^ rest).mean() > 0.97


def test_a_colour_chooses_among_things() -> None:
    picture = pixels_of(painted("still")).astype(int)
    yellow, red = found("still", "the yellow fruit"), found("still", "a red apple")

    assert yellow.sum() > 40
    assert red.sum() > 20
    assert (picture[yellow][:, 1] - picture[yellow][:, 2]).mean() > 50
    assert (picture[red][:, 0] - picture[red][:, 1]).mean() > 60
    assert (yellow & red).sum() < 0.2 * min(yellow.sum(), red.sum())


def test_clothes_are_below_the_face() -> None:
    jacket, hair, face = (found("portrait", words) for words in ("jacket", "hair", "face"))

    def height(mask: np.ndarray) -> float:
        return float(np.nonzero(mask)[0].mean())

    assert height(hair) < height(jacket)
    assert height(face) < height(jacket)
    assert (jacket & face).sum() < 0.05 * face.sum()


@pytest.mark.parametrize("words", ["", "sky", "water", "red", "jacket", "mountains", "asdf"])
@pytest.mark.parametrize("value", [0, 128, 255])
def test_a_picture_without_anything_in_it_has_regions_too(words: str, value: int) -> None:
    plain = np.full((60, 90, 3), value, np.uint8)

    mask = region(plain, words)

    assert mask.shape == (60, 90)
    assert mask.any()


def test_a_subject_that_changes_its_place_is_found_there() -> None:
    places = (40, 60, 100)
    for x in places:
        picture = np.full((120, 140, 3), (200, 220, 240), np.uint8)
        picture[60:] = (90, 140, 70)
        cv2.circle(picture, (x, 70), 18, (200, 40, 40), -1)

        y, columns = np.nonzero(subject(small(picture)))

        assert abs(columns.mean() - x) < 3
        assert abs(y.mean() - 70) < 3


@pytest.mark.parametrize(
    ("text", "region", "code"),
    [
        ("the blue sky", "sky", "#2f68c8"),
        ("빨간 자동차", None, "#d23b34"),
        ("a shirt in #00FF7f", "top", "#00ff7f"),
        ("elephant", None, None),
        ("무릎까지 오는 치마", "bottom", None),
    ],
)
def test_words_are_read_in_two_languages(text: str, region: str | None, code: str | None) -> None:
    colour = colour_of(text)

    assert region_of(text) == region
    assert (colour is None) == (code is None)
    if colour is not None:
        assert bytes((colour * 255).round().astype(np.uint8)).hex() == code[1:]
