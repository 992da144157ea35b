"""One call of a model for an image, and what comes of it: a picture, or a problem."""

from datetime import datetime

from functions.domain.frozen import frozen
from functions.domain.outcome import Billed, Outcome


@frozen
class Attempt:
    """One call of `InvokeModel`. Without an outcome it has not come back.

    Attributes:
        id: Names the attempt's bytes in quarantine.
        started_at: Just before the call.
        region: Where the model was called.
        seconds: How long it took.
        outcome: A word of the outcome table, None while it is out.
        billed: Who pays, by that table.
        request_id: AWS's id of the call.
        detail: Bedrock's words, where it refused or filtered.
    """

    id: str
    started_at: datetime
    region: str
    seconds: float | None = None
    outcome: Outcome | None = None
    billed: Billed | None = None
    request_id: str | None = None
    detail: str = ""


@frozen
class Picture:
    """The published file, as measured from its bytes.

    Attributes:
        key: Where it is.
        format: `png`, `jpeg` or `webp`.
        width: In pixels.
        height: In pixels.
        size: In bytes.
        sha256: Of its bytes, in hex.
        note: What is otherwise than its generation's receipt says.
    """

    key: str
    format: str
    width: int
    height: int
    size: int
    sha256: str
    note: str | None = None


@frozen
class Problem:
    """Why an image has no picture: a stable code and words for a person."""

    code: str
    detail: str
