"""Where keys are looked up, and where operators keep them."""

from datetime import datetime
from typing import Protocol

from functions.domain.tenant import Key


class Keys(Protocol):
    """Where keys are kept, by the hash of their secret."""

    def by_hash(self, digest: str) -> Key | None:
        """Return the key whose secret has this SHA-256, or None."""
        ...


class KeyRing(Keys, Protocol):
    """The keeper's side: what only operators may do."""

    def add(self, key: Key) -> None:
        """Store a new key."""
        ...

    def by_id(self, key_id: str) -> Key | None:
        """Return a key by its public id."""
        ...

    def revoke(self, key: Key, now: datetime) -> None:
        """Refuse the key from now on."""
        ...
