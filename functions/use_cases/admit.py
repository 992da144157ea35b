"""Let a caller in by a key, make keys, and take them back."""

import hashlib
import re
import secrets
from datetime import datetime

from functions.domain.errors import NotFound, Unauthorized
from functions.domain.ports.keys import KeyRing, Keys
from functions.domain.tenant import SCOPES, Key

SECRET = re.compile(r"easel_[A-Za-z0-9_-]{43}")
TENANT = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")


def digest(secret: str) -> str:
    """Return the SHA-256 of a secret, which is all that is ever stored.

    The secrets are 256 random bits, so a plain hash cannot be guessed back; the
    look-up by hash leaves no comparison that could be timed.
    """
    return hashlib.sha256(secret.encode()).hexdigest()


def admit(secret: str | None, keys: Keys) -> Key:
    """Return the key that a secret opens.

    Raises:
        Unauthorized: none was sent, or it is unknown or revoked.
    """
    known = keys.by_hash(digest(secret)) if secret and SECRET.fullmatch(secret) else None
    if known is None or known.revoked_at:
        raise Unauthorized("Send a valid key as `Authorization: Bearer …` or `x-api-key: …`.")
    return known


def mint(tenant: str, scopes: frozenset[str], keys: KeyRing, *, now: datetime) -> tuple[Key, str]:
    """Make a key and return it with its secret, which is shown this once.

    Raises:
        ValueError: the tenant's name or a scope is not one we take.
    """
    if not TENANT.fullmatch(tenant):
        raise ValueError(
            f"a tenant's name is 1 to 63 of a-z, 0-9 and -, not {tenant!r}; try `acme`"
        )
    if unknown := scopes - set(SCOPES):
        raise ValueError(f"no scope {', '.join(sorted(unknown))}; one of {', '.join(SCOPES)}")
    secret = f"easel_{secrets.token_urlsafe(32)}"
    key = Key(
        id=f"key_{secrets.token_hex(10)}",
        hash=digest(secret),
        tenant=tenant,
        scopes=scopes,
        created_at=now,
    )
    keys.add(key)
    return key, secret


def revoke(key_or_id: str, keys: KeyRing, *, now: datetime) -> Key:
    """Refuse a key from now on, named by its id or by its secret.

    Raises:
        NotFound: there is no such key.
    """
    secret = SECRET.fullmatch(key_or_id)
    key = keys.by_hash(digest(key_or_id)) if secret else keys.by_id(key_or_id)
    if key is None:
        raise NotFound("No such key; send its id (key_…) or the key itself.")
    keys.revoke(key, now)
    return key
