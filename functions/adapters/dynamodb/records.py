"""`Records` on DynamoDB: reads are queries by tenant, writes are transactions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from functions.adapters.dynamodb import keys, writes
from functions.adapters.dynamodb.codec import (
    Item,
    Plain,
    generation_of,
    image_of,
    item_of,
    plain_of,
)
from functions.adapters.dynamodb.transaction import Refused, commit
from functions.domain.errors import BudgetExhausted, IdempotencyMismatch, Unavailable
from functions.domain.generation import Generation
from functions.domain.ids import image_id, parse_image
from functions.domain.image import Image
from functions.domain.ledger import Budget, Changed, Deleted, Due, Idempotency, Page, Replay
from functions.domain.money import Micro, dollars

MOST_SCANNED = 1000
"""Items that one request may read to fill a filtered page."""


class DynamoDBRecords:
    """The records in one table; see `keys` for where things live."""

    def __init__(self, client: Any, table: str) -> None:
        """Take a DynamoDB client and the table's name."""
        self._client = client
        self._table = table

    def accept(
        self,
        generation: Generation,
        images: Sequence[Image],
        idempotency: Idempotency | None,
        *,
        limit: Micro,
        dispatch_by: datetime,
    ) -> None:
        """Write a request whole, or say why not; see `Records.accept`."""
        if generation.estimated > limit:
            raise self._exhausted(generation.tenant, generation.month, limit)
        step = writes.accepting(
            generation, images, idempotency, limit=limit, dispatch_by=dispatch_by
        )
        try:
            commit(self._client, self._table, step)
        except Refused as refused:
            if idempotency and "idempotency" in refused.roles:
                self._replay(generation.tenant, idempotency)
            raise self._exhausted(generation.tenant, generation.month, limit) from refused

    def dispatched(self, generation: Generation, dispatch_by: datetime) -> None:
        """Forget the dispatch that was due."""
        self.done(Due(dispatch_by, generation.tenant, generation.ulid, "dispatch"))

    def generation(self, tenant: str, ulid: str) -> Generation | None:
        """Return a generation, also a tombstone."""
        found = self._get(keys.generation_key(tenant, ulid))
        return generation_of(found) if found else None

    def generations(self, tenant: str, *, limit: int, after: str | None) -> Page[Generation]:
        """Return a tenant's generations, newest first."""
        start = keys.generation_key(tenant, after) if after else None
        found, scanned = self._query(
            "PK = :pk AND begins_with(SK, :sk)",
            {":pk": f"TENANT#{tenant}", ":sk": "GEN#"},
            limit=limit,
            start=start,
            FilterExpression="attribute_not_exists(deleted_at)",
        )
        page = [generation_of(plain) for plain in found]
        more = len(page) == limit or scanned >= MOST_SCANNED
        return Page(page, page[-1].ulid if page and more else None, scanned)

    def image(self, tenant: str, ulid: str, number: int) -> Image | None:
        """Return an image."""
        found = self._get(keys.image_key(tenant, ulid, number))
        return image_of(found) if found else None

    def images(self, tenant: str, ulid: str) -> Sequence[Image]:
        """Return a generation's images by number."""
        found, _ = self._query(
            "PK = :pk AND begins_with(SK, :sk)",
            {":pk": f"TENANT#{tenant}", ":sk": f"IMG#{ulid}#"},
            limit=100,
            ScanIndexForward=True,
            ConsistentRead=True,
        )
        return [image_of(plain) for plain in found]

    def gallery(self, tenant: str, *, limit: int, after: str | None) -> Page[Image]:
        """Return published images, newest first."""
        place = parse_image(after) if after else None
        start = keys.image_key(tenant, *place) | keys.gallery_key(tenant, *place) if place else None
        found, scanned = self._query(
            "gallery_pk = :pk",
            {":pk": f"TENANT#{tenant}"},
            limit=limit,
            start=start,
            IndexName="gallery",
        )
        page = [image_of(plain) for plain in found]
        last = page[-1] if len(page) == limit else None
        return Page(page, image_id(last.ulid, last.number) if last else None, scanned)

    def change(self, before: Image, after: Image, *, limit: Micro, deleted: bool = False) -> None:
        """Write one transition of an image with all that follows from it."""
        step = writes.changing(before, after, limit=limit, deleted=deleted)
        try:
            commit(self._client, self._table, step)
        except Refused as refused:
            if "image" in refused.roles:
                raise Changed(after.id) from refused
            if "generation" in refused.roles:
                raise Deleted(after.id) from refused
            raise self._exhausted(after.tenant, after.month, limit) from refused

    def entomb(self, generation: Generation, *, finish_by: datetime, now: datetime) -> None:
        """Delete a generation but for its money."""
        step = writes.entombing(generation, finish_by=finish_by, now=now)
        commit(self._client, self._table, step)

    def budget(self, tenant: str, month: str, limit: Micro) -> Budget:
        """Return a tenant's month."""
        found = self._get(keys.budget_key(tenant, month)) or {}
        amounts = {name: found.get(name, 0) for name in ("committed", "spent", "unknown")}
        return Budget(month, limit, **amounts)

    def due(self, now: datetime, *, limit: int) -> Sequence[Due]:
        """Return what is due, shard by shard."""
        found: list[Due] = []
        for shard in range(keys.DUE_SHARDS):
            plains, _ = self._query(
                "PK = :pk AND SK < :now",
                {":pk": f"DUE#{shard}", ":now": keys.due_before(now)},
                limit=limit,
                ScanIndexForward=True,
            )
            found += [keys.due_of(plain) for plain in plains]
        return found

    def done(self, due: Due) -> None:
        """Forget due work."""
        key = item_of(keys.due_key(due.at, due.ulid, due.what))
        self._client.delete_item(TableName=self._table, Key=key)

    def postpone(self, due: Due, until: datetime) -> None:
        """Move due work; a crash between the two writes leaves it due twice."""
        later = Due(until, due.tenant, due.ulid, due.what)
        self._client.put_item(TableName=self._table, Item=item_of(keys.due_item(later)))
        self.done(due)

    def _get(self, key: Plain) -> Plain | None:
        found = self._client.get_item(
            TableName=self._table, Key=item_of(key), ConsistentRead=True
        ).get("Item")
        return plain_of(found) if found else None

    def _query(
        self,
        condition: str,
        values: Plain,
        *,
        limit: int,
        start: Plain | None = None,
        **options: Any,
    ) -> tuple[list[Plain], int]:
        """Read until `limit` items fit, the data ends, or enough was scanned."""
        found: list[Item] = []
        scanned = 0
        last = item_of(start) if start else None
        while True:
            page = self._client.query(
                TableName=self._table,
                KeyConditionExpression=condition,
                ExpressionAttributeValues=item_of(values),
                Limit=limit - len(found),
                **{"ScanIndexForward": False, **options},
                **({"ExclusiveStartKey": last} if last else {}),
            )
            found += page["Items"]
            scanned += page["ScannedCount"]
            last = page.get("LastEvaluatedKey")
            if not last or len(found) >= limit or scanned >= MOST_SCANNED:
                return [plain_of(item) for item in found], scanned

    def _replay(self, tenant: str, idempotency: Idempotency) -> None:
        known = self._get(keys.idempotency_key(tenant, idempotency.key))
        if known is None:
            raise Unavailable("The idempotency key expired this moment; send it again.")
        if known["fingerprint"] != idempotency.fingerprint:
            raise IdempotencyMismatch(
                "This Idempotency-Key was used for a request with another body. "
                "Use a new key for a new request. Nothing was spent."
            )
        raise Replay(known["ulid"])

    def _exhausted(self, tenant: str, month: str, limit: Micro) -> BudgetExhausted:
        left = max(0, limit - self.budget(tenant, month, limit).committed)
        return BudgetExhausted(
            f"{dollars(left)} USD of this month's {dollars(limit)} USD are left ({month}, UTC), "
            "which is less than this costs. Ask for fewer or cheaper images. Nothing was spent."
        )
