"""The runtime door: InvokeModel, step by step.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
"""

import asyncio
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from emulator import refusal
from emulator.access import region_of
from emulator.commission import Commission
from emulator.families import DIALECTS, Body, Dialect
from emulator.faults import Faults
from emulator.filters import Verdict
from emulator.ledger import Ledger
from emulator.lifecycle import Lifecycle
from emulator.outcome import Outcome, booked
from emulator.refusal import Refusal
from emulator.schema import Schema, violations
from emulator.task import Task
from emulator.workshop import Workshop

BODY_LIMIT = 25_000_000
LIGHT = 64 * 1024
"""Bytes of a body that is read at once; one with images would make all others wait."""


class RuntimeDoor:
    """Answers InvokeModel and books every call, once, when its outcome is decided."""

    def __init__(
        self, lifecycle: Lifecycle, workshop: Workshop, ledger: Ledger, faults: Faults
    ) -> None:
        self._lifecycle = lifecycle
        self._workshop = workshop
        self._ledger = ledger
        self._faults = faults

    async def invoke(self, request: Request) -> Response:
        """Answer one call and write it into the ledger, however it ends."""
        return await booked(request, self._ledger, self._respond)

    async def _respond(self, request: Request, outcome: Outcome) -> Response:
        outcome.metadata = request.headers.get("x-amzn-bedrock-request-metadata")
        try:
            task = await self._task(request, outcome)
        except Refusal as why:
            return outcome.refused(why)
        outcome.fault = task.fault.kind if task.fault else None
        try:
            response = await self._work(task, outcome)
        except Refusal as why:
            outcome.billed = task.fault is not None and task.fault.billed
            response = outcome.refused(why)
        deliver = task.goes_wrong.delivery
        return deliver(response, task.fault.seconds) if task.fault and deliver else response

    async def _task(self, request: Request, outcome: Outcome) -> Task:
        """Authorise, find the model, validate; then see what goes wrong."""
        region = outcome.region = region_of(request.headers.get("authorization"))
        content = await content_of(request)
        spec = self._lifecycle.answering(request.path_params["model"], region)
        dialect = DIALECTS[spec.family]
        if len(content) > LIGHT:
            commissions = await asyncio.to_thread(_commissions, dialect, spec.id, content)
        else:
            commissions = _commissions(dialect, spec.id, content)
        return Task(spec, dialect, commissions, self._faults.strike(spec.id, region))

    async def _work(self, task: Task, outcome: Outcome) -> Response:
        """Refuse, filter or paint, and write the answer."""
        if task.goes_wrong.refusal:
            raise task.goes_wrong.refusal
        if task.goes_wrong.unpainted:
            return outcome.answered(b"")
        body = json.dumps(await self._reply(task, outcome), separators=(",", ":")).encode()
        spoil = task.goes_wrong.spoil
        return outcome.answered(spoil(body) if spoil else body)

    async def _reply(self, task: Task, outcome: Outcome) -> Body:
        """Filter or paint."""
        verdict = task.verdict
        if verdict is None:
            images = await self._workshop.paint(task.commissions)
            outcome.name, outcome.images, outcome.billed = "painted", task.ordered, True
            wrong = task.goes_wrong.picture
            return task.dialect.answer(task.commissions, [wrong] * len(images) if wrong else images)
        images = await self._workshop.paint(task.shown_despite(verdict))
        outcome.name, outcome.billed = verdict.name.lower(), task.is_billed(verdict)
        outcome.images = len(images) if verdict is Verdict.ONE_OUTPUT_FILTERED else 0
        return task.dialect.decline(verdict, task.commissions[0].seed, images)


async def content_of(request: Request) -> bytes:
    """Read the whole body, keeping no more of it than the limit."""
    kept, size = bytearray(), 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= BODY_LIMIT:
            kept += chunk
    if size > BODY_LIMIT:
        raise refusal.too_large()
    return bytes(kept)


def _commissions(dialect: Dialect, model: str, content: bytes) -> list[Commission]:
    """Parse, validate and read a body, decoding its images."""
    return dialect.read(model, _valid_body(content, dialect.page(model).schema))


def _valid_body(content: bytes, schema: Schema) -> dict[str, Any]:
    """Parse a body and hold it against the model's schema."""
    try:
        body = json.loads(content, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise refusal.malformed() from None
    broken = list(violations(body, schema))
    if broken:
        raise refusal.malformed(*broken)
    return body


def _no_constant(name: str) -> None:
    """Refuse NaN and Infinity, which Python's JSON has and JSON has not."""
    raise ValueError(name)
