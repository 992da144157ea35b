"""How long to wait before another try: exponential, with jitter, bounded."""

from datetime import timedelta

GRACE = timedelta(seconds=60)
"""How long something may be owed before the caretaker looks, unless a stage says."""

LONGEST = 900
"""Seconds; the longest delay that SQS gives one message."""


def backoff(tries: int, *, chance: float) -> int:
    """Return whole seconds to wait after `tries` waits, at most 900.

    The range doubles from 2 s; `chance` (0 to 1) picks within its upper half,
    so that painters who were throttled together do not return together.
    """
    top = min(LONGEST, 2 ** min(tries + 1, 10))
    return max(1, round(top / 2 + top / 2 * chance))
