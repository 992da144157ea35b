"""Where items live in the table; the only place that spells a key."""

from datetime import datetime
from zlib import crc32

from functions.adapters.dynamodb.codec import Plain, stamp
from functions.domain.ids import image_id
from functions.domain.ledger import Due

DUE_SHARDS = 8

SHARE_SECRET: Plain = {"PK": "SECRET#share", "SK": "SECRET"}
"""The key of what share links are sealed with."""


def generation_key(tenant: str, ulid: str) -> Plain:
    """Return the key of a generation."""
    return {"PK": f"TENANT#{tenant}", "SK": f"GEN#{ulid}"}


def image_key(tenant: str, ulid: str, number: int) -> Plain:
    """Return the key of an image."""
    return {"PK": f"TENANT#{tenant}", "SK": f"IMG#{ulid}#{number:02d}"}


def gallery_key(tenant: str, ulid: str, number: int) -> Plain:
    """Return the attributes that put an image into the gallery index."""
    return {"gallery_pk": f"TENANT#{tenant}", "gallery_sk": f"{ulid}#{number:02d}"}


def favourites_key(tenant: str, ulid: str, number: int) -> Plain:
    """Return the attributes that put an image into the index of favourites."""
    return {"favourites_pk": f"TENANT#{tenant}", "favourites_sk": f"{ulid}#{number:02d}"}


def budget_key(tenant: str, month: str) -> Plain:
    """Return the key of a tenant's month."""
    return {"PK": f"TENANT#{tenant}", "SK": f"BUDGET#{month}"}


def idempotency_key(tenant: str, key: str) -> Plain:
    """Return the key of a client's idempotency key."""
    return {"PK": f"TENANT#{tenant}", "SK": f"IDEM#{key}"}


def enhancement_key(tenant: str, ulid: str) -> Plain:
    """Return the key of an enhancement."""
    return {"PK": f"TENANT#{tenant}", "SK": f"ENH#{ulid}"}


def upload_key(tenant: str, ulid: str) -> Plain:
    """Return the key of an upload."""
    return {"PK": f"TENANT#{tenant}", "SK": f"UPLOAD#{ulid}"}


def tries_key(tenant: str, what: str) -> Plain:
    """Return the key of what counts the tries of one request."""
    return {"PK": f"TENANT#{tenant}", "SK": f"RETRY#{what}"}


def try_key(tenant: str, what: str, ulid: str) -> Plain:
    """Return the key of a try; those of one request sort by time."""
    return {"PK": f"TENANT#{tenant}", "SK": f"RETRY#{what}#{ulid}"}


def child_key(tenant: str, parent: str, ulid: str) -> Plain:
    """Return the key of what leads from an image to a generation that was made from it."""
    return {"PK": f"TENANT#{tenant}", "SK": f"CHILD#{parent}#{ulid}"}


def listing_key(region: str) -> Plain:
    """Return the key of what a Region's Bedrock lists."""
    return {"PK": f"LIFECYCLE#{region}", "SK": "LISTING"}


def due_key(at: datetime, ulid: str, what: str) -> Plain:
    """Return the key of due work; generations spread over eight shards."""
    shard = crc32(ulid.encode()) % DUE_SHARDS
    return {"PK": f"DUE#{shard}", "SK": f"{stamp(at)}#{ulid}#{what}"}


def due_before(now: datetime) -> str:
    """Return the sort key below which work is due, `now` itself included."""
    return f"{stamp(now)}#~"


def ulid_in(key: Plain) -> str:
    """Return the ULID in a generation's key."""
    return key["SK"].split("#")[1]


def image_id_in(key: Plain) -> str:
    """Return the image's id in its key."""
    _, ulid, number = key["SK"].split("#")
    return image_id(ulid, int(number))


def due_item(due: Due) -> Plain:
    """Return due work as it is stored."""
    return {**due_key(due.at, due.ulid, due.what), "tenant": due.tenant}


def due_of(plain: Plain) -> Due:
    """Return the due work in an item."""
    at, ulid, what = plain["SK"].split("#")
    return Due(datetime.fromisoformat(at), plain["tenant"], ulid, what)
