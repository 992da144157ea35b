"""From an image to those that were made from it: by small items, newest first.

An image may have five parents, so no index of one key could say it. An item leads to
a whole generation; which of its images there are, they say themselves.
"""

from functions.adapters.dynamodb import keys
from functions.adapters.dynamodb.codec import image_of
from functions.adapters.dynamodb.reading import Reader
from functions.adapters.dynamodb.transaction import Write
from functions.domain.generation import Generation
from functions.domain.ids import image_id, parse_image
from functions.domain.image import Image
from functions.domain.ledger import Page

BEHIND = "~"
"""Sorts behind every ULID."""


def leads(generation: Generation, kind: str) -> list[Write]:
    """Return what is written, or deleted, to be found from a generation's parents."""
    places = (
        keys.child_key(generation.tenant, parent, generation.ulid) for parent in generation.parents
    )
    return [Write("child", kind, place) for place in places]


def children(
    read: Reader, tenant: str, parent: str, *, limit: int, after: str | None
) -> Page[Image]:
    """Return published images that were made from an image, after the image id `after`."""
    place = parse_image(after) if after else None
    leads = keys.child_key(tenant, parent, "")["SK"]
    found = read.query(
        "PK = :pk AND SK BETWEEN :low AND :high",
        {
            ":pk": f"TENANT#{tenant}",
            ":low": leads,
            ":high": f"{leads}{place[0] if place else BEHIND}",
        },
        limit=limit + bool(place),  # the generation that the page before ended in comes again
    )
    shown: list[Image] = []
    scanned = 0
    for lead in found.items:
        images = siblings(read, tenant, lead["SK"].removeprefix(leads))
        scanned += len(images)
        older = (each for each in reversed(images) if not place or (each.ulid, each.number) < place)
        shown += [each for each in older if each.published]
        if len(shown) >= limit:
            return Page(shown[:limit], shown[limit - 1].id, scanned)
    end = image_id(found.last["SK"].removeprefix(leads), 0) if found.last else None
    return Page(shown, end, scanned)


def siblings(read: Reader, tenant: str, ulid: str) -> list[Image]:
    """Return the images of a generation by number."""
    found = read.query(
        "PK = :pk AND begins_with(SK, :sk)",
        {":pk": f"TENANT#{tenant}", ":sk": f"IMG#{ulid}#"},
        limit=100,
        ScanIndexForward=True,
        ConsistentRead=True,
    )
    return [image_of(plain) for plain in found.items]
