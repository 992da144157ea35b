"""OpenAI's own SDK, unmodified, before a door in memory and a clock that can be turned."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx2
import pytest
from openai import OpenAI

from tests.unit.doors.openai_client import Client
from tests.unit.use_cases.world import TENANT

GATEWAY = 29.0
"""Seconds after which API Gateway answers for us."""

STEP = 0.25

Fate = Callable[[], str]


@dataclass
class Gateway(httpx2.BaseTransport):
    """Brings an SDK's requests to the door, and loses answers as it is told.

    Attributes:
        client: The door, and the world behind it.
        fate: Says of each request: `come`, `unreached`, `cut` or `504`.
        fates: How often it said what, and how often the gateway itself gave up.
    """

    client: Client
    fate: Fate = lambda: "come"
    fates: Counter[str] = field(default_factory=Counter)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        fate = self.fate()
        self.fates[fate] += 1
        if fate == "unreached":
            raise httpx2.ConnectError("nobody is there", request=request)
        asked_at = self.client.world.now
        sent = {name: request.headers[name] for name in request.headers}
        answer = self.client.api(
            "POST", request.url.path, request.read(), headers=sent, tenant=TENANT
        )
        if (self.client.world.now - asked_at).total_seconds() > GATEWAY:
            self.fates["too late"] += 1
            fate = "504"
        if fate == "cut":
            raise httpx2.ReadError("the connection was cut", request=request)
        if fate == "504":
            return httpx2.Response(504, json={"message": "Endpoint request timed out"})
        return httpx2.Response(answer.status, headers=answer.headers, text=answer.text)


class Shop:
    """A door whose model takes its time, and SDKs that pause as their clients would."""

    def __init__(self, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        self.client, self.world = client, client.world
        self.takes = 3.0
        self._send = self.world.queue.send
        monkeypatch.setattr(self.world.queue, "send", self.send)
        monkeypatch.setattr("openai._base_client.time.sleep", self.pass_time)

    def send(self, refs: Sequence[Any], *, delay_seconds: int = 0) -> bool:
        """Let a painter have come to its end when the model's time is over."""
        return self._send(refs, delay_seconds=delay_seconds + round(self.takes))

    def pass_time(self, seconds: float) -> None:
        """Let painters work while a client pauses."""
        while seconds > 0:
            self.client.sleep(min(STEP, seconds))
            seconds -= STEP

    def sdk(self, fate: Fate = lambda: "come", **options: Any) -> tuple[OpenAI, Gateway]:
        """Return an SDK as its page says, and what stands between it and the door."""
        gateway = Gateway(self.client, fate)
        http = httpx2.Client(transport=gateway)
        return OpenAI(
            base_url="https://api.example/openai/v1", api_key="k", http_client=http, **options
        ), gateway

    @property
    def billed(self) -> int:
        return sum(billed == "yes" for _, billed in self.world.model.bills)


def fates(*each: str) -> Fate:
    """Return a fate that befalls so, request by request; later ones come."""
    told: Iterator[str] = iter(each)
    return lambda: next(told, "come")
