"""An upload: a picture or mask on its way in, before any request names it."""

from datetime import datetime

from functions.domain.frozen import frozen
from functions.domain.ids import upload_id


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


def upload_key(tenant: str, ulid: str) -> str:
    """Return the key under which an upload's file lies."""
    return f"uploads/{tenant}/{ulid}"


def input_key(tenant: str, ulid: str, part: str) -> str:
    """Return the key of a picture that is kept with the generation at `ulid`."""
    return f"inputs/{tenant}/{ulid}/{part}"
