"""Processes are known by number and birth, and their whole group ends with them."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from local import processes

KIND = "import time; time.sleep(60)"
DEAF = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print(flush=True)
time.sleep(60)
"""
PARENT = f"""
import subprocess, sys, time
print(subprocess.Popen([sys.executable, "-c", {KIND!r}]).pid, flush=True)
time.sleep(60)
"""


def start(program: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, start_new_session=True
    )


@pytest.fixture
def child() -> Iterator["subprocess.Popen[str]"]:
    process = start(KIND)
    yield process
    process.kill()
    process.communicate()


def test_a_running_process_has_a_birth_and_a_dead_one_has_none(
    child: "subprocess.Popen[str]",
) -> None:
    assert processes.born(child.pid) is not None

    child.kill()
    time.sleep(0.2)  # a zombie now: nobody has waited for it

    assert processes.born(child.pid) is None
    child.wait()
    assert processes.born(child.pid) is None


@pytest.mark.skipif(shutil.which("ps") is None, reason="there is no ps here")
def test_where_there_is_no_proc_ps_is_asked(
    child: "subprocess.Popen[str]", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "PROC", tmp_path / "proc")
    started = processes.born(child.pid)

    child.kill()
    time.sleep(0.2)

    assert started is not None
    assert processes.born(child.pid) is None


def test_a_number_that_was_given_to_another_process_is_not_ours(
    child: "subprocess.Popen[str]",
) -> None:
    started = processes.born(child.pid)

    assert processes.is_ours(child.pid, started)
    assert not processes.is_ours(child.pid, "before that")
    assert not processes.is_ours(child.pid, None)


def test_a_stranger_under_our_number_is_left_alone(child: "subprocess.Popen[str]") -> None:
    processes.end(child.pid, "before that", grace=0.1)

    assert child.poll() is None


def test_ending_is_kind_first(child: "subprocess.Popen[str]") -> None:
    assert processes.end(child.pid, processes.born(child.pid), grace=5)
    assert child.wait(5) == -15


def test_the_deaf_are_killed_when_their_grace_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "MOMENT", 0.1)
    process = start(DEAF)
    assert process.stdout is not None
    process.stdout.readline()

    assert not processes.end(process.pid, processes.born(process.pid), grace=0.3)

    process.communicate()
    assert process.returncode == -9


def test_what_a_process_started_ends_with_it() -> None:
    process = start(PARENT)
    assert process.stdout is not None
    helper = int(process.stdout.readline())

    processes.end(process.pid, processes.born(process.pid), grace=5)

    process.communicate()
    for _ in range(100):
        if processes.born(helper) is None:
            break
        time.sleep(0.05)
    assert processes.born(helper) is None


def test_our_own_birth_is_known() -> None:
    assert processes.is_ours(os.getpid(), processes.born(os.getpid()))
