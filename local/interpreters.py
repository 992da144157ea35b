"""Finds a Python on this machine that is new enough, also where `python3` is not.

Written so that a Python 3.6 can still read it: an old one has to get far enough to
say that it is too old.
"""

# ruff: noqa: S603 - its purpose is to ask every Python that it finds

import os
import subprocess
import sys

OLDEST = (3, 11)
NAMES = (*[f"python3.{minor}" for minor in (13, 12, 11, 14, 15)], "python3")
PROBE = "import sys; print('%d.%d' % sys.version_info[:2]); import venv, ensurepip"


def is_new_enough(version):
    """Return whether Easel runs on a Python of this (major, minor, …)."""
    return tuple(version[:2]) >= OLDEST


def probe(python):
    """Ask an interpreter for its version and whether it can make environments.

    Returns:
        `((major, minor), can_make_environments)`, or None where it does not run.
    """
    try:
        answer = subprocess.run(
            [python, "-c", PROBE],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=30,
            check=False,
        )
        version = tuple(int(part) for part in answer.stdout.decode().split(".", 1))
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return (version, answer.returncode == 0) if len(version) == 2 else None


def candidates(path):
    """Return every Python on a search path, the running one first."""
    found = [sys.executable] if sys.executable else []
    for name in NAMES:
        for folder in path.split(os.pathsep):
            python = os.path.join(folder, name)  # noqa: PTH118
            if os.access(python, os.X_OK) and python not in found:
                found.append(python)
    return found


def choose(path):
    """Return a suitable interpreter, or else what is wrong and what to do.

    Returns:
        `(python, None)` or `(None, sentence)`.
    """
    bare = None
    for python in candidates(path):
        known = probe(python)
        if known is None or not is_new_enough(known[0]):
            continue
        if known[1]:
            return python, None
        bare = bare or python
    return None, _no_venv(bare) if bare else _too_old()


def _too_old():
    return (
        "Easel needs Python 3.11 or later; this is {}.{} and there is no later one on the PATH.\n"
        "Install one (`apt install python3.12 python3.12-venv`, `brew install python@3.12`) "
        "or name it: `make run PYTHON=/path/to/python3.12`."
    ).format(*sys.version_info[:2])


def _no_venv(python):
    return (
        f"{python} cannot make virtual environments: its `ensurepip` is missing.\n"
        "On Debian and Ubuntu run `apt install python3-venv`, then the same command again."
    )
