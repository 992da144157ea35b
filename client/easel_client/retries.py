"""When a try is worth another: pure decisions, and the flow that follows them."""

import random
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial
from typing import Any

import httpx

from easel_client.errors import EaselError, Unreachable
from easel_client.refusals import refusal, retry_after
from easel_client.steps import Ask, Flow, Pause, Step, T

Outcome = httpx.Response | httpx.RequestError
"""Of one try."""

NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
"""Faults before the request left: trying again is safe whatever it asks for."""

UNDONE = frozenset({429})
"""Answers by which a service says that it did nothing."""

DECIDED = frozenset({"enhance_failed"})
"""Codes of failures that the service decided: the same key gets the same answer."""

UNKNOWN = frozenset({500, 502, 503, 504})
"""Answers after which nobody knows what was done."""


@dataclass(frozen=True, slots=True)
class Retries:
    """How often and how patiently a call is tried again.

    Attributes:
        times: Tries after the first.
        first: Seconds before the second try; each further wait is twice as long.
        longest: Seconds that one wait has at most. A service that asks for more is not waited for.
        chance: A number in [0, 1), so that clients which failed together do not return together.
    """

    times: int = 4
    first: float = 0.5
    longest: float = 30.0
    chance: Callable[[], float] = random.random

    def wait(self, ask: Ask, tried: int, outcome: Outcome) -> float | None:
        """Return the seconds until the next try, None where there shall be none.

        What may have been done is repeated only if that can do no harm: a GET, or a
        request whose idempotency key makes all tries one.
        """
        if tried > self.times or not _may_repeat(ask, outcome):
            return None
        asked = retry_after(outcome) if isinstance(outcome, httpx.Response) else None
        if asked is not None:
            return None if asked > self.longest else asked + self.chance() * min(asked, 1.0)
        return min(self.first * 2 ** (tried - 1), self.longest) * (1 - self.chance() / 2)


def persistently(flow: Flow[T], retries: Retries) -> Generator[Step, Any, T]:
    """Follow `flow`, trying each request as `retries` say; its answers are successes."""
    resume: Callable[[], Step] = partial(next, flow)
    while True:
        try:
            step = resume()
        except StopIteration as done:
            return done.value
        try:
            came = (yield from _tried(step, retries)) if isinstance(step, Ask) else (yield step)
        except EaselError as refused:
            resume = partial(flow.throw, refused)
        else:
            resume = partial(flow.send, came)


def _tried(ask: Ask, retries: Retries) -> Generator[Step, Outcome, httpx.Response]:
    unsure = False
    for tried in range(1, retries.times + 2):
        outcome = yield ask
        wait = retries.wait(ask, tried, outcome)
        if wait is None:
            return _settled(ask, outcome, unsure=unsure)
        unsure = unsure or not _surely_undone(outcome)
        yield Pause(wait)
    raise AssertionError("the last try is not waited after")


def _settled(ask: Ask, outcome: Outcome, *, unsure: bool) -> httpx.Response:
    """Return a success, or raise what the last try came to.

    A deletion whose answer got lost finds nothing when it is tried again: it is done.
    """
    if isinstance(outcome, httpx.RequestError):
        raise _unreachable(ask, outcome) from outcome
    if outcome.is_success or (unsure and ask.method == "DELETE" and outcome.status_code == 404):
        return outcome
    raise refusal(outcome)


def _may_repeat(ask: Ask, outcome: Outcome) -> bool:
    if _surely_undone(outcome):
        return True
    if isinstance(outcome, httpx.Response) and refusal(outcome).code in DECIDED:
        return False
    lost = isinstance(outcome, httpx.RequestError) or outcome.status_code in UNKNOWN
    return lost and ask.repeatable


def _surely_undone(outcome: Outcome) -> bool:
    if isinstance(outcome, httpx.Response):
        return outcome.status_code in UNDONE
    return isinstance(outcome, NEVER_SENT)


def _unreachable(ask: Ask, fault: httpx.RequestError) -> Unreachable:
    why = str(fault) or type(fault).__name__
    where = "the service" if ask.ours else "the storage"
    return Unreachable(
        f"{ask.method} {ask.url.partition('?')[0]}: no answer from {where} ({why}). "
        "Is the address right, and does it run?",
        idempotency_key=ask.headers.get("Idempotency-Key"),
    )
