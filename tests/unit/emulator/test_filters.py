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
