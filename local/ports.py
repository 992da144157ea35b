"""Chooses the ports: those of last time, for links and keys outlive a stop."""

import socket
from dataclasses import asdict, dataclass

from local.home import Home, read_json, write_json
from local.options import Options
from local.trouble import Trouble
from local.words import say

LOOPBACK = "127.0.0.1"
PREFERRED = {"aws": 4600, "bedrock": 4601, "studio": 4602}


@dataclass(frozen=True, slots=True)
class Ports:
    """Where the local AWS, the local Bedrock and the studio listen."""

    aws: int
    bedrock: int
    studio: int


def is_free(port: int) -> bool:
    """Return whether we may listen on a port of the loopback interface."""
    return _obstacle(port) is None


def _obstacle(port: int) -> str | None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except PermissionError:
            return "is only for the system's own programs"
        except OSError:
            return "is taken by another program"
    return None


def any_free() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def choose(home: Home, options: Options) -> Ports:
    """Choose the ports of a start and remember them.

    Raises:
        Trouble: the port that was asked for is taken.
    """
    last = read_json(home.ports)
    if options.port is not None and (obstacle := _obstacle(options.port)):
        raise Trouble(
            f"Port {options.port} {obstacle}.",
            "Name another (`make run PORT=4700`), or none, and a free one is found.",
        )
    aws = options.port or _settle("aws", last.get("aws"), home)
    bedrock, studio = (_settle(name, last.get(name), home) for name in ("bedrock", "studio"))
    ports = Ports(aws=aws, bedrock=bedrock, studio=studio)
    write_json(home.ports, asdict(ports))
    return ports


def _settle(name: str, last: int | None, home: Home) -> int:
    """Return the port of last time, the usual one, or a free one, in that order."""
    if last and is_free(last):
        return last
    usual = PREFERRED[name] if home.is_default else 0
    port = usual if usual and is_free(usual) else any_free()
    if last and name == "aws":
        say(f"Port {last} of last time is taken; this time the API is on port {port}.")
    return port
