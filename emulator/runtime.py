"""The runtime door: InvokeModel, step by step.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
"""

import json
import time
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from emulator import refusal
from emulator.access import region_of
from emulator.answers import answered, new_request_id, refused
from emulator.families import DIALECTS, Body, Dialect
from emulator.filters import Verdict, judge
from emulator.ledger import Ledger
from emulator.lifecycle import Lifecycle
from emulator.refusal import Refusal
from emulator.schema import violations
from emulator.workshop import Workshop

BODY_LIMIT = 25_000_000


@dataclass(slots=True)
class Outcome:
    """What came of a call: the ledger's half of the answer."""

    name: str = "painted"
    images: int = 0
    billed: str = "no"


class RuntimeDoor:
    """Answers InvokeModel and books every call."""

    def __init__(self, lifecycle: Lifecycle, workshop: Workshop, ledger: Ledger) -> None:
        self._lifecycle = lifecycle
        self._workshop = workshop
        self._ledger = ledger

    async def invoke(self, request: Request) -> Response:
        """Answer one call and write it into the ledger, however it ends."""
        started, request_id, outcome = time.monotonic(), new_request_id(), Outcome()
        try:
            body = await self._reply(request, outcome)
            latency = str(round((time.monotonic() - started) * 1000))
            headers = {"X-Amzn-Bedrock-Invocation-Latency": latency}
            response = answered(body, request_id=request_id, headers=headers)
        except Refusal as refused_with:
            outcome.name = refused_with.type
            outcome.billed = "no" if refused_with.status < 424 else "unknown"
            response = refused(refused_with, request_id=request_id)
        self._book(request, request_id, response.status_code, outcome)
        return response

    async def _reply(self, request: Request, outcome: Outcome) -> Body:
        """Authorise, find the model, validate, filter, paint, answer."""
        region = region_of(request.headers.get("authorization"))
        request.state.region = region
        content = await _content_of(request)
        spec = self._lifecycle.answering(request.path_params["model"], region)
        dialect = DIALECTS[spec.family]
        commissions = dialect.read(spec.id, _valid_body(content, dialect))
        verdict = judge(prompt for each in commissions for prompt in each.prompts)
        if verdict is None:
            images = await self._workshop.paint(commissions)
            outcome.images, outcome.billed = len(images), "yes"
            return dialect.answer(commissions, images)
        filtered = [replace(each, blurred=True) for each in commissions]
        images = await self._workshop.paint(filtered if dialect.SHOWS_FILTERED else [])
        outcome.name = verdict.name.lower()
        outcome.billed = _billed(verdict, filtered_is_billed=spec.filtered_is_billed)
        return dialect.decline(verdict, commissions[0].seed, images)

    def _book(self, request: Request, request_id: str, status: int, outcome: Outcome) -> None:
        self._ledger.book(
            request_id=request_id,
            model=request.path_params["model"],
            region=getattr(request.state, "region", None),
            status=status,
            outcome=outcome.name,
            images=outcome.images,
            billed=outcome.billed,
            metadata=request.headers.get("x-amzn-bedrock-request-metadata"),
        )


async def _content_of(request: Request) -> bytes:
    """Read the whole body, keeping no more of it than the limit."""
    kept, size = bytearray(), 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= BODY_LIMIT:
            kept += chunk
    if size > BODY_LIMIT:
        raise refusal.too_large()
    return bytes(kept)


def _valid_body(content: bytes, dialect: Dialect) -> dict[str, Any]:
    """Parse a body and hold it against the family's schema."""
    try:
        body = json.loads(content)
    except ValueError:
        raise refusal.malformed() from None
    broken = list(violations(body, dialect.SCHEMA))
    if broken:
        raise refusal.malformed(*broken)
    return body


def _billed(verdict: Verdict, *, filtered_is_billed: bool) -> str:
    """Say whether a call without a picture is paid; AWS does not."""
    if verdict is Verdict.INFERENCE_FAILED:
        return "unknown"
    return "yes" if filtered_is_billed else "no"
