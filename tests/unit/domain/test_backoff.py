"""Waits double, vary, and never exceed what SQS can delay."""

from hypothesis import given
from hypothesis import strategies as st

from functions.domain.backoff import LONGEST, backoff

TRIES = st.integers(min_value=0, max_value=10_000)
CHANCE = st.floats(min_value=0, max_value=1)


@given(TRIES, CHANCE)
def test_a_wait_is_at_least_a_second_and_at_most_what_sqs_takes(tries: int, chance: float) -> None:
    assert 1 <= backoff(tries, chance=chance) <= LONGEST


@given(TRIES, CHANCE)
def test_a_later_try_never_waits_less(tries: int, chance: float) -> None:
    assert backoff(tries + 1, chance=chance) >= backoff(tries, chance=chance)


@given(TRIES)
def test_jitter_spreads_over_half_of_the_range(tries: int) -> None:
    assert backoff(tries, chance=0) <= -(-backoff(tries, chance=1) // 2)


def test_waits_double_up_to_the_longest() -> None:
    waits = [backoff(tries, chance=1) for tries in range(11)]

    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]
