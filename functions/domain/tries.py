"""What a client's SDK has tried: which of several tries are one request."""

from collections.abc import Sequence
from datetime import datetime

from functions.domain.frozen import frozen

MOST_KNOWN = 100
"""Generations of one request that are remembered at once: the newest. A retry of what
was asked before them joins one of these, so it is never paid anew."""


@frozen
class Try:
    """One request of a client that says by itself how often it has sent it.

    Its SDK sends the same again when the answer was lost or late; whatever it sends
    again within a while shall find what its first try asked for. The first try may come
    last: it waited for a worker to start while its client hung up and asked again.

    Attributes:
        what: The key's id and the request's fingerprint: the same for every try.
        expires_at: From when it is forgotten.
        number: How often it was sent before, as its SDK says.
        received: When the gateway received it, in milliseconds.
        version: How many generations all tries of this request had made, when they
            were looked at.
        ahead: How many of these were made by a retry.
    """

    what: str
    expires_at: datetime
    number: int = 0
    received: int = 0
    version: int = 0
    ahead: int = 0

    @property
    def retried(self) -> bool:
        """Whether it is a retry."""
        return self.number > 0


@frozen
class Known:
    """A generation that a try made.

    Attributes:
        ulid: The generation.
        tries: How often its client has asked for it, by what its last try said.
        owes: Whether a retry made it, whose first try has not come yet.
        answered_at: When its client was told how it ended, in milliseconds; 0: not yet.
    """

    ulid: str
    tries: int = 1
    owes: bool = False
    answered_at: int = 0

    @property
    def answered(self) -> bool:
        """Whether its client was told how it ended."""
        return self.answered_at > 0


class Overtaken(Exception):
    """Another try of the same request was accepted since they were looked at; look again."""


def joined(known: Sequence[Known], attempt: Try) -> Known | None:
    """Return what a try belongs to; None: it asks for something new.

    A retry belongs to the oldest that was not answered, else to the newest that was;
    first of all to one that was not asked for oftener than the retry says, so that
    each of several clients finds one. A first try belongs to what a retry made without
    it, unless it came after the answer: which of two tries a gateway received first is
    not certain when it is overloaded.

    Args:
        known: What tries of the same request made, oldest first.
        attempt: The try.
    """
    if attempt.retried:
        ranked = [(_rank(place, each, attempt), each) for place, each in enumerate(known)]
        return min(ranked, key=lambda pair: pair[0])[1] if ranked else None
    owed = (each for each in known if each.owes)
    return next(
        (each for each in owed if not each.answered or attempt.received < each.answered_at), None
    )


def _rank(place: int, each: Known, attempt: Try) -> tuple[bool, bool, int, int]:
    """Return how near a generation is to a retry; the smallest is the one."""
    others = each.tries > attempt.number
    if each.answered:
        return others, True, 0, -place
    return others, False, abs(each.tries - attempt.number), place
