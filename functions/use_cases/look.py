"""Look at what there is; every question is asked for one tenant."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from statistics import median

from functions.domain.errors import ImageExpired, InputExpired, NotFound, WrongState
from functions.domain.filters import ALL_GENERATIONS, ALL_IMAGES, GenerationFilter, ImageFilter
from functions.domain.frozen import frozen
from functions.domain.generation import Generation
from functions.domain.ids import generation_id as generation_id_of
from functions.domain.ids import input_id as input_id_of
from functions.domain.ids import parse_generation, parse_image, parse_input
from functions.domain.image import Image
from functions.domain.input import Kept
from functions.domain.ledger import Page
from functions.domain.ports.records import Records
from functions.domain.ports.store import ImageStore
from functions.domain.upload import input_key

LONGEST_PAUSE = 0.25
"""Seconds between two looks at a record that somebody waits for."""


@frozen
class Clock:
    """Time that a test can turn."""

    now: Callable[[], datetime]
    sleep: Callable[[float], None]


def generation(tenant: str, generation_id: str, records: Records) -> Generation:
    """Return a tenant's generation.

    Raises:
        NotFound: unknown, deleted, or another tenant's.
    """
    ulid = parse_generation(generation_id)
    found = records.generation(tenant, ulid) if ulid else None
    if found is None:
        raise NotFound(f"No generation {generation_id}. GET /v1/generations lists yours.")
    return _not_deleted(found)


def _not_deleted(found: Generation) -> Generation:
    if found.deleted_at:
        raise NotFound(f"{found.id} was deleted at {found.deleted_at:%Y-%m-%dT%H:%M:%SZ}.")
    return found


def generation_when_done(
    tenant: str, generation_id: str, records: Records, *, wait: timedelta, clock: Clock
) -> Generation:
    """Return a tenant's generation when it has ended, or after `wait` as it is.

    Looks every 100 ms at first and every 250 ms in the end: a client waits half a
    pause more than it must, and each look is one small read. Only the first sees the
    latest write: what the others miss, the next one sees, for half the money.
    """
    until = clock.now() + wait
    pause = 0.1
    found = generation(tenant, generation_id, records)
    while not found.terminal and (left := (until - clock.now()).total_seconds()) > 0:
        clock.sleep(min(pause, left))
        pause = min(pause * 1.1, LONGEST_PAUSE)
        found = records.generation(tenant, found.ulid, fresh=False) or found
    return _not_deleted(found)


def generations(
    tenant: str,
    records: Records,
    *,
    limit: int,
    after: str | None,
    wanted: GenerationFilter = ALL_GENERATIONS,
) -> Page[Generation]:
    """Return a page of a tenant's generations, newest first, after the id `after`.

    `next_after` is an id too.
    """
    start = parse_generation(after) if after else None
    page = records.generations(tenant, limit=limit, after=start, wanted=wanted)
    following = generation_id_of(page.next_after) if page.next_after else None
    return Page(page.items, following, page.scanned)


def gallery(
    tenant: str,
    records: Records,
    *,
    limit: int,
    after: str | None,
    wanted: ImageFilter = ALL_IMAGES,
) -> Page[Image]:
    """Return a page of a tenant's published images, newest first."""
    return records.gallery(tenant, limit=limit, after=after, wanted=wanted)


def usual_wait(tenant: str, model: str, records: Records) -> float | None:
    """Return the median seconds from acceptance to picture, as lately measured.

    Looks at the tenant's latest 20 pictures; None where the model made none.
    """
    latest = records.gallery(tenant, limit=20, after=None).items
    waits = [
        (image.completed_at - image.created_at).total_seconds()
        for image in latest
        if image.call.model == model and image.completed_at
    ]
    return round(median(waits), 1) if waits else None


def images(generation: Generation, records: Records) -> Sequence[Image]:
    """Return a generation's images by number."""
    return records.images(generation.tenant, generation.ulid)


def image(tenant: str, image_id: str, records: Records) -> Image:
    """Return a tenant's image.

    Raises:
        NotFound: unknown, deleted, or another tenant's.
    """
    parsed = parse_image(image_id)
    found = records.image(tenant, *parsed) if parsed else None
    if found is None or found.erased or _gone(found, records):
        raise NotFound(f"No image {image_id}. GET /v1/images lists yours.")
    return found


def children(
    image: Image, records: Records, *, limit: int, after: str | None = None
) -> Page[Image]:
    """Return a page of the published images that were made from an image, newest first."""
    return records.children(image.tenant, image.id, limit=limit, after=after)


def content_key(image: Image, store: ImageStore) -> str:
    """Return the key of an image's file.

    Raises:
        WrongState: there is no picture, or not yet.
        ImageExpired: the file is past the stage's retention.
    """
    if image.picture is None:
        raise WrongState(f"{image.id} is {image.status}; only a succeeded image has content.")
    if not store.exists(image.picture.key):
        raise ImageExpired(f"The file of {image.id} was removed when its retention ended.")
    return image.picture.key


def thumbnail_key(image: Image, store: ImageStore) -> str:
    """Return the key of an image's thumbnail, or of its file where there is none.

    Raises:
        WrongState: there is no picture, or not yet.
        ImageExpired: the file is past the stage's retention.
    """
    content = content_key(image, store)
    return store.thumbnail_key(image) or content


def kept(tenant: str, input_id: str, records: Records) -> tuple[Generation, Kept]:
    """Return a picture that was kept with a tenant's generation, and the generation.

    Raises:
        NotFound: unknown, deleted, or another tenant's.
    """
    place = parse_input(input_id)
    whole = records.generation(tenant, place[0]) if place else None
    if place and whole and not whole.deleted_at:
        for each in whole.inputs:
            if each.file == place[1]:
                return whole, each
    raise NotFound(f"No input {input_id}. GET /v1/generations/{{id}} names a generation's inputs.")


def kept_key(whole: Generation, kept: Kept, store: ImageStore) -> str:
    """Return the key of a kept picture's file.

    Raises:
        InputExpired: the file is past the stage's retention.
    """
    key = input_key(whole.tenant, whole.ulid, kept.file)
    if not store.exists(key):
        own = input_id_of(whole.ulid, kept.file)
        raise InputExpired(f"The file of {own} was removed when its retention ended.")
    return key


def _gone(image: Image, records: Records) -> bool:
    whole = records.generation(image.tenant, image.ulid)
    return whole is None or whole.deleted_at is not None
