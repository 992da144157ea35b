"""An upload: a picture or mask on its way in, before any request names it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal

from functions.domain.frozen import frozen
from functions.domain.ids import upload_id

ContentType = Literal["image/png", "image/jpeg", "image/webp"]

MOST_UPLOAD_BYTES = 18_000_000
"""Of one file: what a model's 25 MB hold in base64, and a little for the words."""

LIFE = timedelta(hours=23)
"""How long an upload can be used: an hour less than its file is kept at the least."""

REMEMBERED = timedelta(days=2)
"""How long its record lasts beyond that, so that we can say that it expired."""


@frozen
class Upload:
    """Leave to put one file into the bucket, and to use it for a while.

    Attributes:
        tenant: Whose it is.
        ulid: Time and identity in one; the id is `upl_<ulid>`.
        content_type: What was announced; the bytes decide.
        created_at: When it was begun.
        ends_at: After this it cannot be used, whether or not the file is still there.
    """

    tenant: str
    ulid: str
    content_type: str
    created_at: datetime
    ends_at: datetime

    @property
    def id(self) -> str:
        """The id that clients see."""
        return upload_id(self.ulid)


@frozen
class Form:
    """A signed form: its fields, and after them one file, are sent to its address.

    Attributes:
        url: Where `multipart/form-data` is sent by POST.
        fields: What goes before the file, to the letter.
    """

    url: str
    fields: Mapping[str, str]


def upload_key(tenant: str, ulid: str) -> str:
    """Return the key under which an upload's file lies."""
    return f"uploads/{tenant}/{ulid}"


def input_key(tenant: str, ulid: str, part: str) -> str:
    """Return the key of a picture that is kept with the generation at `ulid`."""
    return f"inputs/{tenant}/{ulid}/{part}"
