"""Laws between our attempts and the model's own ledger, matched by the label."""

from collections import Counter
from collections.abc import Iterator

from operate.evidence import Evidence

NEVER_LEFT = "not_sent"


def one_to_one(evidence: Evidence) -> Iterator[str]:
    """A call has exactly one attempt, an attempt that was answered exactly one call."""
    if evidence.calls is None:
        return
    answered = {None, "interrupted", NEVER_LEFT}
    seen = Counter(call.attempt for call in evidence.calls)
    known = {attempt.id for _, attempt in evidence.attempts()}
    known |= {each.ulid for each in evidence.enhancements}  # see `enhancements`
    for call in evidence.calls:
        if call.attempt not in known:
            yield f"the call {call.request_id} ({call.outcome}) belongs to no attempt of ours"
    for image, attempt in evidence.attempts():
        times = seen[attempt.id]
        if times > 1:
            yield f"{image.id}: {attempt.id} was called {times} times"
        if not times and attempt.outcome not in answered:
            yield f"{image.id}: {attempt.id} is {attempt.outcome}, but nothing was called"
        if times and attempt.outcome == NEVER_LEFT:
            yield f"{image.id}: {attempt.id} was never sent, but it was called"


def booked_as_billed(evidence: Evidence) -> Iterator[str]:
    """What we book as paid or not is so; only `unknown` may be either."""
    bills = {call.attempt: call.billed for call in evidence.calls or ()}
    for image, attempt in evidence.attempts():
        truth = bills.get(attempt.id)
        if truth and attempt.billed in ("yes", "no") and attempt.billed != truth:
            yield f"{image.id}: {attempt.id} is booked {attempt.billed}, AWS bills {truth}"


def paid_once(evidence: Evidence) -> Iterator[str]:
    """A picture is one paid attempt; more was paid only where we say `unknown`."""
    bills = Counter(call.attempt for call in evidence.calls or () if call.billed == "yes")
    for image in evidence.images:
        sure = [each.id for each in image.attempts if each.billed == "yes"]
        if image.status == "succeeded" and len(sure) != 1:
            yield f"{image.id} has a picture and {len(sure)} paid attempts"
        unawares = [
            each.id
            for each in image.attempts
            if each.id not in sure and each.billed == "no" and bills[each.id]
        ]
        if len(sure) + len(unawares) > 1:
            yield f"{image.id} was paid {len(sure) + len(unawares)} times and does not say so"
