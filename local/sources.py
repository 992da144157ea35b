"""Tells whether the stacks have to be synthesised again: a hash of what they are made of."""

import hashlib
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from local.home import ROOT

FILES = ("app.py", "cdk.json", "pyproject.toml", "uv.lock", "package-lock.json")
FOLDERS = ("infra", "functions")


def paths(root: Path = ROOT) -> Iterator[Path]:
    """Yield every file that the synthesised stacks and bundles depend on, in order."""
    yield from (root / name for name in FILES if (root / name).exists())
    for folder in FOLDERS:
        yield from sorted(
            path
            for path in (root / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        )


def fingerprint(root: Path = ROOT) -> str:
    """Return the hash of the sources, of this Python and of this kind of machine."""
    here = (sys.version_info[:3], sys.platform, platform.machine())
    total = hashlib.sha256(repr(here).encode())
    for path in paths(root):
        total.update(str(path.relative_to(root)).encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
