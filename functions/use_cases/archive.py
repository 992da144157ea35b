"""Put all pictures of a generation into one ZIP, when somebody asks for it."""

from collections.abc import Sequence
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from functions.domain.archive import ABOUT, Archive, File, files_of
from functions.domain.errors import ArchiveTooLarge, ImageExpired, WrongState
from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.ports.records import Records
from functions.domain.ports.store import Archives

MOST_ARCHIVE_BYTES = 256 * 1024**2
"""Of pictures: read, written and sent within the gateway's 29 s, and within the
512 MB of disk that a function has (docs/decisions.md has the figures)."""

ONE_BY_ONE = "Fetch them one by one from GET /v1/images/{id}/content."


def archive(
    generation: Generation,
    images: Sequence[Image],
    about: bytes,
    *,
    records: Records,
    store: Archives,
) -> str:
    """Return the key of a ZIP with a generation's pictures, made now if need be.

    Pictures go through a temporary file, piece by piece: memory does not grow
    with them. Who deletes while this works removes archives too, after the
    record; so what is put is looked at once more.

    Args:
        generation: Which one.
        images: Its images.
        about: What `generation.json` shall say.
        records: Asked again when the archive is there.
        store: Holds pictures and archives.

    Raises:
        WrongState: there is no picture, not yet, or not any more.
        ArchiveTooLarge: the pictures are more than one request can carry.
        ImageExpired: a file is past the stage's retention.
    """
    wanted = Archive(about, files_of(images))
    _check(generation, wanted)
    known = store.archived(generation.tenant, generation.ulid, wanted.digest)
    if known:
        return known
    try:
        key = _make(generation, wanted, store)
    except ImageExpired:
        _check_stands(generation, wanted, records)  # a deletion takes files away too
        raise
    try:
        _check_stands(generation, wanted, records)
    except WrongState:
        store.remove_archives(generation.tenant, generation.ulid)
        raise
    return key


def _check(generation: Generation, wanted: Archive) -> None:
    if not generation.terminal:
        raise WrongState(
            f"{generation.counts.pending} images of {generation.id} have not ended. "
            f"GET /v1/generations/{generation.id} with Prefer: wait=25, then ask again."
        )
    if not wanted.files:
        raise WrongState(f"{generation.id} is {generation.status} and has no picture.")
    if wanted.size > MOST_ARCHIVE_BYTES:
        raise ArchiveTooLarge(
            f"The pictures of {generation.id} are {wanted.size / 1024**2:.0f} MiB together, and an "
            f"archive holds {MOST_ARCHIVE_BYTES // 1024**2} MiB. {ONE_BY_ONE}"
        )


def _make(generation: Generation, wanted: Archive, store: Archives) -> str:
    with TemporaryFile() as file:
        _fill(file, wanted, store)
        file.seek(0)
        return store.put_archive(generation.tenant, generation.ulid, wanted.digest, file)


def _fill(file: IO[bytes], wanted: Archive, store: Archives) -> None:
    """Write a ZIP: the same content is the same bytes. Pictures do not deflate."""
    with ZipFile(file, "w", ZIP_STORED) as made:
        for each in wanted.files:
            _add(made, each, store)
        made.writestr(_entry(ABOUT, wanted.files[0].image, len(wanted.about)), wanted.about)


def _add(made: ZipFile, each: File, store: Archives) -> None:
    pieces = store.pieces(each.picture.key)
    if pieces is None:
        raise ImageExpired(
            f"The file of {each.image.id} was removed when its retention ended. {ONE_BY_ONE}"
        )
    with made.open(_entry(each.name, each.image, each.picture.size), "w") as entry:
        for piece in pieces:
            entry.write(piece)


def _entry(name: str, image: Image, size: int) -> ZipInfo:
    entry = ZipInfo(name, image.created_at.timetuple()[:6])
    entry.external_attr = 0o644 << 16
    entry.file_size = size
    return entry


def _check_stands(generation: Generation, wanted: Archive, records: Records) -> None:
    whole = records.generation(generation.tenant, generation.ulid)
    images = records.images(generation.tenant, generation.ulid)
    there = {image.picture.key for image in images if image.picture}
    deleted = whole is None or whole.deleted_at
    if deleted or any(file.picture.key not in there for file in wanted.files):
        raise WrongState(f"Pictures of {generation.id} were deleted meanwhile. Ask again.")
