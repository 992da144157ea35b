"""Laws of the bucket: a file for every picture, a picture for every file."""

from collections.abc import Iterator
from datetime import timedelta

from functions.domain.image import Image
from operate.evidence import Evidence, Item

FORGOTTEN = ("request", "receipt", "metadata", "group", "picked", "inputs")
"""What a deleted generation's record has lost."""

GRACE = timedelta(minutes=3)
"""How long a deletion may be under way."""


def pictures_have_files(evidence: Evidence) -> Iterator[str]:
    """Every published picture is where its record says, as large and as it was."""
    for image in _published(evidence):
        picture = image.picture
        if picture is None:
            yield f"{image.id} succeeded without a picture"
            continue
        file = evidence.files.get(picture.key)
        if file is None:
            if not _may_have_expired(image, evidence):
                yield f"{image.id}: there is no file at {picture.key}"
        elif file.size != picture.size or file.sha256 not in (None, picture.sha256):
            yield f"{image.id}: the file at {picture.key} is not the one that was stored"


def files_have_pictures(evidence: Evidence) -> Iterator[str]:
    """Nothing lies in the bucket that no record speaks of.

    An interrupted attempt may have a file: its painter was late, not lost.
    """
    pictures = {image.picture.key for image in _published(evidence) if image.picture}
    unsettled = tuple(
        f"images/{image.tenant}/{image.ulid}/{image.number:02d}-{attempt.id}."
        for image, attempt in evidence.attempts()
        if attempt.outcome in (None, "interrupted")
    )
    shown = {
        f"thumbs/{each.tenant}/{each.ulid}/{each.number:02d}.webp" for each in _published(evidence)
    }
    folders = {f"archives/{each.tenant}/{each.ulid}" for each in evidence.generations}
    for key in evidence.files:
        known = key in pictures or key in shown or key.startswith(unsettled)
        known = known or key.rpartition("/")[0] in folders
        if not known and not key.startswith(("quarantine/", "uploads/", "inputs/")):
            yield f"no record speaks of the file {key}"


def quarantine_is_empty(evidence: Evidence) -> Iterator[str]:
    """Only a living image's attempts have bytes there."""
    living = {
        f"quarantine/{image.ulid}/{image.number:02d}/{attempt.id}"
        for image, attempt in evidence.attempts()
        if not image.terminal
    }
    for key in evidence.files:
        if key.startswith("quarantine/") and key not in living:
            yield f"{key} is left of an image that has ended"


def deleted_is_gone(evidence: Evidence) -> Iterator[str]:
    """Of a deleted generation the money and the times are left, nothing else."""
    owed = {(due.tenant, due.ulid) for due in evidence.due if due.what == "discard"}
    tombs = {each.ulid: each for each in evidence.generations if each.deleted_at}
    late = {
        ulid
        for ulid, tomb in tombs.items()
        if (tomb.tenant, ulid) not in owed
        or (tomb.deleted_at and evidence.at - tomb.deleted_at > GRACE)
    }
    for image in evidence.images:
        if image.ulid in late and image.terminal and (not image.erased or image.call.prompt):
            yield f"{image.id} is of a deleted generation and was not erased"
    for key in evidence.files:
        place = key.split("/")
        if late.intersection(place):
            yield f"{key} is of a deleted generation"
    for item in evidence.items:
        yield from _remembered(item)


def _remembered(item: Item) -> Iterator[str]:
    place = str(item.get("SK", ""))
    if place.startswith("GEN#") and item.get("deleted_at"):
        kept = [name for name in FORGOTTEN if name in item]
        if kept:
            yield f"{place} was deleted and still has {', '.join(kept)}"


def _published(evidence: Evidence) -> list[Image]:
    return [each for each in evidence.images if each.status == "succeeded" and not each.erased]


def _may_have_expired(image: Image, evidence: Evidence) -> bool:
    since = evidence.files_kept_since
    return bool(since and image.completed_at and image.completed_at < since)
