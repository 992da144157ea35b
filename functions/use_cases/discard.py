"""Cancel what was not painted yet, and delete what was."""

from datetime import datetime, timedelta

from functions.domain.backoff import GRACE
from functions.domain.errors import WrongState
from functions.domain.generation import Generation
from functions.domain.ids import generation_id
from functions.domain.image import Image
from functions.domain.ledger import Changed, Deleted
from functions.domain.money import Micro
from functions.domain.ports.records import Records
from functions.domain.ports.store import ImageStore
from functions.use_cases import look
from functions.use_cases.insist import insist

Step = tuple[Image, Image]
"""An image before and after it was written."""


def cancel(generation: Generation, records: Records, *, now: datetime, limit: Micro) -> list[Step]:
    """End the images that no painter has claimed, and return them; they are not paid.

    Running images finish and are kept; one that has to come back, because the
    model was busy, is not claimed again. Doing it again changes nothing.

    Raises:
        WrongState: the generation has ended otherwise.
    """
    if generation.terminal and generation.status != "canceled":
        raise WrongState(f"{generation.id} is {generation.status}; there is nothing to cancel.")
    records.cancel(generation, now)
    waiting = [
        (image, image.canceled(now))
        for image in records.images(generation.tenant, generation.ulid)
        if image.status == "queued" and not image.open_attempt
    ]
    return [(image, ended) for image, ended in waiting if _end(image, ended, records, limit)]


def delete(
    generation: Generation,
    records: Records,
    store: ImageStore,
    *,
    now: datetime,
    limit: Micro,
    grace: timedelta = GRACE,
) -> list[Step]:
    """Delete a generation, its images and their files; keep the money.

    The tombstone comes first, so that a painter who is at work learns of it and
    removes what it made; an interruption is finished by the caretaker,
    after `grace`.
    """
    records.entomb(generation, finish_by=now + grace, now=now)
    return clear(generation, records, store, now=now, limit=limit)[1]


def delete_image(
    tenant: str,
    image_id: str,
    records: Records,
    store: ImageStore,
    *,
    now: datetime,
    limit: Micro,
    grace: timedelta = GRACE,
) -> None:
    """Delete one image and its files; its generation and the money stay.

    The record comes first, so that an interruption leaves no picture without a
    file; files that are left, the caretaker removes after `grace`.

    Raises:
        NotFound: unknown, deleted before, or another tenant's.
        WrongState: it has not ended.
    """

    def erase() -> Image:
        image = look.image(tenant, image_id, records)
        if not image.terminal:
            raise WrongState(
                f"{image.id} is {image.status}. POST /v1/generations/{generation_id(image.ulid)}"
                "/cancel first, or wait until it has ended."
            )
        records.change(image, image.deleted(now + grace), limit=limit)
        return image

    image = insist(erase)
    store.remove(image)
    store.remove_archives(image.tenant, image.ulid)


def clear(
    generation: Generation, records: Records, store: ImageStore, *, now: datetime, limit: Micro
) -> tuple[bool, list[Step]]:
    """Erase what can be erased of a deleted generation.

    Returns:
        Whether nothing is left, and what was erased.
    """
    store.remove_archives(generation.tenant, generation.ulid)
    store.remove_inputs(generation.tenant, generation.ulid)
    left, erased = False, list[Step]()
    for image in records.images(generation.tenant, generation.ulid):
        if image.erased:
            continue
        if image.status == "running":
            left = True
            continue
        store.remove(image)
        ended = (image if image.terminal else image.canceled(now)).erase()
        if _end(image, ended, records, limit, deleted=True):
            erased.append((image, ended))
        else:
            left = True
    return not left, erased


def _end(
    image: Image, ended: Image, records: Records, limit: Micro, *, deleted: bool = False
) -> bool:
    try:
        records.change(image, ended, limit=limit, deleted=deleted)
    except (Changed, Deleted):
        return False
    return True
