"""What a Region's Bedrock lists of our models, and where it is asked and kept."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import datetime, timedelta
from typing import Protocol

from functions.domain.frozen import frozen
from functions.domain.lifecycle import Lifecycle


class ListingFailed(Exception):
    """Bedrock could not be asked, or its answer means nothing; says why."""


class ModelDirectory(Protocol):
    """Asks a Region's Bedrock which models it has."""

    def listed(self) -> Mapping[str, Lifecycle]:
        """Return every model's lifecycle by its id; never an empty answer.

        Raises:
            ListingFailed: nothing usable came.
        """
        ...


CONFIRMED = timedelta(hours=1)
"""How long a model must be left out before it has ended."""


@frozen
class Listing:
    """The last reading of a Region's models, and when the next is worth while.

    Attributes:
        region: Where Bedrock was asked.
        models: What it said, by our model ids; those that it listed once and
            lists no more are `retired`.
        read_at: When it last answered; None: never yet.
        tried_at: When it was last asked, answer or not.
        missed: Since when models are left out that Bedrock has not announced
            to end; a second answer, `CONFIRMED` later, makes it an end.
    """

    region: str
    models: Mapping[str, Lifecycle] = field(default_factory=lambda: {})
    read_at: datetime | None = None
    tried_at: datetime | None = None
    missed: Mapping[str, datetime] = field(default_factory=lambda: {})

    def followed_by(self, listed: Mapping[str, Lifecycle], now: datetime) -> "Listing":
        """Return the listing after an answer: what it says, and what it leaves out.

        Bedrock has no word for a model that has ended: it lists it no more. One
        answer that leaves a living model out may be a fault, and would stop it.
        """
        out = {each: life for each, life in self.models.items() if each not in listed}
        missed = {
            each: self.missed.get(each, now)
            for each, life in out.items()
            if not life.retired_on(now.date())
        }
        waiting = {each: since for each, since in missed.items() if now < since + CONFIRMED}
        gone = {each: life if each in waiting else life.gone(now) for each, life in out.items()}
        here = {each: replace(life, read_at=now) for each, life in listed.items()}
        return Listing(self.region, gone | here, read_at=now, tried_at=now, missed=waiting)


class Listings(Protocol):
    """Where the readings are kept: one for each Region."""

    def kept(self, region: str) -> Listing:
        """Return what is kept for a Region; an empty listing where nothing is."""
        ...

    def begin(self, region: str, now: datetime) -> None:
        """Note that Bedrock is being asked, and keep all else."""
        ...

    def keep(self, listing: Listing) -> None:
        """Keep a reading in place of the one before."""
        ...
