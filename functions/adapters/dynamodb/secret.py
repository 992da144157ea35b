"""`ShareSecret` on DynamoDB: one item, in a partition that only `api` may read."""

import secrets
from contextlib import suppress
from typing import Any

from functions.adapters.dynamodb.codec import Plain, item_of
from functions.adapters.dynamodb.keys import SHARE_SECRET
from functions.adapters.dynamodb.reading import Reader
from functions.adapters.dynamodb.transaction import Refused, Write, commit


class DynamoDBShareSecret:
    """The secret in the table."""

    def __init__(self, client: Any, table: str) -> None:
        """Take a DynamoDB client and the table's name."""
        self._client = client
        self._table = table
        self._read = Reader(client, table)

    def get(self) -> bytes:
        """Return the secret, and make it where there is none."""
        found = self._read.get(SHARE_SECRET)
        if found is None:
            with suppress(Refused):  # somebody else was first; theirs is the secret
                first = Write("secret", "Put", _fresh(), "attribute_not_exists(PK)")
                commit(self._client, self._table, [first])
            found = self._read.get(SHARE_SECRET) or {}
        return bytes.fromhex(found["secret"])

    def renew(self) -> None:
        """Replace the secret, whatever it was."""
        self._client.put_item(TableName=self._table, Item=item_of(_fresh()))


def _fresh() -> Plain:
    return {**SHARE_SECRET, "secret": secrets.token_hex(32)}
