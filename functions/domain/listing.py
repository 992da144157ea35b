"""What a Region's Bedrock lists of our models, and where it is asked and kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

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


@dataclass(frozen=True, slots=True)
class Listing:
    """The last reading of a Region's models, and when the next is worth while.

    Attributes:
        region: Where Bedrock was asked.
        models: What it said, by our model ids; those that it listed once and
            lists no more are `retired`.
        read_at: When it last answered; None: never yet.
        tried_at: When it was last asked, answer or not.
    """

    region: str
    models: Mapping[str, Lifecycle] = field(default_factory=lambda: {})
    read_at: datetime | None = None
    tried_at: datetime | None = None

    def followed_by(self, listed: Mapping[str, Lifecycle], now: datetime) -> "Listing":
        """Return the listing after an answer: what it says, and what it leaves out.

        Bedrock has no word for a model that has ended: it lists it no more.
        """
        gone = {each: life.gone(now) for each, life in self.models.items() if each not in listed}
        here = {each: replace(life, read_at=now) for each, life in listed.items()}
        return Listing(self.region, gone | here, read_at=now, tried_at=now)


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
