"""`KeyRing` on DynamoDB: a key lies at the hash of its secret.

A second item leads from the public id to the hash, so that an operator can
revoke a key whose secret nobody has any more.
"""

from datetime import datetime
from typing import Any

from functions.adapters.dynamodb.codec import Plain, flat, item_of, key_of, stamp
from functions.adapters.dynamodb.reading import Reader
from functions.adapters.dynamodb.transaction import Write, commit
from functions.domain.tenant import Key


class DynamoDBKeyRing:
    """Keys in the table."""

    def __init__(self, client: Any, table: str) -> None:
        """Take a DynamoDB client and the table's name."""
        self._client = client
        self._table = table
        self._read = Reader(client, table)

    def by_hash(self, digest: str) -> Key | None:
        """Return the key whose secret has this SHA-256."""
        found = self._read.get(_by_hash(digest))
        return key_of(found) if found else None

    def by_id(self, key_id: str) -> Key | None:
        """Return a key by its public id."""
        found = self._read.get(_by_id(key_id))
        return self.by_hash(found["hash"]) if found else None

    def add(self, key: Key) -> None:
        """Store a new key and the way to it from its id."""
        body = _by_hash(key.hash) | flat(key) | {"scopes": sorted(key.scopes)}
        index = _by_id(key.id) | {"hash": key.hash}
        new = "attribute_not_exists(PK)"
        writes = [Write("key", "Put", body, new), Write("index", "Put", index, new)]
        commit(self._client, self._table, writes)

    def revoke(self, key: Key, now: datetime) -> None:
        """Refuse the key from now on; the first revocation's time stays."""
        self._client.update_item(
            TableName=self._table,
            Key=item_of(_by_hash(key.hash)),
            UpdateExpression="SET revoked_at = if_not_exists(revoked_at, :now)",
            ConditionExpression="attribute_exists(PK)",
            ExpressionAttributeValues=item_of({":now": stamp(now)}),
        )


def _by_hash(digest: str) -> Plain:
    return {"PK": f"KEY#{digest}", "SK": "KEY"}


def _by_id(key_id: str) -> Plain:
    return {"PK": f"KEYID#{key_id}", "SK": "KEYID"}
