"""Usage: what a month has cost, and for what."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.studio.browser import quiet
from tests.studio.served import Served


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_a_month_is_told_by_amount_model_and_request_without_serious_findings(
    own_studio: Served,
    visit: Callable[..., Page],
    serious: Callable[[Page], list[str]],
    scheme: str,
) -> None:
    own_studio.api.create(prompt="a lake", count=2)
    own_studio.api.create(prompt="[filter:prompt] a lake", model="best")
    page = visit(own_studio, "/usage", color_scheme=scheme)

    expect(page.locator(".st-key-amount_spent")).to_contain_text("$0.22")
    expect(page.locator(".st-key-amount_left")).to_contain_text("$49.78")
    expect(page.get_by_role("img", name="Of $50.00: $0.22 spent")).to_be_visible()
    tables = page.get_by_role("table")
    expect(tables).to_have_count(2)
    models, latest = tables.first, tables.last
    expect(models.get_by_role("row").nth(1)).to_contain_text("Stable Image Ultra 1.0")
    expect(latest.get_by_role("row").nth(1)).to_contain_text("filtered")
    expect(latest.get_by_role("row").nth(2)).to_contain_text("2/2")
    quiet(page)
    page.wait_for_timeout(800)
    assert serious(page) == []
