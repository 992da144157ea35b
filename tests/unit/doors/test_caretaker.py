"""Due work first, whatever becomes of models' lives; and what changed is told."""

from datetime import date
from types import ModuleType
from typing import Any

import pytest

from functions.domain.lifecycle import Lifecycle
from functions.domain.listing import ListingFailed
from functions.use_cases.care import Round
from functions.use_cases.follow import Almanac
from functions.wiring.policy import policy
from tests.fakes import FakeDirectory, FakeListings
from tests.samples import CORE
from tests.unit.doors.conftest import CONTEXT, SETTINGS
from tests.unit.doors.test_signals import emitted


@pytest.fixture
def done() -> list[str]:
    """What the caretaker did, in order."""
    return []


@pytest.fixture
def directory(done: list[str]) -> FakeDirectory:
    class Telling(FakeDirectory):
        def listed(self) -> dict[str, Lifecycle]:
            done.append("followed")
            return super().listed()

    return Telling({CORE: Lifecycle("legacy")})


@pytest.fixture
def caretaker(
    monkeypatch: pytest.MonkeyPatch, done: list[str], directory: FakeDirectory
) -> ModuleType:
    for name, value in SETTINGS.to_env().items():
        monkeypatch.setenv(name, value)
    from functions import caretaker as module

    def care(*_: Any, **__: Any) -> Round:
        done.append("cared")
        return Round(looked_at=3)

    almanac = Almanac(directory, FakeListings(), lambda at: policy(SETTINGS, at))
    monkeypatch.setattr(module, "ALMANAC", almanac)
    monkeypatch.setattr(module, "care", care)
    return module


def test_due_work_comes_first(caretaker: ModuleType, done: list[str]) -> None:
    answer = caretaker.handler({}, CONTEXT)

    assert answer == {"looked_at": 3}
    assert done == ["cared", "followed"]


def test_due_work_that_fails_keeps_nothing_from_being_read(
    caretaker: ModuleType, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: Any, **__: Any) -> Round:
        raise ConnectionError("the table is out of reach")

    monkeypatch.setattr(caretaker, "care", failing)

    with pytest.raises(ConnectionError):
        caretaker.handler({}, CONTEXT)

    assert done == ["followed"]


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (ListingFailed("AccessDenied: no"), "Bedrock did not list its models"),
        (None, "models' lives could not be followed"),
    ],
)
def test_a_failure_to_follow_is_told_and_fails_no_due_work(
    fault: ListingFailed | None,
    told: str,
    caretaker: ModuleType,
    directory: FakeDirectory,
    caplog: pytest.LogCaptureFixture,
) -> None:
    directory.says = fault  # type: ignore[assignment] - None is a fault that nobody foresaw

    answer = caretaker.handler({}, CONTEXT)

    assert answer == {"looked_at": 3}
    assert told in caplog.messages


def test_a_change_of_a_models_state_is_a_warning_with_before_and_after(
    caretaker: ModuleType, caplog: pytest.LogCaptureFixture
) -> None:
    caretaker.handler({}, CONTEXT)

    [line] = [vars(line) for line in caplog.records if line.levelname == "WARNING"]
    assert (line["model"], line["before"], line["after"]) == (CORE, "active", "legacy")


@pytest.mark.parametrize(
    ("says", "read", "failed", "ending"),
    [
        ({CORE: Lifecycle("active")}, [1], [0], [0]),
        ({CORE: Lifecycle("legacy", end_of_life=date(2026, 1, 1))}, [1], [0], [1]),
        (ListingFailed("AccessDenied: no"), [0], [1], [0]),
        (None, [], [1], []),
    ],
)
def test_it_is_counted_whether_bedrock_answered_and_what_is_ending(
    says: Any,
    read: list[int],
    failed: list[int],
    ending: list[int],
    caretaker: ModuleType,
    directory: FakeDirectory,
    capsys: pytest.CaptureFixture[str],
) -> None:
    directory.says = says

    caretaker.handler({}, CONTEXT)

    found = list(emitted(capsys.readouterr().out))
    counted = {
        name: [each.value for each in found if each.name == name]
        for name in ("ListingsRead", "ListingsFailed", "ModelsEnding")
    }
    assert counted == {"ListingsRead": read, "ListingsFailed": failed, "ModelsEnding": ending}


def test_an_operator_may_have_it_read_at_once(caretaker: ModuleType, done: list[str]) -> None:
    for event in ({}, {}, {"lifecycles": "now"}):
        caretaker.handler(event, CONTEXT)

    assert done.count("followed") == 2
