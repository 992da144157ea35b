"""What a person can ask of `local`, and who answers it."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from local import account, background, environment, serving, sources, tenants
from local.cdk import STAGE
from local.halt import Halt
from local.home import SHARED, Home, read_json
from local.options import Options
from local.trouble import Trouble
from local.words import page, say


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the process's exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    given = _parser().parse_args(words)
    try:
        return _run(given, words[1:])
    except Trouble as trouble:
        print(f"easel: {trouble}", file=sys.stderr)
        return 1


def _run(given: argparse.Namespace, rest: list[str]) -> int:
    environment.agree_on_region(os.environ)
    if given.verb in account.VERBS:
        return account.cdk(given.verb, given.stage, given.more)
    if given.verb in ("key", "revoke"):
        return tenants.operate(given, Home(given.home.resolve()))
    environment.forget_accounts(os.environ)
    home = Home(given.home.resolve())
    if given.verb in ("run", "up", "serve"):
        return _start(given, home, rest)
    commands = {
        "down": background.down,
        "status": background.status,
        "reset": background.reset,
    }
    return commands[given.verb](home)


def _start(given: argparse.Namespace, home: Home, rest: list[str]) -> int:
    options = Options(
        stage=given.stage,
        port=given.port,
        secure=given.secure,
        persist=not given.no_persist,
        pixels=given.pixels,
        strict=given.strict,
        today=given.today,
        latency=given.latency,
        studio=not given.no_studio,
    )
    halt = Halt().listen()
    try:
        if given.verb == "up" and not serving.is_owned(home):
            return background.up(home, rest, halt)
        return serving.serve(home, options, halt, foreground=given.verb == "run")
    except serving.AlreadyUp:
        return _already(home, options)


def _already(home: Home, options: Options) -> int:
    if not home.stack.exists():
        raise Trouble("Easel is just starting or stopping.", "`make status` tells which.")
    say("It runs already, so nothing was started.")
    if _differs(read_json(home.stack), options):
        say("But it runs with other options than these; `make down` first, and start it again.")
    if read_json(home.stack).get("sources") != sources.fingerprint():
        say("But its sources have changed since; `make down up` deploys them.")
    say(page(home, foreground=False))
    return 0


def _differs(stack: Mapping[str, Any], options: Options) -> bool:
    """Whether a running stack is not what is asked for now; any port will do unless named."""
    asked, runs = options.record(), dict(stack.get("options", {}))
    runs["port"] = stack.get("ports", {}).get("aws") if asked["port"] else None
    return runs != asked


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m local", description="Easel on this machine.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="command")
    _add_start(verbs.add_parser("run", help="start everything and stay; Ctrl-C stops it"))
    _add_start(verbs.add_parser("up", help="start everything in the background"))
    _add_start(verbs.add_parser("serve"))  # what `up` leaves running
    for name, purpose in {
        "down": "stop what `up` started",
        "status": "say what is up",
        "reset": "forget all local data",
    }.items():
        _add_home(verbs.add_parser(name, help=purpose))
    tenants.add_to(verbs, _add_home)
    account.add_to(verbs)
    return parser


def _add_home(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--home", type=Path, default=SHARED, help="the stack's folder")


def _add_start(parser: argparse.ArgumentParser) -> None:
    _add_home(parser)
    parser.add_argument("--stage", default=STAGE, help="row of cdk.json; this machine's is local")
    parser.add_argument("--port", type=_port, help="port of the local AWS, so of the API")
    parser.add_argument("--secure", action="store_true", help="enforce IAM; TLS")
    parser.add_argument("--no-persist", action="store_true", help="forget all when it stops")
    parser.add_argument("--pixels", choices=("painted", "flat"), default="painted")
    day = parser.add_mutually_exclusive_group()
    day.add_argument("--strict", action="store_true", help="models as retired as today")
    day.add_argument(
        "--today", type=_day, metavar="YYYY-MM-DD", help="models as retired as on a day"
    )
    parser.add_argument("--latency", type=_seconds, default=0.0, help="seconds of a model call")
    parser.add_argument("--no-studio", action="store_true", help="only the API, as tests want it")


def _seconds(text: str) -> float:
    if not text.replace(".", "", 1).isdecimal() or float(text) > 300:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time; use 0 to 300 seconds")
    return float(text)


def _port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65_536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a port; use 1024 to 65535")


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write 2024-06-01") from None
