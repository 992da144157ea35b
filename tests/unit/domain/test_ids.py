"""Ids sort by time, read back, and are spelled in one way only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.domain.ids import generation_id, image_id, parse_generation, parse_image
from tests.samples import ulid

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
