"""The program: starting, saying so, and leaving nothing behind."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
READY = re.compile(r"Bedrock emulator on http://127\.0\.0\.1:(\d+) \(\d+ models\)")


@contextmanager
def started(*flags: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "emulator", "--port", "0", "--workers", "1", *flags]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def children_of(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in found.read_text().split()]


def gone(pids: list[int], within: float) -> bool:
    deadline = time.monotonic() + within
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly_with_its_workers(number: signal.Signals) -> None:
    with started("--pixels", "flat") as process:
        assert READY.fullmatch(line_of(process))
        workers = children_of(process.pid)

        process.send_signal(number)

        assert process.wait(10) == 0
        assert workers
        assert gone(workers, within=2)


def test_a_killed_parent_leaves_no_orphans() -> None:
    with started("--pixels", "flat") as process:
        line_of(process)
        workers = children_of(process.pid)

        os.kill(process.pid, signal.SIGKILL)

        assert workers
        assert gone(workers, within=5)


def test_a_taken_port_is_told_with_the_next_step() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "emulator", "--port", port]
        ended = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=20, check=False
        )

    assert ended.returncode == 1
    assert ended.stderr.strip() == (
        f"Port {port} on 127.0.0.1 is taken: stop what listens there, "
        "or start with --port 0 for a free one."
    )
