"""Where pictures come from."""

import asyncio
import time
import tracemalloc
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from typing import Any

from emulator.commission import Commission, Wish
from emulator.workshop import Workshop
from tests.unit.emulator.drawn import drawn, file_of, halved


class CountingPool(Executor):
    """A pool that counts what it is given."""

    def __init__(self) -> None:
        self.count = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it at once."""
        self.count += 1
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


def commission(seed: int = 1) -> Commission:
    return Commission("m", (Wish("a panda"),), 64, 64, seed)


def test_the_same_picture_is_painted_once() -> None:
    pool = CountingPool()
    workshop = Workshop(lambda: pool, flat=True)

    first = asyncio.run(workshop.paint([commission()]))
    again = asyncio.run(workshop.paint([commission()]))
    asyncio.run(workshop.paint([commission(2)]))

    assert first == again
    assert pool.count == 2


def edit_of(file: bytes) -> Commission:
    return replace(commission(), job="upscale_fast", materials=(("image", file),))


def test_an_edit_of_another_picture_is_another_edit() -> None:
    pool = CountingPool()
    workshop = Workshop(lambda: pool, flat=True)
    one, other = file_of(drawn()), file_of(halved())

    asyncio.run(workshop.paint([edit_of(one)]))
    asyncio.run(workshop.paint([edit_of(one), edit_of(other)]))

    assert pool.count == 2


def test_pictures_that_were_sent_are_not_kept() -> None:
    sent = file_of(drawn()) + bytes(1_000_000)
    workshop = Workshop(CountingPool, flat=True)
    tracemalloc.start()

    asyncio.run(workshop.paint([edit_of(sent + bytes([number])) for number in range(8)]))
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert kept < 2_000_000


def test_a_forgotten_picture_is_painted_again() -> None:
    pool = CountingPool()
    workshop = Workshop(lambda: pool, flat=True)
    asyncio.run(workshop.paint([commission()]))

    workshop.forget()
    asyncio.run(workshop.paint([commission()]))

    assert pool.count == 2


class BrokenPool(Executor):
    """A pool whose painter was killed."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Fail as a process pool does."""
        raise BrokenProcessPool("a child was terminated")


def test_killed_painters_are_replaced() -> None:
    pools: list[Executor] = [BrokenPool(), CountingPool()]
    workshop = Workshop(lambda: pools.pop(0), flat=True)

    (image,) = asyncio.run(workshop.paint([commission()]))

    assert image
    assert pools == []


class SlowPool(ThreadPoolExecutor):
    """A painter that takes his time."""

    TAKES = 0.5

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Have it painted after a while."""
        super().submit(time.sleep, self.TAKES)
        return super().submit(fn, *args, **kwargs)


def test_a_call_takes_at_least_the_latency_and_painting_counts_into_it() -> None:
    with SlowPool(1) as pool:
        workshop = Workshop(lambda: pool, flat=True, latency=0.6)
        started = time.monotonic()
        asyncio.run(workshop.paint([commission()]))
        took = time.monotonic() - started

    assert 0.59 <= took < 0.59 + SlowPool.TAKES
