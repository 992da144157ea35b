"""Gallery: find, look, keep, restore, delete."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.client import Stack
from tests.studio.served import Served, serve

LIST = "Pictures, newest first"
PHONE = {"viewport": {"width": 390, "height": 844}, "locale": "ko-KR"}


@pytest.fixture(scope="module")
def shelf(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A studio whose tenant has three pictures."""
    with serve(stack, "shelf", tmp_path_factory.mktemp("shelf") / "log") as served:
        for prompt, more in (
            ("a lake at dawn", {"model": "sdxl", "parameters": {"cfg_scale": 9.0, "steps": 20}}),
            ("a red windmill", {"seed": 11}),
            ("a lake in winter", {"aspect_ratio": "16:9"}),
        ):
            answer = served.api.create(prompt=prompt, **more)
            assert answer.json()["status"] == "succeeded", answer.text
        yield served


def pictures(page: Page, name: str = LIST) -> Any:
    return page.get_by_role("list", name=name).get_by_role("button")


def open_first(page: Page, text: str) -> None:
    page.get_by_role("list", name=LIST).get_by_role("button", name=text).first.click()
    page.get_by_role("heading", name="How it was made").wait_for()


def settle(page: Page) -> None:
    """Wait until the script has ended and what it replaced has faded.

    Words that are still fading are paler than they will be, which axe-core takes for their colour.
    """
    page.locator('[data-test-script-state="notRunning"]').wait_for()
    page.wait_for_timeout(1500)


def test_words_narrow_the_gallery_and_favourites_do(
    shelf: Served, visit: Callable[..., Page]
) -> None:
    page = visit(shelf, "/gallery")
    expect(pictures(page)).to_have_count(3)

    page.get_by_label("Search in prompts").fill("lake")
    page.get_by_label("Search in prompts").press("Enter")

    expect(pictures(page)).to_have_count(2)
    open_first(page, "a lake in winter")
    page.get_by_role("button", name="Favourite").click()
    expect(page.get_by_role("button", name="A favourite")).to_be_visible()
    page.get_by_role("button", name="Back to the gallery").click()
    page.get_by_text("Favourites", exact=True).click()
    expect(pictures(page)).to_have_count(1)


def test_the_large_view_says_how_it_was_made_and_survives_a_reload(
    shelf: Served, visit: Callable[..., Page]
) -> None:
    page = visit(shelf, "/gallery")
    open_first(page, "a lake at dawn")

    page.reload()

    made = page.locator("table.easel-facts").first
    expect(made).to_contain_text("stability.stable-diffusion-xl-v1")
    expect(made).to_contain_text("9")
    expect(made).to_contain_text("$0.04")


def test_everything_goes_back_into_create(shelf: Served, visit: Callable[..., Page]) -> None:
    page = visit(shelf, "/gallery")
    open_first(page, "a red windmill")

    page.get_by_role("button", name="Use again").click()
    page.get_by_role("button", name="Everything").click()

    expect(page.get_by_label("2 · What does it show?")).to_have_value("a red windmill")


def test_a_downloaded_file_brings_its_parameters_back(
    shelf: Served, visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit(shelf, "/gallery")
    open_first(page, "a lake at dawn")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").click()
    download.value.save_as(tmp_path / "lake.png")

    page.get_by_role("button", name="Back to the gallery").click()
    page.locator("input[type=file]").set_input_files(tmp_path / "lake.png")
    page.get_by_role("button", name="Put this into Create").click()

    expect(page.get_by_label("2 · What does it show?")).to_have_value("a lake at dawn")
    page.locator(".st-key-parameters summary").click()
    expect(page.get_by_role("slider", name="Guidance")).to_have_value("9")


def test_a_picture_is_deleted_only_after_a_second_word(
    shelf: Served, visit: Callable[..., Page]
) -> None:
    doomed = shelf.api.create(prompt="a doomed castle").json()["images"][0]["id"]
    page = visit(shelf, f"/gallery?image={doomed}")

    page.get_by_role("button", name="Delete").click()
    assert shelf.api.get(f"/v1/images/{doomed}").status_code == 200
    page.get_by_role("button", name="Delete for good").click()

    expect(page.get_by_role("list", name=LIST)).to_be_visible()
    expect(page.get_by_role("button", name="a doomed castle")).to_have_count(0)
    assert shelf.api.get(f"/v1/images/{doomed}").status_code in (404, 410)


def test_an_empty_gallery_leads_to_create(own_studio: Served, visit: Callable[..., Page]) -> None:
    page = visit(own_studio, "/gallery")

    page.get_by_role("button", name="Make a picture").click()

    expect(page.get_by_label("2 · What does it show?")).to_be_visible()


def test_it_waits_for_an_api_that_is_down_and_comes_back(
    own_studio: Served, visit: Callable[..., Page]
) -> None:
    own_studio.line.cut()
    page = visit(own_studio, "/gallery")
    expect(page.get_by_text("Easel does not answer right now")).to_be_visible()

    own_studio.line.mend()

    expect(page.get_by_role("button", name="Make a picture")).to_be_visible()


def test_it_fits_a_phone_in_korean_without_serious_findings(
    shelf: Served, visit: Callable[..., Page], serious: Callable[[Page], list[str]]
) -> None:
    page = visit(shelf, "/gallery", **PHONE)
    pictures(page, "최신순 그림").first.wait_for()
    settle(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert serious(page) == []
    pictures(page, "최신순 그림").first.click()
    page.get_by_role("heading", name="만든 방법").wait_for()
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert serious(page) == []
