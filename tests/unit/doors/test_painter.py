import json
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from functions.adapters import sqs
from functions.domain.errors import AlreadyClaimed
from functions.domain.ledger import ImageRef
from tests.samples import an_image
from tests.unit.doors.conftest import CONTEXT, SETTINGS

REF = ImageRef("acme", an_image().id)


@pytest.fixture
def painter(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    for name, value in SETTINGS.to_env().items():
        monkeypatch.setenv(name, value)
    from functions import painter as module

    records = SimpleNamespace(image=lambda *_: an_image())
    monkeypatch.setattr(module, "STUDIO", SimpleNamespace(records=records))
    return module


def _batch(*bodies: str) -> dict[str, Any]:
    return {"Records": [{"messageId": str(n), "body": body} for n, body in enumerate(bodies)]}


def _failed(answer: dict[str, Any]) -> list[str]:
    return [each["itemIdentifier"] for each in answer["batchItemFailures"]]


def test_a_painted_image_lets_its_message_go(
    painter: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(painter, "paint", lambda image, _: image)

    assert _failed(painter.handler(_batch(sqs.write(REF)), CONTEXT)) == []


def test_an_image_that_somebody_else_has_lets_its_message_go(
    painter: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(*_: Any) -> None:
        raise AlreadyClaimed("x")

    monkeypatch.setattr(painter, "paint", taken)

    assert _failed(painter.handler(_batch(sqs.write(REF)), CONTEXT)) == []


def test_an_unexpected_fault_keeps_only_its_own_message(
    painter: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = iter([None, RuntimeError("disk"), None])

    def paint(image: Any, _: Any) -> Any:
        if fault := next(turns):
            raise fault
        return image

    monkeypatch.setattr(painter, "paint", paint)

    answer = painter.handler(_batch(*[sqs.write(REF)] * 3), CONTEXT)

    assert _failed(answer) == ["1"]


@pytest.mark.parametrize("body", ["not json", "{}", json.dumps({"tenant": "a"}), "null"])
def test_a_strange_message_goes_to_the_dead_letters(body: str, painter: ModuleType) -> None:
    assert _failed(painter.handler(_batch(body), CONTEXT)) == ["0"]


def test_no_prompt_is_logged(
    painter: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(painter, "paint", lambda image, _: image)

    painter.handler(_batch(sqs.write(REF)), CONTEXT)

    assert an_image().call.prompt not in capsys.readouterr().out
