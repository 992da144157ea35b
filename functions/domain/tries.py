"""What a client's SDK has tried: which of several tries are one request."""

from collections.abc import Sequence
from datetime import datetime

from functions.domain.frozen import frozen


@frozen
class Try:
    """One request of a client that says by itself how often it has sent it.

    Its SDK sends the same again when the answer was lost or late; whatever it sends
    again within a while shall find what its first try asked for. The first try may come
    last: it waited for a worker to start while its client hung up and asked again.

    Attributes:
        what: The key's id and the request's fingerprint: the same for every try.
        expires_at: From when it is forgotten.
        retried: Whether it is a retry, as its SDK says.
        received: When the gateway received it, in milliseconds.
        version: Of all tries of this request, as they were looked at.
    """

    what: str
    expires_at: datetime
    retried: bool = False
    received: int = 0
    version: int = 0


@frozen
class Known:
    """A generation that a try made.

    Attributes:
        ulid: The generation.
        answered: Whether its client was told how it ended.
        owes: Whether a retry made it, whose first try has not come yet.
        received: When the gateway received the try that made it.
    """

    ulid: str
    answered: bool
    owes: bool = False
    received: int = 0


class Overtaken(Exception):
    """Another try of the same request was accepted since they were looked at; look again."""


def joined(known: Sequence[Known], attempt: Try) -> Known | None:
    """Return what a try belongs to; None: it asks for something new.

    A retry belongs to the oldest that was not answered, else to the last that was. A
    first try belongs to what a retry made without it, unless it came after the answer.
    """
    if attempt.retried:
        waiting = [each for each in known if not each.answered]
        return (waiting[:1] or list(known[-1:]) or [None])[0]
    owed = (each for each in known if each.owes)
    return next(
        (each for each in owed if not each.answered or attempt.received < each.received), None
    )
