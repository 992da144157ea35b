"""Keys of tenants: the same program makes them here and in a real account."""

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from local.home import ROOT
from local.trouble import Trouble


def create(
    tenant: str, *, table: str, env: Mapping[str, str], scopes: str | None = None
) -> dict[str, Any]:
    """Make a key for a tenant; this is the only time that its secret is seen.

    Returns:
        `key_id`, `tenant`, `key` and `scopes`.
    """
    words = ["create", "--tenant", tenant, "--table", table]
    said = _operate([*words, *(("--scopes", scopes) if scopes else ())], env)
    try:
        return dict(json.loads(said.strip().splitlines()[-1]))
    except (ValueError, IndexError) as error:
        raise Trouble("The new key could not be read.", f"It said: {said.strip()}") from error


def revoke(key: str, *, table: str, env: Mapping[str, str]) -> str:
    """End a key; within a minute nothing answers to it any more."""
    return _operate(["revoke", "--key", key, "--table", table], env).strip()


def _operate(words: list[str], env: Mapping[str, str]) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "operate.keys", *words],
            cwd=ROOT,
            env=dict(env),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Trouble("The table did not answer for a minute.", "Try again.") from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["It said nothing."]
        raise Trouble(said[-1], "`.venv/bin/python -m operate.keys --help` knows more.")
    return done.stdout
