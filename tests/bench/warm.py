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
    """Measure over TLS, as on AWS, then over plain HTTP."""
    with tempfile.TemporaryDirectory() as folder:
        for words, trusted in (("TLS", _certificate(Path(folder))), ("HTTP", None)):
            with standing(Path(folder), picture=png(), certificate=trusted) as stand:
                found = measure(stand)
            yield from _judged(found, words)


def measure(stand: Stand) -> dict[str, Round]:
    """Return each peer's median round."""
    peers = {
        "painter": places.artefacts()["painter"],
        "whole": places.artefacts()["painter"],
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


def _judged(found: dict[str, Round], over: str) -> Iterator[Figure]:
    ours, whole, peers = found["painter"], found["whole"], ("afternoon", "bare")
    words = "; ".join(f"{name} {found[name]['pipeline']:.1f}" for name in ("painter", *peers))
    for peer, goal in zip(peers, (0.5, 5.5), strict=True):
        ratio = ours["pipeline"] / found[peer]["pipeline"]
        yield Figure(f"{over}: pipeline ÷ {peer}", ratio, "× CPU", goal, f"{words} CPU ms")
    ratios = "; ".join(f"{ours['cpu'] / found[peer]['cpu']:.2f} × {peer}" for peer in peers)
    yield Figure(f"{over}: with the claim before it", ours["cpu"], "CPU ms", None, ratios)
    yield Figure(f"{over}: after settling, with the thumbnail", whole["aside"], "CPU ms")
    walls = "; ".join(f"{name} {each['wall']:.1f}" for name, each in found.items())
    yield Figure(f"{over}: wall, all of it", whole["wall"], "ms p50", None, walls)
    peaks = "; ".join(f"{name} {each['peak']:.0f}" for name, each in found.items())
    yield Figure(f"{over}: peak memory", whole["peak"], "MB", 128, peaks)


def _certificate(folder: Path) -> Path:
    """Return a file with a key and a certificate of its own for 127.0.0.1."""
    key, certificate, both = (folder / name for name in ("key.pem", "cert.pem", "both.pem"))
    subject = ["-subj", "/CN=fake", "-addext", "subjectAltName=IP:127.0.0.1"]
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject]
    made = [*make, "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(made, check=True, capture_output=True)
    both.write_text(key.read_text() + certificate.read_text())
    return both


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
