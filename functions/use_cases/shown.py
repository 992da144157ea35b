"""Show an upload to its owner: a copy of what was measured, for as long as it can be used."""

from datetime import datetime

from functions.domain.errors import UploadExpired, WrongState
from functions.domain.ledger import Due
from functions.domain.ports.darkroom import Darkroom
from functions.domain.ports.records import Records
from functions.domain.ports.store import ImageStore, Moved
from functions.domain.source import Measured, Place
from functions.domain.upload import Upload, input_key, upload_key
from functions.use_cases.upload import UNFINISHED

PART = "upload"


def shown(
    upload: Upload,
    *,
    records: Records,
    store: ImageStore,
    darkroom: Darkroom,
    now: datetime,
    correlation_id: str = "",
) -> tuple[str, str]:
    """Return the key and the format of an upload's picture, as it was just measured.

    No address is ever made for the upload itself: its form takes another file as long
    as it lives. What is shown is a copy, bound to what was measured, that the
    caretaker removes when the upload ends: no generation has its name.

    Raises:
        UploadExpired: it cannot be used any more.
        WrongState: nothing arrived yet, or what came is no picture, or it just changed.
    """
    if upload.ends_at <= now:
        raise UploadExpired(
            f"{upload.id} expired at {upload.ends_at:%Y-%m-%dT%H:%M:%SZ}: upload it again."
        )
    place = Place(upload_key(upload.tenant, upload.ulid))
    found = darkroom.measure({PART: place}, correlation_id=correlation_id)[PART]
    if not isinstance(found, Measured):
        missing = found.code == "missing"
        raise WrongState(UNFINISHED.format(upload.id) if missing else f"{found.detail}.")
    records.owe(Due(upload.ends_at, upload.tenant, upload.ulid, "inputs"))
    try:
        store.keep_input(upload.tenant, upload.ulid, PART, place, found=found)
    except Moved as moved:
        raise WrongState(f"{upload.id} changed while it was read; ask again.") from moved
    return input_key(upload.tenant, upload.ulid, PART), found.format
