"""What kept readings promise, kept by DynamoDB and by their twin alike.

Each test has a Region of its own, named after its tenant: tests share one table.
"""

from datetime import date, timedelta

from functions.domain.lifecycle import Lifecycle
from functions.domain.listing import Listing, Listings
from tests.samples import CORE, NOW

WHOLE = Lifecycle(
    "legacy",
    launched=date(2024, 8, 6),
    legacy=date(2026, 10, 1),
    end_of_life=date(2027, 4, 1),
    successor="the-next",
    note="a note",
    extended_access=date(2027, 1, 1),
    read_at=NOW,
)


def test_where_nothing_is_kept_the_listing_is_empty(listings: Listings, tenant: str) -> None:
    assert listings.kept(tenant) == Listing(tenant)


def test_a_reading_comes_back_as_it_was(listings: Listings, tenant: str) -> None:
    models = {CORE: WHOLE, "bare": Lifecycle("active", read_at=NOW)}
    listing = Listing(tenant, models, read_at=NOW, tried_at=NOW, missed={CORE: NOW})

    listings.keep(listing)

    assert listings.kept(tenant) == listing


def test_a_reading_takes_the_place_of_the_one_before(listings: Listings, tenant: str) -> None:
    listings.keep(Listing(tenant, {CORE: WHOLE}, read_at=NOW, tried_at=NOW))
    later = NOW + timedelta(days=1)
    second = Listing(tenant, {"other": Lifecycle("active")}, read_at=later, tried_at=later)

    listings.keep(second)

    assert listings.kept(tenant) == second


def test_a_first_try_is_noted_before_there_is_a_reading(listings: Listings, tenant: str) -> None:
    listings.begin(tenant, NOW)

    assert listings.kept(tenant) == Listing(tenant, tried_at=NOW)


def test_a_try_leaves_the_reading_as_it_is(listings: Listings, tenant: str) -> None:
    listings.keep(Listing(tenant, {CORE: WHOLE}, read_at=NOW, tried_at=NOW))
    later = NOW + timedelta(days=1)

    listings.begin(tenant, later)

    assert listings.kept(tenant) == Listing(tenant, {CORE: WHOLE}, read_at=NOW, tried_at=later)


def test_regions_are_kept_apart(listings: Listings, tenant: str) -> None:
    listings.keep(Listing(tenant, {CORE: WHOLE}, read_at=NOW, tried_at=NOW))

    assert listings.kept(f"{tenant}-else") == Listing(f"{tenant}-else")
