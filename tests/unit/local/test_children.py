"""Children are written down when they are born, and none is left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from local import processes
from local.children import Child, Children, stop_orphans
from local.halt import Halt
from local.home import Home, read_json, write_json
from local.trouble import Halted, Trouble

SLEEP = "import time; time.sleep(60)"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    home.prepare()
    return home


def start(children: Children, program: str) -> Child:
    command = [sys.executable, "-c", program]
    return children.start("The thing", command, env={}, cwd=Path.cwd(), log="thing")


def test_who_runs_is_written_down_at_once_and_forgotten_at_the_end(home: Home) -> None:
    children = Children(home, Halt())
    assert read_json(home.roster)["owner"]["pid"] == os.getpid()

    child = start(children, SLEEP)

    (row,) = read_json(home.roster)["children"]
    assert processes.is_ours(row["pid"], row["started"])
    assert children.pids() == {"thing": row["pid"]}
    children.stop()
    assert child.ended()
    assert not home.roster.exists()


def test_a_child_does_not_hear_the_terminals_ctrl_c(home: Home) -> None:
    children = Children(home, Halt())

    child = start(children, SLEEP)

    assert os.getpgid(child.process.pid) == child.process.pid != os.getpgid(0)
    children.stop()


def test_a_child_that_ended_by_itself_is_trouble_with_its_last_words(home: Home) -> None:
    children = Children(home, Halt())
    child = start(children, "raise SystemExit('out of paint')")
    child.process.wait()

    with pytest.raises(Trouble, match="has ended by itself") as trouble:
        children.check()

    assert "out of paint" in str(trouble.value)
    children.stop()


def test_work_that_fails_is_trouble_with_its_last_words(home: Home) -> None:
    children = Children(home, Halt())

    with pytest.raises(Trouble, match=r"The thing failed\.") as trouble:
        children.finish(start(children, "raise SystemExit('no such stack')"), seconds=20)

    assert "no such stack" in str(trouble.value)
    assert children.pids() == {}


@pytest.mark.parametrize("reason", [None, "SIGINT"])
def test_work_that_takes_too_long_or_is_not_wanted_any_more_is_ended(
    home: Home, reason: str | None
) -> None:
    halt = Halt()
    children = Children(home, halt)
    child = start(children, SLEEP)
    halt.reason = reason

    with pytest.raises(Halted if reason else Trouble):
        children.finish(child, seconds=0.1)

    assert child.ended()
    assert children.pids() == {}


def test_what_a_killed_owner_left_behind_is_stopped(home: Home) -> None:
    orphan = subprocess.Popen([sys.executable, "-c", SLEEP], start_new_session=True)
    row = {"name": "it", "pid": orphan.pid, "started": processes.born(orphan.pid)}
    write_json(home.roster, {"owner": {"pid": 1, "started": "long ago"}, "children": [row]})
    write_json(home.stack, {"api_url": "stale"})

    stop_orphans(home)

    assert orphan.wait(5) == -15
    assert not home.roster.exists()
    assert not home.stack.exists()


def test_a_stranger_that_got_an_orphans_number_is_left_alone(home: Home) -> None:
    stranger = subprocess.Popen([sys.executable, "-c", SLEEP], start_new_session=True)
    row = {"name": "it", "pid": stranger.pid, "started": "before that"}
    write_json(home.roster, {"owner": {}, "children": [row]})

    stop_orphans(home)

    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()
