from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from functions.domain.lifecycle import Lifecycle

READ = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
ROW = Lifecycle(
    "retired",
    launched=date(2024, 8, 6),
    legacy=date(2025, 12, 30),
    end_of_life=date(2026, 6, 30),
    successor="the-next",
    note="from the page",
)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2025, 12, 29), "active"),
        (date(2025, 12, 30), "legacy"),
        (date(2026, 6, 29), "legacy"),
        (date(2026, 6, 30), "retired"),
    ],
)
def test_a_date_is_the_first_day_of_what_it_names(day: date, state: str) -> None:
    assert ROW.state_on(day) == state


@pytest.mark.parametrize("state", ["active", "legacy", "retired"])
def test_without_dates_the_published_state_decides(state: str) -> None:
    assert Lifecycle(state).state_on(date(2026, 11, 22)) == state  # type: ignore[arg-type]


def test_extended_access_begins_on_its_day() -> None:
    life = Lifecycle("legacy", extended_access=date(2027, 1, 1))

    assert not life.extended_on(date(2026, 12, 31))
    assert life.extended_on(date(2027, 1, 1))
    assert not Lifecycle("legacy").extended_on(date(2027, 1, 1))


def test_what_bedrock_says_comes_before_what_the_row_says() -> None:
    said = Lifecycle(
        "legacy",
        launched=date(2024, 8, 7),
        legacy=date(2026, 11, 1),
        end_of_life=date(2027, 5, 1),
        extended_access=date(2027, 2, 1),
        read_at=READ,
    )

    assert ROW.overlaid(said) == replace(said, successor="the-next", note="from the page")


def test_what_bedrock_does_not_say_stays_as_the_row_says() -> None:
    row = Lifecycle(
        "active",
        launched=date(2025, 1, 1),
        legacy=date(2026, 10, 1),
        extended_access=date(2027, 1, 15),
        end_of_life=date(2027, 4, 1),
    )

    known = row.overlaid(Lifecycle("legacy", read_at=READ))

    assert known == replace(row, state="legacy", read_at=READ)


def test_a_listed_model_has_not_ended_whatever_its_row_says() -> None:
    known = ROW.overlaid(Lifecycle("active", read_at=READ))

    assert known.state_on(READ.date()) == "active"
    assert (known.legacy, known.end_of_life, known.launched) == (None, None, ROW.launched)


def test_an_end_that_is_still_to_come_outlasts_a_listing_without_dates() -> None:
    row = replace(ROW, state="active", legacy=date(2026, 11, 23), end_of_life=date(2027, 5, 23))

    known = row.overlaid(Lifecycle("active", read_at=READ))

    assert (known.legacy, known.end_of_life) == (row.legacy, row.end_of_life)
