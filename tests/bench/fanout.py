"""What a client waits beside the model, and whether four pictures take the time of one.

Through the deployed template on a local stack of its own, warm, with a model that takes
`MODEL_SECONDS`; requests for one and for four pictures take turns.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.figures import Figure
from tests.bench.places import ROOT
from tests.e2e.client import Stack

MODEL_SECONDS = 2
FLAGS = ("--no-persist", "--no-studio", "--pixels", "flat")
ROUNDS, WARM_UPS = 12, 3


def figures() -> Iterator[Figure]:
    """Measure, on a stack that comes and goes."""
    with tempfile.TemporaryDirectory(prefix="easel-bench-") as folder:
        home = Path(folder).resolve()
        local(home, "up", *FLAGS, "--latency", str(MODEL_SECONDS))
        try:
            stack = Stack(home, json.loads((home / "stack.json").read_text()))
            found = _measure(stack)
        finally:
            local(home, "down")
    yield from _judged(found)


def _measure(stack: Stack) -> dict[int, list[tuple[float, dict[str, Any]]]]:
    """Return seconds and answer of each request, by the number of its images."""
    found: dict[int, list[tuple[float, dict[str, Any]]]] = {1: [], 4: []}
    client = stack.client(stack.key("bench")["key"])
    for number in range(WARM_UPS + ROUNDS):
        for count, rows in found.items():
            body = {"prompt": "a lake at dawn", "count": count}
            start = time.perf_counter()
            answer = client.post("/v1/generations", json=body, headers={"Prefer": "wait=25"})
            row = time.perf_counter() - start, answer.json()
            assert row[1]["status"] == "succeeded", row
            if number >= WARM_UPS:
                rows.append(row)
    return found


def _judged(found: dict[int, list[tuple[float, dict[str, Any]]]]) -> Iterator[Figure]:
    one, four = (median(wall for wall, _ in found[count]) for count in (1, 4))
    words = f"{four:.2f} s and {one:.2f} s as the client sees them"
    yield Figure("four pictures ÷ one", four / one, "×", 1.3, words)
    for count, rows in found.items():
        of = f"{count} picture{'s' * (count > 1)}"
        seen = median(1000 * (wall - _model(answer)) for wall, answer in rows)
        kept = median(1000 * (_lasted(answer) - _model(answer)) for _, answer in rows)
        goal = 250 if count == 1 else None
        yield Figure(f"{of}: accept to picture, over the model", kept, "ms p50", goal, "records")
        yield Figure(f"{of}: as the client sees it", seen, "ms p50", goal, "Prefer: wait")


def _model(answer: dict[str, Any]) -> float:
    """Return the seconds of the slowest call of the model."""
    return max(each["attempts"][-1]["seconds"] for each in answer["images"])


def _lasted(answer: dict[str, Any]) -> float:
    began, ended = (datetime.fromisoformat(answer[name]) for name in ("created_at", "completed_at"))
    return (ended - began).total_seconds()


def local(home: Path, verb: str, *flags: str) -> None:
    """Bring a stack of its own up or down."""
    command = [sys.executable, "-m", "local", verb, "--home", str(home), *flags]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
