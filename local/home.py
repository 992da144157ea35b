"""Where a local stack keeps its things: `.easel`, or another folder beside it.

What is installed and synthesised is shared by all local stacks of a checkout and stays
in `.easel`; ports, data, keys, logs and records belong to one stack and its home.
"""

import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT / ".easel"


@dataclass(frozen=True)
class Home:
    """One stack's folder.

    Attributes:
        path: The folder; it is made on first use.
    """

    path: Path = SHARED

    @property
    def is_default(self) -> bool:
        """Whether this is the stack that commands mean when they name none."""
        return self.path == SHARED

    @property
    def lock(self) -> Path:
        """Held by the process that owns the stack, for as long as it runs."""
        return self.path / "lock"

    @property
    def roster(self) -> Path:
        """Which processes run, so that a later command finds them."""
        return self.path / "processes.json"

    @property
    def stack(self) -> Path:
        """What others need to use the stack; exists while it is up."""
        return self.path / "stack.json"

    @property
    def key(self) -> Path:
        """The first key, which is made once."""
        return self.path / "key.json"

    @property
    def ports(self) -> Path:
        """The ports of last time."""
        return self.path / "ports.json"

    @property
    def deployed(self) -> Path:
        """What was deployed last."""
        return self.path / "deployed.json"

    @property
    def data(self) -> Path:
        """Everything that the local AWS remembers."""
        return self.path / "data"

    @property
    def scratch(self) -> Path:
        """Temporary files of the children."""
        return self.path / "tmp"

    @property
    def ca_bundle(self) -> Path:
        """The certificate that a secure local AWS makes for itself."""
        return self.scratch / "ministack-tls" / "server.crt"

    def log(self, name: str) -> Path:
        """Return the path of a log."""
        return self.path / "logs" / f"{name}.log"

    def prepare(self) -> None:
        """Make the folders, for nobody but us."""
        for folder in (self.path, self.data, self.scratch, self.path / "logs", self.path / "user"):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def tidy(self) -> None:
        """Drop what earlier starts left: unpacked functions, and logs but the last."""
        for leftover in self.scratch.iterdir():
            if leftover != self.ca_bundle.parent:
                _remove(leftover)
        for name in ("ministack", "emulator", "studio", "cdk"):
            if self.log(name).exists():
                self.log(name).replace(self.log(f"{name}.before"))


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def read_json(path: Path) -> dict[str, Any]:
    """Return a record, or an empty one where there is none that can be read."""
    try:
        found = json.loads(path.read_text())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_json(path: Path, record: dict[str, Any]) -> None:
    """Write a record whole or not at all, readable by nobody else (0600)."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w") as file:
            json.dump(record, file, indent=2)
            file.write("\n")
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
