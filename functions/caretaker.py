"""The schedule's door: every minute, look after what is due."""

from typing import Any

from functions import wiring
from functions.adapters.telemetry import logger
from functions.use_cases.care import care

HOUSEHOLD = wiring.household()


@logger.inject_lambda_context(clear_state=True)
def handler(_event: dict[str, Any], _context: Any) -> dict[str, int]:
    """Do what is due and say how much it was."""
    looked_at = care(HOUSEHOLD, now=wiring.now())
    if looked_at:
        logger.info("cared", extra={"looked_at": looked_at})
    return {"looked_at": looked_at}
