"""Where pictures come from: a pool of painters, a cache, and the model's pace."""

import asyncio
import hashlib
import multiprocessing
import time
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from dataclasses import replace
from functools import partial

from emulator import worker
from emulator.cache import Cache
from emulator.commission import Commission

Hire = Callable[[], Executor]

CACHE_BYTES = 256 * 1024 * 1024


class Workshop:
    """Paints in other processes, so that the event loop never waits for a brush."""

    def __init__(self, hire: Hire, *, flat: bool = False, latency: float = 0.0) -> None:
        """Hire a pool of painters.

        Args:
            hire: Makes a pool that runs `worker.paint_base64`; asked again when a
                painter was killed, which spoils the whole pool.
            flat: Whether to paint one flat colour.
            latency: Seconds that a call takes at least, its painting included.
        """
        self._hire = hire
        self._painters = hire()
        self._flat = flat
        self._latency = latency
        self._cache = Cache(CACHE_BYTES)

    async def paint(self, commissions: Sequence[Commission]) -> list[str]:
        """Return one base64 image for each commission, no sooner than the latency."""
        due = time.monotonic() + self._latency
        images = await asyncio.gather(*map(self._one, commissions))
        await asyncio.sleep(due - time.monotonic())
        return images

    async def _one(self, commission: Commission) -> str:
        key = _key(commission)
        known = self._cache.get(key)
        if known is not None:
            return known
        task = partial(worker.paint_base64, commission, flat=self._flat)
        image = await self._done(task)
        self._cache.put(key, image)
        return image

    async def _done(self, task: Callable[[], str]) -> str:
        """Have a task done, by new painters if the old ones were killed at it."""
        loop, painters = asyncio.get_running_loop(), self._painters
        try:
            return await loop.run_in_executor(painters, task)
        except BrokenExecutor:
            if painters is self._painters:
                self._painters = self._hire()
            return await loop.run_in_executor(self._painters, task)

    async def open(self) -> None:
        """Wait until a painter stands ready, so that the first call is not the slow one."""
        await asyncio.get_running_loop().run_in_executor(self._painters, worker.ready)

    def close(self) -> None:
        """Let the painters finish what they hold and go."""
        self._painters.shutdown(wait=True, cancel_futures=True)

    def forget(self) -> None:
        """Empty the cache."""
        self._cache.clear()


def _key(commission: Commission) -> Commission:
    """Return what a picture is cached by: it must not hold all that came along."""
    parts = ((part, hashlib.sha256(file).digest()) for part, file in commission.materials)
    return replace(commission, materials=tuple(parts))


def process_pool(workers: int) -> ProcessPoolExecutor:
    """Return a pool of fresh processes; forking a threaded server is not safe."""
    return ProcessPoolExecutor(
        workers, mp_context=multiprocessing.get_context("spawn"), initializer=worker.begin
    )
