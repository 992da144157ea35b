"""What of a picture is taken over where one starts from it again."""

from dataclasses import dataclass
from typing import Any

import pytest

from studio.parts.reuse import prompt_of


@dataclass
class Picture:
    prompt: str


PARTS = {"description": "a fox", "style": "art deco", "details": ["fog", "snow"]}


def test_parts_are_taken_as_parts() -> None:
    assert prompt_of(Picture("a fox, art deco, fog, snow"), {"prompt": PARTS}) == PARTS  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "request_",
    [
        {"prompt": PARTS | {"style": ["art deco", "pop art"]}},
        {"prompt": PARTS, "sweep": {"details": [["fog"], ["snow"]]}},
        {"prompt": ""},
        {},
    ],
)
def test_of_a_sweep_or_of_no_words_the_pictures_own_prompt_is_taken(
    request_: dict[str, Any],
) -> None:
    picture = Picture("a fox, pop art, fog")

    assert prompt_of(picture, request_) == "a fox, pop art, fog"  # type: ignore[arg-type]
