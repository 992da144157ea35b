"""Where peers live: Easel's artefacts as they are shipped, and the peers' own packages."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from infra import bundle
from infra.stage import Stage

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT / ".venv-bench"


@cache
def artefacts() -> dict[str, Path]:
    """Return the directories that CDK zips, built for this machine's Python."""
    return bundle.build(Stage.read("local", ROOT / "cdk.json").target)


@cache
def packages() -> Path:
    """Return the peers' packages, installed from the lock and compiled for this Python."""
    sync = ["sync", "--frozen", "--only-group", "bench", "--compile-bytecode", "--quiet"]
    places = {"UV_PROJECT_ENVIRONMENT": str(PEERS), "UV_PYTHON_DOWNLOADS": "never"}
    command = [str(ROOT / ".easel" / "tools" / "bin" / "uv"), *sync, "--python", sys.executable]
    environment = {**os.environ, **places, "VIRTUAL_ENV": ""}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return next(PEERS.glob("lib/python*/site-packages"))


def python(*packages: Path) -> tuple[list[str], dict[str, str]]:
    """Return a command and an environment in which only these packages exist.

    As in Lambda: nothing is written beside the code, and no site is looked for.
    """
    environment = {
        "PATH": os.defpath,
        "HOME": "/nonexistent",
        "PYTHONPATH": os.pathsep.join(map(str, packages)),
        "PYTHONHASHSEED": "0",
    }
    return [os.path.realpath(sys.executable), "-S", "-s", "-B"], environment
