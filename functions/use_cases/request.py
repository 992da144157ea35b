"""Accept a request: plan it, write it with its price, hand it to the painters."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from functions.catalogue.plan import Plan
from functions.domain.backoff import GRACE
from functions.domain.frozen import frozen
from functions.domain.generation import Counts, Generation
from functions.domain.image import Image
from functions.domain.ledger import Idempotency, ImageRef, Replay
from functions.domain.money import Micro
from functions.domain.ports.queue import PaintQueue
from functions.domain.ports.records import Records
from functions.domain.ports.store import Inputs
from functions.domain.request import GenerationRequest
from functions.domain.tenant import Caller
from functions.domain.tries import Try
from functions.use_cases import inputs
from functions.use_cases.gather import Gathered

KEY_LIFE = timedelta(hours=24)
"""How long an idempotency key is remembered."""

NO_PICTURES = Gathered()


@frozen
class Accepted:
    """What became of a request: its generation, and whether it was known before."""

    ulid: str
    replayed: bool
    images: int


def fingerprint(request: GenerationRequest) -> str:
    """Return the SHA-256 of a parsed request; spacing and key order do not count."""
    sources = {part: replace(each, raw=b"") for part, each in request.pictures.items()}
    plain = asdict(replace(request, pictures=sources))
    canonical = json.dumps(plain, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def keyed(key: str | None, print_: str, *, now: datetime) -> Idempotency | None:
    """Return what a client's key stands for from now on; None: it sent none."""
    return Idempotency(key, print_, now + KEY_LIFE) if key else None


def recall(
    idempotency: Idempotency, tenant: str, records: Records, *, now: datetime
) -> Accepted | None:
    """Return what a client's key made of this very request before, None if nothing.

    Raises:
        IdempotencyMismatch: the key made another request.
    """
    try:
        records.recall(tenant, idempotency, now=now)
    except Replay as replay:
        whole = records.generation(tenant, replay.ulid)
        return Accepted(replay.ulid, replayed=True, images=whole.counts.total if whole else 0)
    return None


def accept(
    request: GenerationRequest,
    plan: Plan,
    *,
    asked: Mapping[str, Any],
    caller: Caller,
    idempotency: Idempotency | None,
    records: Records,
    queue: PaintQueue,
    store: Inputs,
    now: datetime,
    new_ulid: Callable[[datetime], str],
    limit: Micro,
    grace: timedelta = GRACE,
    correlation_id: str = "",
    gathered: Gathered = NO_PICTURES,
    first_try: Try | None = None,
) -> Accepted:
    """Write a planned request in one transaction, then send its images.

    The records are the truth: if sending fails, if this process dies here, or if
    a painter dies with a message before its claim (which hides the message for
    longer than most deadlines), the dispatch that is due brings the image back.
    So whether SQS took every message is not asked: the request is accepted.

    Args:
        request: What was asked, parsed.
        plan: What it comes to.
        asked: What was asked, as the client wrote it; kept for "same again".
        caller: Who asks.
        idempotency: The client's key for this request, or None.
        records: The truth.
        queue: Where painters wait.
        now: The time, in UTC.
        new_ulid: Names the generation.
        limit: The tenant's monthly limit.
        grace: After this the caretaker sends what nobody has claimed.
        correlation_id: The gateway's id of the request, for every log on the way.
        gathered: The request's pictures.
        store: Keeps them.
        first_try: What later tries of the same request find it by, or None.

    Raises:
        InvalidRequest: a picture changed since it was measured.
        IdempotencyMismatch: the key made another request.
        Overtaken: another try of the same request was accepted since it was looked for.
        BudgetExhausted: the month leaves no room for the price.
    """
    ulid = new_ulid(now)
    generation = _generation(
        request, plan, asked, caller, ulid=ulid, now=now, correlation_id=correlation_id
    )
    generation = inputs.named(generation, request, gathered)
    images = _images(plan, generation, request)
    dispatch_by = now + grace
    try:
        with inputs.kept(generation, gathered, store, records):
            records.accept(
                generation,
                images,
                idempotency,
                limit=limit,
                dispatch_by=dispatch_by,
                first_try=first_try,
            )
    except Replay as replay:
        return Accepted(replay.ulid, replayed=True, images=len(images))
    queue.send([ImageRef(image.tenant, image.id) for image in images])
    return Accepted(ulid, replayed=False, images=len(images))


def _generation(
    request: GenerationRequest,
    plan: Plan,
    asked: Mapping[str, Any],
    caller: Caller,
    *,
    ulid: str,
    now: datetime,
    correlation_id: str,
) -> Generation:
    return Generation(
        tenant=caller.tenant,
        key_id=caller.key_id,
        ulid=ulid,
        task=plan.task,
        model_requested=request.model,
        model=plan.spec.id,
        counts=Counts(total=len(plan.calls)),
        created_at=now,
        deadline_at=now + request.deadline,
        month=f"{now:%Y-%m}",
        estimated=plan.total,
        request=asked,
        receipt=plan.receipt,
        group=request.group,
        metadata=request.metadata,
        correlation_id=correlation_id,
    )


def _images(plan: Plan, generation: Generation, request: GenerationRequest) -> list[Image]:
    return [
        Image(
            tenant=generation.tenant,
            ulid=generation.ulid,
            number=number,
            call=call,
            region=plan.region,
            price=price,
            reserved=price,
            month=generation.month,
            created_at=generation.created_at,
            deadline_at=generation.deadline_at,
            retry_unknown=request.retry_unknown,
            correlation_id=generation.correlation_id,
            cell=cell,
            parents=generation.parents,
        )
        for number, (call, price, cell) in enumerate(plan.images)
    ]
