"""Laws of the records: nothing lost, nothing forgotten, nothing in two minds."""

from collections.abc import Iterator
from datetime import timedelta

from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.ledger import ENHANCEMENT, Due
from operate.evidence import Evidence

PATIENCE = timedelta(minutes=3)
"""How long something may be ripe before the caretaker, who comes every minute,
has taken it away."""


def ended_or_due(evidence: Evidence) -> Iterator[str]:
    """Every image is terminal, due by itself, or its generation is."""
    owed = {(due.tenant, due.ulid) for due in evidence.due}
    for image in evidence.images:
        if not image.terminal and (image.tenant, image.ulid) not in owed:
            yield f"{image.id} of {image.tenant} is {image.status} and nobody will look at it"


def due_is_owed(evidence: Evidence) -> Iterator[str]:
    """An image's due item stands where the image says; nothing ripe is pointless."""
    images = {(image.tenant, image.ulid, f"{image.number:02d}"): image for image in evidence.images}
    generations = {(each.tenant, each.ulid): each for each in evidence.generations}
    standing = {(due.tenant, due.ulid, due.what, due.at) for due in evidence.due}
    for (tenant, ulid, what), image in images.items():
        if image.due_at and (tenant, ulid, what, image.due_at) not in standing:
            yield f"{image.id} is due at {image.due_at:%FT%TZ}, but no due item says so"
    for due in evidence.due:
        if due.what.isdigit():
            yield from _owed_by_image(due, images.get((due.tenant, due.ulid, due.what)))
        elif due.what != ENHANCEMENT and evidence.at - due.at > PATIENCE:
            mine = evidence.by_generation().get((due.tenant, due.ulid), [])
            yield from _owed_by_all(due, generations.get((due.tenant, due.ulid)), mine)


def whole(evidence: Evidence) -> Iterator[str]:
    """A generation has as many images as it was accepted with; none is an orphan."""
    grouped = evidence.by_generation()
    known = {(each.tenant, each.ulid) for each in evidence.generations}
    for generation in evidence.generations:
        numbers = sorted(
            image.number for image in grouped.get((generation.tenant, generation.ulid), [])
        )
        if numbers != list(range(generation.counts.total)):
            yield f"{generation.id} was accepted with {generation.counts.total}, has {numbers}"
    for tenant, ulid in grouped.keys() - known:
        yield f"images of gen_{ulid} of {tenant} have no generation"


def agree(evidence: Evidence) -> Iterator[str]:
    """A generation's counts and times are those of its images, tombstones too."""
    grouped = evidence.by_generation()
    for generation in evidence.generations:
        images = grouped.get((generation.tenant, generation.ulid), [])
        yield from _counted(generation, images)
        yield from _timed(generation, images)


def keys_lead(evidence: Evidence) -> Iterator[str]:
    """An idempotency key leads to a generation or an enhancement of its tenant."""
    known = {(each.tenant, each.ulid) for each in (*evidence.generations, *evidence.enhancements)}
    for (tenant, key), ulid in evidence.keys.items():
        if (tenant, ulid) not in known:
            yield f"the key {key} of {tenant} leads to {ulid}, which is not there"


def closed(evidence: Evidence) -> Iterator[str]:
    """An attempt without an outcome is the last one of an image that goes on."""
    for image in evidence.images:
        still_out = [each.id for each in image.attempts if each.outcome is None]
        last = image.attempts[-1].id if image.attempts else None
        if still_out and (image.terminal or still_out != [last]):
            yield f"{image.id} is {image.status} with attempts still out: {', '.join(still_out)}"


def picked_is_marked(evidence: Evidence) -> Iterator[str]:
    """A generation's best is the one image of it that says so."""
    grouped = evidence.by_generation()
    for generation in evidence.generations:
        images = grouped.get((generation.tenant, generation.ulid), [])
        marked = [image.id for image in images if image.picked]
        if not generation.deleted_at and marked != [generation.picked] * bool(generation.picked):
            yield f"{generation.id} picked {generation.picked}, marked are {marked}"


def _owed_by_image(due: Due, image: Image | None) -> Iterator[str]:
    if image is None:
        yield f"due {due.ulid}#{due.what} of {due.tenant} is of no image"
    elif image.due_at != due.at:
        yield f"{image.id} ({image.status}) is not due at {due.at:%FT%TZ}, but a due item says so"


def _owed_by_all(due: Due, generation: Generation | None, images: list[Image]) -> Iterator[str]:
    pending = [image for image in images if not image.terminal]
    left = [image for image in images if not image.erased]
    if generation is None:
        yield f"due {due.what} of gen_{due.ulid} of {due.tenant} is of no generation"
    elif not (left if due.what == "discard" else pending):
        yield f"{generation.id} owes no {due.what}, but a due item of {due.at:%FT%TZ} says so"


def _counted(generation: Generation, images: list[Image]) -> Iterator[str]:
    for status in ("succeeded", "filtered", "failed", "canceled"):
        said = getattr(generation.counts, status)
        are = sum(image.status == status for image in images)
        if said != are:
            yield f"{generation.id} counts {said} {status}, its images {are}"


def _timed(generation: Generation, images: list[Image]) -> Iterator[str]:
    ends = {image.completed_at for image in images}
    if generation.terminal and generation.completed_at not in ends:
        yield f"{generation.id} was completed at a time when none of its images was"
    if generation.started_at is None and any(image.started_at for image in images):
        yield f"{generation.id} has images that were started, but was not started itself"
