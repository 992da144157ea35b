"""What the auditor says, and what it exits with."""

import json
from pathlib import Path
from typing import Any

import pytest

from operate import audit
from operate.audit import main, report, still
from operate.evidence import Evidence
from operate.laws import LAWS
from tests.unit.operate.test_laws import sound, with_generation


def auditing(monkeypatch: pytest.MonkeyPatch, *evidence: Evidence) -> None:
    readings = list(evidence)

    def collect(_: Any) -> Evidence:
        return readings.pop(0) if len(readings) > 1 else readings[0]

    monkeypatch.setattr(audit, "collect", collect)


NAMED = ["--table", "t", "--bucket", "b", "--pause", "0.01"]


def test_one_line_and_zero_where_every_law_holds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    auditing(monkeypatch, sound())

    assert main(NAMED) == 0
    assert capsys.readouterr().out.startswith(f"All {len(LAWS)} laws hold: 2 images, 1 generations")


def test_each_broken_law_with_its_ids_and_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    auditing(monkeypatch, with_generation(spent=0)(sound()))

    assert main(NAMED) == 1
    said = capsys.readouterr().out
    assert f"1 of {len(LAWS)} laws are broken" in said
    assert sound().generations[0].id in said


def test_what_only_the_first_reading_broke_was_a_torn_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    auditing(monkeypatch, with_generation(spent=0)(sound()), sound())

    assert main(NAMED) == 0


def test_only_what_is_broken_in_the_same_words_is_still_broken() -> None:
    first, second = {"a": ["x", "y"], "b": ["z"]}, {"a": ["y", "w"], "c": ["z"]}

    assert still(first, second) == {"a": ["y"]}


def test_a_long_list_is_cut_and_counted() -> None:
    said = report({"a law": [f"line {number}" for number in range(99)]}, {"images": 1})

    assert "A LAW: 99" in said
    assert len(said.splitlines()) < 30


def test_it_must_be_told_where_to_look(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "--table" in capsys.readouterr().err


def test_a_local_stack_says_itself_where_everything_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[Any] = []
    monkeypatch.setattr(audit, "collect", lambda sources: seen.append(sources) or sound())
    monkeypatch.setattr(audit, "depth", lambda _: 0)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "unset")
    outputs = dict.fromkeys(("TableName", "BucketName", "QueueUrl", "DeadLetterQueueUrl"), "x")
    told = {"aws_env": {"AWS_ENDPOINT_URL": "http://here"}, "outputs": outputs}
    (tmp_path / "stack.json").write_text(json.dumps(told))

    assert main(["--stack", str(tmp_path / "stack.json")]) == 0
    assert seen[0].table == "x"
    assert seen[0].ledger is None


def test_a_stack_that_is_not_up_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--stack", str(tmp_path / "stack.json")]) == 2
    assert "make up" in capsys.readouterr().err
