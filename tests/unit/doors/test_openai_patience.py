"""OpenAI's SDK with its two retries, and models slower than the gateway waits."""

from typing import Any

import pytest

from functions.http.openai.patience import pause
from tests.unit.doors.openai_client import Client
from tests.unit.doors.openai_sdk import Shop, fates

WAIT = 25.0
NODES_LONGEST = 60.0
"""Seconds: whatever is longer openai-node does not wait for."""


@pytest.fixture
def shop(client: Client, monkeypatch: pytest.MonkeyPatch) -> Shop:
    return Shop(client, monkeypatch)


@pytest.mark.parametrize("usual", [None, 3, 26, 60, 150])
@pytest.mark.parametrize("takes", [25, 60, 150])
def test_a_slow_picture_comes_through_an_unmodified_sdk_and_is_billed_once(
    takes: float, usual: float | None, shop: Shop
) -> None:
    if usual:
        shop.takes = usual
        shop.sdk(max_retries=9)[0].images.generate(prompt="what is usual here")
    sdk, gateway = shop.sdk()
    shop.takes, before = takes, shop.billed

    answer = sdk.images.generate(prompt="a lake that takes its time")

    assert sdk.max_retries == 2
    assert answer.data
    assert shop.billed == before + 1
    assert not gateway.fates["too late"]


@pytest.mark.parametrize("fate", ["unreached", "cut", "504"])
def test_a_slow_picture_comes_though_an_answer_is_lost(fate: str, shop: Shop) -> None:
    shop.takes = 150
    sdk, _ = shop.sdk(fates(fate))

    answer = sdk.images.generate(prompt="a lake behind a bad line")

    assert answer.data
    assert (shop.billed, shop.client.generations) == (1, 1)


def test_a_picture_that_never_comes_ends_with_its_name_and_is_paid_once(shop: Shop) -> None:
    from openai import InternalServerError

    shop.takes = 400
    sdk, _ = shop.sdk()

    with pytest.raises(InternalServerError) as refused:
        sdk.images.generate(prompt="a lake too slow for anybody")

    assert refused.value.code == "still_running"
    assert "gen_" in refused.value.message
    shop.pass_time(300)
    assert shop.billed == 1


def test_looking_at_an_edits_picture_is_taken_off_the_wait(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    measure = shop.client.darkroom.measure

    def slowly(*args: Any, **options: Any) -> Any:
        shop.world.advance(10)
        return measure(*args, **options)

    monkeypatch.setattr(shop.client.darkroom, "measure", slowly)
    shop.takes = 60
    sdk, gateway = shop.sdk()

    answer = sdk.images.edit(image=("cat.png", b"a cat"), prompt="a hat on it")

    assert answer.data
    assert (shop.billed, gateway.fates["too late"]) == (1, 0)


@pytest.mark.parametrize("usual", [None, *range(1, 200)])
def test_two_pauses_reach_a_picture_of_150_s_whatever_was_usual(usual: float | None) -> None:
    assert reached(usual, language="python") >= 150


@pytest.mark.parametrize("usual", [None, 3, 20, *range(40, 150)])
def test_the_javascript_sdk_reaches_it_too_with_its_shorter_pauses(usual: float | None) -> None:
    assert reached(usual, language="js", longest=NODES_LONGEST) >= 150


@pytest.mark.parametrize("usual", [30, 60, 100, 150])
def test_a_picture_as_slow_as_usual_is_not_asked_for_long_after(usual: float) -> None:
    first = pause(gone=WAIT, usual=usual, wait=WAIT, retries=0)

    assert WAIT + first <= usual


def reached(usual: float | None, *, language: str, longest: float = 120.0) -> float:
    """Return how slow a picture may be that an SDK's second retry still finds."""
    gone = WAIT
    for retries in (0, 1):
        told = pause(gone=gone, usual=usual, wait=WAIT, retries=retries, language=language)
        gone += (told if told <= longest else 0.5) + WAIT
    return gone
