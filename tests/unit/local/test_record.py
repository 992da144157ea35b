"""`stack.json` holds what callers need, and nobody else may read it."""

import stat
from pathlib import Path

import pytest

from local.home import Home, read_json, write_json
from local.record import Stack


def stack(**changes: object) -> Stack:
    fields: dict[str, object] = {
        "api_url": "http://127.0.0.1:4600/_aws/execute-api/abc/api",
        "api_key": "easel_secret",
        "emulator_url": "http://127.0.0.1:4601",
        "aws_endpoint_url": "http://127.0.0.1:4600",
        "ca_bundle": None,
        "outputs": {"ApiId": "abc", "TableName": "t"},
        "log": Path("ministack.log"),
        "pids": {"ministack": 7},
        "ports": {"aws": 4600, "bedrock": 4601},
    }
    return Stack(**(fields | changes))  # type: ignore[arg-type]


def test_it_says_what_callers_need(tmp_path: Path) -> None:
    home = Home(tmp_path)

    stack().write(home)

    record = read_json(home.stack)
    assert record["api_url"].endswith("/api")
    assert record["docs_url"] == record["api_url"] + "/docs"
    assert record["api_key"] == "easel_secret"
    assert record["emulator_url"] == "http://127.0.0.1:4601"
    assert record["studio_url"] is None
    assert record["outputs"] == {"ApiId": "abc", "TableName": "t"}
    assert record["aws_env"]["AWS_ENDPOINT_URL"] == record["aws_endpoint_url"]
    assert set(record["pids"]) == {"ministack", "owner"}


def test_only_we_may_read_it(tmp_path: Path) -> None:
    home = Home(tmp_path)

    stack().write(home)

    assert stat.S_IMODE(home.stack.stat().st_mode) == 0o600


def test_it_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    home = Home(tmp_path)
    stack().write(home)

    found = Stack.read(home)

    assert found is not None
    assert found.outputs == {"ApiId": "abc", "TableName": "t"}
    assert found.log == Path("ministack.log")


def test_a_stack_that_is_not_up_is_none(tmp_path: Path) -> None:
    assert Stack.read(Home(tmp_path)) is None


def test_a_record_that_cannot_be_written_leaves_the_old_one_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    write_json(path, {"old": True})

    with pytest.raises(TypeError):
        write_json(path, {"new": object()})

    assert read_json(path) == {"old": True}
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("text", ["", "{", "[1]", '"word"'])
def test_a_damaged_record_reads_as_none_at_all(tmp_path: Path, text: str) -> None:
    path = tmp_path / "record.json"
    path.write_text(text)

    assert read_json(path) == {}
