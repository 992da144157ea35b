"""The lines that are printed to be pasted do what they say, in the shells that people have."""

import json
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from local import words

KEY = "easel_a-b_c"
STACK: dict[str, Any] = {"api_url": "http://127.0.0.1:4600/x/api", "api_key": KEY}
PICTURE = b"\x89PNG, so to speak"
SHELLS = [shell for shell in ("sh", "bash", "zsh") if shutil.which(shell)]


class Door(BaseHTTPRequestHandler):
    """Answers one key with a record of 4 KB and its picture, and others with a refusal."""

    asked: dict[str, Any]
    images: list[dict[str, str | None]]

    def do_POST(self) -> None:
        """Take a request as the API does."""
        length = int(self.headers["Content-Length"])
        type(self).asked = json.loads(self.rfile.read(length)) | {"wait": self.headers["Prefer"]}
        record = {"id": "gen_1", "url": None, "images": self.images, "receipt": "x" * 4000}
        known = self.headers["x-api-key"] == KEY
        self._answer(json.dumps(record if known else {"code": "unauthorized"}).encode())

    def do_GET(self) -> None:
        """Give the picture, at a presigned address only."""
        self._answer(PICTURE, 200 if self.path.endswith("/1.png?a=b&c=d") else 403)

    def _answer(self, body: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def door() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        url = f"http://127.0.0.1:{server.server_port}"
        Door.images = [{"url": f"{url}/1.png?a=b&c=d"}, {"url": f"{url}/2.png"}]
        serving = Thread(target=server.serve_forever, args=(0.01,))
        serving.start()
        yield url
        server.shutdown()
        serving.join()


@pytest.fixture(params=SHELLS)
def paste(request: pytest.FixtureRequest, tmp_path: Path):
    def run(line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [request.param, "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False
        )

    return run


def test_the_first_picture_is_left_and_nothing_else_said(door: str, paste, tmp_path: Path) -> None:
    done = paste(words.curl({"api_url": door, "api_key": KEY, "ca_bundle": None}))

    assert (done.stdout, done.stderr, done.returncode) == ("→ easel.png\n", "", 0)
    assert (tmp_path / "easel.png").read_bytes() == PICTURE
    assert Door.asked["prompt"] == words.PROMPT
    assert (Door.asked["seed"], Door.asked["wait"]) == (4, "wait=25")


def test_a_refusal_is_shown_and_no_picture_claimed(door: str, paste, tmp_path: Path) -> None:
    done = paste(words.curl({"api_url": door, "api_key": "easel_no", "ca_bundle": None}))

    assert (done.stdout, done.returncode) == ("", 1)
    assert json.loads(done.stderr) == {"code": "unauthorized"}
    assert not list(tmp_path.iterdir())


def test_a_record_without_pictures_is_shown(door: str, paste) -> None:
    Door.images = [{"url": None}]

    done = paste(words.curl({"api_url": door, "api_key": KEY, "ca_bundle": None}))

    assert json.loads(done.stderr)["id"] == "gen_1"
    assert "easel.png" not in done.stdout


def test_a_picture_that_cannot_be_fetched_is_not_claimed(door: str, paste, tmp_path) -> None:
    Door.images = [{"url": f"{door}/expired.png"}]

    done = paste(words.curl({"api_url": door, "api_key": KEY, "ca_bundle": None}))

    assert "403" in done.stderr
    assert done.stdout == ""
    assert not list(tmp_path.iterdir())


def test_a_service_that_is_down_is_curls_to_tell(paste) -> None:
    done = paste(words.curl({"api_url": "http://127.0.0.1:9", "api_key": KEY, "ca_bundle": None}))

    assert "curl: (7)" in done.stderr
    assert done.returncode


def test_a_quote_in_the_prompt_does_not_break_the_line(
    door: str, paste, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompt = {"description": 'a painter\'s "easel" for $5 `now`'}
    monkeypatch.setattr(words, "PROMPT", prompt)

    paste(words.curl({"api_url": door, "api_key": KEY, "ca_bundle": None}))

    assert Door.asked["prompt"] == prompt


def test_a_secure_stack_is_called_with_its_certificate() -> None:
    said = words.curl(STACK | {"ca_bundle": "/a b/server.crt"})

    assert said.count("--cacert '/a b/server.crt'") == 2


@pytest.mark.parametrize("ca_bundle", [None, "/a b/server.crt"])
def test_the_export_line_is_what_the_client_reads(paste, ca_bundle: str | None) -> None:
    line = words.exports(STACK | {"ca_bundle": ca_bundle})
    shown = 'printf "%s\\n" "$EASEL_URL" "$EASEL_API_KEY" "$SSL_CERT_FILE"'

    done = paste(f"unset SSL_CERT_FILE; {line}; {shown}")

    assert done.stdout.splitlines() == [STACK["api_url"], KEY, ca_bundle or ""]
    assert len(shlex.split(line)) == (4 if ca_bundle else 3)
