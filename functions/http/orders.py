"""What every door does with a request for pictures, in whatever words it came."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ulid import ULID

from functions.catalogue.plan import Plan, plan
from functions.domain import signals
from functions.domain.ledger import Idempotency
from functions.domain.receipt import ReceiptLine
from functions.domain.request import GenerationRequest
from functions.domain.signals import Reading
from functions.domain.source import Source
from functions.domain.tenant import Caller
from functions.domain.tries import Try
from functions.http.desk import Desk
from functions.use_cases.gather import Gathered, gather
from functions.use_cases.request import Accepted, accept, recall


def order(
    request: GenerationRequest,
    desk: Desk,
    *,
    caller: Caller,
    asked: Mapping[str, Any],
    idempotency: Idempotency | None,
    first_try: Try | None = None,
    lines: Sequence[ReceiptLine] = (),
    gathered: Gathered | None = None,
    check: Callable[[Plan], None] = lambda _: None,
) -> Accepted:
    """Accept a request that `replayed` does not know.

    Args:
        request: What is asked for, parsed.
        desk: Where it is asked.
        caller: Who asks.
        asked: What is asked for, as the client wrote it.
        idempotency: The client's key for this request, or None.
        first_try: What later tries of the same request find it by, or None.
        lines: What became of parameters as the door took them, for the receipt: these
            words instead of the plan's.
        gathered: The request's pictures, where they were looked at already.
        check: Refuses a plan that the door could not answer, before it is paid.
    """
    counter, now = desk.counter, desk.counter.clock.now()
    gathered = gathered or gathering(request.pictures, desk, caller.tenant)
    planned = planning(request, desk, gathered)
    check(planned)
    accepted = accept(
        request,
        replace(planned, receipt=_told(planned.receipt, lines)),
        asked=asked,
        caller=caller,
        idempotency=idempotency,
        records=counter.records,
        queue=counter.queue,
        now=now,
        new_ulid=lambda at: str(ULID.from_datetime(at)),
        limit=counter.limit,
        grace=counter.grace,
        correlation_id=desk.door.visit.request_id,
        gathered=gathered,
        store=counter.store,
        first_try=first_try,
    )
    desk.door.meter.emit(_readings(accepted))
    return accepted


def replayed(idempotency: Idempotency | None, desk: Desk, tenant: str) -> Accepted | None:
    """Return the generation that a client's key made before, None if there is none.

    It is asked first: a request that was accepted once stays accepted, though its model
    ended, or its upload expired since.

    Raises:
        IdempotencyMismatch: the key made another request.
    """
    if idempotency is None:
        return None
    counter = desk.counter
    found = recall(idempotency, tenant, counter.records, now=counter.clock.now())
    if found:
        desk.door.meter.emit(_readings(found))
    return found


def gathering(pictures: Mapping[str, Source], desk: Desk, tenant: str) -> Gathered:
    """Return the pictures of a tenant's request, looked at; nothing is kept yet."""
    counter = desk.counter
    return gather(
        pictures,
        tenant,
        counter.records,
        counter.darkroom,
        now=counter.clock.now(),
        correlation_id=desk.door.visit.request_id,
    )


def planning(request: GenerationRequest, desk: Desk, gathered: Gathered) -> Plan:
    """Return what a request comes to here and today."""
    seed, policy = secrets.randbits(31), desk.counter.policy()
    return plan(request, policy, spare_seed=seed, found=gathered.found)


def _told(planned: Sequence[ReceiptLine], lines: Sequence[ReceiptLine]) -> tuple[ReceiptLine, ...]:
    said = {each.name for each in lines}
    return (*(each for each in planned if each.name not in said), *lines)


def _readings(accepted: Accepted) -> list[Reading]:
    if accepted.replayed:
        return [signals.REQUESTS_REPLAYED.of()]
    return [signals.REQUESTS_ACCEPTED.of(), signals.IMAGES_ACCEPTED.of(accepted.images)]
