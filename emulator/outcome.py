"""What came of a call, and its way into the ledger: the same for every runtime door."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from emulator.answers import new_request_id, refused, spoken
from emulator.ledger import Ledger
from emulator.refusal import Refusal


@dataclass(slots=True)
class Outcome:
    """What came of a call: the ledger's half of the answer."""

    request_id: str = field(default_factory=new_request_id)
    started: float = field(default_factory=time.monotonic)
    region: str | None = None
    metadata: str | None = None
    status: int | None = None
    name: str = "unpainted"
    images: int = 0
    billed: bool = False
    fault: str | None = None

    def answered(self, content: str | bytes) -> Response:
        """Make the answer of a call that ended well, or seemed to."""
        latency = str(round((time.monotonic() - self.started) * 1000))
        headers = {"X-Amzn-Bedrock-Invocation-Latency": latency}
        return spoken(content, request_id=self.request_id, headers=headers)

    def refused(self, why: Refusal) -> Response:
        """Make the answer of a call that ended with an error."""
        self.name = why.type
        return refused(why, request_id=self.request_id)


async def booked(
    request: Request, ledger: Ledger, respond: Callable[[Request, Outcome], Awaitable[Response]]
) -> Response:
    """Answer one call and write it into the ledger, however it ends.

    It is booked before its answer travels: who hangs up meanwhile pays too.
    """
    outcome = Outcome()
    try:
        response = await respond(request, outcome)
        outcome.status = response.status_code
        return response
    finally:
        ledger.book(
            request_id=outcome.request_id,
            model=request.path_params["model"],
            region=outcome.region,
            status=outcome.status,
            outcome=outcome.name,
            images=outcome.images,
            billed="yes" if outcome.billed else "no",
            metadata=outcome.metadata,
            fault=outcome.fault,
        )
