"""DynamoDB's typed values, against AWS's own reading of them."""

from decimal import Decimal
from typing import Any

import pytest
from boto3.dynamodb.types import TypeDeserializer, TypeSerializer
from hypothesis import given
from hypothesis import strategies as st

from functions.adapters.dynamodb.attributes import native, typed

WHOLE = st.integers(-(10**37), 10**37)
MONEY = st.decimals(-(10**9), 10**9, places=6)


def values(numbers: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.recursive(
        st.none() | st.booleans() | st.text() | numbers,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    )


@given(values(WHOLE | MONEY))
def test_values_are_typed_as_boto3_types_them(value: Any) -> None:
    assert typed(value) == TypeSerializer().serialize(value)


@given(values(WHOLE))
def test_what_boto3_reads_is_read_alike(value: Any) -> None:
    held = typed(value)

    assert native(held) == TypeDeserializer().deserialize(held)


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("7.0", 7), ("1E+2", 100), ("7.5", 7.5), ("-0.25", -0.25), ("1E-50", 1e-50)],
)
def test_whole_numbers_are_ints_and_others_floats(text: str, number: float) -> None:
    read = native({"N": text})

    assert read == number
    assert type(read) is type(number)


@pytest.mark.parametrize("value", [0.5, b"bytes", {1, 2}, object()])
def test_what_we_do_not_store_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match=type(value).__name__):
        typed({"inner": [value]})


def test_types_that_we_never_write_are_refused() -> None:
    with pytest.raises(KeyError):
        native({"SS": ["a"]})


def test_a_decimal_keeps_its_digits() -> None:
    assert typed(Decimal("0.1")) == {"N": "0.1"}
