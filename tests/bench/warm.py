"""A warm painter beside an afternoon's Lambda and beside the SDK alone.

Each peer is a process of its own, pinned to one core, the fake AWS to another; they
work in turns, and the median round counts. CPU time is what Lambda's share of a core
turns into waiting, and what a busy machine disturbs least; wall time stands beside it.
The model answers at once, so what is left is ours.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from tests.bench import places
from tests.bench.figures import Figure
from tests.bench.picture import png
from tests.bench.stand import Stand, cores, standing

ROUNDS, TIMES = 9, 20
Round = dict[str, float]


def figures() -> Iterator[Figure]:
    """Measure over plain HTTP, then over TLS."""
    with tempfile.TemporaryDirectory() as folder, standing(Path(folder), picture=png()) as stand:
        found = measure(stand)
    yield from _judged(found)


def measure(stand: Stand) -> dict[str, Round]:
    """Return each peer's median round."""
    peers = {
        "painter": places.artefacts()["painter"],
        "afternoon": places.packages(),
        "bare": places.packages(),
    }
    rounds: dict[str, list[Round]] = {name: [] for name in peers}
    with ExitStack() as stack:
        workers = {
            name: stack.enter_context(_worker(name, packages, stand))
            for name, packages in peers.items()
        }
        for number in range(ROUNDS + 1):
            for name, worker in workers.items():
                found = _ask(worker, TIMES)
                if number:  # the first one warms up
                    rounds[name].append(found)
    return {
        name: {each: median(one[each] for one in of_peer) for each in of_peer[0]}
        for name, of_peer in rounds.items()
    }


def _judged(found: dict[str, Round]) -> Iterator[Figure]:
    ours, theirs, bare = found["painter"], found["afternoon"], found["bare"]
    words = "; ".join(f"{name} {each['cpu']:.1f} CPU ms" for name, each in found.items())
    yield Figure("painter ÷ afternoon", ours["cpu"] / theirs["cpu"], "× CPU", 0.5, words)
    yield Figure("painter ÷ bare invoke_model", ours["cpu"] / bare["cpu"], "× CPU", 5.5, words)
    walls = "; ".join(f"{name} {each['wall']:.1f}" for name, each in found.items())
    yield Figure("painter, wall", ours["wall"], "ms p50", None, f"{walls} (with the thumbnail)")
    yield Figure("thumbnail, after settling", ours["aside"], "CPU ms")
    peaks = "; ".join(f"{name} {each['peak']:.0f}" for name, each in found.items())
    yield Figure("painter, peak memory", ours["peak"], "MB", 128, peaks)


@contextmanager
def _worker(name: str, packages: Path, stand: Stand) -> Iterator[subprocess.Popen[str]]:
    command, environment = places.python(packages)
    process = subprocess.Popen(
        [*command, str(Path(__file__).with_name("worker.py")), name],
        env={**environment, **stand.environment()},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    os.sched_setaffinity(process.pid, cores()[0])
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _ask(worker: subprocess.Popen[str], times: int) -> Round:
    worker.stdin.write(f"{times}\n")
    worker.stdin.flush()
    return json.loads(worker.stdout.readline())
