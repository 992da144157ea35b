"""Who asks: a tenant, by one of its keys, with what that key may do."""

from datetime import datetime
from typing import Literal

from functions.domain.errors import MissingScope
from functions.domain.frozen import frozen

Scope = Literal["generate", "read", "admin"]
SCOPES: tuple[Scope, ...] = ("generate", "read", "admin")


@frozen
class Caller:
    """The authorised asker of one request."""

    tenant: str
    key_id: str
    scopes: frozenset[str]

    def must(self, scope: Scope) -> None:
        """Refuse unless the key has `scope`.

        Raises:
            MissingScope: names the scope and those that the key has.
        """
        if scope not in self.scopes:
            has = ", ".join(sorted(self.scopes)) or "none"
            raise MissingScope(
                f"This needs a key with the scope `{scope}`; this key has: {has}. "
                "Ask your administrator for another key."
            )


@frozen(kw_only=True)
class Key:
    """A tenant's key as it is stored: its secret only as a hash.

    Attributes:
        id: `key_…`, safe to show and to log.
        hash: SHA-256 of the secret, in hex.
        tenant: Whose it is.
        scopes: What it may do.
        created_at: When it was made.
        revoked_at: From when it is refused, None while it is good.
    """

    id: str
    hash: str
    tenant: str
    scopes: frozenset[str]
    created_at: datetime
    revoked_at: datetime | None = None
