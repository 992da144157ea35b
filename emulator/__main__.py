"""Starts the emulator: `python -m emulator`, and `--help` for what it can be."""

import errno
import signal
import socket
import sys
from types import FrameType

import uvicorn

from emulator.options import Options, parse
from emulator.server import application
from functions.catalogue import CATALOGUE


class Announced(uvicorn.Server):
    """A server that says where it listens, once it does."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to listen, then print the one line that scripts wait for."""
        await super().startup(sockets)
        for listener in sockets or []:
            host, port = listener.getsockname()[:2]
            print(f"Bedrock emulator on http://{host}:{port} ({len(CATALOGUE)} models)", flush=True)


def listen(options: Options) -> socket.socket:
    """Take the port, or end the program with what to do about it."""
    # asyncio turns Nagle's delay off only where the protocol is said: 40 ms an answer.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((options.host, options.port))
    except OSError as error:
        sys.exit(_no_port(options, error))
    return listener


def _no_port(options: Options, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        reason = "is taken: stop what listens there, or start with --port 0 for a free one"
    else:
        reason = f"cannot be opened ({error.strerror}): try another --host or --port"
    return f"Port {options.port} on {options.host} {reason}."


def _leave(number: int, frame: FrameType | None) -> None:
    del number, frame
    sys.exit(0)


def main() -> None:
    """Serve until SIGINT or SIGTERM, then end cleanly with status 0."""
    options = parse()
    listener = listen(options)
    config = uvicorn.Config(
        application(options),
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=5,
    )
    # uvicorn raises the signal again after its shutdown; that must not look like a crash.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _leave)
    Announced(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
