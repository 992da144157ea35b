"""What was read before, remembered by a function's environment."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from functions.domain.lifecycle import Lifecycle
from functions.domain.listing import Listings
from functions.domain.ports.secrets import ShareSecret

logger = logging.getLogger(__name__)

FRESH = timedelta(minutes=5)
SOON = timedelta(seconds=30)
"""After nothing was found: a new deployment reads within its first minute."""

SECRET_FRESH = timedelta(seconds=60)
"""As long as a revoked key may live on, so long may links whose secret was replaced."""


class RecalledLifecycles:
    """Reads what is kept for a Region at most once in five minutes.

    A door must answer without it: where it cannot be read, what was known
    last holds, and at first nothing, so that the catalogue's rows do.
    """

    def __init__(self, listings: Listings, region: str, clock: Callable[[], datetime]) -> None:
        """Take where readings are kept, the Region, and the time."""
        self._listings = listings
        self._region = region
        self._clock = clock
        self._known: Mapping[str, Lifecycle] = {}
        self._until: datetime | None = None

    def __call__(self) -> Mapping[str, Lifecycle]:
        """Return what Bedrock said of the models that it listed, by id."""
        now = self._clock()
        if self._until is None or now >= self._until:
            self._until = now + (FRESH if self._look() else SOON)
        return self._known

    def _look(self) -> bool:
        """Read what is kept; whether there was something."""
        try:
            found = self._listings.kept(self._region).models
        except Exception:
            logger.exception("models' lifecycles could not be read; the last known hold")
            return False
        self._known = found
        return bool(found)


class RecalledSecret:
    """Reads the secret of share links at most once a minute.

    One that cannot be read is not remembered further: the picture's record, in the
    same table, could not be read either.
    """

    def __init__(self, secret: ShareSecret, clock: Callable[[], datetime]) -> None:
        """Take where the secret is kept, and the time."""
        self._secret = secret
        self._clock = clock
        self._known = b""
        self._until: datetime | None = None

    def __call__(self) -> bytes:
        """Return the secret."""
        now = self._clock()
        if self._until is None or now >= self._until:
            self._known = self._secret.get()
            self._until = now + SECRET_FRESH
        return self._known
