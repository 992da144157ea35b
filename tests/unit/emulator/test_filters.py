"""What the filters stop."""

import pytest

from emulator.filters import Verdict, judge


@pytest.mark.parametrize("verdict", Verdict)
def test_a_magic_word_forces_each_outcome(verdict: Verdict) -> None:
    assert judge([f"a lake {verdict.value} at dawn"]) is verdict


@pytest.mark.parametrize("prompt", ["a lake at dawn", "the Congo at dawn", "a categorical cat"])
def test_a_harmless_prompt_passes(prompt: str) -> None:
    assert judge([prompt]) is None


@pytest.mark.parametrize("prompt", ["NSFW picture", "someone naked", "누드 사진"])
def test_a_word_of_the_list_is_stopped(prompt: str) -> None:
    assert judge(["a lake", prompt]) is Verdict.PROMPT_FILTERED


@pytest.mark.parametrize("verdict", Verdict)
def test_a_picture_s_comment_forces_each_outcome_too(verdict: Verdict) -> None:
    assert judge([], [b"\x89PNG", b"\xff\xd8 " + verdict.value.encode()]) is verdict


def test_a_picture_is_not_read_for_the_words_of_the_list() -> None:
    assert judge(["a lake"], [b"\x89PNG gore"]) is None
