"""The darkroom's door: pictures of strangers, decoded where that can do no harm.

Its role reads three prefixes of the bucket and nothing else, so a fault of a decoder
leads nowhere.
"""

from functions import start  # isort: split

import time
from typing import Any

from functions.adapters.findings import answer, places
from functions.adapters.telemetry import logger
from functions.domain.source import Flaw, Measured
from functions.wiring.darkroom import darkroom

DARKROOM = darkroom()
start.over()


@logger.inject_lambda_context(clear_state=True)
def handler(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    """Say what each picture holds, or what is wrong with it."""
    logger.append_keys(correlation_id=event.get("correlation_id", ""))
    begun = time.perf_counter()
    found = DARKROOM.measure(places(event))
    took = round((time.perf_counter() - begun) * 1000, 1)
    for part, each in found.items():
        logger.info("looked", extra={"part": part, **_told(each)})
    logger.info("developed", extra={"pictures": len(found), "duration_ms": took})
    return answer(found)


def _told(found: Measured | Flaw) -> dict[str, Any]:
    """Return what logs may know of a picture: never its bytes, its key or its hash."""
    if isinstance(found, Flaw):
        return {"code": found.code}
    return {"format": found.format, "pixels": found.width * found.height, "bytes": found.size}
