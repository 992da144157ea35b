"""Pictures: of the right size, the same everywhere, and moved by every parameter."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emulator.commission import Commission, Wish
from emulator.families.wording import STYLE_PRESETS
from emulator.paint import paint, words
from emulator.paint.styles import FINISHES, MEDIA

ROOT = Path(__file__).parents[4]
SMALL = 96


def commission(prompt: str = "a mountain lake with a boat", **more: Any) -> Commission:
    asked = Commission("m", (Wish(prompt),), SMALL, SMALL, 7)
    return replace(asked, **more)


@cache
def pixels(asked: Commission) -> np.ndarray:
    picture = cv2.imdecode(np.frombuffer(paint(asked), np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    return picture.astype(np.float32)


def difference(first: Commission, second: Commission) -> float:
    """Return how far two pictures are apart, 0 to 255."""
    return float(np.abs(pixels(first) - pixels(second)).mean())


@pytest.mark.parametrize("size", [(96, 96), (160, 64), (64, 160), (117, 64)])
def test_a_picture_has_the_size_that_was_asked(size: tuple[int, int]) -> None:
    width, height = size

    assert pixels(commission(width=width, height=height)).shape == (height, width, 3)


@pytest.mark.parametrize(("name", "magic"), [("png", b"\x89PNG\r\n"), ("jpeg", b"\xff\xd8\xff")])
def test_a_picture_has_the_format_that_was_asked(name: str, magic: bytes) -> None:
    assert paint(commission(format=name)).startswith(magic)


def test_two_processes_paint_the_same_bytes() -> None:
    asked = commission("oil painting of a cat in a city")
    script = (
        "import hashlib;from emulator.commission import Commission, Wish;"
        "from emulator.paint import paint;"
        f"print(hashlib.sha256(paint({asked!r})).hexdigest())"
    )
    command = [sys.executable, "-c", script]
    other = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert other.stdout.strip() == hashlib.sha256(paint(asked)).hexdigest()


@pytest.mark.parametrize(
    "change",
    [
        {"seed": 8},
        {"model": "n"},
        {"detail": 0.33},
        {"detail": 4.0},
        {"guidance": 0.1},
        {"guidance": 5.0},
        {"preset": "pixel-art"},
        {"blurred": True},
        {"wishes": (Wish("a mountain lake with a castle"),)},
        {"wishes": (Wish("a mountain lake with a boat at night"),)},
        {"wishes": (Wish("a mountain lake with a boat"), Wish("trees", -1.0))},
        {"wishes": (Wish("a mountain lake with a (boat:1.8)"),)},
        {"wishes": (Wish("a mountain lake with a red boat"),)},
        {"wishes": (Wish('a mountain lake with a boat, sign "hello"'),)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_parameter_moves_the_picture(change: dict[str, Any]) -> None:
    assert difference(commission(), commission(**change)) > 0.1


def test_fewer_steps_are_noisier_and_more_guidance_is_stronger() -> None:
    plain = commission("a cat on the hills")

    def roughness(asked: Commission) -> float:
        return float(np.abs(np.diff(pixels(asked)[: SMALL // 3], axis=1)).mean())

    def strength(asked: Commission) -> float:
        return float(np.ptp(pixels(asked), axis=2).mean())

    assert roughness(replace(plain, detail=0.33)) > roughness(plain)
    assert strength(replace(plain, guidance=4)) > strength(plain)
    assert strength(replace(plain, guidance=0.1)) < strength(plain)


@pytest.mark.parametrize(
    ("plain", "more"),
    [("들판", "고양이가 있는 들판"), ("산", "호수가 있는 산"), ("도시", "도시의 밤")],
)
def test_korean_words_change_the_picture(plain: str, more: str) -> None:
    assert difference(commission(plain), commission(more)) > 1


@pytest.mark.parametrize("preset", STYLE_PRESETS)
def test_every_preset_has_a_look_of_its_own(preset: str) -> None:
    asked = commission("a cat in a city street", width=64, height=64)

    picture = pixels(replace(asked, preset=preset))

    others = [pixels(replace(asked, preset=other)) for other in (None, *STYLE_PRESETS[:2])]
    apart = [np.abs(picture - other).mean() for other in others]
    assert sum(gap > 0.5 for gap in apart) >= 2


def test_a_prompt_without_known_words_still_shows_something() -> None:
    first, second = commission("semantic entropy"), commission("recursive kindness")

    assert pixels(first).std() > 8
    assert difference(first, second) > 2


def test_a_blurred_picture_cannot_be_recognised() -> None:
    sharp, blurred = pixels(commission()), pixels(commission(blurred=True))

    assert np.abs(np.diff(blurred, axis=1)).mean() < 0.25 * np.abs(np.diff(sharp, axis=1)).mean()


def _first(table: dict[str, str]) -> list[str]:
    return [line.split("|")[0].replace("?", "") for line in table.values()]


@settings(max_examples=40)
@given(
    places=st.lists(st.sampled_from(_first(words.PLACES)), max_size=2),
    things=st.lists(st.sampled_from(_first(words.FEATURES)), max_size=4),
    looks=st.lists(
        st.sampled_from(
            _first(words.HOURS)
            + _first(words.WEATHERS)
            + _first(words.SEASONS)
            + [line.split("|")[0] for _, line in {**MEDIA, **FINISHES}.values()]
        ),
        max_size=3,
    ),
    size=st.sampled_from([(48, 48), (64, 32), (32, 64)]),
    seed=st.integers(0, 2**32 - 1),
)
def test_whatever_words_meet_a_picture_comes_of_it(
    places: list[str], things: list[str], looks: list[str], size: tuple[int, int], seed: int
) -> None:
    prompt = ", ".join([*places, *things, *looks])

    picture = pixels(commission(prompt, width=size[0], height=size[1], seed=seed))

    assert picture.shape == (size[1], size[0], 3)


@settings(max_examples=25)
@given(prompt=st.text(max_size=60))
def test_no_text_is_too_strange_to_paint(prompt: str) -> None:
    assert paint(commission(prompt, width=32, height=32))
