"""What a call does, step by step, without doing it: the client's core has no I/O.

A `Flow` yields steps and is sent what came of each. Two small drivers, one blocking and
one asynchronous, take the steps; so both clients have one mind.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

import httpx

from easel_client.errors import UnexpectedAnswer

T = TypeVar("T")

JSON = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One HTTP request, however often it is tried.

    Attributes:
        url: A path below the API's address; an absolute one where `ours` is false.
        ours: Whether it goes to the API. To anybody else go neither key nor headers.
        repeatable: Whether a second try can do no harm, if nobody knows what became of the first.
        hold: Seconds that the service may hold its answer back, beside the usual time-out.
    """

    method: str
    url: str
    params: Mapping[str, Any] = field(default_factory=dict[str, Any])
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    json: Any = None
    content: bytes | None = None
    fields: Mapping[str, str] | None = None
    files: Mapping[str, tuple[str, bytes, str]] | None = None
    ours: bool = True
    repeatable: bool = True
    hold: float = 0.0


@dataclass(frozen=True, slots=True)
class Pause:
    """Let `seconds` pass."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Clock:
    """Look at a clock that never goes back; answered in seconds."""


Step: TypeAlias = Ask | Pause | Clock
Flow: TypeAlias = Generator[Step, Any, T]


def answer(ask: Ask) -> Flow[httpx.Response]:
    """Ask, and return the answer, which is a success."""
    return (yield ask)


def answered(ask: Ask) -> Flow[Any]:
    """Ask, and return the answer's JSON."""
    response = yield from answer(ask)
    try:
        return response.json()
    except ValueError as odd:
        raise UnexpectedAnswer(
            f"{ask.method} {ask.url} was not answered with JSON. Is this the API's address?",
            status=response.status_code,
            code="unexpected_answer",
        ) from odd


def pause(seconds: float) -> Flow[None]:
    """Let time pass."""
    yield Pause(seconds)


def now() -> Flow[float]:
    """Return the time in seconds, of a clock that never goes back."""
    return (yield Clock())
