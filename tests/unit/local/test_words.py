"""What a person reads says where, with what and how to go on."""

import sys
from pathlib import Path
from typing import Any

import pytest

from local import words
from local.home import Home, write_json
from local.trouble import Trouble, tail

STACK: dict[str, Any] = {
    "api_url": "http://127.0.0.1:4600/_aws/execute-api/abc/api",
    "docs_url": "http://127.0.0.1:4600/_aws/execute-api/abc/api/docs",
    "api_key": "easel_a-b_c",
    "ca_bundle": None,
}


def test_the_page_says_where_with_what_and_how_to_stop(tmp_path: Path) -> None:
    home = Home(tmp_path)
    write_json(home.stack, STACK)

    there, behind = (words.page(home, foreground=foreground) for foreground in (True, False))

    for part in (STACK["api_url"], STACK["api_key"], STACK["docs_url"], "easel.png"):
        assert part in there
    for line in (words.exports(STACK), words.curl(STACK)):
        assert f"\n\n{line}\n\n" in there
    assert "Ctrl-C stops it" in there
    assert "make down" in behind


def test_the_page_names_the_studio_where_there_is_one(tmp_path: Path) -> None:
    home = Home(tmp_path)
    write_json(home.stack, STACK | {"studio_url": "http://127.0.0.1:4602"})
    assert "  Studio   http://127.0.0.1:4602\n" in words.page(home, foreground=True)

    write_json(home.stack, STACK | {"studio_url": None})
    assert "Studio" not in words.page(home, foreground=True)


def test_a_terminal_that_has_gone_does_not_stop_us(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def write(self, text: str) -> int:
            raise BrokenPipeError

        def flush(self) -> None:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Gone())

    words.say("still stopping")
    words.say("stopped")

    sys.stdout.close()


def test_trouble_says_what_how_to_go_on_and_the_end_of_the_log(tmp_path: Path) -> None:
    log = tmp_path / "cdk.log"
    log.write_text("\n".join(f"line {number}" for number in range(100)))

    said = str(Trouble("The deployment failed.", "Try again.", log)).splitlines()

    assert said[:3] == ["The deployment failed.", "Try again.", f"The log {log} ends:"]
    assert said[-1] == "    line 99"
    assert len(said) == 15


def test_a_log_that_is_not_there_is_no_second_trouble(tmp_path: Path) -> None:
    empty = tmp_path / "empty.log"
    empty.touch()

    assert "There is no log" in tail(tmp_path / "none.log")
    assert "is empty" in tail(empty)
