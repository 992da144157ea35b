"""Signals are heard at every wait, and taken note of only once."""

import os
import signal
import threading
import time
from collections.abc import Iterator

import pytest

from local.halt import SIGNALS, Halt
from local.trouble import Halted, Trouble

LATE = Trouble("Nothing came.", "Wait longer.")


@pytest.fixture
def halt() -> Iterator[Halt]:
    before = {number: signal.getsignal(number) for number in SIGNALS}
    yield Halt().listen()
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", SIGNALS)
def test_each_way_to_stop_ends_a_wait_soon(halt: Halt, number: signal.Signals) -> None:
    threading.Timer(0.1, os.kill, (os.getpid(), number)).start()
    started = time.monotonic()

    with pytest.raises(Halted, match=number.name):
        halt.wait(lambda: False, seconds=20, late=lambda: LATE)

    assert time.monotonic() - started < 2


@pytest.mark.usefixtures("halt")  # it puts the signals back
def test_a_terminal_that_closes_ends_a_wait_though_nobody_sends_a_signal() -> None:
    screen, keyboard = os.openpty()
    stdin = os.dup(0)
    os.dup2(keyboard, 0)
    try:
        halt = Halt().listen()
        halt.check()
        os.close(screen)

        with pytest.raises(Halted, match="SIGHUP"):
            halt.wait(lambda: False, seconds=5, late=lambda: LATE)
    finally:
        os.dup2(stdin, 0)
        os.close(stdin)
        os.close(keyboard)


def test_the_second_press_changes_nothing_but_is_answered(
    halt: Halt, capsys: pytest.CaptureFixture[str]
) -> None:
    os.kill(os.getpid(), signal.SIGINT)
    os.kill(os.getpid(), signal.SIGTERM)

    assert halt.reason == "SIGINT"
    assert "Still stopping" in capsys.readouterr().out


def test_a_wait_ends_when_what_it_waits_for_holds(halt: Halt) -> None:
    answers = iter([False, False, True])

    halt.wait(lambda: next(answers), seconds=5, late=lambda: LATE)

    assert list(answers) == []


def test_a_wait_that_is_over_says_what_did_not_come(halt: Halt) -> None:
    with pytest.raises(Trouble, match=r"Nothing came\."):
        halt.wait(lambda: False, seconds=0.1, late=lambda: LATE)


def test_blocking_work_does_not_keep_a_signal_waiting(halt: Halt) -> None:
    threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
    forever = threading.Event()

    with pytest.raises(Halted):
        halt.call(lambda: forever.wait(20), seconds=20, late=lambda: LATE)

    forever.set()


def test_blocking_work_hands_back_what_it_found_or_what_went_wrong(halt: Halt) -> None:
    assert halt.call(lambda: 7, seconds=5, late=lambda: LATE) == 7
    with pytest.raises(ZeroDivisionError):
        halt.call(lambda: 1 // 0, seconds=5, late=lambda: LATE)
