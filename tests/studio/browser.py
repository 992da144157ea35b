"""A real browser that asks nobody but us, and what axe-core says of a page in it."""

import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TookTooLong

from local.browser import find

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whoever asks for another host is told at once that there is none.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


def chromium() -> str:
    """Return the path of the machine's own browser: Playwright's wheel brings none."""
    found = find()
    assert found, "there is no Chromium here; `make studio` installs it, or says how"
    return found


def quiet(page: Page) -> None:
    """Wait until the page's script has ended."""
    page.locator('[data-test-script-state="notRunning"]').wait_for()


def choose(page: Page, label: str, option: str) -> None:
    """Choose from a list; open it again where the page's script closed it by drawing it anew."""
    wanted = page.get_by_role("option", name=option).first
    for _ in range(3):
        quiet(page)
        page.get_by_role("combobox", name=label, exact=True).click()
        try:
            wanted.click(timeout=5_000)
        except TookTooLong:
            page.keyboard.press("Escape")
        else:
            return
    raise AssertionError(f"{label} does not offer {option}")


def serious(page: Page) -> list[str]:
    """Return what axe-core calls serious or critical on a page, with the first place of each."""
    page.add_script_tag(path=AXE)
    found = page.evaluate(
        """axe.run().then((r) => r.violations.map(
            (v) => [v.impact, v.id, v.nodes.length, v.nodes[0].html.slice(0, 160)]))"""
    )
    return [
        f"{rule} × {count}: {first}"
        for impact, rule, count, first in found
        if impact in ("serious", "critical")
    ]


def eventually(page: Page, holds: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until something holds that the page does not show."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it never came to hold"
        page.wait_for_timeout(200)
