"""Knows processes by number and birth, so that a reused number is never mistaken."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

PROC = Path("/proc")
MOMENT = 2.0
"""Seconds after which not only the leader of a group is asked to end."""


def born(pid: int) -> str | None:
    """Return when a process started, in its system's own words, or None if it is gone.

    A zombie counts as gone: it holds nothing any more.
    """
    if not PROC.exists():
        return _born_by_ps(pid)
    try:
        fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] in "ZX" else fields[19]


def _born_by_ps(pid: int) -> str | None:
    command = ["ps", "-o", "state=,lstart=", "-p", str(pid)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    state, _, started = answer.stdout.strip().partition(" ")
    return None if not started or state.startswith("Z") else started.strip()


def is_ours(pid: int, started: str | None) -> bool:
    """Return whether the process that was written down still runs."""
    return started is not None and born(pid) == started


def end(pid: int, started: str | None, *, grace: float) -> bool:
    """Stop a process group: its leader kindly, then its helpers, then what is left.

    Helpers that are busy for the leader may be what it waits for, so they are asked too
    after a moment.

    Args:
        pid: The leader, which is its group's number too.
        started: What `born` said of it.
        grace: Seconds that the leader has to save its data.

    Returns:
        Whether the leader left by itself.
    """
    if born(pid) not in (None, started):
        return True
    _signal(os.kill, pid, signal.SIGTERM)
    if not _gone(pid, started, min(MOMENT, grace)):
        _signal(os.killpg, pid, signal.SIGTERM)
    kindly = _gone(pid, started, grace - MOMENT)
    _signal(os.killpg, pid, signal.SIGKILL)
    return kindly


def _signal(send: Callable[[int, int], None], pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        send(pid, number)


def _gone(pid: int, started: str | None, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while is_ours(pid, started) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not is_ours(pid, started)
