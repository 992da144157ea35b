"""Whatever is sent to Amazon's models is read or refused in words; nothing else happens."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.refusal import Refusal
from tests.unit.emulator.families.amazon import NOVA, TITAN_1, TITAN_2, read
from tests.unit.emulator.families.aws_samples import SAMPLES

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.just("aGk=")
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a body that something else could stand at."""
    if not isinstance(value, dict | list):
        return [path]
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    return [path, *(place for key, each in inner for place in places(each, (*path, key)))]


def spoiled(body: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    body = copy.deepcopy(body)
    holder = body
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    return body


def read_or_refused(model: str, body: Any) -> None:
    try:
        commissions = read(model, body)
    except Refusal:
        return
    assert commissions
    assert all(isinstance(hash(each), int) for each in commissions), "the cache needs it"


@given(st.data(), st.sampled_from([TITAN_1, TITAN_2, NOVA]), st.sampled_from(SAMPLES), ANYTHING)
def test_a_spoiled_body_is_read_or_refused(
    data: st.DataObject, model: str, sample: tuple[str, Any], value: Any
) -> None:
    body = spoiled(sample[1], data.draw(st.sampled_from(places(sample[1]))), value)

    read_or_refused(model, body)


@given(ANYTHING)
def test_any_json_at_all_is_refused(value: Any) -> None:
    with pytest.raises(Refusal):
        read(NOVA, value)
