"""A client of OpenAI's door, with painters who work while it waits."""

from dataclasses import replace
from typing import Any

import pytest

from functions.use_cases.look import Clock
from tests.fakes import FakeDarkroom
from tests.unit.doors.conftest import NOW, Answer, Api
from tests.unit.use_cases.world import TENANT, World

IMAGES = "/openai/v1/images/generations"


class Client:
    """Calls OpenAI's door; while it waits, painters work, if they shall."""

    def __init__(self, api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
        self.api = api
        api.clock = lambda: self.world.now
        self.world = World(now=NOW)
        self.painters = True
        self.darkroom = FakeDarkroom(self.world.store)
        counter = replace(
            api.module.DESK.counter,
            records=self.world.records,
            queue=self.world.queue,
            store=self.world.store,
            darkroom=self.darkroom,
            clock=Clock(lambda: self.world.now, self.sleep),
        )
        monkeypatch.setattr(api.module, "DESK", replace(api.module.DESK, counter=counter))

    def sleep(self, seconds: float) -> None:
        self.world.advance(seconds)
        while self.painters and self.world.deliver():
            pass

    def __call__(self, body: Any, *, retries: int | None = None, **headers: str) -> Answer:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if retries is not None:
            sent["x-stainless-retry-count"] = str(retries)
        return self.api("POST", IMAGES, body, headers=sent, tenant=TENANT)

    @property
    def generations(self) -> int:
        return len(self.world.records.generations_)
