"""What is printed works when it is pasted."""

import json
import shlex
import subprocess
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
ANSWER = '{"id": "gen_1", "url": null, "images": [{"url":"http://x/1.png?a=b&c=d"}, {"url": "2"}]}'


def test_the_curl_line_is_one_request_in_a_shells_eyes() -> None:
    paint, _, _ = words.curl(STACK).partition(" \\\n  | ")

    said = shlex.split(paint.replace("\\\n", ""))

    body = json.loads(said[said.index("-d") + 1])
    assert said[:3] == ["curl", "-sS", f"{STACK['api_url']}/v1/generations"]
    assert "Authorization: Bearer easel_a-b_c" in said
    assert "Prefer: wait=25" in said
    assert body["seed"] == 4
    assert set(body["prompt"]) == {"image_type", "description", "style"}


def test_a_quote_in_the_prompt_does_not_break_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "PROMPT", {"description": 'a painter\'s "easel" for $5 `now`'})
    paint, _, _ = words.curl(STACK).partition(" \\\n  | ")

    said = shlex.split(paint.replace("\\\n", ""))

    body = json.loads(said[said.index("-d") + 1])
    assert body["prompt"]["description"] == 'a painter\'s "easel" for $5 `now`'


def test_the_first_pictures_address_is_cut_out_of_the_answer() -> None:
    done = subprocess.run(
        ["sh", "-c", words.FIRST_URL], input=ANSWER, capture_output=True, text=True, check=True
    )

    assert done.stdout == "http://x/1.png?a=b&c=d\n"


def test_a_secure_stack_is_called_with_its_certificate() -> None:
    said = words.curl(STACK | {"ca_bundle": "/a b/server.crt"})

    assert said.count("--cacert '/a b/server.crt'") == 2


def test_the_page_says_where_with_what_and_how_to_stop(tmp_path: Path) -> None:
    home = Home(tmp_path)
    write_json(home.stack, STACK)

    there, behind = (words.page(home, foreground=foreground) for foreground in (True, False))

    for part in (STACK["api_url"], STACK["api_key"], STACK["docs_url"], "easel.png"):
        assert part in there
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
