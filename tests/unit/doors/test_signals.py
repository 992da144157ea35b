"""The real doors emit every signal of the table, as it says, and nothing else."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from types import ModuleType
from typing import Any

import pytest

from functions.adapters import sqs
from functions.catalogue import CATALOGUE
from functions.domain.errors import Unavailable
from functions.domain.outcome import RULES
from functions.domain.signals import NAMESPACE, SIGNALS, STAGE, VALUES, Signal
from functions.domain.story import STORY
from functions.use_cases.care import Household
from tests.fakes import FakeKeyRing
from tests.unit.doors.conftest import CONTEXT, SETTINGS, Api
from tests.unit.doors.logged import lines
from tests.unit.use_cases.cut import killing
from tests.unit.use_cases.world import World, failing, withheld

BY_NAME = {each.name: each for each in SIGNALS}


@dataclass(frozen=True)
class Emitted:
    """One value, as CloudWatch would read it."""

    name: str
    unit: str
    dimensions: tuple[tuple[str, str], ...]
    value: float


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
        monkeypatch.setattr(caretaker, "HOUSEHOLD", house)
        monkeypatch.setattr(caretaker.wiring, "now", lambda: world.now)
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


@pytest.fixture
def doors(api: Api, monkeypatch: pytest.MonkeyPatch) -> Doors:
    return Doors(api, World(), monkeypatch)


def emitted(printed: str) -> Iterator[Emitted]:
    """Yield what CloudWatch would take out of a log."""
    for line in printed.splitlines():
        blob = json.loads(line) if line.startswith("{") else {}
        for directive in blob.get("_aws", {}).get("CloudWatchMetrics", ()):
            assert directive["Namespace"] == NAMESPACE
            for names in directive["Dimensions"]:
                dimensions = tuple((name, blob[name]) for name in names)
                for metric in directive["Metrics"]:
                    for value in blob[metric["Name"]]:
                        yield Emitted(metric["Name"], metric["Unit"], dimensions, value)


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


def _refuse(doors: Doors) -> None:
    with pytest.raises(Exception, match="Unauthorized"):
        doors.authorizer.handler({"headers": {}, "methodArn": "arn"}, None)
    counter = replace(doors.api.module.DESK.counter, limit=1)
    poor = replace(doors.api.module.DESK, counter=counter)
    doors.patch.setattr(doors.api.module, "DESK", poor)
    assert doors.ask().status == 402


def _unavailable(*_: Any, **__: Any) -> None:
    raise Unavailable("busy")


@pytest.fixture
def everything(doors: Doors, capsys: pytest.CaptureFixture[str]) -> list[Emitted]:
    live(doors)
    return list(emitted(capsys.readouterr().out))


def test_every_signal_is_emitted_and_nothing_beside_the_table(everything: list[Emitted]) -> None:
    assert {each.name for each in everything} == set(BY_NAME)


def test_every_value_has_the_unit_and_the_dimensions_of_its_row(everything: list[Emitted]) -> None:
    for each in everything:
        signal = BY_NAME[each.name]
        assert each.unit == signal.unit
        names = [name for name, _ in each.dimensions]
        assert names == [STAGE, *([signal.by] if signal.by else [])]
        assert dict(each.dimensions)[STAGE] == SETTINGS.stage
        assert _bounded(signal, dict(each.dimensions)), each


def test_every_value_of_a_bounded_dimension_was_seen(everything: list[Emitted]) -> None:
    seen = {value for each in everything for name, value in each.dimensions if name != STAGE}

    for dimension in ("billed", "outcome"):
        assert set(VALUES[dimension]) <= seen


def test_an_image_that_moved_tells_its_story(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    doors.world.model.script.extend([failing("throttled"), failing("refused", "a lake")])
    doors.ask()

    with lines(monkeypatch) as found:
        doors.settle_down()

    busy, ended = [line for line in found if line["message"] == STORY]
    assert (busy["status"], busy["outcome"], busy["billed"]) == ("queued", "throttled", "no")
    assert (ended["status"], ended["code"], ended["blame"]) == ("failed", "model_refused", "ours")
    assert ended["correlation_id"] == "request-1"
    assert "a lake" not in str(found)


def _bounded(signal: Signal, dimensions: dict[str, str]) -> bool:
    if signal.by is None:
        return True
    return dimensions[signal.by] in (CATALOGUE if signal.by == "model" else VALUES[signal.by])
