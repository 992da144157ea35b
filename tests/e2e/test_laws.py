"""Comes last: whatever the suite did to this stack, the auditor's laws hold."""

import subprocess
import sys
from typing import Any

from tests.e2e.client import ROOT, Stack


def test_every_law_holds_on_what_the_suite_left(stack: Stack, painted: dict[str, Any]) -> None:
    stack_file = str(stack.home / "stack.json")
    audit = [sys.executable, "-m", "operate.audit", "--stack", stack_file, "--bytes"]

    done = subprocess.run(audit, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert " laws hold: " in done.stdout
