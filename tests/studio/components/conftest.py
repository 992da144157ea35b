"""The harness page on loopback: one component at a time, and nothing of the service."""

import os
import pathlib
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

ROOT = pathlib.Path(__file__).parents[3]


@pytest.fixture(scope="session")
def harness(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve harness.py and give its address."""
    port = _free_port()
    page = pathlib.Path(__file__).with_name("harness.py")
    options = [
        "--server.headless=true",
        "--browser.gatherUsageStats=false",
        f"--server.port={port}",
    ]
    log = tmp_path_factory.mktemp("harness") / "log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "streamlit",
                "run",
                str(page),
                "--server.address=127.0.0.1",
                *options,
            ],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=out,
            stderr=out,
        )
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health", log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture
def visit(harness: str, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open the harness with one component, in a window of its own."""
    contexts = []

    def open_page(query: str, **options: object) -> Page:
        context = browser.new_context(**({"viewport": {"width": 1200, "height": 1000}} | options))
        contexts.append(context)
        page = context.new_page()
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.goto(f"{harness}/?{query}")
        page.get_by_role("heading", name="Harness").wait_for()
        return page

    yield open_page
    faults = [error for context in contexts for page in context.pages for error in page.errors]
    for context in contexts:
        context.close()
    assert faults == []


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address: str, log: pathlib.Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"the harness does not answer:\n{log.read_text()}")
