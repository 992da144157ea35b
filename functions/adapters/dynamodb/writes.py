"""What each step writes, as data: pure functions from nouns to writes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from functions.adapters.dynamodb import keys, lineage, tries
from functions.adapters.dynamodb.codec import flat, plain_generation, stamp
from functions.adapters.dynamodb.transaction import Write
from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.ledger import Due, Idempotency
from functions.domain.money import Micro
from functions.domain.tries import Try


def accepting(
    generation: Generation,
    images: Sequence[Image],
    idempotency: Idempotency | None,
    *,
    limit: Micro,
    dispatch_by: datetime,
    first_try: Try | None = None,
) -> list[Write]:
    """Return the accepting transaction: request, images, price, and what is due."""
    tenant, ulid = generation.tenant, generation.ulid
    dispatch = Due(dispatch_by, tenant, ulid, "dispatch")
    deadline = Due(generation.deadline_at, tenant, ulid, "deadline")
    body = keys.generation_key(tenant, ulid) | plain_generation(generation)
    return [
        *([keyed(tenant, ulid, idempotency, generation.created_at)] if idempotency else []),
        *(tries.asked(generation, first_try) if first_try else []),
        reserving(tenant, generation.month, generation.estimated, limit),
        Write("generation", "Put", body, "attribute_not_exists(PK)"),
        *(Write("image", "Put", image_item(image)) for image in images),
        *lineage.leads(generation, "Put"),
        Write("due", "Put", keys.due_item(dispatch)),
        Write("due", "Put", keys.due_item(deadline)),
    ]


def changing(before: Image, after: Image, *, limit: Micro, deleted: bool) -> list[Write]:
    """Return what follows from one image's transition."""
    more = after.reserved - before.reserved
    ends = after.terminal and not before.terminal
    claims = after.status == "running" and after.lease_until != before.lease_until
    return [
        _held(before, after),
        *_due(before, after),
        *([reserving(after.tenant, after.month, more, limit)] if more > 0 and not ends else []),
        *([_started(before, after, deleted=deleted)] if claims else []),
        *([_counted(after, deleted=deleted), _booked(before, after)] if ends else []),
        *([_unpicked(after)] if before.picked and not after.picked else []),
    ]


def picking(generation: Generation, chosen: Image | None, dropped: Image | None) -> list[Write]:
    """Return what makes `chosen` the generation's best instead of `dropped`."""
    key = keys.generation_key(generation.tenant, generation.ulid)
    was = "#picked = :was" if generation.picked else "attribute_not_exists(#picked)"
    values = {":was": generation.picked, ":id": chosen.id if chosen else None}
    best = Write(
        "generation",
        "Update",
        key,
        f"{_alive(deleted=False)} AND {was}",
        {name: value for name, value in values.items() if value},
        {"#picked": "picked"},
        update="SET #picked = :id" if chosen else "REMOVE #picked",
    )
    marks = [_held(image, image.chosen(image is chosen)) for image in (chosen, dropped) if image]
    return [best, *marks]


def reserving(tenant: str, month: str, price: Micro, limit: Micro) -> Write:
    """Return the write that takes `price` from a month, if its limit has room.

    A month that nothing was taken from has no item; it has room for a price
    that is not above the limit itself.
    """
    values = {":price": price, ":room": limit - price}
    fits = "committed <= :room"
    if price <= limit:
        fits = f"attribute_not_exists(committed) OR {fits}"
    key = keys.budget_key(tenant, month)
    return Write("budget", "Update", key, fits, values, update="ADD committed :price")


def keyed(tenant: str, ulid: str, idempotency: Idempotency, at: datetime) -> Write:
    """Return the write that lets a client's key lead to `ulid`, if it is free."""
    item = keys.idempotency_key(tenant, idempotency.key) | {
        "fingerprint": idempotency.fingerprint,
        "ulid": ulid,
        "expires_at": int(idempotency.expires_at.timestamp()),
    }
    free = "attribute_not_exists(PK) OR expires_at <= :now"
    return Write("idempotency", "Put", item, free, {":now": int(at.timestamp())})


def canceling(generation: Generation, now: datetime) -> Write:
    """Return what keeps a generation's images from being claimed."""
    key = keys.generation_key(generation.tenant, generation.ulid)
    first = "SET canceled_at = if_not_exists(canceled_at, :now)"
    return Write(
        "generation", "Update", key, "attribute_exists(PK)", {":now": stamp(now)}, update=first
    )


def entombing(generation: Generation, *, finish_by: datetime, now: datetime) -> list[Write]:
    """Return what deletes a generation but for its money."""
    key = keys.generation_key(generation.tenant, generation.ulid)
    names = {
        f"#{name}": name for name in ("request", "receipt", "metadata", "group", "picked", "inputs")
    }
    forget = f"SET deleted_at = :now REMOVE {', '.join(names)}"
    discard = Due(finish_by, generation.tenant, generation.ulid, "discard")
    return [
        Write(
            "generation",
            "Update",
            key,
            "attribute_exists(PK)",
            {":now": stamp(now)},
            names,
            update=forget,
        ),
        *lineage.leads(generation, "Delete"),
        Write("due", "Put", keys.due_item(discard)),
    ]


def postponing(due: Due, until: datetime) -> list[Write]:
    """Return what moves due work, if it still stands where it was read."""
    later = Due(until, due.tenant, due.ulid, due.what)
    old = keys.due_key(due.at, due.ulid, due.what)
    return [
        Write("due", "Delete", old, "attribute_exists(PK)"),
        Write("later", "Put", keys.due_item(later)),
    ]


def image_item(image: Image) -> dict[str, Any]:
    """Return an image as it is stored; published ones are in the galleries' indexes."""
    place = (image.tenant, image.ulid, image.number)
    shown = image.published
    return {
        **keys.image_key(*place),
        **flat(image),
        **(keys.gallery_key(*place) if shown else {}),
        **(keys.favourites_key(*place) if shown and image.favourite else {}),
    }


def _held(before: Image, after: Image) -> Write:
    """Return the write of an image that must stand as it was read."""
    stands = {":version": before.version}
    return Write("image", "Put", image_item(after), "version = :version", stands)


def _unpicked(image: Image) -> Write:
    """Return what a generation loses with its best image."""
    key = keys.generation_key(image.tenant, image.ulid)
    names = {"#picked": "picked"}
    exists = "attribute_exists(PK)"
    return Write("generation", "Update", key, exists, None, names, update="REMOVE #picked")


def _due(before: Image, after: Image) -> list[Write]:
    if before.due_at == after.due_at:
        return []
    what = f"{after.number:02d}"
    writes: list[Write] = []
    if before.due_at:
        writes.append(Write("due", "Delete", keys.due_key(before.due_at, before.ulid, what)))
    if after.due_at:
        due = Due(after.due_at, after.tenant, after.ulid, what)
        writes.append(Write("due", "Put", keys.due_item(due)))
    return writes


def _started(before: Image, after: Image, *, deleted: bool) -> Write:
    """Return what a claim does to its generation, which must not be canceled.

    An image whose call was made may be claimed all the same: it may be paid.
    """
    key = keys.generation_key(after.tenant, after.ulid)
    values = {":now": stamp(after.started_at or after.created_at)}
    first = "SET started_at = if_not_exists(started_at, :now)"
    wanted = "" if before.open_attempt else " AND attribute_not_exists(canceled_at)"
    condition = _alive(deleted) + wanted
    return Write("generation", "Update", key, condition, values, update=first)


def _counted(image: Image, *, deleted: bool) -> Write:
    key = keys.generation_key(image.tenant, image.ulid)
    values = {
        ":one": 1,
        ":spent": image.spent,
        ":unknown": image.unknown,
        ":now": stamp(image.completed_at or image.created_at),
    }
    count = f"SET completed_at = :now ADD {image.status}_images :one, spent :spent, #u :unknown"
    names = {"#u": "unknown"}
    return Write("generation", "Update", key, _alive(deleted), values, names, update=count)


def _booked(before: Image, after: Image) -> Write:
    paid = after.spent + after.unknown
    values = {":rest": paid - before.reserved, ":spent": after.spent, ":unknown": after.unknown}
    book = "ADD committed :rest, spent :spent, #u :unknown"
    key = keys.budget_key(after.tenant, after.month)
    return Write("budget", "Update", key, "", values, {"#u": "unknown"}, update=book)


def _alive(deleted: bool) -> str:
    exists = "attribute_exists" if deleted else "attribute_not_exists"
    return f"attribute_exists(PK) AND {exists}(deleted_at)"
