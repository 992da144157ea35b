"""Reading the table: one item by its key, or a query's page."""

from collections.abc import Callable
from typing import Any

from functions.adapters.dynamodb.codec import Plain, item_of, plain_of
from functions.domain.frozen import frozen

MOST_SCANNED = 1000
"""Items that one request may read to fill a filtered page."""

MOST_ASKED = 100
"""Items that one read of a query asks for, as many as the longest page has."""


@frozen
class Found:
    """What a query brought: items, the last key that it read, and its cost."""

    items: list[Plain]
    last: Plain | None
    scanned: int


class Reader:
    """Reads of one table; an item's read sees the latest write unless it need not."""

    def __init__(self, client: Any, table: str) -> None:
        """Take a DynamoDB client and the table's name."""
        self._client = client
        self._table = table

    def get(self, key: Plain, *, fresh: bool = True) -> Plain | None:
        """Return the item at a key; not `fresh`, perhaps as it was, for half a unit."""
        found = self._client.get_item(
            TableName=self._table, Key=item_of(key), ConsistentRead=fresh
        ).get("Item")
        return plain_of(found) if found else None

    def query(
        self,
        condition: str,
        values: Plain,
        *,
        limit: int,
        start: Plain | None = None,
        keep: Callable[[Plain], bool] = lambda _: True,
        **options: Any,
    ) -> Found:
        """Read until `limit` items fit, the data ends, or enough was scanned.

        The first read asks for `limit`, each further one for twice as much: behind
        a filter, asking for the few that still lack would cost one read for each
        item that it drops. `keep` is the part of a filter that DynamoDB cannot say.
        """
        found: list[Plain] = []
        scanned, asks = 0, limit
        last = item_of(start) if start else None
        while True:
            page = self._client.query(
                TableName=self._table,
                KeyConditionExpression=condition,
                ExpressionAttributeValues=item_of(values),
                Limit=asks,
                **{"ScanIndexForward": False, **options},
                **({"ExclusiveStartKey": last} if last else {}),
            )
            found += filter(keep, map(plain_of, page["Items"]))
            scanned += page["ScannedCount"]
            last = page.get("LastEvaluatedKey")
            if len(found) > limit:
                return Found(found[:limit], found[limit - 1], scanned)
            if not last or len(found) == limit or scanned >= MOST_SCANNED:
                return Found(found, plain_of(last) if last else None, scanned)
            asks = min(2 * asks, MOST_ASKED, MOST_SCANNED - scanned)
