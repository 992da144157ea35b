"""What Bedrock answers becomes lifecycles, or one word for all that means nothing.

A server on loopback answers, so that botocore parses what it would parse on AWS.
"""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import boto3
import pytest
from botocore.config import Config

from emulator.options import Options
from functions.adapters.directory import BedrockModelDirectory
from functions.domain.lifecycle import Lifecycle
from functions.domain.listing import ListingFailed
from tests.unit.emulator.live import CORE, SDXL, TITAN, running


class Server:
    """Bedrock's control plane: says what it is told to."""

    def __init__(self) -> None:
        self.status, self.body = 200, b"{}"
        self.asked: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append(self.path)
                self.send_response(outer.status)
                self.send_header("Content-Length", str(len(outer.body)))
                self.end_headers()
                self.wfile.write(outer.body)

            def log_message(self, *_: Any) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def says(self, *summaries: Any) -> None:
        self.body = json.dumps({"modelSummaries": summaries}).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.http.serve_forever, daemon=True)
    thread.start()
    yield server
    server.http.shutdown()
    server.http.server_close()
    thread.join()


@pytest.fixture
def directory(server: Server) -> Iterator[BedrockModelDirectory]:
    client = control_plane(f"http://127.0.0.1:{server.http.server_port}")
    yield BedrockModelDirectory(client)
    client.close()


def control_plane(url: str) -> Any:
    once = Config(retries={"total_max_attempts": 1})
    return boto3.client("bedrock", region_name="us-west-2", endpoint_url=url, config=once)


@pytest.mark.parametrize(
    ("said", "lifecycle"),
    [
        ({"status": "ACTIVE"}, Lifecycle("active")),
        ({"status": "LEGACY"}, Lifecycle("legacy")),
        ({"status": "ENDING"}, Lifecycle("legacy")),
        ({}, Lifecycle("active")),
        (None, Lifecycle("active")),
        (
            {"status": "ACTIVE", "startOfLifeTime": "2025-10-21T00:00:00Z"},
            Lifecycle("active", launched=date(2025, 10, 21)),
        ),
        (
            {
                "status": "LEGACY",
                "startOfLifeTime": "2024-08-06T00:00:00Z",
                "legacyTime": "2025-12-30T00:00:00Z",
                "publicExtendedAccessTime": "2026-03-30T00:00:00Z",
                "endOfLifeTime": "2026-06-30T00:00:00Z",
            },
            Lifecycle(
                "legacy",
                launched=date(2024, 8, 6),
                legacy=date(2025, 12, 30),
                extended_access=date(2026, 3, 30),
                end_of_life=date(2026, 6, 30),
            ),
        ),
        (
            {"status": "LEGACY", "endOfLifeTime": "2026-06-29T17:00:00-07:00"},
            Lifecycle("legacy", end_of_life=date(2026, 6, 30)),
        ),
        (
            {
                "status": "LEGACY",
                "endOfLifeTime": datetime(2026, 6, 30, tzinfo=UTC).timestamp(),
                "aTimeThatIsNew": "soon",
            },
            Lifecycle("legacy", end_of_life=date(2026, 6, 30)),
        ),
    ],
)
def test_what_bedrock_says_of_a_model_is_its_lifecycle(
    said: Any, lifecycle: Lifecycle, server: Server, directory: BedrockModelDirectory
) -> None:
    server.says({"modelId": CORE, "modelLifecycle": said})

    assert directory.listed() == {CORE: lifecycle}


def test_one_unfiltered_call_brings_every_model(
    server: Server, directory: BedrockModelDirectory
) -> None:
    server.says({"modelId": CORE}, {"modelId": "some.text-model-v1", "modelName": None})

    assert set(directory.listed()) == {CORE, "some.text-model-v1"}
    assert server.asked == ["/foundation-models"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"not json",
        b'{"modelSummaries": null}',
        b'{"modelSummaries": []}',
        b'{"modelSummaries": [{"modelName": "nameless"}]}',
        b'{"modelSummaries": [{"modelId": "m", "modelLifecycle": {"endOfLifeTime": "soon"}}]}',
        b'{"modelSummaries": [{"modelId": "m", "modelLifecycle": "gone"}]}',
    ],
)
def test_an_answer_that_means_nothing_is_a_failure(
    body: bytes, server: Server, directory: BedrockModelDirectory
) -> None:
    server.body = body

    with pytest.raises(ListingFailed):
        directory.listed()


@pytest.mark.parametrize("status", [400, 403, 429, 500, 503])
def test_a_refusal_is_a_failure_with_bedrocks_words(
    status: int, server: Server, directory: BedrockModelDirectory
) -> None:
    server.status, server.body = status, b'{"message": "words of AWS", "__type": "SomeException"}'

    with pytest.raises(ListingFailed, match="words of AWS"):
        directory.listed()


def test_a_bedrock_that_cannot_be_reached_is_a_failure() -> None:
    client = control_plane("http://127.0.0.1:9")

    with pytest.raises(ListingFailed):
        BedrockModelDirectory(client).listed()


@pytest.mark.parametrize(
    ("today", "states"),
    [
        (date(2025, 5, 19), {CORE: "active", SDXL: "legacy", TITAN: "active"}),
        (date(2025, 5, 20), {CORE: "active", TITAN: "active"}),
        (date(2025, 12, 29), {CORE: "active", TITAN: "active"}),
        (date(2025, 12, 30), {CORE: "active", TITAN: "legacy"}),
        (date(2026, 6, 30), {CORE: "active"}),
    ],
)
def test_the_emulated_bedrock_tells_of_an_end_as_the_real_one(
    today: date, states: dict[str, str]
) -> None:
    with running(Options(flat=True, today=today)) as bedrock:
        listed = BedrockModelDirectory(bedrock.client("bedrock")).listed()

    assert {each: listed[each].state for each in (CORE, SDXL, TITAN) if each in listed} == states
