"""How soon the studio shows a picture to paint on, and what ten people take of its memory.

On a local stack of its own, in the real browser of the studio's tests, which shares the
machine's cores with the server. Cold: the process has just begun to listen, the browser's
profile is new. Each of the ten sessions, in browsers of their own, has a picture to paint on.
"""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from tests.bench.fanout import FLAGS as STACK
from tests.bench.fanout import local
from tests.bench.figures import Figure
from tests.bench.places import ROOT
from tests.e2e.client import Stack
from tests.studio.browser import FLAGS, chromium
from tests.studio.line import Line

SESSIONS = 10
COLD_RUNS = 3
SECONDS, MEGABYTES = 4.0, 400.0
READY = 60_000


def figures() -> Iterator[Figure]:
    """Measure, on a stack that comes and goes."""
    with tempfile.TemporaryDirectory(prefix="easel-bench-") as folder:
        home = Path(folder).resolve()
        local(home, "up", *STACK)
        try:
            stack = Stack(home, json.loads((home / "stack.json").read_text()))
            with sync_playwright() as playwright:
                yield from _measured(stack, playwright)
        finally:
            local(home, "down")


def _measured(stack: Stack, playwright: Playwright) -> Iterator[Figure]:
    key = stack.key("bench")["key"]
    made = stack.client(key).create(prompt="a lake at dawn", seed=4).json()
    edit = f"/edit?image={made['images'][0]['id']}"
    cold, warm = zip(
        *(_first_canvas(stack, key, playwright, edit) for _ in range(COLD_RUNS)), strict=True
    )
    words = f"least of {COLD_RUNS}; warm, in another new browser: {min(warm):.1f} s"
    yield Figure("first canvas to paint on, cold", min(cold), "s", SECONDS, words)
    with _studio(stack, key) as (process, url):
        idle = _megabytes(process)
        with _browser(playwright) as one:
            _visit(one, f"{url}{edit}")
            first = _megabytes(process)
        with ExitStack() as browsers:
            for _ in range(SESSIONS):
                _visit(browsers.enter_context(_browser(playwright)), f"{url}{edit}")
            taken = _megabytes(process)
    words = f"{idle:.0f} MB before anybody came, {first:.0f} with one"
    yield Figure(f"memory with {SESSIONS} sessions", taken, "MB", MEGABYTES, words)


def _first_canvas(stack: Stack, key: str, playwright: Playwright, edit: str) -> tuple[float, float]:
    """Return the seconds to the canvas of who comes first, and of who comes next."""
    with _studio(stack, key) as (_, url):
        seconds = []
        for _ in range(2):
            with _browser(playwright) as browser:
                began = time.perf_counter()
                _visit(browser, f"{url}{edit}")
                seconds.append(time.perf_counter() - began)
    return seconds[0], seconds[1]


def _visit(browser: BrowserContext, address: str) -> Page:
    page = browser.new_page()
    page.goto(address, wait_until="commit")
    page.locator("canvas").first.wait_for(state="visible", timeout=READY)
    return page


@contextmanager
def _browser(playwright: Playwright) -> Iterator[BrowserContext]:
    with tempfile.TemporaryDirectory(prefix="easel-browser-") as profile:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=chromium(), args=FLAGS, headless=True
        )
        try:
            yield context
        finally:
            context.close()


@contextmanager
def _studio(stack: Stack, key: str) -> Iterator[tuple[int, str]]:
    """Start a studio and yield its process and address as soon as it listens."""
    port = Line.free()
    environment = {**os.environ, "EASEL_URL": stack.api_url, "EASEL_API_KEY": key}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT / "client"), str(ROOT)])
    command = [sys.executable, "-m", "studio", "--port", str(port)]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _listens(port)
        yield process.pid, f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _listens(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError("the studio does not listen")


def _megabytes(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"^VmRSS:\s+(\d+) kB", status, re.MULTILINE)[1]) / 1024
