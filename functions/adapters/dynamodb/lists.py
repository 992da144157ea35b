"""Lists as queries: which index, which stretch of it, and what is sieved on the way.

Dates are key conditions, and favourites have an index, so both cost the same at
any size. The other filters drop items after they were read (and paid); so a page
reads a bounded number of them and says how far it came.
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.FilterExpression.html
checked 2026-11-22.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from functions.adapters.dynamodb import keys
from functions.adapters.dynamodb.codec import Plain, generation_of, image_of
from functions.adapters.dynamodb.reading import Found, Reader
from functions.domain.filters import GenerationFilter, ImageFilter
from functions.domain.frozen import frozen
from functions.domain.generation import Generation
from functions.domain.ids import parse_image
from functions.domain.image import Image
from functions.domain.ledger import Page

Term = tuple[str, Any]
"""A condition with `{}` where its value stands; None as a value drops it."""

NOTHING = Found([], None, 0)


@frozen
class Stretch:
    """Keys from `low` up to but without `high`, read from the upper end.

    No key equals `high`: it is the beginning of one, or sorts behind them all.
    """

    pk: str
    sk: str
    low: str
    high: str


def generations(
    read: Reader, tenant: str, wanted: GenerationFilter, *, limit: int, after: str | None
) -> Page[Generation]:
    """Return a tenant's generations, newest first."""
    created = wanted.created
    stretch = Stretch("PK", "SK", f"GEN#{created.low}", f"GEN#{created.high}")
    terms: list[Term] = [
        ("#group = {}", wanted.group),
        ("#model = {}", wanted.model),
        ("#task = {}", wanted.task),
    ]
    found = _read(
        read,
        tenant,
        stretch,
        start=keys.generation_key(tenant, after) if after else None,
        limit=limit,
        sieve=_sieve(terms, also="attribute_not_exists(deleted_at)"),
        keep=lambda plain: not wanted.status or wanted.takes(generation_of(plain)),
    )
    page = [generation_of(plain) for plain in found.items]
    return Page(page, keys.ulid_in(found.last) if found.last else None, found.scanned)


def gallery(
    read: Reader, tenant: str, wanted: ImageFilter, *, limit: int, after: str | None
) -> Page[Image]:
    """Return a tenant's published images, or the favourites of them, newest first."""
    index = "favourites" if wanted.favourite else "gallery"
    place_in = keys.favourites_key if wanted.favourite else keys.gallery_key
    created = wanted.created
    place = parse_image(after) if after else None
    terms: list[Term] = [
        ("#call.#model = {}", wanted.model),
        ("#call.#task = {}", wanted.task),
        ("contains(#tags, {})", wanted.tag),
        ("#picked = {}", wanted.picked or None),
    ]
    found = _read(
        read,
        tenant,
        Stretch(f"{index}_pk", f"{index}_sk", created.low, created.high),
        start=keys.image_key(tenant, *place) | place_in(tenant, *place) if place else None,
        limit=limit,
        sieve=_sieve(terms) | {"IndexName": index},
        keep=lambda plain: not wanted.text or wanted.takes(image_of(plain)),
    )
    page = [image_of(plain) for plain in found.items]
    return Page(page, keys.image_id_in(found.last) if found.last else None, found.scanned)


def _read(
    read: Reader,
    tenant: str,
    stretch: Stretch,
    *,
    start: Plain | None,
    limit: int,
    sieve: Plain,
    keep: Callable[[Plain], bool],
) -> Found:
    """Read a stretch after `start`, which may lie beside it: dates may have moved.

    DynamoDB refuses a start outside of a query's own range.
    """
    if start and start[stretch.sk] < stretch.low:
        return NOTHING
    inside = start if start and start[stretch.sk] < stretch.high else None
    options = dict(sieve)
    values: Plain = options.pop("values", {})
    return read.query(
        f"{stretch.pk} = :pk AND {stretch.sk} BETWEEN :low AND :high",
        {":pk": f"TENANT#{tenant}", ":low": stretch.low, ":high": stretch.high, **values},
        limit=limit,
        start=inside,
        keep=keep,
        **options,
    )


def _sieve(terms: Sequence[Term], *, also: str = "") -> Plain:
    """Return the query's options, and `values`, for the terms that have a value."""
    asked = [(term, value) for term, value in terms if value is not None]
    values = {f":f{number}": value for number, (_, value) in enumerate(asked)}
    said = [term.format(name) for (term, _), name in zip(asked, values, strict=True)]
    expression = " AND ".join([*said, *([also] if also else [])])
    names = {f"#{name}": name for name in re.findall(r"#(\w+)", expression)}
    return {
        "values": values,
        **({"FilterExpression": expression} if expression else {}),
        **({"ExpressionAttributeNames": names} if names else {}),
    }
