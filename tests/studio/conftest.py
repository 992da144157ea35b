"""The studio as a person meets it: a browser, a studio, and the deployed local stack behind it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.e2e.client import Stack
from tests.studio import browser as browsers
from tests.studio.bench import bench, easel, lake, opened  # noqa: F401 - fixtures of Edit
from tests.studio.served import Served, serve

ROOT = Path(__file__).parents[2]
PATIENCE = 30_000
"""Milliseconds that a shared, slow machine may take for what a person expects at once."""

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The stack under test: a fresh one, or the one whose home EASEL_HOME names."""
    if running := os.environ.get("EASEL_HOME"):
        yield Stack(Path(running), json.loads(Path(running, "stack.json").read_text()))
        return
    home = tmp_path_factory.mktemp("easel")
    _local("up", home, "--no-persist", "--pixels", "flat")
    try:
        yield Stack(home, json.loads((home / "stack.json").read_text()))
    finally:
        _local("down", home)


@pytest.fixture(scope="session")
def studio(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A studio for all tests that do not break it."""
    with serve(stack, "studio", tmp_path_factory.mktemp("studio") / "log") as served:
        yield served


@pytest.fixture
def own_studio(stack: Stack, tmp_path: Path) -> Iterator[Served]:
    """A studio, and a tenant, for one test that cuts its line or spends its budget."""
    with serve(stack, "own", tmp_path / "log") as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browsers.chromium(), args=browsers.FLAGS
        )
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page of a studio in a window of its own: `visit(studio, "/gallery", locale="ko-KR")`.

    Whatever the page throws, or asks of another machine, fails the test.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(studio: Served, path: str = "/", **options: Any) -> Page:
        usual = {"viewport": {"width": 1280, "height": 1000}, "locale": "en-US"}
        context = browser.new_context(**(usual | options))
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: faults.extend(_abroad(request.url)))
        page.goto(studio.url + path)
        page.locator("h1").first.wait_for()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def serious() -> Callable[[Page], list[str]]:
    return browsers.serious


@pytest.fixture
def fault(stack: Stack) -> Iterator[Callable[..., None]]:
    """Let the next calls of the model go wrong, or take their time."""
    address = f"{stack.told['emulator_url']}/_emulator/faults"

    def arm(**rule: Any) -> None:
        httpx.post(address, json={"faults": [rule]}).raise_for_status()

    yield arm
    httpx.delete(address).raise_for_status()


def _abroad(url: str) -> list[str]:
    here = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
    return [] if url.startswith(here) else [f"asked for {url}"]


def _local(verb: str, home: Path, *flags: str) -> None:
    command = [sys.executable, "-m", "local", verb, "--home", str(home), *flags]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
