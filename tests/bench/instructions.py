"""What a command costs: instructions where valgrind is installed, else CPU time.

Instructions repeat to a fraction of a percent on a busy machine; CPU time does not,
so then commands take turns and the least of many runs counts.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence

VALGRIND = shutil.which("valgrind")
UNIT = "million instructions" if VALGRIND else "CPU ms"
RUNS = 1 if VALGRIND else 11

Command = tuple[Sequence[str], Mapping[str, str]]


def costs(commands: Mapping[str, Command]) -> dict[str, float]:
    """Return what each command costs, by its name."""
    least: dict[str, float] = {}
    for _ in range(RUNS):
        for name, (words, environment) in commands.items():
            cost = _instructions(words, environment) if VALGRIND else _cpu(words, environment)
            least[name] = min(cost, least.get(name, cost))
    return least


def _instructions(words: Sequence[str], environment: Mapping[str, str]) -> float:
    counting = [VALGRIND, "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    told = _run([*counting, *words], environment)
    return int(re.search(r"I +refs: +([\d,]+)", told)[1].replace(",", "")) / 1e6


def _cpu(words: Sequence[str], environment: Mapping[str, str]) -> float:
    before = os.times()
    _run(words, environment)
    after = os.times()
    children = after.children_user + after.children_system
    return 1000 * (children - before.children_user - before.children_system)


def _run(words: Sequence[str], environment: Mapping[str, str]) -> str:
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stderr
