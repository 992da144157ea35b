"""From a checked picture to the file that is published: written again, and inscribed."""

import logging
from datetime import timedelta

from functions.domain.call import Writing
from functions.domain.frozen import frozen
from functions.domain.image import Image
from functions.domain.inscription import inscription_of
from functions.domain.ports.pixels import Look
from functions.domain.ports.store import Held
from functions.use_cases.studio import Studio

logger = logging.getLogger(__name__)

MOST_LEASES = 3
"""For so long painters may die of writing a picture again."""


@frozen
class Developed:
    """A file as it is published.

    Attributes:
        raw: Its bytes.
        look: What they are.
        note: What is otherwise with it than was planned.
    """

    raw: bytes
    look: Look
    note: str | None = None


def developed(image: Image, held: Held, look: Look, seed: int | None, studio: Studio) -> Developed:
    """Return a checked picture's file; what was published before stays as it is."""
    made = Developed(held.raw, look, _missed(image.call.writing, look))
    if held.place == "published":
        return made
    if image.call.writing:
        made = _written(image, held.raw, look, image.call.writing, studio)
    if studio.inscriber:
        raw = studio.inscriber.write(made.raw, inscription_of(image, seed))
        made = Developed(raw, made.look, made.note)
    return made


def _written(image: Image, raw: bytes, look: Look, writing: Writing, studio: Studio) -> Developed:
    """Write a picture again; it is paid, so if that fails it stays as it was painted.

    That may fail by killing its painter, of memory or of time. Who comes after it
    tries again, but not for ever.
    """
    as_it_is = Developed(raw, look, _words(writing, look))
    if studio.clock() - image.attempts[-1].started_at >= _patience(studio):
        return as_it_is
    try:
        return Developed(*studio.pixels.transcode(raw, writing))
    except Exception:
        logger.exception("%s stays as it was painted", image.id)
        return as_it_is


def _patience(studio: Studio) -> timedelta:
    return MOST_LEASES * studio.lease


def _missed(writing: Writing | None, look: Look) -> str | None:
    """Return what is to be said of a file that was published before its painter died."""
    return _words(writing, look) if writing and writing.format != look.format else None


def _words(writing: Writing, look: Look) -> str:
    asked = f"{writing.format} at quality {writing.quality}"
    return f"It could not be written as {asked}: this is the {look.format} that was painted."
