"""The harness page, which shows one component at a time."""

import pathlib
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

PAGE = pathlib.Path(__file__).with_name("harness.py")
OPTIONS = ["--server.headless=true", "--browser.gatherUsageStats=false"]


@pytest.fixture(scope="session")
def harness(serve: Callable[..., str]) -> str:
    """Serve harness.py and give its address."""
    where = "--server.address=127.0.0.1"
    return serve(
        lambda port: ["streamlit", "run", str(PAGE), where, f"--server.port={port}", *OPTIONS],
        "_stcore/health",
    )


@pytest.fixture
def visit(harness: str, window: Callable[..., Page]) -> Callable[..., Page]:
    """Open the harness with one component, in a window of its own."""

    def open_page(query: str, **options: object) -> Page:
        page = window(**options)
        page.goto(f"{harness}/?{query}")
        page.get_by_role("heading", name="Harness").wait_for()
        return page

    return open_page
