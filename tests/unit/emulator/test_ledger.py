"""What was asked."""

import pytest

from emulator import ledger as module
from emulator.ledger import Ledger

CALL = {
    "request_id": "r",
    "model": "m",
    "region": "us-west-2",
    "status": 200,
    "outcome": "painted",
    "images": 1,
    "billed": "yes",
    "metadata": None,
}


def test_every_call_is_written_down_in_order() -> None:
    ledger = Ledger()
    ledger.book(**CALL)
    ledger.book(**{**CALL, "request_id": "s"})

    assert [entry["request_id"] for entry in ledger.entries()] == ["r", "s"]
    assert ledger.total == 2


def test_the_oldest_are_let_go_and_still_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CAPACITY", 3)
    ledger = Ledger()
    for number in range(5):
        ledger.book(**{**CALL, "request_id": str(number)})

    assert [entry["request_id"] for entry in ledger.entries()] == ["2", "3", "4"]
    assert ledger.total == 5


def test_a_reset_forgets_everything() -> None:
    ledger = Ledger()
    ledger.book(**CALL)
    ledger.reset()

    assert ledger.entries() == []
    assert ledger.total == 0


@pytest.mark.parametrize(
    ("metadata", "attempt"),
    [
        ('{"easel-attempt": "att_1", "tenant": "t"}', "att_1"),
        ('{"tenant": "t"}', None),
        ('{"easel-attempt": 7}', None),
        ('["easel-attempt"]', None),
        ("not json", None),
        (None, None),
    ],
)
def test_a_call_is_known_by_the_attempt_that_its_metadata_names(
    metadata: str | None, attempt: str | None
) -> None:
    ledger = Ledger()
    ledger.book(**{**CALL, "metadata": metadata})

    assert [entry["attempt"] for entry in ledger.entries()] == [attempt]
