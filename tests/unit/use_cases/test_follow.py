"""Bedrock is asked once a day; what it says is kept, what fails changes nothing."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

import pytest

from functions.catalogue import CATALOGUE
from functions.domain.lifecycle import Lifecycle
from functions.domain.listing import Listing, ListingFailed
from functions.use_cases.follow import Almanac, Change, Followed, follow
from tests.fakes import FakeDirectory, FakeListings
from tests.samples import CORE, NOW
from tests.unit.use_cases.world import POLICY

SDXL = "stability.stable-diffusion-xl-v1"
ALIVE = {CORE: Lifecycle("active")}
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@dataclass
class Observatory:
    """Follows what a directory says, as time goes on."""

    directory: FakeDirectory = field(default_factory=lambda: FakeDirectory(dict(ALIVE)))
    listings: FakeListings = field(default_factory=FakeListings)

    def look(self, now: datetime, *, at_once: bool = False) -> Followed:
        almanac = Almanac(
            self.directory, self.listings, lambda at: replace(POLICY, today=at.date())
        )
        return follow(almanac, now=now, at_once=at_once)

    @property
    def kept(self) -> Listing:
        return self.listings.kept(POLICY.region)


def test_the_first_minute_of_a_deployment_reads() -> None:
    observatory = Observatory()

    followed = observatory.look(NOW)

    assert followed == Followed(read=True)
    said = {CORE: Lifecycle("active", read_at=NOW)}
    assert observatory.kept == Listing("us-west-2", said, read_at=NOW, tried_at=NOW)


def test_within_the_day_bedrock_is_not_asked_again() -> None:
    observatory = Observatory()
    observatory.look(NOW)

    followed = observatory.look(NOW + DAY - MINUTE)

    assert followed == Followed()
    assert observatory.directory.asked == 1


def test_after_a_day_bedrock_is_asked_again() -> None:
    observatory = Observatory()
    observatory.look(NOW)

    followed = observatory.look(NOW + DAY)

    assert followed.read
    assert observatory.kept.read_at == NOW + DAY


def test_an_operator_need_not_wait_for_the_day() -> None:
    observatory = Observatory()
    observatory.look(NOW)

    assert observatory.look(NOW + MINUTE, at_once=True).read


def test_a_failure_changes_nothing_and_is_told() -> None:
    observatory = Observatory()
    observatory.look(NOW)
    before = observatory.kept.models
    failure = ListingFailed("not today")
    observatory.directory.says = failure

    followed = observatory.look(NOW + DAY)

    assert followed == Followed(failure=failure)
    assert (observatory.kept.models, observatory.kept.read_at) == (before, NOW)


def test_after_a_failure_bedrock_rests_for_a_quarter_of_an_hour() -> None:
    observatory = Observatory(FakeDirectory(ListingFailed("not today")))
    observatory.look(NOW)
    observatory.directory.says = dict(ALIVE)

    assert observatory.look(NOW + 14 * MINUTE) == Followed()
    assert observatory.directory.asked == 1
    assert observatory.look(NOW + 15 * MINUTE).read


def test_a_try_that_kills_its_function_counts_as_one() -> None:
    observatory = Observatory()
    observatory.directory.says = None  # type: ignore[assignment] - a fault of another kind

    with pytest.raises(TypeError):
        observatory.look(NOW)

    observatory.directory.says = dict(ALIVE)
    assert not observatory.look(NOW + MINUTE).read
    assert observatory.look(NOW + 15 * MINUTE).read


def test_a_model_that_vanishes_is_retired_since_that_day_and_stays_so() -> None:
    observatory = Observatory(FakeDirectory(ALIVE | {SDXL: Lifecycle("active")}))
    observatory.look(NOW)
    observatory.directory.says = dict(ALIVE)

    missed = observatory.look(NOW + DAY)
    followed = observatory.look(NOW + DAY + HOUR)
    again = observatory.look(NOW + 2 * DAY + HOUR)

    assert missed.changes == again.changes == ()
    assert followed.changes == (Change(SDXL, "active", "retired"),)
    gone = observatory.kept.models[SDXL]
    assert (gone.state, gone.end_of_life) == ("retired", (NOW + DAY).date())
    assert gone.read_at == NOW + 2 * DAY + HOUR


def test_one_answer_that_leaves_a_living_model_out_ends_nothing() -> None:
    observatory = Observatory(FakeDirectory(ALIVE | {SDXL: Lifecycle("active")}))
    observatory.look(NOW)
    observatory.directory.says = dict(ALIVE)
    observatory.look(NOW + DAY)
    assert not observatory.look(NOW + DAY + HOUR - MINUTE).read
    observatory.directory.says = ALIVE | {SDXL: Lifecycle("active")}

    followed = observatory.look(NOW + DAY + HOUR)

    assert (followed.read, followed.changes) == (True, ())
    assert observatory.kept.missed == {}
    assert observatory.kept.models[SDXL].state == "active"
    assert not observatory.look(NOW + DAY + 3 * HOUR).read


@pytest.mark.parametrize(
    ("announced", "ended"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2027, 5, 1), date(2026, 11, 23)),
    ],
)
def test_what_vanished_ended_on_its_announced_day_but_never_in_the_future(
    announced: date, ended: date
) -> None:
    said = Lifecycle("legacy", legacy=date(2026, 5, 1), end_of_life=announced)
    observatory = Observatory(FakeDirectory(ALIVE | {SDXL: said}))
    observatory.look(NOW)
    observatory.directory.says = dict(ALIVE)

    observatory.look(NOW + DAY)
    observatory.look(NOW + DAY + HOUR)

    assert observatory.kept.models[SDXL].end_of_life == ended


def test_a_model_that_comes_back_lives_again() -> None:
    observatory = Observatory(FakeDirectory(ALIVE | {SDXL: Lifecycle("active")}))
    observatory.look(NOW)
    observatory.directory.says = dict(ALIVE)
    observatory.look(NOW + DAY)
    observatory.look(NOW + DAY + HOUR)
    observatory.directory.says = ALIVE | {SDXL: Lifecycle("active")}

    followed = observatory.look(NOW + 2 * DAY + HOUR)

    assert followed.changes == (Change(SDXL, "retired", "active"),)


def test_a_model_that_was_never_listed_is_not_kept_as_retired() -> None:
    observatory = Observatory()

    followed = observatory.look(NOW)

    assert set(observatory.kept.models) == {CORE}
    assert followed.changes == ()


def test_what_is_not_in_the_catalogue_is_not_kept() -> None:
    observatory = Observatory(FakeDirectory(ALIVE | {"some.text-model-v1": Lifecycle("active")}))

    observatory.look(NOW)

    assert set(observatory.kept.models) == {CORE}


def test_a_listing_by_an_alias_is_kept_by_our_id(monkeypatch: pytest.MonkeyPatch) -> None:
    row = replace(CATALOGUE[CORE], aliases=("the-bare-id",))
    monkeypatch.setattr("functions.use_cases.follow.CATALOGUE", {**CATALOGUE, CORE: row})
    observatory = Observatory(FakeDirectory({"the-bare-id": Lifecycle("active")}))

    observatory.look(NOW)

    assert set(observatory.kept.models) == {CORE}


def test_a_model_behind_a_profile_is_listed_by_its_own_id() -> None:
    inpaint = next(spec for spec in CATALOGUE.values() if "inpaint" in spec.tasks)
    assert inpaint.foundation == inpaint.id.removeprefix("us.") != inpaint.id
    observatory = Observatory(FakeDirectory({inpaint.foundation: Lifecycle("legacy")}))

    observatory.look(NOW)

    assert set(observatory.kept.models) == {inpaint.id}


def test_before_the_first_reading_a_model_was_what_its_row_says() -> None:
    observatory = Observatory(FakeDirectory({CORE: Lifecycle("legacy")}))

    assert observatory.look(NOW).changes == (Change(CORE, "active", "legacy"),)


def test_an_announcement_and_an_end_are_changes_each_told_once() -> None:
    end = (NOW + 2 * DAY).date()
    observatory = Observatory()
    observatory.look(NOW)
    observatory.directory.says = {CORE: Lifecycle("legacy", end_of_life=end)}

    told = [observatory.look(NOW + days * DAY).changes for days in (1, 2, 3)]

    assert told == [(Change(CORE, "active", "legacy"),), (Change(CORE, "legacy", "retired"),), ()]


@pytest.mark.parametrize(("days", "ending"), [(91, ()), (90, (CORE,)), (0, (CORE,)), (-1, (CORE,))])
def test_the_stages_own_models_are_ending_within_ninety_days(
    days: int, ending: tuple[str, ...]
) -> None:
    end = (NOW + days * DAY).date()
    observatory = Observatory(FakeDirectory({CORE: Lifecycle("legacy", end_of_life=end)}))

    assert observatory.look(NOW).ending == ending
    assert observatory.look(NOW + MINUTE).ending == ending


def test_what_is_ending_is_told_although_bedrock_does_not_answer() -> None:
    observatory = Observatory(FakeDirectory({CORE: Lifecycle("legacy", end_of_life=NOW.date())}))
    observatory.look(NOW)
    observatory.directory.says = ListingFailed("not today")

    assert observatory.look(NOW + DAY).ending == (CORE,)
