"""The blocking client: takes the steps of the calls' flows, and decides nothing."""

import time
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

import httpx

from easel_client import calls
from easel_client.endpoint import Endpoint, surroundings
from easel_client.methods import like
from easel_client.retries import Retries, persistently
from easel_client.steps import Ask, Flow, Pause, Step

P = ParamSpec("P")
T = TypeVar("T")


def _method(call: Callable[P, Flow[T]]) -> Callable[Concatenate["Easel", P], T]:
    def method(self: "Easel", /, *args: P.args, **kwargs: P.kwargs) -> T:
        return self.follow(call(*args, **kwargs))

    like(call, method)
    return method


class Easel:
    """Easel's API. Bodies and answers are the service's own; failures raise `EaselError`s."""

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
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """Get ready; nothing is asked yet.

        Args:
            base_url: As `make run` printed it, `…/api` included.
            api_key: `easel_…`; health alone needs none.
            timeout: Seconds for one try; time that the service was asked to wait comes on top.
            retries: Tries after the first.
            transport: For tests, proxies and certificates of your own.
        """
        self._endpoint = Endpoint(base_url, api_key, timeout)
        self._retries = retries if isinstance(retries, Retries) else Retries(retries)
        self._http = httpx.Client(transport=transport)

    @classmethod
    def from_env(cls, **settings: Any) -> Self:
        """Return a client of `EASEL_URL` with `EASEL_API_KEY`."""
        return cls(*surroundings(), **settings)

    def follow(self, flow: Flow[T]) -> T:
        """Take a flow's steps and return what it came to."""
        steps = persistently(flow, self._retries)
        came: Any = None
        while True:
            try:
                came = self._take(steps.send(came))
            except StopIteration as done:
                return done.value

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _take(self, step: Step) -> Any:
        if isinstance(step, Ask):
            try:
                return self._http.send(self._http.build_request(**self._endpoint.sent(step)))
            except httpx.RequestError as fault:
                return fault
        return time.sleep(step.seconds) if isinstance(step, Pause) else time.monotonic()
