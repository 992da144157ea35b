"""Which tenant a signed-in user draws for, and with which key.

A hosted studio reads it once, from the secret in `EASEL_USERS`:

    {"keys": {"acme": "easel_…"}, "users": {"kim@acme.example": "acme", "@acme.example": "acme"}}

A whole address comes before its domain; who is in neither may not draw.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass


class NotInvited(Exception):
    """Nobody said for which tenant this user draws."""


class UnreadableUsers(Exception):
    """The secret is not what this module's first lines describe; says where."""


@dataclass(frozen=True, slots=True)
class Users:
    """Tenants' keys, and tenants by address or `@domain`, both in lower case."""

    keys: Mapping[str, str]
    tenants: Mapping[str, str]

    @classmethod
    def of(cls, secret: str) -> "Users":
        """Read a secret's text.

        Raises:
            UnreadableUsers: it is no JSON of this shape, or names a tenant without a key.
        """
        try:
            read = json.loads(secret)
            keys = {str(name): str(key) for name, key in read["keys"].items()}
            tenants = {str(who).lower(): str(name) for who, name in read["users"].items()}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            shape = 'it holds {"keys": {tenant: key}, "users": {address or @domain: tenant}}'
            raise UnreadableUsers(f"EASEL_USERS cannot be read: {shape}") from error
        lacking = sorted(set(tenants.values()) - set(keys))
        if lacking:
            raise UnreadableUsers(f"EASEL_USERS has no key for {', '.join(lacking)}")
        return cls(keys, tenants)

    def key_of(self, address: str) -> str:
        """Return the API key that a user draws with.

        Raises:
            NotInvited: neither the address nor its domain is named.
        """
        who = address.strip().lower()
        domain = f"@{who.rpartition('@')[2]}"
        tenant = self.tenants.get(who) or self.tenants.get(domain)
        if tenant is None or "@" not in who:
            raise NotInvited(who)
        return self.keys[tenant]
