"""Hears the signals that mean "stop"; every wait here looks at them.

A handler only takes a note. Nothing is interrupted in the middle, so no child can be
born and forgotten, and the second Ctrl-C of an impatient person cannot cut short the
stop that the first one began.
"""

import os
import select
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from types import FrameType
from typing import TypeVar

from local.trouble import Halted, Trouble
from local.words import say

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
STEP = 0.05
T = TypeVar("T")


class Halt:
    """Whether somebody asked us to stop."""

    def __init__(self) -> None:
        self.reason: str | None = None
        self._terminal: select.poll | None = None

    def listen(self) -> "Halt":
        """Take over the signals of this process, also those it was born deaf to."""
        for number in SIGNALS:
            signal.signal(number, self._hear)
        if os.isatty(0):
            self._terminal = select.poll()
            self._terminal.register(0, 0)
        return self

    def check(self) -> None:
        """Go no further if we were asked to stop.

        Raises:
            Halted: we were.
        """
        # Of a window that closes only the first process is told, which may be `make`, which
        # waits for us; so we look ourselves.
        if self._terminal and self._terminal.poll(0):
            self.reason = self.reason or "SIGHUP"
        if self.reason:
            raise Halted(self.reason)

    def nap(self) -> None:
        """Sleep a moment, then check."""
        time.sleep(STEP)
        self.check()

    def wait(
        self, done: Callable[[], bool], *, seconds: float, late: Callable[[], Trouble]
    ) -> None:
        """Wait until something holds.

        Args:
            done: What is waited for; asked every 50 ms.
            seconds: How long at most.
            late: Makes what is raised when the time is over.

        Raises:
            Halted: we were asked to stop.
            Trouble: the time was over.
        """
        deadline = time.monotonic() + seconds
        self.check()
        while not done():
            if time.monotonic() > deadline:
                raise late()
            self.nap()

    def call(self, work: Callable[[], T], *, seconds: float, late: Callable[[], Trouble]) -> T:
        """Do work that blocks in a thread, so that a signal need not wait for its end.

        Raises:
            Halted: we were asked to stop; the work is abandoned.
            Trouble: the time was over, or the work's own.
        """
        future: Future[T] = Future()

        def run() -> None:
            try:
                future.set_result(work())
            except BaseException as error:  # noqa: BLE001 - raised again where it is awaited
                future.set_exception(error)

        threading.Thread(target=run, daemon=True).start()
        self.wait(future.done, seconds=seconds, late=late)
        return future.result()

    def _hear(self, number: int, frame: FrameType | None) -> None:
        del frame
        if self.reason:
            say("\nStill stopping; the local AWS is saving its data …")
        self.reason = self.reason or signal.Signals(number).name
