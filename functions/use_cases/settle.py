"""End an image: check and publish what was painted, write the end."""

import hashlib
import logging

from functions.domain.attempt import Picture
from functions.domain.errors import AlreadyClaimed
from functions.domain.image import Image
from functions.domain.ledger import Changed, Deleted
from functions.domain.ports.pixels import NotAPicture
from functions.domain.ports.store import Held
from functions.use_cases.develop import developed
from functions.use_cases.studio import Studio

logger = logging.getLogger(__name__)


def publish(image: Image, held: Held, seed: int | None, studio: Studio) -> Image:
    """Check a picture in memory, give it its lasting key, and settle.

    Nothing unchecked ever gets a key that an address can be made for: where the
    check itself breaks, the bytes wait in quarantine for the next painter, for
    they are paid. They leave it when they have that key, and not before.
    """
    attempt = image.attempts[-1].id
    try:
        look = studio.pixels.look(held.raw)
    except NotAPicture as noise:
        failed = image.failed(studio.clock(), "model_unreadable", str(noise))
        ended = finish(image, failed, studio)
        _release(image, held, studio)
        return ended
    except Exception:
        studio.store.quarantine(image, attempt, held.raw)
        raise
    made = developed(image, held, look, seed, studio)
    look, digest = made.look, hashlib.sha256(made.raw).hexdigest()
    key = studio.store.publish(image, attempt, made.raw, look.format, sha256=digest)
    _release(image, held, studio)
    size = len(made.raw)
    picture = Picture(key, look.format, look.width, look.height, size, digest, made.note)
    done = finish(image, image.succeeded(studio.clock(), picture, seed), studio)
    if not done.erased:
        _thumbnail(done, made.raw, studio)
    return done


def _release(image: Image, held: Held, studio: Studio) -> None:
    if held.place != "hand":
        studio.store.release(image, image.attempts[-1].id)


def finish(image: Image, ended: Image, studio: Studio) -> Image:
    """Write an image's end and its money.

    Raises:
        AlreadyClaimed: the lease ran out and another painter has the image; it
            finds the bytes that were stored, so nothing is lost.
    """
    try:
        studio.records.change(image, ended, limit=studio.limit)
    except Changed as late:
        raise AlreadyClaimed(image.id) from late
    except Deleted:
        return _bury(image, ended, studio)
    return ended


def tidy(ended: Image, studio: Studio) -> None:
    """Remove what a painter may have left of a deleted image when it died.

    It may have made the thumbnail, and not have learned of the deletion.
    """
    if ended.erased:
        studio.store.remove(ended)


def _thumbnail(image: Image, raw: bytes, studio: Studio) -> None:
    """Make the small picture; where it is missing, the large one is shown.

    The image is settled and paid: nothing may fail it now. A deletion that came
    after that has removed the files, but could not know of this one.
    """
    try:
        studio.store.put_thumbnail(image, studio.pixels.thumbnail(raw))
        if _gone(image, studio):
            studio.store.remove(image)
    except Exception:
        logger.exception("no thumbnail for %s", image.id)


def _gone(image: Image, studio: Studio) -> bool:
    """Whether the image, or all of its generation, was deleted."""
    standing = studio.records.image(image.tenant, image.ulid, image.number)
    whole = studio.records.generation(image.tenant, image.ulid)
    return standing is None or standing.erased or whole is None or whole.deleted_at is not None


def _bury(image: Image, ended: Image, studio: Studio) -> Image:
    """Book the money of an image whose generation was deleted meanwhile."""
    studio.store.remove(image)
    erased = ended.erase()
    try:
        studio.records.change(image, erased, limit=studio.limit, deleted=True)
    except Changed as late:
        raise AlreadyClaimed(image.id) from late
    return erased
