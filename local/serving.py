"""Owns a stack: up, kept up, down; whatever happens in between, down."""

import fcntl
from collections.abc import Generator
from contextlib import contextmanager
from typing import NoReturn

from local.children import Children, stop_orphans
from local.halt import Halt
from local.home import Home
from local.options import Options
from local.starting import Start
from local.trouble import Halted, Trouble
from local.words import page, say


class AlreadyUp(Exception):
    """Another process owns the stack of this home."""


@contextmanager
def ownership(home: Home) -> Generator[None]:
    """Own the stack of a home; the system takes it back however we end.

    Raises:
        AlreadyUp: somebody else owns it.
    """
    home.prepare()
    with home.lock.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyUp from None
        yield


def is_owned(home: Home) -> bool:
    """Return whether some process owns the stack of a home."""
    if not home.lock.exists():
        return False
    with home.lock.open("r") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def serve(home: Home, options: Options, halt: Halt, *, foreground: bool) -> int:
    """Bring a stack up, keep it until a signal comes, take it down.

    Args:
        home: Where the stack lives.
        options: How it behaves.
        halt: Hears the signal.
        foreground: Whether a person is looking, who is told how to go on.

    Returns:
        0 after a signal, 1 after trouble of our own.

    Raises:
        AlreadyUp: it is up already.
    """
    with ownership(home):
        stop_orphans(home)
        home.tidy()
        children = Children(home, halt)
        try:
            stack = Start(home, options, halt, children).run()
            stack.write(home)
            if foreground:
                say(page(home, foreground=True))
            _keep(halt, children)
        except Halted:
            return 0
        except Trouble as trouble:
            if not halt.reason:
                say(f"\n{trouble}" if children.pids() else f"easel: {trouble}")
            return 0 if halt.reason else 1
        finally:
            _take_down(home, children)


def _take_down(home: Home, children: Children) -> None:
    began = bool(children.pids())
    if began:
        say("\nStopping …")
    home.stack.unlink(missing_ok=True)
    children.stop()
    if began:
        say("Easel is down.")


def _keep(halt: Halt, children: Children) -> NoReturn:
    while True:
        children.check()
        halt.nap()
