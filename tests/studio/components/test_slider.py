"""Comparing two pictures in a real browser, by the colours that it shows."""

import io

import pytest
from PIL import Image
from playwright.sync_api import Page, expect


def colour(page: Page, x: float, y: float) -> tuple[int, int, int]:
    """Return the colour at a share of the frame's width and height."""
    shown = Image.open(io.BytesIO(page.locator(".stage").screenshot())).convert("RGB")
    return shown.getpixel((int(x * (shown.width - 1)), int(y * (shown.height - 1))))


def is_after(page: Page, x: float, y: float) -> bool:
    """The second picture is the red one."""
    return colour(page, x, y)[0] > 150


@pytest.fixture
def page(visit) -> Page:
    page = visit("show=slider")
    page.get_by_role("slider").wait_for()
    page.wait_for_timeout(500)
    return page


def test_each_picture_is_on_its_side_of_the_line(page):
    assert not is_after(page, 0.3, 0.3)
    assert is_after(page, 0.7, 0.3)


def test_the_line_follows_the_pointer_and_stays_in_the_frame(page):
    box = page.locator(".stage").bounding_box()

    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + 20, steps=4)

    assert is_after(page, 0.3, 0.3)
    page.mouse.move(box["x"] - 300, box["y"] + 20, steps=4)
    page.mouse.up()
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuenow", "0")


@pytest.mark.parametrize(
    ("key", "value"),
    [("ArrowLeft", "48"), ("ArrowRight", "52"), ("PageUp", "70"), ("Home", "0"), ("End", "100")],
)
def test_keys_move_the_line(page, key, value):
    page.get_by_role("slider").focus()

    page.keyboard.press(key)

    expect(page.get_by_role("slider")).to_have_attribute("aria-valuenow", value)
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", f"{value} % en")


def test_another_run_leaves_the_line_where_it_is(page):
    page.get_by_role("slider").focus()
    page.keyboard.press("PageUp")

    page.get_by_role("button", name="run again").click()
    page.wait_for_timeout(800)

    expect(page.get_by_role("slider")).to_have_attribute("aria-valuenow", "70")


def test_a_picture_that_grew_lies_where_it_was(visit):
    page = visit("show=slider&grown=1")
    page.get_by_role("slider").focus()
    page.keyboard.press("End")
    page.wait_for_timeout(500)

    # 300 × 200 at (100, 50) in 500 × 300: green left of its middle, blue right of it.
    assert colour(page, 0.3, 0.3)[1] > 130
    assert colour(page, 0.7, 0.3)[2] > 130
    for outside in ((0.1, 0.5), (0.9, 0.5), (0.5, 0.08)):
        assert max(colour(page, *outside)[1:]) < 130


def test_it_has_no_serious_finding(page, serious):
    assert serious(page) == []
