"""Ids sort by time, read back, and are spelled in one way only."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ulid import ULID

from functions.domain.ids import (
    generation_id,
    image_id,
    parse_generation,
    parse_image,
    time_in_ulid,
)
from tests.samples import ulid

TIMES = st.datetimes(
    datetime(1970, 1, 1),  # noqa: DTZ001 - hypothesis takes bounds without a zone
    datetime(9999, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)
ULIDS = st.integers(min_value=0, max_value=2**128 - 1).map(ulid)


@given(ULIDS, st.integers(min_value=0, max_value=99))
def test_ids_read_back(text: str, number: int) -> None:
    assert parse_generation(generation_id(text)) == text
    assert parse_image(image_id(text, number)) == (text, number)


@given(ULIDS, ULIDS, st.integers(0, 99), st.integers(0, 99))
def test_ids_sort_as_their_times_and_numbers_do(a: str, b: str, m: int, n: int) -> None:
    assert (image_id(a, m) < image_id(b, n)) == ((a, m) < (b, n))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "gen_",
        ulid(1),
        f"img_{ulid(1)}",
        f"gen_{ulid(1)}\n",
        f"gen_{ulid(1).lower()[:-1]}a",
        f"gen_8{ulid(1)[1:]}",
        f"gen_{ulid(1)[:-1]}U",
    ],
)
def test_what_is_not_a_generations_id(text: str) -> None:
    assert parse_generation(text) is None


@pytest.mark.parametrize(
    "text",
    [
        f"img_{ulid(1)}_1",
        f"img_{ulid(1)}_100",
        f"img_{ulid(1)}_٠١",
        f"gen_{ulid(1)}_01",
        f"img_{ulid(1)}_01 ",
    ],
)
def test_what_is_not_an_images_id(text: str) -> None:
    assert parse_image(text) is None


@given(TIMES)
def test_a_ulid_begins_with_its_time(at: datetime) -> None:
    rounded = at.replace(microsecond=at.microsecond // 1000 * 1000)

    assert time_in_ulid(at) == str(ULID.from_datetime(rounded))[:10]


@pytest.mark.parametrize("year", [1, 1969])
def test_what_is_older_than_ulids_begins_with_their_first_time(year: int) -> None:
    east = datetime(year, 1, 1, tzinfo=timezone(timedelta(hours=14)))

    assert time_in_ulid(east) == "0" * 10
