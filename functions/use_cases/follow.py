"""Follow what Bedrock says of models' lives: once a day, and again after a failure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from functions.catalogue import CATALOGUE, find
from functions.catalogue.defaults import DEFAULTS
from functions.catalogue.policy import Policy
from functions.domain.frozen import frozen
from functions.domain.lifecycle import Lifecycle, State
from functions.domain.listing import CONFIRMED, Listing, ListingFailed, Listings, ModelDirectory

EVERY = timedelta(hours=24)
AFTER_FAILURE = timedelta(minutes=15)
SOON = timedelta(days=90)
"""An end this near is time to choose another default."""


@frozen
class Almanac:
    """What following works with.

    Attributes:
        directory: Asks Bedrock.
        listings: Keeps its answers.
        policy: The stage's word on models, by the rows alone.
    """

    directory: ModelDirectory
    listings: Listings
    policy: Callable[[datetime], Policy]


@frozen
class Change:
    """A model's state moved; before the first reading, it was what its row said."""

    model: str
    before: State
    after: State


@frozen(kw_only=True)
class Followed:
    """What following came to, for logs and metrics.

    Attributes:
        read: Whether Bedrock was asked and answered.
        failure: Why it did not answer; None: it did, or was not asked.
        changes: Models whose state is another than at the last reading.
        ending: Ids of the models of the stage's default, intents and tasks that have
            ended or will within 90 days, by all that is known now. Tasks that only
            ended models do are left out.
    """

    read: bool = False
    failure: ListingFailed | None = None
    changes: tuple[Change, ...] = ()
    ending: tuple[str, ...] = ()


def follow(almanac: Almanac, *, now: datetime, at_once: bool = False) -> Followed:
    """Read the lifecycles of our models, if that is due or asked for `at_once`.

    The try is noted before it is made, so that one that kills its function is
    a failure too. What fails, or brings nothing, changes nothing.
    """
    rows = almanac.policy(now)
    kept = almanac.listings.kept(rows.region)
    if not (at_once or _due(kept, now)):
        return Followed(ending=_ending(kept, rows))
    almanac.listings.begin(rows.region, now)
    try:
        listed = almanac.directory.listed()
    except ListingFailed as failure:
        return Followed(failure=failure, ending=_ending(kept, rows))
    fresh = kept.followed_by(_ours(listed), now)
    almanac.listings.keep(fresh)
    return Followed(
        read=True, changes=tuple(_changes(kept, fresh, rows)), ending=_ending(fresh, rows)
    )


def _due(kept: Listing, now: datetime) -> bool:
    pause = CONFIRMED if kept.missed else EVERY
    old = kept.read_at is None or now >= kept.read_at + pause
    rested = kept.tried_at is None or now >= kept.tried_at + AFTER_FAILURE
    return old and rested


def _ours(listed: Mapping[str, Lifecycle]) -> dict[str, Lifecycle]:
    """Return what was said of the catalogue's models, by their own ids."""
    names = {spec.id: (spec.foundation, *spec.aliases) for spec in CATALOGUE.values()}
    said = {each: next((n for n in known if n in listed), None) for each, known in names.items()}
    return {each: listed[name] for each, name in said.items() if name}


def _changes(kept: Listing, fresh: Listing, rows: Policy) -> Iterator[Change]:
    """Yield what is otherwise than on the day of the last reading."""
    then = kept.read_at.date() if kept.read_at else rows.today
    known = replace(rows, lifecycles=kept.models)
    knows = replace(rows, lifecycles=fresh.models)
    for spec in (CATALOGUE[each] for each in CATALOGUE if each in fresh.models):
        before = known.lifecycle(spec).state_on(then)
        after = knows.lifecycle(spec).state_on(rows.today)
        if before != after:
            yield Change(spec.id, before, after)


def _ending(listing: Listing, rows: Policy) -> tuple[str, ...]:
    soon = replace(rows, lifecycles=listing.models, today=rows.today + SOON)
    chosen = [rows.default_model, *rows.intents.values(), *rows.task_models.values()]
    specs = [find(name) for name in chosen] + [
        spec for spec in map(find, DEFAULTS.values()) if spec and not rows.retired(spec)
    ]
    return tuple(sorted({spec.id for spec in specs if spec and soon.retired(spec)}))
