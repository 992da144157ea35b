"""Ask for pictures, wait for them, cancel, pick and delete."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

from easel_client.answers import Address, Generation, Page, Plan
from easel_client.calls.bodies import given, path, query
from easel_client.calls.pages import page
from easel_client.errors import StillRunning, TooManyRequests, Unavailable, Unreachable
from easel_client.steps import JSON, Ask, Flow, answer, answered, now, pause

LONGEST_HOLD = 25.0
"""Seconds that the service holds an answer at most; its gateway gives up at 29."""

WATCHED_HOLD = 1.0
"""Seconds that an answer is held while somebody watches the pictures arrive."""

Watch = Callable[[Generation], None]


def generate(
    *, wait: float | None = None, idempotency_key: str | None = None, **request: Any
) -> Flow[Generation]:
    """Ask for pictures: the body of `POST /v1/generations` as keyword arguments.

    All tries carry one idempotency key, so a request is accepted and paid once, however
    often its answer gets lost.

    Args:
        wait: Seconds to wait for its end; returned as it stands then, ended or not. Once it
            was accepted, a service that cannot be asked any more ends the wait too.
        idempotency_key: Your own, to ask again after a crash without paying again.
        **request: `prompt`, `model`, `count`, `seed`, `parameters`, …

    Returns:
        The generation, with its receipt and images.
    """
    begun = yield from now()
    hold = _hold(wait or 0.0, LONGEST_HOLD)
    headers = {"Idempotency-Key": idempotency_key or uuid4().hex, **_prefer(hold)}
    body = given(request)
    raw = yield from answered(
        Ask(method="POST", url=path("generations"), json=body, headers=headers, hold=hold)
    )
    first = Generation.read(raw)
    left = (wait or 0.0) - ((yield from now()) - begun)
    try:
        return (yield from _followed(first, left, LONGEST_HOLD, None))
    except (TooManyRequests, Unavailable, Unreachable):
        return first


def wait(
    generation_id: str, *, timeout: float = 900.0, on_change: Watch | None = None
) -> Flow[Generation]:
    """Wait until a generation has ended, by long polls.

    Args:
        generation_id: Which one.
        timeout: Seconds after which `StillRunning` is raised; the generation goes on.
        on_change: Called with the generation at first and whenever an image has ended.
    """
    watched = on_change is not None
    begun = yield from now()
    first = yield from generation(
        generation_id, wait=None if watched else min(timeout, LONGEST_HOLD)
    )
    if on_change:
        on_change(first)
    left = timeout - ((yield from now()) - begun)
    last = yield from _followed(first, left, WATCHED_HOLD if watched else LONGEST_HOLD, on_change)
    if not last.done:
        raise StillRunning(generation_id, seconds=timeout)
    return last


def generation(generation_id: str, wait: float | None = None) -> Flow[Generation]:
    """Return a generation; with `wait`, held back up to so many seconds until it has ended."""
    hold = _hold(wait or 0.0, LONGEST_HOLD)
    ask = Ask(
        method="GET", url=path("generations", generation_id), headers=_prefer(hold), hold=hold
    )
    return Generation.read((yield from answered(ask)))


def generations(**filters: Any) -> Flow[Page[Generation]]:
    """Return a page, newest first.

    Args:
        **filters: `limit`, `cursor`, `group`, `model`, `task`, `status`, `created_after`,
            `created_before`.
    """
    ask = Ask(method="GET", url=path("generations"), params=query(filters))
    return page((yield from answered(ask)), Generation)


def plan(**request: Any) -> Flow[Plan]:
    """Plan what `generate` with the same arguments would do and cost; nothing is spent."""
    ask = Ask(method="POST", url=path("plans"), json=given(request))
    return Plan.read((yield from answered(ask)))


def cancel(generation_id: str) -> Flow[Generation]:
    """End the images that are not being painted; running ones are finished and kept."""
    ask = Ask(method="POST", url=path("generations", generation_id, "cancel"))
    return Generation.read((yield from answered(ask)))


def pick(generation_id: str, image_id: str | None) -> Flow[Generation]:
    """Choose the generation's best image; None chooses none."""
    url = path("generations", generation_id)
    ask = Ask(method="PATCH", url=url, json={"picked": image_id})
    return Generation.read((yield from answered(ask)))


def delete_generation(generation_id: str) -> Flow[None]:
    """Delete a generation, its images and their files; what it cost stays in the usage."""
    yield from answer(Ask(method="DELETE", url=path("generations", generation_id)))


def archive(generation_id: str) -> Flow[str]:
    """Return an address of a ZIP of all its pictures, good for some minutes, for anybody."""
    url = path("generations", generation_id, "archive")
    ask = Ask(method="GET", url=url, headers={"Accept": JSON})
    return Address.read((yield from answered(ask))).url


def _followed(
    first: Generation, seconds: float, hold: float, on_change: Watch | None
) -> Flow[Generation]:
    """Return a generation when it has ended, or as it stands when the time has."""
    look = partial(generation, first.id)
    last, until = first, (yield from now()) + seconds
    while not last.done and (left := until - (yield from now())) > 0:
        asked = yield from now()
        found = yield from look(wait=min(left, hold))
        if on_change and (found.counts, found.status) != (last.counts, last.status):
            on_change(found)
        last = found
        if not last.done and (yield from now()) - asked < 0.5:
            yield from pause(min(left, 1.0))
    return last


def _hold(seconds: float, longest: float) -> float:
    return float(round(min(max(seconds, 0.0), longest)))


def _prefer(hold: float) -> dict[str, str]:
    return {"Prefer": f"wait={hold:.0f}"} if hold else {}
