"""What a person reads: lines of progress, and the page that says how to go on."""

import contextlib
import json
import os
import shlex
import sys
import time
from collections.abc import Generator, Mapping
from typing import Any

from local.home import Home, read_json

PROMPT = {
    "image_type": "photograph",
    "description": "a mountain lake at dawn, a small boat, hot air balloons",
    "style": "cinematic",
}
"""With seed 4, the picture that the README begins with."""

FIRST_URL = """grep -om1 '"url": *"[^"]*' | head -1 | cut -d'"' -f4"""


def say(text: str) -> None:
    """Print a line at once; a terminal that has gone is no reason to stop halfway."""
    try:
        print(text, flush=True)
    except OSError:
        with contextlib.suppress(OSError):
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


@contextlib.contextmanager
def told(text: str) -> Generator[None]:
    """Say what is done now, and afterwards how long it took."""
    started = time.monotonic()
    say(f"{text} …")
    yield
    say(f"    {time.monotonic() - started:.1f} s")


def page(home: Home, *, foreground: bool) -> str:
    """Return what a person needs once a stack is up."""
    stack = read_json(home.stack)
    stop = "Ctrl-C stops it" if foreground else "`make down` stops it"
    studio = f"  Studio   {stack['studio_url']}\n" if stack.get("studio_url") else ""
    return f"""
Easel is up.

{studio}  API      {stack["api_url"]}
  Key      {stack["api_key"]}
  Docs     {stack["docs_url"]}

For `.venv/bin/easel` and Python's `Easel.from_env()`:

{exports(stack)}

Paint a picture into easel.png:

{curl(stack)}

{stop}; pictures, records and keys stay for next time."""


def exports(stack: Mapping[str, Any]) -> str:
    """Return the line by which a shell tells the client where, who, and whom to trust."""
    told = {
        "EASEL_URL": stack["api_url"],
        "EASEL_API_KEY": stack["api_key"],
        "SSL_CERT_FILE": stack["ca_bundle"],
    }
    known = (f"{name}={shlex.quote(value)}" for name, value in told.items() if value)
    return " ".join(["export", *known])


def curl(stack: Mapping[str, Any]) -> str:
    """Return a command that paints a picture and works when it is pasted.

    It is one subshell, so nothing of it stays in bash or zsh. The answer is shown
    only where there is no picture to fetch: a refusal, or a record still at work.
    """
    body = {"prompt": PROMPT, "aspect_ratio": "16:9", "seed": 4}
    trust = ["--cacert", stack["ca_bundle"]] if stack["ca_bundle"] else []
    lines = [
        ["curl", "-sS", *trust, f"{stack['api_url']}/v1/generations"],
        ["-H", f"x-api-key: {stack['api_key']}", "-H", "Prefer: wait=25"],
        ["-H", "Content-Type: application/json"],
        ["-d", json.dumps(body)],
    ]
    paint = " \\\n  ".join(map(shlex.join, lines))
    save = shlex.join(["curl", "-sSf", *trust, "-o", "easel.png"])
    return f"""(said=$({paint}) \\
  && url=$(printf %s "$said" | {FIRST_URL}) && test "$url" \\
  && {save} "$url" && echo '→ easel.png' || {{ printf '%s\\n' "$said" >&2; false; }})"""
