"""The shapes of uploads: what is announced, the form that is answered, how it went."""

from typing import Annotated, Literal

from pydantic import Field

from functions.domain.upload import MOST_UPLOAD_BYTES, ContentType, Form, Upload
from functions.http.fields import Strict, View
from functions.http.views import Time
from functions.use_cases.upload import UploadStatus


class UploadBody(Strict):
    """A file that is going to be sent."""

    content_type: ContentType = Field(description="The type of its part in the form; S3 checks it")
    bytes: Annotated[int, Field(ge=1, le=MOST_UPLOAD_BYTES)] | None = Field(
        None, description="Its size, if you know it: one that is too large is refused at once"
    )


class UploadForm(View):
    """A form for one file, to be sent to S3 as `multipart/form-data`."""

    id: str = Field(description="Send it as `upload_id` once the file was taken (204)")
    method: Literal["POST"] = "POST"
    url: str = Field(description="Send no key there: the form is signed")
    fields: dict[str, str] = Field(description="The form's fields, as they are; `file` comes last")
    expires_in: int = Field(description="Seconds in which the form can be sent")
    usable_until: Time = Field(description="Until when requests may name it")
    max_bytes: int = MOST_UPLOAD_BYTES


class UploadView(View):
    """How an upload stands."""

    id: str
    status: UploadStatus = Field(description="`ready` when the file is there; it is not read yet")
    content_type: str
    created_at: Time
    usable_until: Time


def form(upload: Upload, made: Form, *, seconds: int) -> UploadForm:
    """Return what a client needs to send its file."""
    return UploadForm(
        id=upload.id,
        url=made.url,
        fields=dict(made.fields),
        expires_in=seconds,
        usable_until=upload.ends_at,
    )


def view(upload: Upload, stands: UploadStatus) -> UploadView:
    """Return an upload as it stands."""
    return UploadView(
        id=upload.id,
        status=stands,
        content_type=upload.content_type,
        created_at=upload.created_at,
        usable_until=upload.ends_at,
    )
