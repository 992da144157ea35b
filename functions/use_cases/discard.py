"""Cancel what was not painted yet, and delete what was."""

from datetime import datetime, timedelta

from functions.domain.backoff import GRACE
from functions.domain.errors import WrongState
from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.ledger import Changed, Deleted
from functions.domain.money import Micro
from functions.domain.ports import ImageStore, Records

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


def clear(
    generation: Generation, records: Records, store: ImageStore, *, now: datetime, limit: Micro
) -> tuple[bool, list[Step]]:
    """Erase what can be erased of a deleted generation.

    Returns:
        Whether nothing is left, and what was erased.
    """
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
