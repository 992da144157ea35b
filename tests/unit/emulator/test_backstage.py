"""The doors that Bedrock does not have."""

from datetime import date
from urllib.request import Request, urlopen

from emulator.options import Options
from functions.catalogue import CATALOGUE
from tests.unit.emulator.live import CORE, running


def test_health_says_what_is_emulated() -> None:
    with running(Options(flat=True, today=date(2024, 6, 1))) as bedrock:
        health = bedrock.get("/_emulator/health")

    assert health["status"] == "ok"
    assert health["today"] == "2024-06-01"
    assert health["models"] == list(CATALOGUE)
    assert "InvokeModel" in health["operations"]


def test_a_reset_empties_the_ledger_and_ends_the_faults() -> None:
    with running(Options(flat=True)) as bedrock:
        bedrock.faults({"kind": "hang", "after": 1})
        bedrock.invoke(CORE, {"prompt": "a panda"})
        before = bedrock.get("/_emulator/ledger")
        with urlopen(Request(f"{bedrock.url}/_emulator/reset", method="POST")) as answer:
            status = answer.status
        after = bedrock.get("/_emulator/ledger")
        faults = bedrock.get("/_emulator/faults")

    assert len(before["invocations"]) == before["total"] == 1
    assert status == 204
    assert after == {"invocations": [], "total": 0}
    assert faults == {"faults": []}
