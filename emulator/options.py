"""What the emulator was asked to be: a frozen record, read from the command line."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class Options:
    """How one emulator behaves.

    Attributes:
        host: Interface to listen on.
        port: Port to listen on; 0 picks a free one.
        today: Day whose lifecycle holds, or None: every row is granted the
            extended access that AWS gives in private, so retired models answer.
        new_customer: Whether legacy models are refused, as to an account that
            did not use them before.
        latency: Seconds that a call takes at least; painting counts into it.
        flat: Whether pictures are one flat colour, for benchmarks and fault runs.
        workers: Processes that paint.
    """

    host: str = "127.0.0.1"
    port: int = 9555
    today: date | None = None
    new_customer: bool = False
    latency: float = 0.0
    flat: bool = False
    workers: int = 2


def parse(arguments: Sequence[str] | None = None) -> Options:
    """Read the command line; a wrong one ends the program with a sentence."""
    given = _parser().parse_args(arguments)
    return Options(
        host=given.host,
        port=given.port,
        today=datetime.now(UTC).date() if given.strict else given.today,
        new_customer=given.new_customer,
        latency=given.latency,
        flat=given.pixels == "flat",
        workers=given.workers,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m emulator",
        description="Bedrock's image models on localhost: no account, no weights, no bill.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    parser.add_argument("--host", default="127.0.0.1", help="interface to listen on")
    parser.add_argument("--port", type=_port, default=9555, help="port; 0 picks a free one")
    day = parser.add_mutually_exclusive_group()
    day.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="lifecycle as of that day")
    day.add_argument("--strict", action="store_true", help="lifecycle as of the real today")
    parser.add_argument("--new-customer", action="store_true", help="refuse legacy models too")
    parser.add_argument(
        "--latency",
        type=_seconds,
        default=0.0,
        metavar="SECONDS",
        help="time a call takes at least",
    )
    parser.add_argument("--pixels", choices=("painted", "flat"), default="painted")
    parser.add_argument("--workers", type=_workers, default=2, help="processes that paint")
    return parser


def _port(text: str) -> int:
    if text.isdecimal() and int(text) <= 65_535:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a port; use 0 to 65535, 0 for a free one")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write it as 2024-06-01") from None


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if 0 <= seconds <= 3600:
        return seconds
    raise argparse.ArgumentTypeError(f"{text!r} is not a time; use 0 to 3600 seconds")


def _workers(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= 64:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} workers cannot paint; use 1 to 64")
