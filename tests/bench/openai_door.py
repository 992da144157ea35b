"""What OpenAI's words cost beside ours: the same picture by both routes, in turns.

Through the deployed template on a local stack of its own, warm, with a model that takes
no time, so that nothing hides the door. Each round asks by every route once, in a new
order; the native route is asked twice, and how far its two halves differ is the noise.
The range holds 95 of 100 medians' ratios when the rounds are drawn again (bootstrap).
"""

import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from statistics import median

from tests.bench.fanout import local
from tests.bench.figures import Figure
from tests.e2e.client import Client, Stack

ROUNDS, WARM_UPS = 60, 6
DRAWS = 2_000
GOAL = 1.1

Walls = Mapping[str, list[float]]


def figures() -> Iterator[Figure]:
    """Measure, on a stack that comes and goes."""
    with tempfile.TemporaryDirectory(prefix="easel-bench-") as folder:
        home = Path(folder).resolve()
        local(home, "up", "--no-persist", "--pixels", "flat", "--latency", "0")
        try:
            stack = Stack(home, json.loads((home / "stack.json").read_text()))
            walls = _measure(stack)
        finally:
            local(home, "down")
    yield _ratio("native ÷ native (noise)", walls, "native again", "native", None)
    yield _ratio("OpenAI's url ÷ native", walls, "url", "native", GOAL)
    yield _ratio("OpenAI's b64_json ÷ native and its file", walls, "b64_json", "fetched", GOAL)


def _measure(stack: Stack) -> Walls:
    """Return the seconds of each round, by its route."""
    dice, walls = random.Random(1), dict[str, list[float]]()
    with stack.client(stack.key("bench")["key"]) as client:
        routes: dict[str, Callable[[], None]] = {
            "native": partial(_native, client),
            "native again": partial(_native, client),
            "fetched": partial(_fetched, client),
            "url": partial(_openai, client, "url"),
            "b64_json": partial(_openai, client, "b64_json"),
        }
        for number in range(WARM_UPS + ROUNDS):
            for name, ask in dice.sample(list(routes.items()), len(routes)):
                start = time.perf_counter()
                ask()
                if number >= WARM_UPS:
                    walls.setdefault(name, []).append(time.perf_counter() - start)
    return walls


def _native(client: Client) -> str:
    """Ask by our route; return the picture's presigned address."""
    body, waits = {"prompt": "a lake at dawn"}, {"Prefer": "wait=25"}
    answer = client.post("/v1/generations", json=body, headers=waits).json()
    assert answer["status"] == "succeeded", answer
    return answer["images"][0]["url"]


def _fetched(client: Client) -> None:
    """Ask by our route and fetch the file on the same connection."""
    address = _native(client)
    assert client.get(address, headers={"Authorization": ""}).content.startswith(b"\x89PNG")


def _openai(client: Client, response_format: str) -> None:
    body = {"prompt": "a lake at dawn", "response_format": response_format}
    answer = client.post("/openai/v1/images/generations", json=body).json()
    assert answer["data"][0][response_format], answer


def _ratio(name: str, walls: Walls, above: str, below: str, goal: float | None) -> Figure:
    pairs = list(zip(walls[above], walls[below], strict=True))
    dice = random.Random(2)
    drawn = sorted(_of_medians(dice.choices(pairs, k=len(pairs))) for _ in range(DRAWS))
    least, most = drawn[DRAWS // 40], drawn[-DRAWS // 40]
    p50s = " and ".join(f"{1000 * median(walls[each]):.0f} ms" for each in (above, below))
    words = f"{p50s}; 95 % of {least:.3f} to {most:.3f}, {len(pairs)} rounds"
    return Figure(name, _of_medians(pairs), "× p50", goal, words)


def _of_medians(pairs: list[tuple[float, float]]) -> float:
    above, below = zip(*pairs, strict=True)
    return median(above) / median(below)
