"""The real doors emit every signal of the table, as it says, and nothing else."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from functions.catalogue import CATALOGUE
from functions.domain.signals import NAMESPACE, SIGNALS, STAGE, Signal
from functions.domain.story import STORY
from tests.unit.doors.conftest import SETTINGS
from tests.unit.doors.everything import Doors, live
from tests.unit.doors.logged import lines
from tests.unit.use_cases.world import failing

BY_NAME = {each.name: each for each in SIGNALS}


@dataclass(frozen=True)
class Emitted:
    """One value, as CloudWatch would read it."""

    name: str
    unit: str
    dimensions: tuple[tuple[str, str], ...]
    value: float


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
    for signal in [each for each in SIGNALS if each.values and each.by != "blame"]:
        mine = [dict(each.dimensions) for each in everything if each.name == signal.name]
        assert {each[signal.by or ""] for each in mine} == set(signal.values)


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
    return dimensions[signal.by] in (signal.values or CATALOGUE)
