"""Dragging margins in a real browser: 600 × 400 with bounds of 2000, 2000, 300 and none."""

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def page(visit) -> Page:
    page = visit("show=margins")
    page.locator(".paper").wait_for()
    page.wait_for_timeout(500)
    return page


def drag(page: Page, side: str, x: int, y: int) -> None:
    box = page.locator(f".handle[data-side={side}]").bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + x, middle[1] + y, steps=6)
    page.mouse.up()


def answer(page: Page, **margins: int) -> None:
    sides = ", ".join(f"{side}={margins.get(side, 0)}" for side in ("left", "right", "up", "down"))
    expect(page.get_by_text(f"answer: Margins({sides})")).to_be_visible()


def test_a_handle_draws_its_edge_outwards(page):
    scale = page.locator("img").bounding_box()["width"] / 600

    drag(page, "right", round(200 * scale), 0)

    answer(page, right=200)
    expect(page.get_by_label("en:margins.right")).to_have_value("200")
    expect(page.locator(".live")).to_have_text("800 × 400")
    answer(page, right=200)


def test_dragging_inwards_and_far_outwards_stops_at_the_bounds(page):
    drag(page, "left", 200, 0)
    drag(page, "up", 0, -900)

    answer(page, up=300)


def test_numbers_are_typed_exactly_and_bounded(page):
    page.get_by_label("en:margins.left").fill("123")
    page.get_by_label("en:margins.up").fill("999")
    page.get_by_label("en:margins.up").blur()

    answer(page, left=123, up=300)
    expect(page.get_by_label("en:margins.up")).to_have_value("300")


def test_a_side_without_a_bound_cannot_be_moved(page):
    expect(page.get_by_label("en:margins.down")).to_be_hidden()
    expect(page.locator(".handle[data-side=down]")).to_be_hidden()


def test_a_shape_is_reached_evenly_or_not_offered(page):
    page.get_by_role("button", name="16:9", exact=True).click()

    answer(page, left=55, right=56)
    expect(page.get_by_role("button", name="1:1", exact=True)).to_be_disabled()  # needs `down`
    page.get_by_role("button", name="en:margins.none").click()
    answer(page)


def test_margins_survive_another_run(page):
    page.get_by_label("en:margins.left").fill("64")
    page.get_by_label("en:margins.left").blur()
    answer(page, left=64)

    page.get_by_role("button", name="run again").click()
    page.wait_for_timeout(800)

    answer(page, left=64)
    expect(page.get_by_label("en:margins.left")).to_have_value("64")


def test_margins_survive_a_reload_and_are_told_again(page):
    page.get_by_label("en:margins.left").fill("64")
    page.get_by_label("en:margins.left").blur()
    answer(page, left=64)

    page.reload()

    answer(page, left=64)
    expect(page.get_by_label("en:margins.left")).to_have_value("64")


def test_it_has_no_serious_finding(page, serious):
    drag(page, "right", 60, 0)

    assert serious(page) == []
