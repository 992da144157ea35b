from datetime import timedelta

import pytest

from functions.adapters.recall import RecalledLifecycles, RecalledSecret
from functions.domain.lifecycle import Lifecycle
from functions.domain.listing import Listing
from tests.fakes import FakeListings, FakeShareSecret
from tests.samples import CORE, NOW

FIRST, SECOND = {CORE: Lifecycle("active")}, {CORE: Lifecycle("legacy")}


class Breaking(FakeListings):
    """Listings that can be out of reach, and count who asks."""

    broken = False
    asked = 0

    def kept(self, region: str) -> Listing:
        self.asked += 1
        if self.broken:
            raise ConnectionError("the table is out of reach")
        return super().kept(region)


class Clock:
    now = NOW

    def __call__(self) -> object:
        return self.now


@pytest.fixture
def listings() -> Breaking:
    listings = Breaking()
    listings.keep(Listing("us-west-2", FIRST))
    return listings


def test_it_is_read_once_in_five_minutes(listings: Breaking) -> None:
    clock = Clock()
    recall = RecalledLifecycles(listings, "us-west-2", clock)  # type: ignore[arg-type]
    assert recall() == FIRST
    listings.keep(Listing("us-west-2", SECOND))

    clock.now = NOW + timedelta(minutes=4, seconds=59)
    before = recall()
    clock.now = NOW + timedelta(minutes=5)
    after = recall()

    assert (before, after) == (FIRST, SECOND)
    assert listings.asked == 2


def test_out_of_reach_at_first_the_rows_hold(listings: Breaking) -> None:
    listings.broken = True

    assert RecalledLifecycles(listings, "us-west-2", lambda: NOW)() == {}


def test_out_of_reach_later_the_last_known_holds_and_is_not_asked_for_each_time(
    listings: Breaking,
) -> None:
    clock = Clock()
    recall = RecalledLifecycles(listings, "us-west-2", clock)  # type: ignore[arg-type]
    recall()
    listings.broken = True
    clock.now = NOW + timedelta(minutes=6)

    assert [recall(), recall()] == [FIRST, FIRST]
    assert listings.asked == 2


def test_a_first_reading_is_found_soon_after_it_was_kept() -> None:
    listings, clock = Breaking(), Clock()
    recall = RecalledLifecycles(listings, "us-west-2", clock)  # type: ignore[arg-type]
    assert recall() == {}
    listings.keep(Listing("us-west-2", FIRST))

    clock.now = NOW + timedelta(seconds=30)

    assert recall() == FIRST


def test_another_regions_lives_are_not_ours(listings: Breaking) -> None:
    assert RecalledLifecycles(listings, "us-east-1", lambda: NOW)() == {}


def test_the_secret_of_share_links_is_read_once_a_minute() -> None:
    kept, clock = FakeShareSecret(), Clock()
    recall = RecalledSecret(kept, clock)  # type: ignore[arg-type]
    first = recall()
    kept.renew()

    clock.now = NOW + timedelta(seconds=59)
    before = recall()
    clock.now = NOW + timedelta(seconds=60)
    after = recall()

    assert before == first
    assert after == kept.get() != first


def test_a_secret_that_cannot_be_read_is_asked_for_again_at_once() -> None:
    kept, broken = FakeShareSecret(), True

    class Breaking(FakeShareSecret):
        def get(self) -> bytes:
            if broken:
                raise ConnectionError("the table is out of reach")
            return kept.get()

    recall = RecalledSecret(Breaking(), lambda: NOW)
    with pytest.raises(ConnectionError):
        recall()
    broken = False

    assert recall() == kept.get()
