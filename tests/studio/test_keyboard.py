"""Without a mouse: every page's controls are reached and seen, and a whole visit works."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.studio.browser import quiet
from tests.studio.keyboard import tab_to, walk
from tests.studio.served import Served

STILL = {"reduced_motion": "reduce"}


@pytest.fixture(scope="module")
def made(studio: Served) -> str:
    """A generation of two pictures."""
    return studio.api.create(prompt="a quay by the sea", count=2).json()["id"]


@pytest.mark.parametrize(
    "path",
    [
        "/?generation={made}",
        "/edit?image={image}",
        "/edit?image={image}&task=color_guided",
        "/compare",
        "/gallery",
        "/gallery?image={image}",
        "/learn",
        "/usage",
    ],
)
def test_the_tab_key_reaches_every_control_and_shows_where_it_is(
    studio: Served, visit: Callable[..., Page], made: str, path: str
) -> None:
    image = f"{made.replace('gen_', 'img_')}_00"
    page = visit(studio, path.format(made=made, image=image), **STILL)
    quiet(page)
    page.wait_for_timeout(800)

    missed, dull = walk(page)

    assert missed == []
    assert dull == []


def test_a_visit_by_keyboard_alone_from_words_to_a_second_try(
    studio: Served, visit: Callable[..., Page]
) -> None:
    page = visit(studio, **STILL)
    say_what_to_paint(page)
    pick_the_third(page, studio)

    press(page, page.get_by_role("link", name="Gallery"), "Enter")
    shown = page.get_by_role("list", name="Pictures, newest first").get_by_role("button")
    expect(shown.first).to_have_accessible_name("oil painting of a keeper of bees, cinematic")
    press(page, shown.first, "Enter")
    page.get_by_role("heading", name="How it was made").wait_for()
    press(page, page.get_by_role("button", name="Use again"), "Enter")
    press(page, page.get_by_role("button", name="Only the prompt"), "Enter")

    expect(page.get_by_label("2 · What does it show?")).to_have_value("a keeper of bees")
    press(page, page.get_by_role("button", name="Make 4"), "Enter")
    expect(page.get_by_role("radio", checked=True, name="Picture")).to_have_count(0)
    page.get_by_role("heading", name="Pick the one you like best").wait_for()
    prompts = [each["prompt"] for each in studio.api.get("/v1/images?limit=8").json()["data"]]
    assert prompts == ["oil painting of a keeper of bees, cinematic"] * 8


def press(page: Page, aim: Locator, *keys: str) -> None:
    """Go there by the Tab key, and press keys."""
    quiet(page)
    tab_to(page, aim)
    for key in keys:
        page.keyboard.press(key)


def say_what_to_paint(page: Page) -> None:
    """Climb the ladder, change the kind of picture, describe it, add a style."""
    said = page.locator(".easel-text")
    press(page, page.get_by_role("button", name="Step by step"), "Enter")
    press(page, page.get_by_role("radio", name="1. Subject"), "Space", "ArrowDown")
    expect(said).to_have_text("painting of a doctor")
    page.keyboard.press("Escape")
    press(page, page.get_by_role("radio", name="Photograph"), "ArrowRight", "ArrowRight", "Space")
    expect(said).to_have_text("oil painting of a doctor")
    press(page, page.get_by_label("2 · What does it show?"), "Control+A")
    page.keyboard.type("a keeper of bees")
    press(page, page.get_by_role("button", name="Realistic"), "ArrowRight", "Space")
    expect(said).to_have_text("oil painting of a keeper of bees, cinematic")


def pick_the_third(page: Page, studio: Served) -> None:
    """Order four, and pick by arrow keys."""
    press(page, page.get_by_role("button", name="Make 4"), "Enter")
    choices = page.get_by_role("radiogroup", name="Pick the one").get_by_role("radio")
    expect(choices).to_have_count(4)
    press(page, choices.first, "ArrowRight", "ArrowRight")
    expect(choices.nth(2)).to_be_checked()
    page.get_by_text("Kept as your best").wait_for()
    made = studio.api.get("/v1/generations?limit=1").json()["data"][0]["id"]
    whole = studio.api.get(f"/v1/generations/{made}").json()
    assert whole["picked"] == whole["images"][2]["id"]
