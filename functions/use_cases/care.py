"""Look after what is due: unsent images, lost painters, deadlines, deletions."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from functions.domain.backoff import GRACE, LONGEST
from functions.domain.frozen import frozen
from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.ledger import ENHANCEMENT, Changed, Deleted, Due, ImageRef
from functions.domain.money import Micro
from functions.domain.ports.queue import PaintQueue
from functions.domain.ports.records import Records
from functions.domain.ports.store import ImageStore
from functions.use_cases.discard import Step, clear

if TYPE_CHECKING:
    from functions.domain.enhancement import Enhancement


@frozen
class Household:
    """What the caretaker works with; `grace` is its shortest wait."""

    records: Records
    queue: PaintQueue
    store: ImageStore
    limit: Micro
    grace: timedelta = GRACE


@dataclass(slots=True)
class Round:
    """What one round of the caretaker came to.

    Attributes:
        looked_at: Pieces of due work.
        overdue: How late the oldest of them was.
        sent_again: Images whose message was sent again.
        leases_lost: Painters that did not come back.
        steps: Images that were ended.
        bills: Calls of the text model that were ended, as unknown.
        failures: What kept a piece from being done; it stays due.
    """

    looked_at: int = 0
    overdue: timedelta = timedelta(0)
    sent_again: int = 0
    leases_lost: int = 0
    steps: list[Step] = field(default_factory=list[Step])
    bills: "list[Enhancement]" = field(default_factory=lambda: [])
    failures: list[Exception] = field(default_factory=list[Exception])

    def check(self) -> None:
        """Let failures be seen.

        Raises:
            ExceptionGroup: what failed, after all the rest was done.
        """
        if self.failures:
            words = f"{len(self.failures)} of {self.looked_at} pieces of due work"
            raise ExceptionGroup(words, self.failures)


def care(house: Household, *, now: datetime, at_most: int = 200) -> Round:
    """Do what is due, and return what came of it.

    Every piece is safe to do twice: messages are absorbed by the claim, writes
    are conditional on what was read. One that fails does not keep the others.
    """
    due = house.records.due(now, limit=at_most)
    made = Round(len(due), max((now - each.at for each in due), default=timedelta(0)))
    for each in due:
        try:
            _do(each, house, now, made)
        except Exception as failure:  # noqa: BLE001 - kept with the others, for `check`
            made.failures.append(failure)
    return made


def _do(due: Due, house: Household, now: datetime, made: Round) -> None:
    if due.what.isdigit():
        _image(due, house, now, made)
        return
    if due.what == ENHANCEMENT:
        _enhancement(due, house, now, made)
        return
    generation = house.records.generation(due.tenant, due.ulid)
    if generation is None or (generation.deleted_at and due.what != "discard"):
        if due.what == "inputs":  # nothing was written after they were kept, and nothing will be
            house.store.remove_inputs(due.tenant, due.ulid)
        house.records.done(due)
        return
    steps = {"dispatch": _dispatch, "deadline": _deadline, "discard": _discard, "inputs": _written}
    if steps[due.what](generation, house, now, made):
        house.records.done(due)
    else:
        house.records.postpone(due, now + _longer(generation.created_at, now, house))


def _enhancement(due: Due, house: Household, now: datetime, made: Round) -> None:
    """End a call of the text model that nobody ended: its door did not live to."""
    from functions.use_cases.enhance import end_lost  # noqa: PLC0415 - hardly ever needed

    ended = end_lost(due.tenant, due.ulid, house.records, now=now)
    made.bills += [ended] if ended else []
    house.records.done(due)


def _written(*_: object) -> bool:
    """Leave kept pictures alone: their generation was written."""
    return True


def _dispatch(generation: Generation, house: Household, _: datetime, made: Round) -> bool:
    """Send the images that nobody ever claimed: their message may be lost.

    One that was put back is due by itself, when its turn comes.
    """
    images = _images(generation, house)
    waiting = [image for image in images if image.status == "queued" and not image.due_at]
    _send(waiting, house, made)
    return not waiting


def _deadline(generation: Generation, house: Household, now: datetime, made: Round) -> bool:
    """End what was not painted in time; what is at work, its lease looks after."""
    pending = [image for image in _images(generation, house) if not image.terminal]
    ended = [_expire(image, house, now, made) for image in pending]
    return all(ended)


def _discard(generation: Generation, house: Household, now: datetime, made: Round) -> bool:
    done, steps = clear(generation, house.records, house.store, now=now, limit=house.limit)
    made.steps += steps
    return done


def _image(due: Due, house: Household, now: datetime, made: Round) -> None:
    image = house.records.image(due.tenant, due.ulid, int(due.what))
    if image is None or image.due_at != due.at:
        house.records.done(due)
    elif image.terminal:  # deleted alone: whoever was at work may have left files behind
        house.store.remove(image)
        house.store.remove_archives(image.tenant, image.ulid)
        _write(image, image.cleared(), house)
    elif image.status == "running":
        back = image.put_back(now + _longer(image.created_at, now, house))
        made.leases_lost += _resend(image, back, house, made)
    elif now < image.deadline_at or not _expire(image, house, now, made):
        later = image.looked_after(now + _longer(image.created_at, now, house))
        _resend(image, later, house, made)


def _expire(image: Image, house: Household, now: datetime, made: Round) -> bool:
    """Fail a queued image past its deadline; not one that may have been painted."""
    if image.status != "queued" or image.open_attempt:
        return False
    late = image.late(now)
    if not _write(image, late, house):
        return False
    made.steps.append((image, late))
    return True


def _resend(image: Image, after: Image, house: Household, made: Round) -> bool:
    written = _write(image, after, house)
    if written:
        _send([image], house, made)
    return written


def _send(images: list[Image], house: Household, made: Round) -> None:
    if images:
        house.queue.send([ImageRef(image.tenant, image.id) for image in images])
        made.sent_again += len(images)


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
