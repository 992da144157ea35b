"""Clients of other runtimes: one process a call, asked and answered in JSON."""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from local import node
from tests.e2e.client import ROOT

HERE = Path(__file__).parent
INSTALLS_WITHIN, ANSWERS_WITHIN = 300, 150
"""Seconds, of a package index and of one call with all its retries."""


@dataclass(frozen=True)
class Driver:
    """A program that makes one call of a client.

    Attributes:
        command: What runs it.
        environment: What it finds beside ours.
    """

    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, **asked: Any) -> Any:
        """Return what it answers to this."""
        done = subprocess.run(
            self.command,
            input=json.dumps(asked),
            capture_output=True,
            text=True,
            check=False,
            timeout=ANSWERS_WITHIN,
            env=os.environ | dict(self.environment),
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


def javascript(trusted: str | None) -> Driver:
    """Return what drives OpenAI's JavaScript SDK, installed from the lock beside it."""
    place, package = ROOT / "build" / "openai-js", HERE / "js"
    place.mkdir(parents=True, exist_ok=True)
    changed = [_copied(each, place) for each in sorted(package.glob("package*.json"))]
    _copied(package / "drive.mjs", place)
    if any(changed) or not (place / "node_modules" / "openai").exists():
        quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        path = f"{node.folder()}{os.pathsep}{os.environ['PATH']}"
        _install([str(node.npm()), "ci", *quiet], place, {"PATH": path})
    trust = {"NODE_EXTRA_CA_CERTS": trusted} if trusted else {}
    return Driver([str(node.folder() / "node"), str(place / "drive.mjs")], trust)


def litellm(trusted: str | None) -> Driver:
    """Return what drives LiteLLM, which lives in an environment of its own."""
    home = ROOT / ".venv-litellm"
    uv = str(ROOT / ".easel" / "tools" / "bin" / "uv")
    sync = [uv, "sync", "--frozen", "--only-group", "litellm", "--compile-bytecode", "--quiet"]
    places = {"UV_PROJECT_ENVIRONMENT": str(home), "UV_PYTHON_DOWNLOADS": "never"}
    python = ["--python", str(ROOT / ".venv" / "bin" / "python")]
    _install([*sync, *python], ROOT, {**places, "VIRTUAL_ENV": ""})
    trust = {"SSL_CERT_FILE": trusted} if trusted else {}
    alone = {"LITELLM_LOCAL_MODEL_COST_MAP": "True"}  # else it fetches its prices from GitHub
    command = [str(home / "bin" / "python"), str(HERE / "drive_litellm.py")]
    return Driver(command, {**alone, **trust})


def _copied(file: Path, place: Path) -> bool:
    """Copy a file unless it is there; return whether it was not."""
    there, wanted = place / file.name, file.read_bytes()
    if there.exists() and there.read_bytes() == wanted:
        return False
    there.write_bytes(wanted)
    return True


def _install(command: Sequence[str], place: Path, environment: Mapping[str, str]) -> None:
    done = subprocess.run(
        command,
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
        timeout=INSTALLS_WITHIN,
        env=os.environ | dict(environment),
    )
    assert done.returncode == 0, done.stdout + done.stderr
