"""Keep a request's pictures with its generation, so that it can be made again."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

from functions.domain.errors import BudgetExhausted, Fault, IdempotencyMismatch, InvalidRequest
from functions.domain.generation import Generation
from functions.domain.ids import input_id
from functions.domain.input import Kept
from functions.domain.ledger import Due, Replay
from functions.domain.ports.records import Records
from functions.domain.ports.store import Inputs, Moved
from functions.domain.request import GenerationRequest
from functions.domain.source import Measured
from functions.domain.tries import Overtaken
from functions.use_cases.gather import Gathered

ABANDONED = timedelta(minutes=2)
"""Longer than any request is worked on: a gateway waits for 29 s."""

PASSING = ("inline", "upload")
"""Where pictures come from that cannot be asked for again."""

REFUSED = (InvalidRequest, Replay, IdempotencyMismatch, Overtaken, BudgetExhausted)
"""After these the generation is certainly not written. After anything else it may be."""


def named(generation: Generation, request: GenerationRequest, gathered: Gathered) -> Generation:
    """Return a generation with the pictures that will be kept with it.

    What came in the body, or was uploaded for a day, stands in its request by the kept
    picture's id: no bytes of a picture are ever in a record, and the request can be sent
    again as it stands.
    """
    kept = [
        Kept(
            file=part,
            format=found.format,
            width=found.width,
            height=found.height,
            size=found.size,
            sha256=found.sha256,
            source=replace(request.pictures[part], raw=b""),
        )
        for part, found in gathered.found.items()
        if isinstance(found, Measured)
    ]
    passing = [part for part, each in request.pictures.items() if each.origin in PASSING]
    asked: dict[str, Any] = dict(generation.request)
    for part in passing:
        _rename(asked, part, {"input_id": input_id(generation.ulid, part)})
    return replace(generation, inputs=tuple(kept), request=asked)


@contextmanager
def kept(
    generation: Generation, gathered: Gathered, store: Inputs, records: Records
) -> Generator[None]:
    """Keep the pictures before their generation is written, not if it is refused.

    Should we die in between, or never learn whether it was written, the caretaker
    looks: strangers' pictures that no record speaks of must not stay.

    Raises:
        InvalidRequest: one of them changed since it was measured.
    """
    if not gathered.places:
        yield
        return
    tenant, ulid = generation.tenant, generation.ulid
    records.owe(Due(generation.created_at + ABANDONED, tenant, ulid, "inputs"))
    try:
        for part, place in gathered.places.items():
            found = gathered.found[part]
            if isinstance(found, Measured):
                _keep(part, store, tenant, ulid, place=place, found=found)
        yield
    except REFUSED:
        store.remove_inputs(tenant, ulid)
        raise


def _keep(part: str, store: Inputs, tenant: str, ulid: str, **what: Any) -> None:
    try:
        store.keep_input(tenant, ulid, part, **what)
    except Moved as moved:
        detail = "it changed while the request was read; send the request again"
        raise InvalidRequest.of([Fault(f"/{part}", "changed", detail)]) from moved


def _rename(asked: dict[str, Any], part: str, instead: Mapping[str, str]) -> None:
    if part in asked:
        asked[part] = instead
        return
    index = 0 if part == "image" else int(part.removeprefix("image_")) - 1
    images = list(asked["images"])
    images[index] = instead
    asked["images"] = images
