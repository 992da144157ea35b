"""What is due in the table: by time, in eight shards."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from functions.adapters.dynamodb import keys, writes
from functions.adapters.dynamodb.codec import item_of
from functions.adapters.dynamodb.reading import Reader
from functions.adapters.dynamodb.transaction import Refused, commit
from functions.domain.ledger import Due


class DynamoDBAgenda:
    """The part of the records that the caretaker works through."""

    def __init__(self, client: Any, table: str) -> None:
        """Take a DynamoDB client and the table's name."""
        self._client = client
        self._table = table
        self._read = Reader(client, table)

    def due(self, now: datetime, *, limit: int) -> Sequence[Due]:
        """Return what is due, shard by shard."""
        found: list[Due] = []
        for shard in range(keys.DUE_SHARDS):
            ripe = self._read.query(
                "PK = :pk AND SK < :now",
                {":pk": f"DUE#{shard}", ":now": keys.due_before(now)},
                limit=limit,
                ScanIndexForward=True,
            )
            found += [keys.due_of(plain) for plain in ripe.items]
        return found

    def owe(self, due: Due) -> None:
        """Note due work."""
        self._client.put_item(TableName=self._table, Item=item_of(keys.due_item(due)))

    def done(self, due: Due) -> None:
        """Forget due work."""
        key = item_of(keys.due_key(due.at, due.ulid, due.what))
        self._client.delete_item(TableName=self._table, Key=key)

    def postpone(self, due: Due, until: datetime) -> None:
        """Move due work, unless it was done or moved since it was read."""
        with suppress(Refused):
            commit(self._client, self._table, writes.postponing(due, until))
