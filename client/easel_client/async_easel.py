"""The asynchronous client: takes the steps of the calls' flows, and decides nothing."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

import httpx

from easel_client import calls
from easel_client.endpoint import Endpoint, surroundings
from easel_client.methods import like
from easel_client.retries import Retries, persistently
from easel_client.steps import Ask, Flow, Pause, Step

P = ParamSpec("P")
T = TypeVar("T")


def _method(call: Callable[P, Flow[T]]) -> Callable[Concatenate["AsyncEasel", P], Awaitable[T]]:
    async def method(self: "AsyncEasel", /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self.follow(call(*args, **kwargs))

    like(call, method)
    return method


class AsyncEasel:
    """`Easel`, awaited: the same calls, the same answers, the same retries."""

    generate = _method(calls.generate)
    wait = _method(calls.wait)
    plan = _method(calls.plan)
    generation = _method(calls.generation)
    generations = _method(calls.generations)
    cancel = _method(calls.cancel)
    delete_generation = _method(calls.delete_generation)
    pick = _method(calls.pick)
    archive = _method(calls.archive)
    images = _method(calls.images)
    image = _method(calls.image)
    update_image = _method(calls.update_image)
    delete_image = _method(calls.delete_image)
    children = _method(calls.children)
    share = _method(calls.share)
    unshare = _method(calls.unshare)
    content = _method(calls.content)
    content_url = _method(calls.content_url)
    thumbnail = _method(calls.thumbnail)
    input_content = _method(calls.input_content)
    upload_content = _method(calls.upload_content)
    upload = _method(calls.upload)
    inspect = _method(calls.inspect)
    models = _method(calls.models)
    model = _method(calls.model)
    usage = _method(calls.usage)
    healthy = _method(calls.healthy)
    compose = _method(calls.compose)
    lint = _method(calls.lint)
    enhance = _method(calls.enhance)
    enhance_offer = _method(calls.enhance_offer)

    def __init__(
        self,
        base_url: str,
        api_key: str | None = None,
        *,
        timeout: float = 60.0,
        retries: int | Retries = 4,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """Get ready; the arguments are those of `Easel`."""
        self._endpoint = Endpoint(base_url, api_key, timeout)
        self._retries = retries if isinstance(retries, Retries) else Retries(retries)
        self._http = httpx.AsyncClient(transport=transport)

    @classmethod
    def from_env(cls, **settings: Any) -> Self:
        """Return a client of `EASEL_URL` with `EASEL_API_KEY`."""
        return cls(*surroundings(), **settings)

    async def follow(self, flow: Flow[T]) -> T:
        """Take a flow's steps and return what it came to."""
        steps = persistently(flow, self._retries)
        came: Any = None
        while True:
            try:
                came = await self._take(steps.send(came))
            except StopIteration as done:
                return done.value

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _take(self, step: Step) -> Any:
        if isinstance(step, Ask):
            try:
                return await self._http.send(self._http.build_request(**self._endpoint.sent(step)))
            except httpx.RequestError as fault:
                return fault
        return await asyncio.sleep(step.seconds) if isinstance(step, Pause) else time.monotonic()
