"""`Darkroom` as a function of its own: who decodes a stranger's picture can do nothing else."""

import json
import logging
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from functions.adapters.findings import findings, question
from functions.domain.errors import Unavailable
from functions.domain.source import Findings, Place

logger = logging.getLogger(__name__)

BUSY = "Pictures cannot be looked at now. Please try again; nothing was spent."
SOON = 2
"""Seconds."""
LONGEST = 300
"""Characters of a crash that are logged here; the rest is in the darkroom's own log."""


class LambdaDarkroom:
    """Asks the darkroom's function, and waits for its answer."""

    def __init__(self, client: Callable[[], Any], function: str) -> None:
        """Take what makes a Lambda client when a picture comes, and the function's name.

        Looking changes nothing, so the client may try again as often as its time allows.
        """
        self._client = cache(client)
        self._function = function

    def measure(self, places: Mapping[str, Place], *, correlation_id: str = "") -> Findings:
        """Return what each picture holds, or what is wrong with it.

        Raises:
            Unavailable: the darkroom did not answer.
        """
        payload = json.dumps(question(places, correlation_id)).encode()
        try:
            answer = self._client().invoke(FunctionName=self._function, Payload=payload)
            said: bytes = answer["Payload"].read()
        except (ClientError, BotoCoreError) as error:
            logger.warning("the darkroom was not reached", extra={"why": str(error)})
            raise Unavailable(BUSY, retry_after=SOON) from error
        if answer.get("FunctionError"):
            # Time-out, memory, or a fault of ours: its own log says which.
            logger.warning(
                "the darkroom broke", extra={"why": said[:LONGEST].decode("utf-8", "replace")}
            )
            raise Unavailable(BUSY, retry_after=SOON)
        return findings(json.loads(said))
