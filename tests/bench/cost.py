"""What AWS takes for a thousand images beside the model: from counted calls.

The doors run as they are shipped, against a fake AWS that writes down what it is asked:
one request with `Prefer: wait`, whose model takes `MODEL_SECONDS`, and each of its
images. Every authorisation is counted as if no key were remembered. Left out: storage,
traffic to clients, and what is the same every month (alarms, metrics, the caretaker).
"""

import json
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infra.service import MEMORY_MB
from infra.stage import Stage
from tests.bench import events, places
from tests.bench.figures import Figure
from tests.bench.first_request import MARK
from tests.bench.picture import png
from tests.bench.stand import Stand, standing
from tests.bench.units import total

MODEL_SECONDS = 3
"""Of Stable Image Core, as one author reports; AWS publishes no figure."""

MODEL_USD = 0.04
SHARE = 0.002
"""Of the model's price, that the rest may cost."""

# USD, list prices of us-east-1 (Lambda: arm64), gathered 2026-11-22 from public copies of AWS's
# price pages; those of S3 and of logs are from memory. None was read from AWS itself.
LAMBDA_GB_SECOND, LAMBDA_REQUEST = 0.0000133334, 0.20e-6
REST_REQUEST, SQS_REQUEST = 3.50e-6, 0.40e-6
WRITE_UNIT, READ_UNIT = 0.625e-6, 0.125e-6
S3_PUT, S3_GET = 5e-6, 0.4e-6
LOG_BYTE = 0.50e-9
S3_PRICES = {"PUT": S3_PUT, "COPY": S3_PUT, "GET": S3_GET, "HEAD": S3_GET, "DELETE": 0.0}

FULL_CORE_MB = 1769
"""Memory at which Lambda gives a whole core; a door has its share of that.
https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html (from memory)."""

SQS_PER_MESSAGE = 2
"""Beside its sending, which is counted: received and deleted by Lambda's poller."""


@dataclass(frozen=True)
class Run:
    """One door's work: CPU seconds, bytes logged, and what it asked of AWS."""

    cpu: float
    logged: int
    calls: list[dict[str, Any]]


def figures() -> Iterator[Figure]:
    """Cost one image a request, and four."""
    for count in (1, 4):
        lines = _lines(count)
        whole = sum(lines.values())
        words = ", ".join(f"{name} {1000 * usd:.4f}" for name, usd in lines.items())
        name = f"1,000 images, {count} a request"
        yield Figure(name, 1000 * whole, "USD", 1000 * MODEL_USD * SHARE, words)


def _lines(count: int) -> dict[str, float]:
    """Return what one image costs, by what it is paid for."""
    waits = {"Prefer": f"wait={MODEL_SECONDS}"}
    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder) / "calls.jsonl"
        with standing(Path(folder), picture=png(), calls=calls) as stand:
            asked = events.api("ten_a", headers=waits, count=count)
            (Path(folder) / "api.json").write_text(json.dumps(asked))
            runs = {
                "api": _run("api", "api", stand, calls),
                "authorizer": _run("authorizer", "core", stand, calls),
                "painter": _run("painter", "painter", stand, calls),
            }
    return _priced(runs, count)


def _priced(runs: dict[str, Run], count: int) -> dict[str, float]:
    stage = Stage.read("prod", places.ROOT / "cdk.json")
    memory = {**MEMORY_MB, "painter": stage.painter_memory_mb}
    share = {"api": 1 / count, "authorizer": 1 / count, "painter": 1.0}
    waiting = {"api": MODEL_SECONDS, "authorizer": 0, "painter": MODEL_SECONDS}
    lines: Counter[str] = Counter({"gateway": REST_REQUEST / count})
    for door, run in runs.items():
        seconds = waiting[door] + run.cpu * FULL_CORE_MB / memory[door]
        paid = LAMBDA_REQUEST + memory[door] / 1024 * seconds * LAMBDA_GB_SECOND
        lines[f"{door}'s time"] += share[door] * paid
        lines["logs"] += share[door] * run.logged * LOG_BYTE
        for service, usd in _asked(run.calls).items():
            lines[service] += share[door] * usd
    lines["SQS"] += SQS_PER_MESSAGE * SQS_REQUEST
    return dict(lines)


def _asked(calls: list[dict[str, Any]]) -> dict[str, float]:
    table = [each for each in calls if each["service"] == "dynamodb"]
    units = total((each["operation"], each["asked"], each["answered"]) for each in table)
    s3 = sum(S3_PRICES[each["operation"]] for each in calls if each["service"] == "s3")
    sqs = sum(SQS_REQUEST for each in calls if each["service"] == "sqs")
    return {"DynamoDB": units.written * WRITE_UNIT + units.read * READ_UNIT, "S3": s3, "SQS": sqs}


def _run(door: str, group: str, stand: Stand, calls: Path) -> Run:
    """Let a door answer twice in one process; the second, warm time counts."""
    calls.write_text("")
    command, environment = places.python(places.artefacts()[group])
    script = Path(__file__).with_name("first_request.py")
    words = [*command, str(script), door, str(stand.folder / f"{door}.json"), "again"]
    environment = {**environment, **stand.environment()}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    logged = done.stdout.rpartition(MARK)[2]
    cpu = float(done.stderr.rpartition("again ")[2])
    seen = [json.loads(line) for line in calls.read_text().splitlines()]
    return Run(cpu, len(logged.encode()), seen[len(seen) // 2 :])
