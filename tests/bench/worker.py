"""One peer in a process of its own, which works when it is told to.

Run by its path (`python worker.py PEER`) among whatever packages the peer lives on, so
it imports nothing of ours. Each line on standard input is a number of pictures to
paint; each answer is a line of JSON.
"""

import importlib
import json
import os
import re
import sys
import time
from pathlib import Path
from typing import Any

out, sys.stdout = sys.stdout, open(os.devnull, "w")  # noqa: PTH123, SIM115 - for peers' logs


def peak_megabytes() -> float:
    """Return the most memory that this process ever had, as Linux counts it."""
    status = Path("/proc/self/status").read_text()
    match = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(match[1]) / 1024 if match else 0.0


def round_of(peer: Any, times: int) -> dict[str, float]:
    """Work so many times; return what one time cost, in milliseconds."""
    before, aside = getattr(peer, "before", []), getattr(peer, "aside", [])
    before.clear()
    aside.clear()
    walls: list[float] = []
    began = time.process_time()
    for _ in range(times):
        start = time.perf_counter()
        peer.once()
        walls.append(time.perf_counter() - start)
    spent = time.process_time() - began
    return {
        "cpu": 1000 * (spent - sum(aside)) / times,
        "pipeline": 1000 * (spent - sum(before) - sum(aside)) / times,
        "aside": 1000 * sum(aside) / times,
        "wall": 1000 * sorted(walls)[times // 2],
        "peak": peak_megabytes(),
    }


def main(name: str) -> None:
    """Serve rounds until standard input ends."""
    sys.path.insert(0, str(Path(__file__).parent / "peers"))
    peer = importlib.import_module(name)
    for line in sys.stdin:
        print(json.dumps(round_of(peer, int(line))), file=out, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
