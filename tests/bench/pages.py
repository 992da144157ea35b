"""What a page of history or gallery costs when there is much: requests, items, capacity.

Through the real adapter, against dynalite, whose capacity units follow AWS's formula.
Each tenant has so many generations of one picture each; every other is a favourite.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import islice
from statistics import median
from typing import Any

from functions.adapters.dynamodb import keys
from functions.adapters.dynamodb.codec import item_of, plain_generation
from functions.adapters.dynamodb.records import DynamoDBRecords
from functions.adapters.dynamodb.writes import image_item
from functions.domain.filters import ImageFilter, Span
from functions.domain.ids import time_in_ulid
from tests.bench.dynalite import TABLE, dynalite
from tests.bench.figures import Figure
from tests.samples import NOW, a_picture, an_accepted

SIZES = (100, 10_000, 100_000)
PAGE = 50
TIMES = 15


@dataclass
class Meter:
    """Counts what a client's calls read."""

    requests: int = 0
    items: int = 0
    units: float = 0.0
    seen: list[Any] = field(default_factory=list)

    def watch(self, client: Any) -> None:
        events = client.meta.events
        events.register("provide-client-params.dynamodb.Query", self._ask)
        events.register("after-call.dynamodb.Query", self._count)

    def _ask(self, params: dict[str, Any], **_: Any) -> dict[str, Any]:
        return params | {"ReturnConsumedCapacity": "TOTAL"}

    def _count(self, parsed: dict[str, Any], **_: Any) -> None:
        self.requests += 1
        self.items += parsed["ScannedCount"]
        self.units += parsed["ConsumedCapacity"]["CapacityUnits"]

    def take(self) -> tuple[int, int, float]:
        """Return what was counted since it was last taken."""
        taken = self.requests, self.items, self.units
        self.requests, self.items, self.units = 0, 0, 0.0
        return taken


def figures() -> Iterator[Figure]:
    """Fill a tenant of each size, then read the same pages of each."""
    found: dict[str, list[tuple[tuple[int, int, float], float]]] = {}
    with dynalite() as client:
        records, meter = DynamoDBRecords(client, TABLE), Meter()
        for size in SIZES:
            _fill(client, size)
        meter.watch(client)
        for size in SIZES:
            for name, read in _pages(records, size).items():
                found.setdefault(name, []).append(_measure(read, meter))
    for name, rows in found.items():
        costs, walls = zip(*rows, strict=True)
        (requests, items, units), *_ = costs
        words = f"{requests} request, {items} items, {units} RCU at {SIZES[0]:,}; " + "; ".join(
            f"{cost[0]}, {cost[1]}, {cost[2]} at {size:,}"
            for size, cost in list(zip(SIZES, costs, strict=True))[1:]
        )
        worst = max(max(cost[part] / costs[0][part] for part in range(2)) for cost in costs)
        yield Figure(f"{name}: requests and items, most ÷ least", worst, "×", 1, words)
        speeds = ", ".join(f"{wall:.1f}" for wall in walls)
        yield Figure(
            f"{name}: p50, largest ÷ smallest", walls[-1] / walls[0], "×", None, f"{speeds} ms"
        )


def _pages(records: DynamoDBRecords, size: int) -> dict[str, Callable[[], Any]]:
    tenant = f"of{size}"
    middle = NOW - timedelta(seconds=size // 2 - 1)
    dated = ImageFilter(created=Span(before=middle))
    liked = ImageFilter(favourite=True)
    gallery = partial(records.gallery, tenant, limit=PAGE)
    after = gallery(after=None).next_after
    return {
        "history": partial(records.generations, tenant, limit=PAGE, after=None),
        "gallery": partial(gallery, after=None),
        "gallery, second page": partial(gallery, after=after),
        "gallery before a date": partial(gallery, after=None, wanted=dated),
        "favourites": partial(gallery, after=None, wanted=liked),
    }


def _measure(read: Callable[[], Any], meter: Meter) -> tuple[tuple[int, int, float], float]:
    read()
    meter.take()
    read()
    cost = meter.take()
    walls: list[float] = []
    for _ in range(TIMES):
        start = time.perf_counter()
        read()
        walls.append(1000 * (time.perf_counter() - start))
    return cost, median(walls)


def _fill(client: Any, size: int) -> None:
    """Write so many generations with a picture each, one a second, newest now."""
    items = (item for number in range(size) for item in _items(f"of{size}", number))
    while batch := list(islice(items, 25)):
        puts = [{"PutRequest": {"Item": item}} for item in batch]
        left = client.batch_write_item(RequestItems={TABLE: puts}).get("UnprocessedItems")
        assert not left


def _items(tenant: str, number: int) -> Iterator[dict[str, Any]]:
    at = NOW - timedelta(seconds=number)
    generation, (image,) = an_accepted(tenant=tenant, ulid=_ulid(at), created_at=at)
    done = replace(
        image,
        status="succeeded",
        picture=a_picture(),
        favourite=number % 2 == 0,
        completed_at=at,
    )
    yield item_of(keys.generation_key(tenant, generation.ulid) | plain_generation(generation))
    yield item_of(image_item(done))


def _ulid(at: datetime) -> str:
    return time_in_ulid(at) + "0" * 16
