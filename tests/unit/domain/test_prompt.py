"""A prompt composes in the order of the craft, in every language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.domain.prompt import Prompt, is_blank

WORDS = st.text(st.characters(categories=["L", "N", "Zs"]), max_size=20)


@pytest.mark.parametrize(
    ("prompt", "composed"),
    [
        (Prompt(text=" a lake "), "a lake"),
        (Prompt(description="a lake"), "a lake"),
        (Prompt(image_type="photograph", description="a lake"), "photograph of a lake"),
        (Prompt(image_type="photograph of", description="a lake"), "photograph of a lake"),
        (Prompt(description="a lake", style="cinematic"), "a lake, cinematic"),
        (Prompt(image_type="oil painting", style="cubist"), "oil painting, cubist"),
        (
            Prompt(
                image_type="painting",
                description="a doctor",
                style="Impressionist style",
                details=("low-angle shot", "dim lighting", 'sign reading "The Doctor is in"'),
            ),
            "painting of a doctor, Impressionist style, low-angle shot, dim lighting, "
            'sign reading "The Doctor is in"',
        ),
        (
            Prompt(image_type="사진", description="새벽의 호수", style="수채화"),
            "사진, 새벽의 호수, 수채화",
        ),
        (Prompt(image_type="photograph", description="호수"), "photograph of 호수"),
        (Prompt(description=" a lake ", style=" ", details=("", " fog ")), "a lake, fog"),
        (Prompt(), ""),
        (Prompt(text="   "), ""),
    ],
)
def test_composing(prompt: Prompt, composed: str) -> None:
    assert prompt.compose() == composed


@given(WORDS, WORDS, WORDS, st.lists(WORDS, max_size=4))
def test_every_part_is_in_the_prompt_and_in_order(
    medium: str, subject: str, style: str, details: list[str]
) -> None:
    composed = Prompt("", medium, subject, style, tuple(details)).compose()

    at = 0
    for part in (medium.strip().removesuffix(" of"), subject, style, *details):
        found = composed.find(part.strip(), at)
        assert found >= 0
        at = found + len(part.strip())


@given(WORDS, WORDS, WORDS, st.lists(WORDS, max_size=4))
def test_parts_leave_no_gaps(medium: str, subject: str, style: str, details: list[str]) -> None:
    composed = Prompt("", medium, subject, style, tuple(details)).compose()

    assert composed == composed.strip()
    assert ", ," not in composed


@pytest.mark.parametrize(
    "text", ["", " \u3000\n", "\x00", "\u202e\u202d", "\ufeff", "\u200b\u3164"]
)
def test_what_nobody_can_see_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", "호", "ㅎ", "🎈", "\u200b.", "\u202eעברית", "字"])
def test_a_single_character_that_can_be_seen_is_not(text: str) -> None:
    assert not is_blank(text)
