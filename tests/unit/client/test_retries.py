"""Retries pay once: the laws, for any weather."""

from itertools import pairwise

import httpx
import pytest
from easel_client import Easel, EaselError, Retries, Unavailable, Unreachable
from easel_client.steps import Ask
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.client.service import (
    AT_ONCE,
    URL,
    Caller,
    Service,
    both,
    generation,
    ok,
    problem,
)

WEATHER = st.one_of(
    st.sampled_from([429, 500, 502, 503, 504]).map(problem),
    st.sampled_from(
        [
            httpx.ConnectError("refused"),
            httpx.ConnectTimeout("slow"),
            httpx.ReadTimeout("slow"),
            httpx.WriteError("cut"),
            httpx.RemoteProtocolError("cut"),
            httpx.DecodingError("cut"),
        ]
    ),
)
ASK = Ask(method="GET", url="v1/usage")
PAY = Ask(method="POST", url="v1/somewhere", repeatable=False)


@both
@given(weather=st.lists(WEATHER, max_size=4))
def test_every_try_of_a_generation_has_the_same_key(call: Caller, weather: list) -> None:
    service = Service(*weather, ok(generation()))

    call(service, "generate", prompt="a lake")

    keys = service.said("idempotency-key")
    assert len(keys) == len(weather) + 1
    assert keys[0]
    assert set(keys) == {keys[0]}
    assert len({each.content for each in service.asked}) == 1


@both
@given(weather=st.lists(WEATHER, min_size=5, max_size=9))
def test_tries_are_bounded(call: Caller, weather: list) -> None:
    service = Service(*weather, ok(generation()))

    with pytest.raises(EaselError):
        call(service, "generate", prompt="a lake")

    assert len(service.asked) == 5


def test_two_calls_have_two_keys() -> None:
    service = Service(ok(generation()))

    with Easel(URL, transport=service) as easel:
        easel.generate(prompt="a lake")
        easel.generate(prompt="a lake")

    first, second = service.said("idempotency-key")
    assert first != second


@both
def test_a_key_of_ones_own_is_the_one_that_is_sent(call: Caller) -> None:
    service = Service(httpx.ReadTimeout("slow"), ok(generation()))

    call(service, "generate", prompt="a lake", idempotency_key="poster-1")

    assert service.said("idempotency-key") == ["poster-1", "poster-1"]


@both
def test_what_never_answers_tells_the_key_to_ask_again_with(call: Caller) -> None:
    service = Service(httpx.ReadTimeout("slow"))

    with pytest.raises(Unreachable) as caught:
        call(service, "generate", prompt="a lake")

    assert caught.value.idempotency_key == service.said("idempotency-key")[0]
    assert caught.value.status is None


@both
@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 409, 410, 413, 415, 422])
def test_a_refusal_is_not_asked_again(call: Caller, status: int) -> None:
    service = Service(problem(status))

    with pytest.raises(EaselError):
        call(service, "generate", prompt="a lake")

    assert len(service.asked) == 1


@both
def test_a_deletion_whose_answer_got_lost_is_done(call: Caller) -> None:
    service = Service(httpx.ReadTimeout("slow"), problem(404))

    call(service, "delete_image", "img_1")

    assert len(service.asked) == 2


@both
def test_a_deletion_that_was_surely_not_tried_finds_nothing(call: Caller) -> None:
    service = Service(problem(429), problem(404))

    with pytest.raises(EaselError) as caught:
        call(service, "delete_image", "img_1")

    assert caught.value.status == 404


@pytest.mark.parametrize(
    ("outcome", "again"),
    [
        (httpx.ConnectError("refused"), True),
        (httpx.ConnectTimeout("slow"), True),
        (httpx.PoolTimeout("busy"), True),
        (problem(429), True),
        (httpx.ReadTimeout("slow"), False),
        (httpx.RemoteProtocolError("cut"), False),
        (problem(500), False),
        (problem(502), False),
        (problem(503), False),
        (problem(504), False),
    ],
)
def test_what_could_pay_twice_is_repeated_only_if_it_surely_was_not_done(outcome, again) -> None:
    assert (AT_ONCE.wait(PAY, 1, outcome) is not None) is again


def test_a_service_that_says_when_is_asked_then() -> None:
    soon = problem(503, headers={"Retry-After": "7"})

    assert AT_ONCE.wait(ASK, 1, soon) == 7.0


def test_a_service_that_says_much_later_is_believed_and_not_waited_for() -> None:
    service = Service(problem(503, headers={"Retry-After": "3600"}))

    with (
        Easel(URL, retries=AT_ONCE, transport=service) as easel,
        pytest.raises(Unavailable) as caught,
    ):
        easel.usage()

    assert len(service.asked) == 1
    assert caught.value.retry_after == 3600


@given(
    tried=st.integers(1, 8),
    chance=st.floats(0, 1, exclude_max=True),
    asked=st.none() | st.integers(0, 30),
)
def test_waits_are_never_shorter_than_asked_and_never_long(tried, chance, asked) -> None:
    retries = Retries(times=8, chance=lambda: chance)
    headers = {} if asked is None else {"Retry-After": str(asked)}

    wait = retries.wait(ASK, tried, problem(503, headers=headers))

    assert wait is not None
    assert (asked or 0) <= wait <= retries.longest + 1


def test_waits_grow_and_clients_that_failed_together_part() -> None:
    calm = Retries(times=8, chance=lambda: 0.0)
    lucky = Retries(times=8, chance=lambda: 0.9)

    waits = [calm.wait(ASK, tried, problem(502)) for tried in range(1, 9)]

    assert all(before <= after for before, after in pairwise(waits))
    assert waits[:4] == [0.5, 1.0, 2.0, 4.0]
    assert lucky.wait(ASK, 1, problem(502)) < waits[0]
