"""The schedule's door: every minute, look after what is due; then follow models' lives."""

from functions import start  # isort: split

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from functions.adapters.telemetry import logger
from functions.domain import signals
from functions.domain.readings import between, of_enhancement
from functions.domain.signals import Reading
from functions.domain.story import ENHANCED, STORY, story, told
from functions.use_cases.care import Round, care
from functions.use_cases.follow import Followed, follow
from functions.wiring.caretaker import almanac, household
from functions.wiring.clock import now
from functions.wiring.meter import meter

HOUSEHOLD = household()
ALMANAC = almanac()
METER = meter()
start.over()


@logger.inject_lambda_context(clear_state=True)
def handler(event: dict[str, Any], _context: Any) -> dict[str, int]:
    """Do what is due and say how much it was; then see what Bedrock lists.

    An operator's event `{"lifecycles": "now"}` asks Bedrock without waiting for
    the day to pass.
    """
    at = now()
    try:
        return {"looked_at": _care(at)}
    finally:
        _follow(at, at_once=event.get("lifecycles") == "now")


def _care(at: datetime) -> int:
    made = care(HOUSEHOLD, now=at)
    METER.emit(_readings(made))
    if made.looked_at:
        words = {"sent_again": made.sent_again, "leases_lost": made.leases_lost}
        logger.info("cared", extra={"looked_at": made.looked_at, **words})
    for before, after in made.steps:
        logger.info(STORY, extra=story(before, after))
    for bill in made.bills:
        logger.info(ENHANCED, extra=told(bill))
    made.check()
    return made.looked_at


def _follow(at: datetime, *, at_once: bool) -> None:
    """Follow models' lives; a failure of that is never one of due work."""
    try:
        followed = follow(ALMANAC, now=at, at_once=at_once)
    except Exception:  # noqa: BLE001 - told and counted here; due work is done
        logger.exception("models' lives could not be followed")
        METER.emit([signals.LISTINGS_FAILED.of()])
        return
    _tell(followed)
    METER.emit(_lives(followed))


def _tell(followed: Followed) -> None:
    if followed.failure:
        logger.warning("Bedrock did not list its models", extra={"why": str(followed.failure)})
    for change in followed.changes:
        words = {"model": change.model, "before": change.before, "after": change.after}
        logger.warning("a model's life changed", extra=words)
    if followed.read:
        logger.info("models' lives read", extra={"ending": list(followed.ending)})


def _lives(followed: Followed) -> Iterator[Reading]:
    yield signals.LISTINGS_READ.of(int(followed.read))
    yield signals.LISTINGS_FAILED.of(int(followed.failure is not None))
    yield signals.MODELS_ENDING.of(len(followed.ending))


def _readings(made: Round) -> Iterator[Reading]:
    """Count a round, also one that found nothing: its silence is an alarm."""
    yield signals.ROUNDS_MADE.of()
    yield signals.DUE_WORK_SEEN.of(made.looked_at)
    yield signals.DUE_WORK_FAILED.of(len(made.failures))
    yield signals.SECONDS_OVERDUE.of(made.overdue.total_seconds())
    yield signals.IMAGES_SENT_AGAIN.of(made.sent_again)
    yield signals.LEASES_LOST.of(made.leases_lost)
    for before, after in made.steps:
        yield from between(before, after)
    for bill in made.bills:
        yield from of_enhancement(bill)
