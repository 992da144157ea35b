"""A person's view: the studio of a local stack, and a real browser that looks at it."""

import json
import os
import pathlib
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from easel_client import Easel
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = pathlib.Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""A browser that asks nobody but us; its profile is new for each launch."""
FINDINGS = """axe.run().then(({ violations }) => violations.flatMap(({ impact, id, nodes }) =>
    nodes.map(({ html }) => [impact, `${id}: ${html}`])))"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium: the wheel of Playwright brings none."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open windows that are strangers to each other; no script in them may fail."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_window(**options: Any) -> Page:
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 1000}} | options))
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(scope="session")
def serious() -> Callable[[Page], list[str]]:
    """Return what axe-core calls serious or critical on a page."""

    def look(page: Page) -> list[str]:
        page.add_script_tag(path=AXE)
        found = page.evaluate(FINDINGS)
        return [what for impact, what in found if impact in ("serious", "critical")]

    return look


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Start a server as `command(port)` and return its address when it answers."""
    running: list[subprocess.Popen[bytes]] = []

    def start(command: Callable[[int], list[str]], health: str, **environ: str) -> str:
        port = _free_port()
        paths = os.pathsep.join([str(ROOT / "client"), str(ROOT)])
        server = subprocess.Popen(
            [sys.executable, "-m", *command(port)],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": paths} | environ,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        running.append(server)
        _wait_for(f"http://127.0.0.1:{port}/{health}", server)
        return f"http://127.0.0.1:{port}"

    yield start
    for server in running:
        server.terminate()
        server.wait(20)


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """The stack behind the studio: a fresh one, or the one whose home EASEL_HOME names."""
    if running := os.environ.get("EASEL_HOME"):
        yield json.loads(pathlib.Path(running, "stack.json").read_text())
        return
    home = tmp_path_factory.mktemp("easel")
    _local("up", home, "--secure", "--no-persist", "--no-studio")
    try:
        yield json.loads((home / "stack.json").read_text())
    finally:
        _local("down", home)


@pytest.fixture(scope="session")
def easel(stack: dict[str, Any]) -> Iterator[Easel]:
    """The API, to see what reached it; with the studio's own key."""
    os.environ["SSL_CERT_FILE"] = stack["ca_bundle"]
    with Easel(stack["api_url"], stack["api_key"]) as client:
        yield client


@pytest.fixture(scope="session")
def studio(stack: dict[str, Any], serve: Callable[..., str]) -> str:
    """The address of a studio of our own on that stack."""
    environ = {"EASEL_URL": stack["api_url"], "EASEL_API_KEY": stack["api_key"]}
    trust = {"SSL_CERT_FILE": stack["ca_bundle"]}
    return serve(lambda port: ["studio", "--port", str(port)], "healthz", **environ, **trust)


def _local(verb: str, home: pathlib.Path, *flags: str) -> None:
    command = [sys.executable, "-m", "local", verb, "--home", str(home), *flags]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"{address} does not answer; its process: {server.poll()}")
