"""`Darkroom` as a function of its own: who decodes a stranger's picture can do nothing else."""

import base64
import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from functions.domain.errors import Unavailable
from functions.domain.source import Findings, Flaw, Measured, Place, Tones


class LambdaDarkroom:
    """Asks the darkroom's function, and waits for its answer."""

    def __init__(self, client: Callable[[], Any], function: str) -> None:
        """Take what makes a Lambda client when a picture comes, and the function's name."""
        self._client = cache(client)
        self._function = function

    def measure(self, places: Mapping[str, Place]) -> Findings:
        """Return what each picture holds, or what is wrong with it.

        Raises:
            Unavailable: the darkroom did not answer.
        """
        asked = json.dumps({part: _asked(place) for part, place in places.items()})
        try:
            answer = self._client().invoke(FunctionName=self._function, Payload=asked.encode())
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("Pictures cannot be looked at now.", retry_after=2) from error
        said = json.loads(answer["Payload"].read())
        if answer.get("FunctionError"):
            raise Unavailable("Pictures cannot be looked at now.", retry_after=2)
        return {part: finding(each) for part, each in said.items()}


def finding(plain: Mapping[str, Any]) -> Measured | Flaw:
    """Return what the darkroom says of one picture."""
    if "flaw" in plain:
        return Flaw(**plain["flaw"])
    known: dict[str, Any] = dict(plain["measured"])
    known["light"] = Tones(**known["light"])
    known["alpha"] = Tones(**known["alpha"]) if known.get("alpha") else None
    return Measured(**known)


def _asked(place: Place) -> dict[str, str]:
    if place.key:
        return {"key": place.key}
    return {"data": base64.b64encode(place.raw).decode()}
