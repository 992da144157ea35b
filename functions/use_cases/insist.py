"""Do what reads and then writes again, when somebody else wrote in between."""

from collections.abc import Callable
from typing import TypeVar

from functions.domain.errors import Unavailable
from functions.domain.ledger import Changed

T = TypeVar("T")

MAX_TRIES = 8


def insist(step: Callable[[], T]) -> T:
    """Return what a step returns that found the records as it had read them.

    Raises:
        Unavailable: others were faster every time; nothing was written.
    """
    for _ in range(MAX_TRIES):
        try:
            return step()
        except Changed:
            continue
    raise Unavailable("Others keep changing the same thing. Nothing was changed.", retry_after=1)
