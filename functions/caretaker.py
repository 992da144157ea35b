"""The schedule's door: every minute, look after what is due."""

from collections.abc import Iterator
from typing import Any

from functions.adapters.telemetry import logger
from functions.domain import signals
from functions.domain.readings import between
from functions.domain.signals import Reading
from functions.domain.story import STORY, story
from functions.use_cases.care import Round, care
from functions.wiring.caretaker import household
from functions.wiring.clock import now
from functions.wiring.meter import meter

HOUSEHOLD = household()
METER = meter()


@logger.inject_lambda_context(clear_state=True)
def handler(_event: dict[str, Any], _context: Any) -> dict[str, int]:
    """Do what is due and say how much it was."""
    made = care(HOUSEHOLD, now=now())
    METER.emit(_readings(made))
    if made.looked_at:
        words = {"sent_again": made.sent_again, "leases_lost": made.leases_lost}
        logger.info("cared", extra={"looked_at": made.looked_at, **words})
    for before, after in made.steps:
        logger.info(STORY, extra=story(before, after))
    made.check()
    return {"looked_at": made.looked_at}


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
