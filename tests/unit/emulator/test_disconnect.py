"""Who hangs up while we paint pays all the same, once."""

import socket
import time
from collections.abc import Iterator

import pytest

from emulator.options import Options
from tests.unit.emulator.live import CORE, Bedrock, running

BODY = b'{"prompt": "a panda"}'
HEAD = (
    f"POST /model/{CORE}/invoke HTTP/1.1\r\nHost: x\r\nContent-Length: {len(BODY)}\r\n"
    "Authorization: AWS4-HMAC-SHA256 Credential=A/20261122/us-west-2/bedrock/aws4_request\r\n"
    'X-Amzn-Bedrock-Request-Metadata: {"easel-attempt": "att_9"}\r\n\r\n'
).encode()


@pytest.fixture(scope="module")
def slow() -> Iterator[Bedrock]:
    """An emulator that takes its time to paint."""
    with running(Options(flat=True, latency=0.6)) as emulator:
        yield emulator


def hang_up_after(bedrock: Bedrock, said: bytes) -> list[tuple[str, str, str | None]]:
    """Say this, hang up, and return what is booked once a picture would be done."""
    host, port = bedrock.url.removeprefix("http://").split(":")
    before = len(bedrock.booked())
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(said)
        time.sleep(0.1)
    entries = bedrock.booked()[before:]
    until = time.monotonic() + 10
    while not entries and time.monotonic() < until:
        time.sleep(0.05)
        entries = bedrock.booked()[before:]
    time.sleep(0.2)
    assert bedrock.booked()[before:] == entries
    return [(entry["outcome"], entry["billed"], entry["attempt"]) for entry in entries]


def test_a_client_that_hangs_up_while_we_paint_pays_once(slow: Bedrock) -> None:
    assert hang_up_after(slow, HEAD + BODY) == [("painted", "yes", "att_9")]


def test_a_call_that_never_arrived_whole_is_not_billed(slow: Bedrock) -> None:
    assert hang_up_after(slow, HEAD + BODY[:5]) == [("unpainted", "no", "att_9")]
