"""Money is whole micro-dollars, and its words mean the same amount."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.domain.money import dollars, micro

AMOUNTS = st.integers(min_value=-(10**15), max_value=10**15)


@given(AMOUNTS)
def test_an_amount_survives_its_words(amount: int) -> None:
    assert micro(dollars(amount)) == amount


@given(AMOUNTS)
def test_words_have_two_places_at_least_and_no_idle_zeros(amount: int) -> None:
    _, places = dollars(amount).split(".")

    assert 2 <= len(places) <= 6
    assert len(places) == 2 or not places.endswith("0")


@given(AMOUNTS, AMOUNTS)
def test_adding_words_is_adding_amounts(one: int, other: int) -> None:
    assert Decimal(dollars(one)) + Decimal(dollars(other)) == Decimal(dollars(one + other))


@pytest.mark.parametrize(
    ("words", "amount"),
    [("0.04", 40_000), ("0.008", 8_000), ("50", 50_000_000), ("0", 0), ("0.000001", 1)],
)
def test_prices_as_aws_writes_them(words: str, amount: int) -> None:
    assert micro(words) == amount


@pytest.mark.parametrize("words", ["0.0000001", "1e-9", "NaN"])
def test_what_is_finer_than_a_micro_dollar_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="finer than a micro-dollar"):
        micro(words)
