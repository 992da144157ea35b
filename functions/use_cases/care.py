"""Look after what is due: unsent images, lost painters, deadlines, deletions."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from functions.domain.backoff import GRACE, LONGEST
from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.ledger import Changed, Deleted, Due, ImageRef
from functions.domain.money import Micro
from functions.domain.ports import ImageStore, PaintQueue, Records
from functions.use_cases.discard import clear


@dataclass(frozen=True, slots=True)
class Household:
    """What the caretaker works with; `grace` is its shortest wait."""

    records: Records
    queue: PaintQueue
    store: ImageStore
    limit: Micro
    grace: timedelta = GRACE


def care(house: Household, *, now: datetime, at_most: int = 200) -> int:
    """Do what is due, and return how many pieces were looked at.

    Every piece is safe to do twice: messages are absorbed by the claim, writes
    are conditional on what was read. One that fails does not keep the others.

    Raises:
        ExceptionGroup: what failed, after all the rest was done.
    """
    due = house.records.due(now, limit=at_most)
    failures: list[Exception] = []
    for each in due:
        try:
            _do(each, house, now)
        except Exception as failure:  # noqa: BLE001 - raised with the others, below
            failures.append(failure)
    if failures:
        raise ExceptionGroup(f"{len(failures)} of {len(due)} pieces of due work", failures)
    return len(due)


def _do(due: Due, house: Household, now: datetime) -> None:
    if due.what.isdigit():
        _image(due, house, now)
        return
    generation = house.records.generation(due.tenant, due.ulid)
    if generation is None or (generation.deleted_at and due.what != "discard"):
        house.records.done(due)
        return
    steps = {"dispatch": _dispatch, "deadline": _deadline, "discard": _discard}
    if steps[due.what](generation, house, now):
        house.records.done(due)
    else:
        house.records.postpone(due, now + _longer(generation.created_at, now, house))


def _dispatch(generation: Generation, house: Household, now: datetime) -> bool:
    """Send the images that nobody ever claimed: their message may be lost.

    One that was put back is due by itself, when its turn comes.
    """
    images = _images(generation, house)
    waiting = [image for image in images if image.status == "queued" and not image.due_at]
    _send(waiting, house)
    return not waiting


def _deadline(generation: Generation, house: Household, now: datetime) -> bool:
    """End what was not painted in time; what is at work, its lease looks after."""
    pending = [image for image in _images(generation, house) if not image.terminal]
    ended = [_expire(image, house, now) for image in pending]
    return all(ended)


def _discard(generation: Generation, house: Household, now: datetime) -> bool:
    return clear(generation, house.records, house.store, now=now, limit=house.limit)


def _image(due: Due, house: Household, now: datetime) -> None:
    image = house.records.image(due.tenant, due.ulid, int(due.what))
    if image is None or image.terminal or image.due_at != due.at:
        house.records.done(due)
    elif image.status == "running":
        _resend(image, image.put_back(now + _longer(image.created_at, now, house)), house)
    elif now < image.deadline_at or not _expire(image, house, now):
        _resend(image, image.looked_after(now + _longer(image.created_at, now, house)), house)


def _expire(image: Image, house: Household, now: datetime) -> bool:
    """Fail a queued image past its deadline; not one that may have been painted."""
    if image.status != "queued" or image.open_attempt:
        return False
    return _write(image, image.late(now), house)


def _resend(image: Image, after: Image, house: Household) -> None:
    if _write(image, after, house):
        _send([image], house)


def _send(images: list[Image], house: Household) -> None:
    if images:
        house.queue.send([ImageRef(image.tenant, image.id) for image in images])


def _write(image: Image, after: Image, house: Household) -> bool:
    try:
        house.records.change(image, after, limit=house.limit)
    except (Changed, Deleted):  # a deletion's `discard` is due by itself
        return False
    return True


def _images(generation: Generation, house: Household) -> list[Image]:
    return list(house.records.images(generation.tenant, generation.ulid))


def _longer(since: datetime, now: datetime, house: Household) -> timedelta:
    """Wait as long again as it has waited already, from the grace to 15 minutes."""
    return min(max(now - since, house.grace), timedelta(seconds=LONGEST))
