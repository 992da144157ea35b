"""Commands on a stack that another process owns: up, down, status, reset."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from local import probe
from local.children import GRACE, stop_orphans
from local.halt import Halt
from local.home import ROOT, Home, read_json
from local.processes import born, is_ours
from local.record import Stack
from local.serving import is_owned, ownership
from local.trouble import Halted, Trouble
from local.words import page, say

LOG = "easel"


def up(home: Home, arguments: list[str], halt: Halt) -> int:
    """Start an owner in the background and return when its stack is ready.

    Args:
        home: Where the stack lives.
        arguments: How it was asked for, as it came on the command line.
        halt: Whether to give up, and so to stop the owner again.
    """
    home.prepare()
    log = home.log(LOG)
    with log.open("w") as output:
        owner = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "local", "serve", *arguments],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        _follow(log, owner, home, halt)
    except Halted:
        say("Stopping …")
        owner.terminate()
        owner.wait()
        return 130
    if owner.poll() is not None:
        return owner.returncode or 1
    say(page(home, foreground=False))
    return 0


def _follow(log: Path, owner: "subprocess.Popen[bytes]", home: Home, halt: Halt) -> None:
    """Repeat what the owner says until its stack is ready or it has ended."""
    late = Trouble("The stack is not up after 15 minutes.", "Look at the log.", log)

    with log.open() as said:

        def settled() -> bool:
            ended, ready = owner.poll() is not None, Stack.owner(home) == owner.pid
            text = said.read().rstrip("\n")
            if text:
                say(text)
            return ended or ready

        halt.wait(settled, seconds=900, late=lambda: late)


def down(home: Home) -> int:
    """Stop the owner of a stack, or what a killed one left behind."""
    if not is_owned(home):
        with ownership(home):
            stop_orphans(home)
        say("Easel is down.")
        return 0
    say("Stopping …")
    halt = Halt()
    unknown = Trouble("Who runs Easel here is not known.", f"Look who holds {home.lock}.")
    halt.wait(lambda: _owner(home) != 0, seconds=5, late=lambda: unknown)
    pid = _owner(home)
    os.kill(pid, signal.SIGTERM)
    late = Trouble("Easel has not stopped.", f"End process {pid} yourself.")
    halt.wait(lambda: born(pid) is None, seconds=4 * GRACE, late=lambda: late)
    say("Easel is down; `make up` brings it back with its data.")
    return 0


def _owner(home: Home) -> int:
    """Return the number of the process that owns a stack, or 0 while it is not known."""
    owner = read_json(home.roster).get("owner", {})
    known = is_ours(owner.get("pid", 0), owner.get("started"))
    return int(owner["pid"]) if known else 0


def status(home: Home) -> int:
    """Say what is up and whether it answers; 0 only if all of it does."""
    stack = Stack.read(home)
    if not is_owned(home) or stack is None:
        say("Easel is starting." if is_owned(home) else "Easel is down. `make up` starts it.")
        return 1
    places = {
        "API": (stack.api_url, f"{stack.api_url}/healthz", stack.ca_bundle),
        "AWS": (
            stack.aws_endpoint_url,
            f"{stack.aws_endpoint_url}/_ministack/health",
            stack.ca_bundle,
        ),
        "Bedrock": (stack.emulator_url, f"{stack.emulator_url}/_emulator/health", None),
    }
    if stack.studio_url:
        places["Studio"] = (stack.studio_url, f"{stack.studio_url}/healthz", None)
    answers = {
        name: probe.status_of(url, ca_bundle=ca, seconds=20)
        for name, (_, url, ca) in places.items()
    }
    since = time.strftime("%H:%M", time.localtime(home.stack.stat().st_mtime))
    say(f"Easel is up since {since}, process {stack.pids.get('owner')}.")
    for name, (address, *_) in places.items():
        well = answers[name] == 200
        say(f"  {name:8} {address}  {'answers' if well else 'does NOT answer'}")
    say(f"  Logs     {home.path / 'logs'}")
    return 0 if set(answers.values()) == {200} else 1


def reset(home: Home) -> int:
    """Forget every picture, record and key of a stack; stops it first if it is up."""
    if is_owned(home):
        down(home)
    with ownership(home):
        stop_orphans(home)
        for folder in (home.data, home.scratch, home.path / "user"):
            shutil.rmtree(folder, ignore_errors=True)
        for record in (home.key, home.deployed, home.stack):
            record.unlink(missing_ok=True)
    say("All local pictures, records and keys are forgotten; `make run` begins afresh.")
    return 0
