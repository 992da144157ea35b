"""Paint one image: claim it, call the model once, check, publish, settle.

The order is the safety: the attempt is written before the call, the bytes are
stored before the record says so, and nobody gets an address before it does.
Wherever this process dies, the next one goes on without paying again.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from functions.catalogue import CATALOGUE
from functions.domain.attempt import Attempt
from functions.domain.backoff import backoff
from functions.domain.call import Reply
from functions.domain.errors import AlreadyClaimed, BudgetExhausted
from functions.domain.image import Image
from functions.domain.ledger import Canceled, Changed, Deleted, ImageRef
from functions.domain.outcome import MAX_UNSENT, RULES, CallFailed, Outcome
from functions.domain.ports.store import Held
from functions.use_cases.ready import Unready, Unusable, ready
from functions.use_cases.settle import finish, publish, tidy
from functions.use_cases.studio import Studio

NO_ROOM = "Whether the last call was billed is unknown, and the budget has no room for another."
LOST = "The painter was lost during the call; whether AWS billed it is unknown."


def paint(image: Image, studio: Studio) -> Image:
    """Bring an image as far as it goes now; return it as it then stands.

    A painter that finds an attempt without an outcome follows one that died:
    if it had stored the bytes they are paid for and published, else the attempt
    is booked as `unknown`.

    Raises:
        AlreadyClaimed: another delivery has it, or it is finished.
    """
    _check(image, studio)
    return _follow(image, studio) if image.open_attempt else _try(image, studio)


def _check(image: Image, studio: Studio) -> None:
    """Stop unless the image waits, or its painter's lease ran out."""
    if image.terminal:  # its painter may have died before it tidied
        tidy(image, studio)
    lost = image.status == "running" and image.lease_until and image.lease_until <= studio.clock()
    if image.status != "queued" and not lost:
        raise AlreadyClaimed(image.id)


def _follow(image: Image, studio: Studio) -> Image:
    """Go on where a painter died, with the bytes that it may have left."""
    image = _write(image, image.claimed(studio.clock(), studio.lease), studio)
    attempt = image.attempts[-1]
    held = studio.store.left_behind(image, attempt.id)
    if held is None:
        return _after(_came_back(image, studio, "interrupted", LOST), studio)
    image = _came_back(image, studio, "succeeded")
    return publish(image, held, image.call.seed, studio)


def _try(image: Image, studio: Studio) -> Image:
    """Claim the image, make one call, and let its outcome say what follows.

    Claim and attempt are one write: a claim without a call would be worth
    nothing to whoever finds it, and each write is money and time.
    """
    now = studio.clock()
    if now >= image.deadline_at:
        return finish(image, image.late(now), studio)
    try:
        pictures = ready(image, studio)
    except (Unready, Unusable) as wrong:
        return finish(image, _without_pictures(image, wrong, now), studio)
    attempt = Attempt(studio.new_id(), now, image.region)
    try:
        trying = _write(image, image.claimed(now, studio.lease).attempting(attempt), studio)
    except Canceled:
        return finish(image, image.canceled(now), studio)
    except BudgetExhausted as broke:
        return finish(image, image.failed(now, broke.code, NO_ROOM), studio)
    try:
        reply = studio.model.invoke(
            trying.call,
            trying.region,
            attempt_id=attempt.id,
            correlation_id=trying.correlation_id,
            pictures=pictures,
        )
    except CallFailed as failure:
        back = _came_back(trying, studio, failure.outcome, failure.detail, failure.request_id)
        return _after(back, studio)
    return _keep(trying, reply, studio)


def _without_pictures(image: Image, wrong: Unready | Unusable, now: datetime) -> Image:
    """Return the end of an image whose pictures cannot be sent; nothing was spent."""
    if isinstance(wrong, Unusable):
        return image.failed(now, "input_unusable", str(wrong))
    return image.failed(now, "input_lost", str(wrong))


def _write(before: Image, after: Image, studio: Studio) -> Image:
    """Write a step of ours, or stop because somebody else was faster."""
    try:
        studio.records.change(before, after, limit=studio.limit)
    except (Changed, Deleted) as late:
        raise AlreadyClaimed(before.id) from late
    return after


def _keep(image: Image, reply: Reply, studio: Studio) -> Image:
    """Publish what was paid for; to write it again takes time, so it is kept aside first."""
    if reply.raw is None:
        back = _came_back(image, studio, "filtered", reply.reason, reply.request_id)
        return _after(back, studio)
    image = _came_back(image, studio, "succeeded", request_id=reply.request_id)
    asked, held = image.call.seed, Held(reply.raw)
    # One that a reply reports where none can be asked for would repeat nothing.
    seed = asked if asked is None or reply.seed is None else reply.seed
    if image.call.writing:
        studio.store.quarantine(image, image.attempts[-1].id, held.raw)
        held = Held(held.raw, "quarantine")
    return publish(image, held, seed, studio)


def _came_back(
    image: Image,
    studio: Studio,
    outcome: Outcome,
    detail: str = "",
    request_id: str | None = None,
) -> Image:
    """Return the image with its open attempt closed by `outcome`."""
    attempt = image.attempts[-1]
    billed = RULES[outcome].billed
    if outcome == "filtered" and not CATALOGUE[image.call.model].filtered_is_billed:
        billed = "no"
    seconds = (studio.clock() - attempt.started_at).total_seconds()
    closed = replace(attempt, outcome=outcome, billed=billed, seconds=round(seconds, 3))
    return image.returned(replace(closed, detail=detail[:1000], request_id=request_id))


def _after(image: Image, studio: Studio) -> Image:
    """Do what the outcome table says after an attempt without a picture."""
    last = image.attempts[-1]
    then = RULES[last.outcome or "interrupted"].then
    goes_on = {
        "later": True,
        "again": image.outcomes("not_sent") < MAX_UNSENT,
        "once_more": image.retry_unknown and image.outcomes("interrupted") < 2,
    }.get(then, False)
    if goes_on:
        return _put_back(image, studio)
    if then == "filter":
        return finish(image, image.filtered(studio.clock(), last.detail), studio)
    code = "outcome_unknown" if last.billed == "unknown" else f"model_{last.outcome}"
    return finish(image, image.failed(studio.clock(), code, last.detail), studio)


def _put_back(image: Image, studio: Studio) -> Image:
    """Give the claim up and send a new message for later.

    A new message, not a changed visibility: that would raise the receive count
    and end in the dead-letter queue.
    """
    delay = backoff(image.tries, chance=studio.chance())
    due_at = studio.clock() + timedelta(seconds=delay) + studio.grace
    queued = _write(image, image.put_back(due_at), studio)
    studio.queue.send([ImageRef(image.tenant, image.id)], delay_seconds=delay)
    return queued
