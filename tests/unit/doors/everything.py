"""Every door of one deployment around one world, and a life in which everything happens."""

from dataclasses import replace
from datetime import timedelta
from types import ModuleType
from typing import Any

import pytest

from functions.adapters import sqs
from functions.domain import signals
from functions.domain.errors import Unavailable
from functions.domain.lifecycle import Lifecycle
from functions.domain.outcome import MAX_UNSENT, RULES
from functions.use_cases.care import Household
from functions.use_cases.follow import Almanac
from functions.wiring.policy import policy
from tests.fakes import FakeDirectory, FakeKeyRing, FakeListings
from tests.samples import CORE
from tests.unit.doors.conftest import CONTEXT, SETTINGS, Api
from tests.unit.use_cases.cut import killing
from tests.unit.use_cases.world import World, failing, withheld


class Doors:
    """Every door of one deployment, around one world."""

    def __init__(self, api: Api, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        from functions import authorizer, caretaker, painter

        self.api, self.world, self.patch = api, world, monkeypatch
        self.painter: ModuleType = painter
        self.caretaker: ModuleType = caretaker
        self.authorizer: ModuleType = authorizer
        house = Household(
            records=world.records, queue=world.queue, store=world.store, limit=world.limit
        )
        counter = replace(api.module.DESK.counter, records=world.records, queue=world.queue)
        monkeypatch.setattr(api.module, "DESK", replace(api.module.DESK, counter=counter))
        monkeypatch.setattr(painter, "STUDIO", world.studio())
        directory = FakeDirectory({CORE: Lifecycle("active")})
        almanac = Almanac(directory, FakeListings(), lambda at: policy(SETTINGS, at))
        monkeypatch.setattr(caretaker, "HOUSEHOLD", house)
        monkeypatch.setattr(caretaker, "ALMANAC", almanac)
        monkeypatch.setattr(caretaker, "now", lambda: world.now)
        monkeypatch.setattr(authorizer, "KEYS", FakeKeyRing())

    def ask(self, headers: dict[str, str] | None = None, **body: Any) -> Any:
        return self.api("POST", "/v1/generations", {"prompt": "a lake"} | body, headers=headers)

    def deliver(self) -> bool:
        ref = self.world.queue.receive()
        if ref is None:
            return False
        event = {"Records": [{"messageId": "1", "body": sqs.write(ref)}]}
        self.painter.handler(event, CONTEXT)
        return True

    def settle_down(self) -> None:
        for _ in range(100):
            while self.deliver():
                pass
            self.caretaker.handler({}, CONTEXT)
            coming = [at for at, _ in self.world.queue.messages]
            coming += [due.at for due in self.world.records.due_]
            if not coming:
                return
            self.world.now = max(self.world.now, min(coming))


def live(doors: Doors) -> None:
    """Let everything happen that a door can count."""
    script = doors.world.model.script
    for outcome in [each for each in RULES if each not in ("succeeded", "filtered")]:
        script.append(failing(outcome))
    script.append(withheld())
    doors.ask(count=8)
    doors.settle_down()
    doors.ask({"Idempotency-Key": "k"})
    doors.ask({"Idempotency-Key": "k"})
    doors.settle_down()
    ended = doors.ask().json["id"]
    doors.api("POST", f"/v1/generations/{ended}/cancel")
    doors.api("DELETE", f"/v1/generations/{ended}")
    doors.settle_down()
    _go_wrong(doors)
    _enhance(doors)
    _refuse(doors)


def _go_wrong(doors: Doors) -> None:
    doors.ask()
    with doors.patch.context() as broken:
        broken.setattr(doors.painter, "paint", _unavailable)
        doors.deliver()
    doors.ask()
    killing(doors.world.deliver, "after model.invoke")
    doors.settle_down()
    doors.ask()
    doors.world.queue.messages.clear()
    with doors.patch.context() as broken:
        broken.setattr(type(doors.world.records), "generation", _unavailable)
        doors.world.advance(61)
        with pytest.raises(ExceptionGroup):
            doors.caretaker.handler({}, CONTEXT)
    doors.world.advance(timedelta(days=1).total_seconds())
    doors.settle_down()


def _enhance(doors: Doors) -> None:
    """Let a call of the text model end in every way, and one with its door."""
    writer: Any = doors.api.module.DESK.counter.enhancer().writer
    ends = [each for each in signals.PROMPTS_ENHANCED.values if each != "succeeded"]
    for script in ([], *([each] * MAX_UNSENT for each in ends)):
        writer.script[:] = script
        doors.api("POST", "/v1/prompts/enhance", {"brief": "a lake"})
    writer.script[:] = [KeyboardInterrupt()]
    with pytest.raises(KeyboardInterrupt):
        doors.api("POST", "/v1/prompts/enhance", {"brief": "a lake"})
    doors.settle_down()


def _refuse(doors: Doors) -> None:
    with pytest.raises(Exception, match="Unauthorized"):
        doors.authorizer.handler({"headers": {}, "methodArn": "arn"}, None)
    counter = replace(doors.api.module.DESK.counter, limit=1)
    poor = replace(doors.api.module.DESK, counter=counter)
    doors.patch.setattr(doors.api.module, "DESK", poor)
    assert doors.ask().status == 402


def _unavailable(*_: Any, **__: Any) -> None:
    raise Unavailable("busy")
