"""The processes that a local stack owns: born in groups of their own, ended together.

Their own sessions keep a terminal's Ctrl-C from them, so that they are stopped in our
order and with time to save. Who runs is written down before anything else happens.
"""

import os
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from local import processes
from local.halt import Halt
from local.home import Home, read_json, write_json
from local.trouble import AFRESH, Halted, Trouble
from local.words import say

GRACE = 15.0
"""Seconds for a child to end; the local AWS writes its data then, and only then."""


class Child:
    """A running process with a log."""

    def __init__(self, name: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
        self.name = name
        self.process = process
        self.log = log
        self.started = processes.born(process.pid)

    def ended(self) -> bool:
        """Return whether it has ended, by itself or not."""
        return self.process.poll() is not None

    def stop(self) -> None:
        """End it and everything that it started."""
        watcher = threading.Thread(target=self.process.wait, daemon=True)
        watcher.start()
        kindly = processes.end(self.process.pid, self.started, grace=GRACE)
        watcher.join(5)
        if not kindly:
            say(f"{self.name} did not end within {GRACE:.0f} s and was killed. See {self.log}.")


class Children:
    """All children of one stack."""

    def __init__(self, home: Home, halt: Halt) -> None:
        self._home = home
        self._halt = halt
        self._alive: list[Child] = []
        self._write_down()

    def start(
        self, name: str, command: Sequence[str], *, env: Mapping[str, str], cwd: Path, log: str
    ) -> Child:
        """Start a process that lives until it is stopped."""
        path = self._home.log(log)
        with path.open("ab") as output:
            process = subprocess.Popen(  # noqa: S603 - its purpose
                command,
                env=dict(env),
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        child = Child(name, process, path)
        self._alive.append(child)
        self._write_down()
        return child

    def finish(self, child: Child, *, seconds: float) -> None:
        """Wait for a process that ends by itself.

        Raises:
            Trouble: it failed, or took too long; the end of its log says why.
        """
        remedy = AFRESH
        late = Trouble(f"{child.name} took longer than {seconds:.0f} s.", remedy, child.log)
        try:
            self._halt.wait(child.ended, seconds=seconds, late=lambda: late)
        except (Halted, Trouble):
            child.stop()
            raise
        finally:
            self._forget(child)
        if child.process.returncode:
            raise Trouble(f"{child.name} failed.", remedy, child.log)

    def check(self) -> None:
        """Look whether all still run.

        Raises:
            Trouble: one has ended by itself.
        """
        for child in self._alive:
            if child.ended():
                remedy = "Start it again; what it had not saved is lost."
                raise Trouble(f"{child.name} has ended by itself.", remedy, child.log)

    def stop(self) -> None:
        """End all of them at the same time; always comes to an end itself."""
        threads = [threading.Thread(target=child.stop) for child in self._alive]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self._alive.clear()
        self._home.roster.unlink(missing_ok=True)

    def pids(self) -> dict[str, int]:
        """Return the number of each, by its log's name."""
        return {child.log.stem: child.process.pid for child in self._alive}

    def _forget(self, child: Child) -> None:
        self._alive.remove(child)
        self._write_down()

    def _write_down(self) -> None:
        rows = [
            {"name": each.name, "pid": each.process.pid, "started": each.started}
            for each in self._alive
        ]
        ours = {"pid": os.getpid(), "started": processes.born(os.getpid())}
        write_json(self._home.roster, {"owner": ours, "children": rows})


def stop_orphans(home: Home) -> None:
    """End what an owner left behind that was killed before it could."""
    rows = read_json(home.roster).get("children", [])
    orphans = [row for row in rows if processes.is_ours(row["pid"], row["started"])]
    if orphans:
        say("An earlier start was killed; stopping what it left behind …")
    for row in rows:
        processes.end(row["pid"], row["started"], grace=GRACE)
    home.roster.unlink(missing_ok=True)
    home.stack.unlink(missing_ok=True)
