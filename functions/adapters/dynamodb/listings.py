"""`Listings` on DynamoDB: one small item for each Region."""

from datetime import date, datetime
from typing import Any

from functions.adapters.dynamodb.codec import Plain, flat, item_of, moment, stamp
from functions.adapters.dynamodb.keys import listing_key
from functions.adapters.dynamodb.reading import Reader
from functions.domain.lifecycle import Lifecycle
from functions.domain.listing import Listing

DAYS = ("launched", "legacy", "extended_access", "end_of_life")


class DynamoDBListings:
    """Listings in the table."""

    def __init__(self, client: Any, table: str) -> None:
        """Take a DynamoDB client and the table's name."""
        self._client = client
        self._table = table
        self._read = Reader(client, table)

    def kept(self, region: str) -> Listing:
        """Return what is kept for a Region, with one read."""
        found = self._read.get(listing_key(region)) or {}
        models: dict[str, Plain] = found.get("models", {})
        return Listing(
            region=region,
            models={each: _lifecycle(plain) for each, plain in models.items()},
            read_at=moment(found.get("read_at")),
            tried_at=moment(found.get("tried_at")),
            missed={
                each: datetime.fromisoformat(at) for each, at in found.get("missed", {}).items()
            },
        )

    def begin(self, region: str, now: datetime) -> None:
        """Note the try by itself: a reading that another made meanwhile stays."""
        self._client.update_item(
            TableName=self._table,
            Key=item_of(listing_key(region)),
            UpdateExpression="SET tried_at = :now",
            ExpressionAttributeValues=item_of({":now": stamp(now)}),
        )

    def keep(self, listing: Listing) -> None:
        """Write a reading whole."""
        item = item_of(listing_key(listing.region) | flat(listing))
        self._client.put_item(TableName=self._table, Item=item)


def _lifecycle(plain: Plain) -> Lifecycle:
    days: Plain = {name: date.fromisoformat(plain[name]) for name in DAYS if name in plain}
    known: Plain = {**plain, **days, "read_at": moment(plain.get("read_at"))}
    return Lifecycle(**known)
