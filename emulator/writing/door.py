"""The runtime door's other half: Converse, step by step, into the same ledger.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
"""

import json
import time

from starlette.requests import Request
from starlette.responses import Response

from emulator.access import region_of
from emulator.faults import Faults
from emulator.filters import Verdict, judge
from emulator.kinds import Kind
from emulator.ledger import Ledger
from emulator.outcome import Outcome, booked
from emulator.refusal import Refusal
from emulator.rules import Rule
from emulator.runtime import content_of
from emulator.writing.models import answering
from emulator.writing.order import Asked, read
from emulator.writing.reply import reply, withheld


class ConverseDoor:
    """Answers Converse and books every call, once, when its outcome is decided."""

    def __init__(self, ledger: Ledger, faults: Faults) -> None:
        self._ledger = ledger
        self._faults = faults

    async def converse(self, request: Request) -> Response:
        """Answer one call and write it into the ledger, however it ends."""
        return await booked(request, self._ledger, self._respond)

    async def _respond(self, request: Request, outcome: Outcome) -> Response:
        try:
            region = outcome.region = region_of(request.headers.get("authorization"))
            content = await content_of(request)
            model = answering(request.path_params["model"], region)
            asked = read(content)
            outcome.metadata = asked.metadata
        except Refusal as why:
            return outcome.refused(why)
        fault = self._faults.strike(model.profile, region)
        outcome.fault = fault.kind if fault else None
        goes_wrong = fault.does if fault else Kind()
        try:
            response = _written(asked, goes_wrong, outcome)
        except Refusal as why:
            outcome.billed = fault is not None and fault.billed
            response = outcome.refused(why)
        return _delivered(response, fault, goes_wrong)


def _written(asked: Asked, goes_wrong: Kind, outcome: Outcome) -> Response:
    """Refuse, withhold or write, and put the answer on the wire; what is written is billed."""
    if goes_wrong.refusal:
        raise goes_wrong.refusal
    if goes_wrong.unpainted:
        return outcome.answered(b"")
    took = round((time.monotonic() - outcome.started) * 1000)
    verdict = None if goes_wrong.paints_anyway else goes_wrong.verdict or judge([asked.text])
    if verdict is Verdict.INFERENCE_FAILED:
        raise Refusal("ModelErrorException", 424, "The model did not finish.")
    plainly = goes_wrong.picture is not None
    body = (
        withheld(asked, latency_ms=took)
        if verdict
        else reply(asked, latency_ms=took, plainly=plainly)
    )
    outcome.name = verdict.name.lower() if verdict else "written"
    outcome.billed = True
    raw = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    return outcome.answered(goes_wrong.spoil(raw) if goes_wrong.spoil else raw)


def _delivered(response: Response, fault: Rule | None, goes_wrong: Kind) -> Response:
    deliver = goes_wrong.delivery
    return deliver(response, fault.seconds) if fault and deliver else response
