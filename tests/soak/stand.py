"""The stack that a campaign is fought on: up, down, up again, and its processes."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import boto3
import httpx
from botocore.config import Config

from operate.collect import call_of
from operate.evidence import ModelCall
from tests.e2e.client import ROOT, Client, Stack

PATIENT = Config(
    retries={"mode": "standard", "total_max_attempts": 8}, max_pool_connections=20, read_timeout=90
)


@dataclass
class Stand:
    """A stack of the stage `soak`, whose emulator's books survive its restarts."""

    home: Path
    stack: Stack = field(init=False)
    calls_before: list[ModelCall] = field(default_factory=list)
    faults: list[dict[str, Any]] = field(default_factory=list)
    seen_before: int = 0
    struck_before: dict[str, int] = field(default_factory=dict)
    up: threading.Event = field(default_factory=threading.Event)
    clients: dict[str, Any] = field(default_factory=dict)

    def start(self) -> None:
        """Bring the stack up, as it was left."""
        self._local("up", "--stage", "soak", "--secure", "--no-studio", "--pixels", "flat")
        self.stack = Stack(self.home, json.loads((self.home / "stack.json").read_text()))
        self.clients.clear()
        self._arm()
        self.up.set()

    def stop(self) -> None:
        """Stop it gracefully: the local AWS saves what it holds."""
        self.up.clear()
        for client in self.clients.values():
            client.close()
        self._local("down")

    def restart(self) -> None:
        """Stop in the middle of everything, and come back with the same data.

        The emulator's books end with its process: painters are frozen first, so
        that no call is made after the books were copied.
        """
        frozen: set[int] = set()
        for _ in range(20):
            for pid in set(self.workers("PainterFunction")) - frozen:
                frozen.add(pid)
                self.kill(pid, signal.SIGSTOP)
            time.sleep(0.3)
        self.calls_before += self._calls()
        self.struck_before, self.seen_before = self.struck(), self.seen()
        self.stop()
        self.start()

    def set_faults(self, faults: Sequence[dict[str, Any]]) -> None:
        """Put faults in force, across restarts too; none ends them."""
        self.struck_before = self.struck()
        self.faults = list(faults)
        self._arm()

    def seen(self) -> int:
        """Return how many calls of the model the faults have looked at since they are."""
        rules = self._rules()
        return self.seen_before + (rules[0]["seen"] if rules else 0)

    def struck(self) -> dict[str, int]:
        """Return how many calls each kind of fault has struck so far."""
        total = dict(self.struck_before)
        for rule in self._rules():
            total[rule["kind"]] = total.get(rule["kind"], 0) + rule["struck"]
        return total

    def calls(self) -> list[ModelCall]:
        """Return every call of the campaign, from all the emulator's lives."""
        return [*self.calls_before, *self._calls()]

    @property
    def emulator(self) -> str:
        """The emulator's address."""
        return str(self.stack.told["emulator_url"])

    @property
    def outputs(self) -> dict[str, str]:
        """The service stack's outputs."""
        return self.stack.told["outputs"]

    def aws(self, service: str) -> Any:
        """Return a patient boto3 client of the local AWS."""
        if service not in self.clients:
            env = self.stack.told["aws_env"]
            self.clients[service] = boto3.session.Session().client(
                service,
                endpoint_url=env["AWS_ENDPOINT_URL"],
                region_name=env["AWS_REGION"],
                aws_access_key_id=env["AWS_ACCESS_KEY_ID"],
                aws_secret_access_key=env["AWS_SECRET_ACCESS_KEY"],
                verify=self.stack.ca_bundle,
                config=PATIENT,
            )
        return self.clients[service]

    def customer(self, key: str) -> Client:
        """Return an HTTP client with a key."""
        return self.stack.client(key)

    def workers(self, function: str) -> list[int]:
        """Return the processes in which a function of this very stack runs."""
        mark = f"{self.home}/tmp/ministack-lambda-"
        found: list[int] = []
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit():
                words = _command(folder)
                if mark in words and function in words:
                    found.append(int(folder.name))
        return found

    def kill(self, pid: int, how: signal.Signals = signal.SIGKILL) -> bool:
        """Send a signal to one of our workers; whether it was there."""
        try:
            os.kill(pid, how)
        except ProcessLookupError:
            return False
        return True

    def _rules(self) -> list[dict[str, Any]]:
        return httpx.get(f"{self.emulator}/_emulator/faults").json()["faults"]

    def _arm(self) -> None:
        url = f"{self.emulator}/_emulator/faults"
        httpx.delete(url).raise_for_status()
        if self.faults:
            httpx.post(url, json={"faults": self.faults}).raise_for_status()

    def _calls(self) -> list[ModelCall]:
        told = httpx.get(f"{self.emulator}/_emulator/ledger", timeout=30).json()
        assert told["total"] == len(told["invocations"])
        return [call_of(line) for line in told["invocations"]]

    def _local(self, verb: str, *flags: str) -> None:
        command = [sys.executable, "-m", "local", verb, "--home", str(self.home), *flags]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def _command(folder: Path) -> str:
    try:
        return (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""
