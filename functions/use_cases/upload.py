"""Let a client put a file where requests can name it, and tell how that went."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from functions.domain.errors import NotFound
from functions.domain.ids import parse_upload
from functions.domain.ports.records import Records
from functions.domain.ports.store import ImageStore
from functions.domain.upload import LIFE, Form, Upload, upload_key

UploadStatus = Literal["waiting", "ready", "expired"]

UNFINISHED = "Nothing was uploaded to {} yet: POST the file to its address first."


def begin(
    tenant: str,
    content_type: str,
    *,
    records: Records,
    store: ImageStore,
    seconds: int,
    now: datetime,
    new_ulid: Callable[[datetime], str],
) -> tuple[Upload, Form]:
    """Return an upload, and the form that its file is sent with.

    Args:
        tenant: Whose it will be.
        content_type: What is announced; the bytes decide when they are measured.
        records: The truth.
        store: Signs the form.
        seconds: How long the form can be sent.
        now: The time, in UTC.
        new_ulid: Names the upload.
    """
    upload = Upload(tenant, new_ulid(now), content_type, created_at=now, ends_at=now + LIFE)
    records.begin_upload(upload)
    return upload, store.form(upload, seconds=seconds)


def find(tenant: str, upload_id: str, records: Records) -> Upload:
    """Return a tenant's upload.

    Raises:
        NotFound: unknown, forgotten, or another tenant's.
    """
    ulid = parse_upload(upload_id)
    found = records.upload(tenant, ulid) if ulid else None
    if found is None:
        raise NotFound(f"No upload {upload_id}. POST /v1/uploads begins one.")
    return found


def status(upload: Upload, store: ImageStore, *, now: datetime) -> UploadStatus:
    """Return whether a request may name an upload yet, or may no more."""
    if upload.ends_at <= now:
        return "expired"
    return "ready" if store.exists(upload_key(upload.tenant, upload.ulid)) else "waiting"
