"""From page to page and back: what is found again, and what begins anew."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.studio.served import Served


def test_pages_are_found_as_they_were_left_and_begin_anew_by_their_own_link(
    studio: Served, visit: Callable[..., Page]
) -> None:
    made = studio.api.create(prompt="a lake", aspect_ratio="1:1").json()
    large = f"/gallery?image={made['images'][0]['id']}"
    page = visit(studio, f"/?generation={made['id']}")
    results = page.get_by_role("button", name="Large view")

    results.click()
    page.get_by_role("heading", name="How it was made").wait_for()
    page.go_back()
    expect(results).to_be_visible()

    page.get_by_role("link", name="Learn").click()
    expect(page).to_have_url(re.compile("/learn"))
    page.get_by_role("link", name="Create").click()
    expect(results).to_be_visible()
    expect(page).to_have_url(re.compile(made["id"]))

    page.get_by_role("link", name="Create").click()
    expect(page.get_by_text("Your pictures will stand here")).to_be_visible()
    page.goto(studio.url + large)
    page.get_by_role("heading", name="How it was made").wait_for()
    page.get_by_role("link", name="Gallery").click()
    expect(page.get_by_role("list", name="Pictures, newest first")).to_be_visible()


def test_what_was_written_and_not_ordered_survives_a_reload(
    studio: Served, visit: Callable[..., Page]
) -> None:
    page = visit(studio)
    page.get_by_text("Oil painting", exact=True).click()
    field = page.get_by_label("2 · What does it show?")
    field.fill("a red kite")
    field.press("Tab")
    expect(page.locator(".easel-text")).to_have_text("oil painting of a red kite")

    page.reload()

    expect(field).to_have_value("a red kite")
    expect(page.locator(".easel-text")).to_have_text("oil painting of a red kite")
