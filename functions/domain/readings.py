"""What happened to an image, as readings: from two states of it, written one after the other.

Only what was written is counted, and whoever wrote it counts it, so every end, call and
dollar is counted once, by whichever door it happened. A process that dies between the
write and the count loses the count: metrics are for watching, the records are the truth.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from functions.domain import signals
from functions.domain.attempt import Attempt
from functions.domain.blame import LATE, blame
from functions.domain.image import Image
from functions.domain.money import Micro
from functions.domain.signals import Reading, Signal

if TYPE_CHECKING:
    from functions.domain.enhancement import Enhancement


def between(before: Image, after: Image) -> Iterator[Reading]:
    """Yield what is to be counted when `before` became `after`."""
    if after.started_at and not before.started_at:
        yield signals.SECONDS_WAITED.of((after.started_at - after.created_at).total_seconds())
    known = {each.id for each in before.attempts}
    open_ = {each.id for each in before.attempts if each.outcome is None}
    for attempt in after.attempts:
        if attempt.id in open_ or attempt.id not in known:
            yield from _call(attempt, after.call.model, witnessed=attempt.id not in known)
    spent, unknown = after.spent - before.spent, after.unknown - before.unknown
    model = after.call.model
    yield from _dollars(signals.USD_SPENT, spent, model)
    yield from _dollars(signals.USD_UNKNOWN, unknown, model)
    yield from _dollars(signals.USD_COUNTED, spent + unknown)
    if after.terminal and not before.terminal:
        yield from _end(after)


def of_enhancement(bill: "Enhancement") -> Iterator[Reading]:
    """Yield what is to be counted when a call of the text model was settled."""
    yield signals.PROMPTS_ENHANCED.of(1, bill.outcome or "")
    yield from _dollars(signals.USD_ENHANCED, bill.spent + bill.unknown)
    yield from _dollars(signals.USD_COUNTED, bill.spent + bill.unknown)


def _call(attempt: Attempt, model: str, *, witnessed: bool) -> Iterator[Reading]:
    """Count a call that ended; its time only if this painter saw it from its start."""
    if attempt.outcome is None:
        return
    yield signals.CALLS_ENDED.of(1, attempt.outcome)
    yield signals.CALLS_BILLED.of(1, attempt.billed or "unknown")
    if attempt.outcome == "throttled":
        yield signals.CALLS_THROTTLED.of(1, model)
    if attempt.outcome == "succeeded" and witnessed and attempt.seconds is not None:
        yield signals.SECONDS_IN_MODEL.of(attempt.seconds, model)


def _dollars(signal: Signal, amount: Micro, which: str = "") -> Iterator[Reading]:
    if amount:
        yield signal.of(amount / 1_000_000, which)


def _end(image: Image) -> Iterator[Reading]:
    yield signals.IMAGES_ENDED.of(1, image.status)
    if image.problem and image.problem.code == LATE:
        yield signals.DEADLINES_PASSED.of()
    if image.status != "succeeded":
        yield signals.IMAGES_MISSED.of(1, blame(image))
        return
    yield signals.PICTURES_PAINTED.of(1, image.call.model)
    if image.completed_at:
        took = (image.completed_at - image.created_at).total_seconds()
        yield signals.SECONDS_TO_PICTURE.of(took)
