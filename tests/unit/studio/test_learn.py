"""The page Learn has every picture and phrase that it names, in both languages."""

from typing import Any

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from studio.views import learn
from studio.words import KEY, say_in

PICTURES = [
    *learn.TASKS,
    "lake",
    "sketch",
    *(f"ladder-{rung}" for rung in range(len(learn.LADDER))),
    *(f"denoise-{frame}" for frame in range(learn.FRAMES)),
    *(f"seed-{seed}" for seed in range(1, 5)),
]


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_there_and_small(name: str) -> None:
    file = learn.PICTURES / f"{name}.webp"

    with Image.open(file) as picture:
        assert max(picture.size) <= 480
    assert file.stat().st_size < 40_000


def test_no_picture_is_kept_that_nobody_sees() -> None:
    assert {each.stem for each in learn.PICTURES.glob("*.webp")} == set(PICTURES)


@pytest.mark.parametrize("tongue", ["en", "ko"])
def test_the_page_is_drawn_whole_in_each_language(tongue: str) -> None:
    def page() -> None:
        from studio.views import learn

        learn.show()

    app: Any = AppTest.from_function(page)
    app.session_state[KEY] = tongue

    app.run(timeout=20)

    assert not app.exception
    assert app.title[0].value == say_in(tongue, "learn.title")
    assert say_in(tongue, "learn.erase_text") in [each.value for each in app.markdown]


def test_climbing_the_ladder_shows_one_element_more() -> None:
    def page() -> None:
        from studio.views import learn

        learn.show()

    app: Any = AppTest.from_function(page)
    app.session_state["learn_rung"] = 3

    app.run(timeout=20)

    shown = [
        each.value for each in app.markdown if "`…, " in each.value or "`Doctor`" in each.value
    ]
    assert len(shown) == 3
    assert "low-angle shot" in shown[-1]
