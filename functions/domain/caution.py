"""A caution: what will probably not turn out as it was meant. Never an error."""

from functions.domain.frozen import frozen


@frozen
class Caution:
    """One warning about a request that is accepted all the same.

    Attributes:
        code: Stable word: `negation`, `too_long`, `retired`, ...
        pointer: JSON pointer (RFC 6901) to what it is about.
        detail: What to do, ready to be shown to a person.
        found: The words that it was found by.
    """

    code: str
    pointer: str
    detail: str
    found: tuple[str, ...] = ()
