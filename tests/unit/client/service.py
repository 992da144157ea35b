"""A service in memory: answers in turn what a test tells it to, and keeps what it was asked."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from easel_client import AsyncEasel, Easel, Retries

URL = "http://easel.test/_aws/execute-api/abc/api"
KEY = "easel_secret"

Reply = httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]


class Service(httpx.MockTransport):
    """Gives its replies in turn, the last one for ever."""

    def __init__(self, *replies: Reply) -> None:
        super().__init__(self._reply)
        self.replies = list(replies)
        self.asked: list[httpx.Request] = []

    def _reply(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.asked.append(request)
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if isinstance(reply, Exception):
            raise reply
        return reply(request) if callable(reply) else _copy(reply)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        return self._reply(request)

    def said(self, header: str) -> list[str | None]:
        """Return a header of each request, None where it was left out."""
        return [each.headers.get(header) for each in self.asked]


def _copy(reply: httpx.Response) -> httpx.Response:
    return httpx.Response(reply.status_code, headers=reply.headers, content=reply.content)


class Caller:
    """Makes one call, by the blocking client or by the other: they must be one."""

    def __init__(self, kind: str, retries: Retries) -> None:
        self.kind, self.retries = kind, retries

    def __call__(self, service: Service, name: str, *args: Any, **kwargs: Any) -> Any:
        if self.kind == "sync":
            with Easel(URL, KEY, retries=self.retries, transport=service) as easel:
                return getattr(easel, name)(*args, **kwargs)
        return asyncio.run(self._awaited(service, name, *args, **kwargs))

    async def _awaited(self, service: Service, name: str, *args: Any, **kwargs: Any) -> Any:
        async with AsyncEasel(URL, KEY, retries=self.retries, transport=service) as easel:
            return await getattr(easel, name)(*args, **kwargs)


AT_ONCE = Retries(times=4, first=0.0, chance=lambda: 0.0)

both = pytest.mark.parametrize(
    "call", [Caller("sync", AT_ONCE), Caller("async", AT_ONCE)], ids=["sync", "async"]
)


def problem(status: int, code: str = "some_code", **more: Any) -> httpx.Response:
    """Return a refusal as the service writes it."""
    headers = more.pop("headers", {})
    body = {"title": "T", "status": status, "code": code, "detail": "D.", "request_id": "r-1"}
    return httpx.Response(status, json=body | more, headers=headers)


COST = {"currency": "USD", "estimated": "0.04", "spent": "0.04", "unknown": "0"}


def image(number: int = 0, status: str = "succeeded", **more: Any) -> dict[str, Any]:
    """Return an image as the service shows it."""
    own = f"img_01ARZ3NDEKTSV4RRFFQ69G5FAV_{number:02}"
    return {
        "id": own,
        "generation": "gen_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "status": status,
        "task": "text_to_image",
        "model": "stability.stable-image-core-v1:1",
        "prompt": "a lake",
        "negative_prompt": None,
        "seed": 7 + number,
        "parameters": {},
        "created_at": "2026-11-22T10:00:00.000Z",
        "started_at": None,
        "completed_at": None,
        "width": 1024,
        "height": 1024,
        "format": "png",
        "bytes": 1000,
        "sha256": "0" * 64,
        "parents": [],
        "children": None,
        "cell": {},
        "favourite": False,
        "tags": [],
        "picked": False,
        "deleted": False,
        "url": "https://s3.test/x?X-Amz-Signature=s",
        "url_expires_in": 900,
        "content": f"/api/v1/images/{own}/content",
        "thumbnail": f"/api/v1/images/{own}/thumbnail",
        "cost": COST,
        "error": None,
        "attempts": [],
    } | more


def generation(succeeded: int = 1, total: int = 1, **more: Any) -> dict[str, Any]:
    """Return a generation as the service shows it."""
    pending = total - succeeded
    counts = {"total": total, "pending": pending, "succeeded": succeeded}
    return {
        "id": "gen_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "status": "running" if pending else "succeeded",
        "task": "text_to_image",
        "model": {"requested": None, "used": "stability.stable-image-core-v1:1"},
        "created_at": "2026-11-22T10:00:00.000Z",
        "started_at": None,
        "completed_at": None,
        "deadline_at": "2026-11-22T10:15:00.000Z",
        "counts": counts | {"filtered": 0, "failed": 0, "canceled": 0},
        "cost": COST,
        "group": None,
        "metadata": {},
        "picked": None,
        "correlation_id": "r-0",
        "links": {"self": "/api/v1/generations/x", "cancel": "/api/v1/generations/x/cancel"},
        "request": {"prompt": "a lake"},
        "receipt": [{"name": "seed", "requested": 7, "used": 7, "status": "applied"}],
        "images": [
            image(number, "succeeded" if number < succeeded else "queued")
            for number in range(total)
        ],
        "inputs": [],
    } | more


def ok(body: Any, status: int = 200) -> httpx.Response:
    """Return an answer."""
    return httpx.Response(status, json=body)
