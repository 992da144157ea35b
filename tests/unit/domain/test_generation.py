"""A generation's state is a function of how its images ended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.domain.generation import Counts

SMALL = st.integers(min_value=0, max_value=4)


@pytest.mark.parametrize(
    ("counts", "started", "status"),
    [
        (Counts(2), False, "queued"),
        (Counts(2), True, "running"),
        (Counts(2, succeeded=1), True, "running"),
        (Counts(2, canceled=1), False, "queued"),
        (Counts(2, succeeded=2), True, "succeeded"),
        (Counts(2, succeeded=1, filtered=1), True, "partial"),
        (Counts(2, succeeded=1, failed=1), True, "partial"),
        (Counts(2, succeeded=1, canceled=1), True, "partial"),
        (Counts(2, filtered=2), True, "filtered"),
        (Counts(2, canceled=2), False, "canceled"),
        (Counts(2, filtered=1, canceled=1), True, "canceled"),
        (Counts(2, failed=2), True, "failed"),
        (Counts(2, failed=1, canceled=1), True, "failed"),
        (Counts(2, failed=1, filtered=1), True, "failed"),
        (Counts(3, failed=1, filtered=1, canceled=1), True, "failed"),
    ],
)
def test_status(counts: Counts, started: bool, status: str) -> None:
    assert counts.status(started=started) == status


@given(SMALL, SMALL, SMALL, SMALL, SMALL, st.booleans())
def test_it_has_ended_exactly_when_no_image_is_pending(
    pending: int, succeeded: int, filtered: int, failed: int, canceled: int, started: bool
) -> None:
    ended = succeeded + filtered + failed + canceled
    counts = Counts(pending + ended, succeeded, filtered, failed, canceled)

    status = counts.status(started=started)

    assert (status in ("queued", "running")) == (pending > 0)
    if not pending:
        assert (status in ("succeeded", "partial")) == (succeeded > 0)
