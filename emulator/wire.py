"""Answers that go wrong on the wire: late, in drops, in part, or never.

What is in an answer is decided elsewhere; here is only how its bytes travel.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

LATENCY = "x-amzn-bedrock-invocation-latency"
DROPS = 10
"""Pieces that a slow body comes in."""

_TRANSPORT = "emulator.transport"


class Severable:
    """An application whose answers can reach the socket under them.

    ASGI has no word for closing a connection without an answer, so the transport
    is taken from uvicorn's request cycle, whose method `send` is.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request with its transport within reach."""
        cycle = getattr(send, "__self__", None)
        scope[_TRANSPORT] = getattr(cycle, "transport", None)
        await self._app(scope, receive, send)


class Silence(Response):
    """No answer: the connection stays open until the client gives up."""

    status_code: int | None = None  # type: ignore[assignment] - nothing was answered

    def __init__(self, answer: Response | None = None, seconds: float = 0.0) -> None:
        self.answer = answer
        self.background = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wait for the client to go."""
        await _gone(receive)


class Cut(Silence):
    """No answer: the connection is closed."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Close the connection and see it closed, so that nothing answers after us."""
        scope[_TRANSPORT].close()
        await super().__call__(scope, receive, send)


class CutWithin(Cut):
    """Half an answer: its headers, half of what they promise, and the end."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the half and close the connection."""
        assert self.answer is not None  # noqa: S101 - a half needs a whole
        body = bytes(self.answer.body)
        await _start(self.answer, send)
        await _send(body[: len(body) // 2], send)
        await super().__call__(scope, receive, send)


class Late(Response):
    """An answer that comes some seconds after it was ready."""

    def __init__(self, answer: Response, seconds: float) -> None:
        self.answer, self._seconds = answer, seconds
        self.status_code, self.background = answer.status_code, None
        took = int(answer.headers.get(LATENCY, "0")) + round(seconds * 1000)
        answer.headers[LATENCY] = str(took)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wait, then answer, if someone is still there."""
        if await _stays(receive, self._seconds):
            await self.answer(scope, receive, send)


class Dribble(Late):
    """An answer at once, whose body takes some seconds to come."""

    def __init__(self, answer: Response, seconds: float) -> None:
        self.answer, self._seconds = answer, seconds
        self.status_code, self.background = answer.status_code, None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the body in drops."""
        body = bytes(self.answer.body)
        size = -(-len(body) // DROPS)
        await _start(self.answer, send)
        for begin in range(0, len(body), size):
            if not await _stays(receive, self._seconds / DROPS):
                return
            await _send(body[begin : begin + size], send)
        await _send(b"", send, more=False)


Delivery = Callable[[Response, float], Response]
"""Makes an answer travel badly; takes it and the rule's seconds."""


async def _gone(receive: Receive) -> None:
    """Wait until the connection is closed, by whom ever."""
    while (await receive())["type"] != "http.disconnect":
        continue


async def _stays(receive: Receive, seconds: float) -> bool:
    """Wait, and say whether the client did too."""
    try:
        await asyncio.wait_for(_gone(receive), seconds)
    except TimeoutError:
        return True
    return False


async def _start(answer: Response, send: Send) -> None:
    head: dict[str, Any] = {"type": "http.response.start", "status": answer.status_code}
    await send({**head, "headers": answer.raw_headers})


async def _send(body: bytes, send: Send, *, more: bool = True) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": more})
