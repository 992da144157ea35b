"""Turn a brief into a prompt by one paid call of the stage's text model.

The price is reserved before the call and settled after it, so a month's limit holds; a call
whose end nobody saw is ended as `unknown` by the caretaker. Never on its own: a client asks.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from functions.domain.enhancement import LEASE, Enhancement
from functions.domain.errors import Unavailable
from functions.domain.ledger import Changed, Idempotency, Replay
from functions.domain.money import Micro
from functions.domain.outcome import MAX_UNSENT, CallFailed
from functions.domain.ports.enhancements import Enhancements
from functions.domain.ports.records import Records
from functions.domain.ports.writer import Writer
from functions.domain.rewrite import Limits, NotAPrompt, Rewritten, order, read
from functions.domain.tenant import Caller
from functions.domain.writing import Order, TextModel, Written
from functions.use_cases.enhancer import SOON, Brief, Enhanced, Enhancer, answer
from functions.use_cases.look import Clock

KEY_LIFE = timedelta(hours=24)
"""How long an idempotency key is remembered, and its result with it."""

LOOKS, PAUSE = 80, 0.25
"""How often a retry looks for the end of its first try, and the seconds between; together
within the gateway's 29 s."""


def enhance(
    brief: Brief,
    limits: Limits,
    *,
    caller: Caller,
    idempotency_key: str | None,
    enhancer: Enhancer,
    records: Records,
    clock: Clock,
    new_ulid: Callable[[datetime], str],
    limit: Micro,
    tell: Callable[[Enhancement], None],
    correlation_id: str = "",
) -> Enhanced:
    """Return a brief as a prompt, paid once however often it is asked for with one key.

    Args:
        brief: What is wanted.
        limits: What the image model reads.
        caller: Who asks and pays.
        idempotency_key: The client's key for this request, or None.
        enhancer: The stage's text model.
        records: The truth.
        clock: The time.
        new_ulid: Names the enhancement.
        limit: The tenant's monthly limit.
        tell: Is told of every bill, once, when it was booked.
        correlation_id: The gateway's id of the request.

    Raises:
        NoTextModel: the stage has none.
        IdempotencyMismatch: the key made another request.
        BudgetExhausted: the month leaves no room for the most that it can cost.
        Unavailable: throttled or not reached, unpaid; or a first try is still at work.
        InvalidRequest: the model's filter refused the brief, unpaid.
        EnhanceFailed: no prompt came back; says whether it was paid.
    """
    now = clock.now()
    key = idempotency_key and Idempotency(idempotency_key, brief.fingerprint, now + KEY_LIFE)
    asked = order(brief.text, limits)
    try:
        if key:
            records.recall(caller.tenant, key, now=now)
        model = enhancer.must()
        begun = Enhancement(
            tenant=caller.tenant,
            key_id=caller.key_id,
            ulid=new_ulid(now),
            model=model.id,
            month=f"{now:%Y-%m}",
            reserved=model.most(asked),
            created_at=now,
            due_at=now + LEASE,
            idempotency_key=idempotency_key or "",
            correlation_id=correlation_id,
        )
        records.begin(begun, key or None, limit=limit)
    except Replay as replay:
        return _replayed(caller.tenant, replay.ulid, idempotency_key or "", records, clock)
    ended, rewritten = _called(
        begun, asked, limits, model=model, writer=enhancer.writer, clock=clock
    )
    if _settled(ended, rewritten, records):
        tell(ended)
    return answer(ended, rewritten)


def end_lost(tenant: str, ulid: str, records: Enhancements, *, now: datetime) -> Enhancement | None:
    """End an enhancement whose bill never came, as `unknown`; None if it had one."""
    found = records.enhancement(tenant, ulid)
    if found is None or not found.running:
        return None
    ended = found.unanswered("interrupted", "the call's end was not seen", now=now)
    return ended if _settled(ended, None, records) else None


def _called(
    begun: Enhancement,
    asked: Order,
    limits: Limits,
    *,
    model: TextModel,
    writer: Writer,
    clock: Clock,
) -> tuple[Enhancement, Rewritten | None]:
    """Call the model, and return the bill with what became of the brief."""
    try:
        written = _written(begun, asked, writer)
    except CallFailed as failure:
        words = failure.detail.partition(":")[0]  # the code; what follows may quote the brief
        now, request_id = clock.now(), failure.request_id
        return begun.unanswered(failure.outcome, words, now=now, request_id=request_id), None
    problem, rewritten = "", None
    try:
        rewritten = read(written.form, limits)
    except NotAPrompt as noise:
        problem = f"{noise} ({written.stop})"
    ended = begun.written(
        model.price(written.tokens),
        written.tokens,
        now=clock.now(),
        request_id=written.request_id,
        problem=problem,
    )
    return ended, rewritten


def _written(begun: Enhancement, asked: Order, writer: Writer) -> Written:
    """Call the model; again only where nothing was sent."""
    ids = {"attempt_id": begun.ulid, "correlation_id": begun.correlation_id}
    for _ in range(MAX_UNSENT - 1):
        try:
            return writer.write(asked, begun.model, **ids)
        except CallFailed as failure:
            if failure.outcome != "not_sent":
                raise
    return writer.write(asked, begun.model, **ids)


def _settled(ended: Enhancement, rewritten: Rewritten | None, records: Enhancements) -> bool:
    """Book a bill; whether nobody had."""
    try:
        records.settle(ended, rewritten)
    except Changed:
        return False
    return True


def _replayed(tenant: str, ulid: str, key: str, records: Enhancements, clock: Clock) -> Enhanced:
    """Return what a key's first try came to, when it has."""
    for _ in range(LOOKS):
        found = records.enhancement(tenant, ulid)
        if found and not found.running:
            return answer(found, records.rewritten(tenant, key), replayed=True)
        clock.sleep(PAUSE)
    raise Unavailable("The first try of this key is still at work.", retry_after=SOON)
