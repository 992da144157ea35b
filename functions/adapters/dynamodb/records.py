"""`Records` on DynamoDB: reads are queries by tenant, writes are transactions."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from functions.adapters.dynamodb import keys, lineage, writes
from functions.adapters.dynamodb.agenda import DynamoDBAgenda
from functions.adapters.dynamodb.codec import (
    budget_of,
    generation_of,
    image_of,
    item_of,
    plain_upload,
    upload_of,
)
from functions.adapters.dynamodb.transaction import Refused, commit
from functions.adapters.dynamodb.tries import DynamoTries
from functions.domain.errors import BudgetExhausted, IdempotencyMismatch, Unavailable
from functions.domain.filters import ALL_GENERATIONS, ALL_IMAGES, GenerationFilter, ImageFilter
from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.ledger import (
    Budget,
    Canceled,
    Changed,
    Deleted,
    Idempotency,
    Page,
    Replay,
)
from functions.domain.money import Micro, dollars
from functions.domain.tries import Overtaken, Try
from functions.domain.upload import Upload

if TYPE_CHECKING:
    from functions.domain.enhancement import Enhancement
    from functions.domain.rewrite import Rewritten


class DynamoDBRecords(DynamoDBAgenda, DynamoTries):
    """The records in one table; see `keys` for where things live."""

    def accept(
        self,
        generation: Generation,
        images: Sequence[Image],
        idempotency: Idempotency | None,
        *,
        limit: Micro,
        dispatch_by: datetime,
        first_try: Try | None = None,
    ) -> None:
        """Write a request whole, or say why not; see `Records.accept`."""
        step = writes.accepting(
            generation,
            images,
            idempotency,
            limit=limit,
            dispatch_by=dispatch_by,
            first_try=first_try,
        )
        try:
            commit(self._client, self._table, step)
        except Refused as refused:
            if idempotency:
                self.recall(generation.tenant, idempotency, now=generation.created_at)
            if "tries" in refused.roles:
                raise Overtaken from refused
            if "budget" not in refused.roles:
                raise Unavailable("The records changed this moment; send it again.") from refused
            raise self._exhausted(generation.tenant, generation.month, limit) from refused

    def recall(self, tenant: str, idempotency: Idempotency, *, now: datetime) -> None:
        """Raise what a live key means; a key that is free says nothing."""
        known = self._read.get(keys.idempotency_key(tenant, idempotency.key))
        if known is None or known["expires_at"] <= int(now.timestamp()):
            return
        if known["fingerprint"] != idempotency.fingerprint:
            raise IdempotencyMismatch(
                "This Idempotency-Key was used for a request with another body. "
                "Use a new key for a new request. Nothing was spent."
            )
        raise Replay(known["ulid"])

    def generation(self, tenant: str, ulid: str, *, fresh: bool = True) -> Generation | None:
        """Return a generation, also a tombstone."""
        found = self._read.get(keys.generation_key(tenant, ulid), fresh=fresh)
        return generation_of(found) if found else None

    def generations(
        self,
        tenant: str,
        *,
        limit: int,
        after: str | None,
        wanted: GenerationFilter = ALL_GENERATIONS,
    ) -> Page[Generation]:
        """Return a tenant's generations, newest first."""
        from functions.adapters.dynamodb import lists  # noqa: PLC0415 - painters list nothing

        return lists.generations(self._read, tenant, wanted, limit=limit, after=after)

    def begin_upload(self, upload: Upload) -> None:
        """Write an upload down; its item goes by itself."""
        item = keys.upload_key(upload.tenant, upload.ulid) | plain_upload(upload)
        self._client.put_item(TableName=self._table, Item=item_of(item))

    def upload(self, tenant: str, ulid: str) -> Upload | None:
        """Return an upload."""
        found = self._read.get(keys.upload_key(tenant, ulid))
        return upload_of(found) if found else None

    def image(self, tenant: str, ulid: str, number: int) -> Image | None:
        """Return an image."""
        found = self._read.get(keys.image_key(tenant, ulid, number))
        return image_of(found) if found else None

    def images(self, tenant: str, ulid: str) -> Sequence[Image]:
        """Return a generation's images by number."""
        return lineage.siblings(self._read, tenant, ulid)

    def gallery(
        self, tenant: str, *, limit: int, after: str | None, wanted: ImageFilter = ALL_IMAGES
    ) -> Page[Image]:
        """Return published images, newest first."""
        from functions.adapters.dynamodb import lists  # noqa: PLC0415 - painters list nothing

        return lists.gallery(self._read, tenant, wanted, limit=limit, after=after)

    def children(self, tenant: str, parent: str, *, limit: int, after: str | None) -> Page[Image]:
        """Return published images that were made from an image."""
        return lineage.children(self._read, tenant, parent, limit=limit, after=after)

    def change(self, before: Image, after: Image, *, limit: Micro, deleted: bool = False) -> None:
        """Write one transition of an image with all that follows from it."""
        step = writes.changing(before, after, limit=limit, deleted=deleted)
        try:
            commit(self._client, self._table, step)
        except Refused as refused:
            if "image" in refused.roles:
                raise Changed(after.id) from refused
            if "generation" in refused.roles:
                raise (Deleted(after.id) if deleted else self._closed(after)) from refused
            raise self._exhausted(after.tenant, after.month, limit) from refused

    def pick(self, generation: Generation, chosen: Image | None, dropped: Image | None) -> None:
        """Record a generation's best, and mark the images so."""
        step = writes.picking(generation, chosen, dropped)
        try:
            commit(self._client, self._table, step)
        except Refused as refused:
            raise Changed(generation.id) from refused

    def cancel(self, generation: Generation, now: datetime) -> None:
        """Let no image be claimed from now on."""
        commit(self._client, self._table, [writes.canceling(generation, now)])

    def entomb(self, generation: Generation, *, finish_by: datetime, now: datetime) -> None:
        """Delete a generation but for its money."""
        step = writes.entombing(generation, finish_by=finish_by, now=now)
        commit(self._client, self._table, step)

    def budget(self, tenant: str, month: str, limit: Micro) -> Budget:
        """Return a tenant's month."""
        found = self._read.get(keys.budget_key(tenant, month)) or {}
        return budget_of(found, month, limit)

    def begin(
        self, enhancement: "Enhancement", idempotency: Idempotency | None, *, limit: Micro
    ) -> None:
        """Reserve an enhancement's price; see `Enhancements.begin`."""
        from functions.adapters.dynamodb import enhancements  # noqa: PLC0415 - seldom needed

        try:
            step = enhancements.beginning(enhancement, idempotency, limit=limit)
            commit(self._client, self._table, step)
        except Refused as refused:
            if idempotency:
                self.recall(enhancement.tenant, idempotency, now=enhancement.created_at)
            if "budget" not in refused.roles:
                raise Unavailable("The records changed this moment; send it again.") from refused
            raise self._exhausted(enhancement.tenant, enhancement.month, limit) from refused

    def settle(self, ended: "Enhancement", rewritten: "Rewritten | None" = None) -> None:
        """Book an enhancement's bill once."""
        from functions.adapters.dynamodb import enhancements  # noqa: PLC0415 - seldom needed

        try:
            commit(self._client, self._table, enhancements.settling(ended, rewritten))
        except Refused as refused:
            raise Changed(ended.ulid) from refused

    def enhancement(self, tenant: str, ulid: str) -> "Enhancement | None":
        """Return an enhancement."""
        from functions.adapters.dynamodb import enhancements  # noqa: PLC0415 - seldom needed

        return enhancements.enhancement(self._read, tenant, ulid)

    def rewritten(self, tenant: str, key: str) -> "Rewritten | None":
        """Return the result that a client's key keeps."""
        from functions.adapters.dynamodb import enhancements  # noqa: PLC0415 - seldom needed

        return enhancements.rewritten(self._read, tenant, key)

    def _closed(self, image: Image) -> Exception:
        """Return why a generation takes no such change."""
        whole = self.generation(image.tenant, image.ulid)
        gone = whole is None or whole.deleted_at is not None
        return Deleted(image.id) if gone else Canceled(image.id)

    def _exhausted(self, tenant: str, month: str, limit: Micro) -> BudgetExhausted:
        left = max(0, limit - self.budget(tenant, month, limit).committed)
        return BudgetExhausted(
            f"{dollars(left)} USD of this month's {dollars(limit)} USD are left ({month}, UTC), "
            "which is less than this costs. Ask for fewer or cheaper images. Nothing was spent."
        )
