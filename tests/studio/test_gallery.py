"""Gallery: find, look, keep, restore, delete."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Page, expect

from tests.e2e.client import SECRETS, Stack
from tests.studio.browser import choose, eventually, quiet
from tests.studio.served import Served, serve

LIST = "Pictures, newest first"
FIRST = 24
"""Pictures that are shown at once."""
CROWD = (10, 10, 5)
A1111 = """a castle, oil painting
Negative prompt: blurry
Steps: 30, Sampler: DPM++ 2M Karras, CFG scale: 7, Seed: 42, Size: 832x1216, Model: dreamshaper_8"""
PHONE = {"viewport": {"width": 390, "height": 844}, "locale": "ko-KR"}


@pytest.fixture(scope="module")
def shelf(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A studio whose tenant has a crowd of pictures, three newer ones, and a cut-out of one."""
    with serve(stack, "shelf", tmp_path_factory.mktemp("shelf") / "log") as served:
        for count in CROWD:
            crowd = served.api.create(prompt="a crowd", count=count)
            assert crowd.json()["status"] == "succeeded", crowd.text
        for prompt, more in (
            ("a lake at dawn", {"model": "sdxl", "parameters": {"cfg_scale": 9.0, "steps": 20}}),
            ("a red windmill", {"seed": 11}),
            ("a lake in winter", {"aspect_ratio": "16:9"}),
        ):
            answer = served.api.create(prompt=prompt, **more)
            assert answer.json()["status"] == "succeeded", answer.text
        windmill = served.api.get("/v1/images?text=windmill").json()["data"][0]["id"]
        cut = served.api.create(task="remove_background", image={"image_id": windmill})
        assert cut.json()["status"] == "succeeded", cut.text
        yield served


def png(path: Path, **texts: str) -> Path:
    """Write a file as other tools write theirs."""
    told = PngInfo()
    for name, text in texts.items():
        told.add_text(name, text)
    Image.new("RGB", (64, 64)).save(path, pnginfo=told)
    return path


def pictures(page: Page, name: str = LIST) -> Any:
    return page.get_by_role("list", name=name, exact=True).get_by_role("button")


def open_first(page: Page, text: str) -> None:
    page.get_by_role("list", name=LIST).get_by_role("button", name=text).first.click()
    page.get_by_role("heading", name="How it was made").wait_for()


def settle(page: Page) -> None:
    """Wait until the script has ended and what it replaced has faded.

    Words that are still fading are paler than they will be, which axe-core takes for their colour.
    """
    quiet(page)
    expect(page.locator('[data-stale="true"]')).to_have_count(0)
    page.wait_for_timeout(500)


def test_words_narrow_the_gallery_and_favourites_do(
    shelf: Served, visit: Callable[..., Page]
) -> None:
    page = visit(shelf, "/gallery")
    expect(pictures(page)).to_have_count(FIRST)

    page.get_by_label("Search in prompts").fill("lake")
    page.get_by_label("Search in prompts").press("Enter")

    expect(pictures(page)).to_have_count(2)
    open_first(page, "a lake in winter")
    page.get_by_role("button", name="Favourite").click()
    expect(page.get_by_role("button", name="A favourite")).to_be_visible()
    page.get_by_role("button", name="Back to the gallery").click()
    page.get_by_text("Favourites", exact=True).click()
    expect(pictures(page)).to_have_count(1)


def test_the_large_view_says_how_it_was_made_after_a_reload_and_gives_it_back(
    shelf: Served, visit: Callable[..., Page]
) -> None:
    page = visit(shelf, "/gallery")
    open_first(page, "a lake at dawn")

    page.reload()

    made = page.locator("table.easel-facts").first
    expect(made).to_contain_text("stability.stable-diffusion-xl-v1")
    expect(made).to_contain_text("9")
    expect(made).to_contain_text("$0.04")
    page.get_by_role("button", name="Use again").click()
    page.get_by_role("button", name="Everything").click()
    expect(page.get_by_label("2 · What does it show?")).to_have_value("a lake at dawn")
    expect(page.locator(".st-key-model_card")).to_contain_text("Stable Diffusion XL 1.0")


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


def test_a_tag_is_kept_found_and_taken_away_and_every_filter_narrows(
    shelf: Served, visit: Callable[..., Page]
) -> None:
    page = visit(shelf, "/gallery")
    open_first(page, "a lake in winter")
    image = page.url.rpartition("image=")[2]
    tags = page.get_by_role("combobox", name="Tags")
    for said in ("poster", "x" * 33):
        tags.fill(said)
        tags.press("Enter")
    expect(page.get_by_text("A tag has at most 32 characters.")).to_be_visible()
    assert shelf.api.get(f"/v1/images/{image}").json()["tags"] == ["poster"]
    page.reload()
    expect(page.get_by_role("button", name="Remove poster")).to_be_visible()
    page.get_by_role("button", name="Back to the gallery").click()

    page.get_by_text("Task, model, tag, days").click()
    choose(page, "Tag", "poster")
    expect(pictures(page)).to_have_count(1)
    choose(page, "Model", "Stable Diffusion XL 1.0")
    expect(page.get_by_text("No picture fits these filters.")).to_be_visible()
    page.get_by_role("button", name="Show everything").click()
    expect(pictures(page)).to_have_count(FIRST)
    choose(page, "Made by", "Remove the background")
    expect(pictures(page)).to_have_count(1)
    page.get_by_role("button", name="Show everything").click()
    expect(pictures(page)).to_have_count(FIRST)
    choose(page, "Model", "Stable Diffusion XL 1.0")
    expect(pictures(page)).to_have_count(1)
    page.get_by_role("button", name="Show everything").click()
    expect(pictures(page)).to_have_count(FIRST)
    for side, day in (("start", "20200101"), ("end", "20200102")):
        page.get_by_role("spinbutton", name=f"year, From day to day (UTC) {side}").click()
        page.keyboard.type(day)
    page.get_by_role("heading", name="Everything you made").click()
    expect(page.get_by_text("No picture fits these filters.")).to_be_visible()

    page.goto(f"{shelf.url}/gallery?image={image}")
    page.get_by_role("button", name="Remove poster").click()
    expect(page.get_by_role("button", name="Remove poster")).to_have_count(0)
    # The page shows what it was told before the API is told.
    eventually(page, lambda: shelf.api.get(f"/v1/images/{image}").json()["tags"] == [])


def test_a_link_shows_the_picture_without_a_key_until_it_is_revoked(
    shelf: Served, stack: Stack, visit: Callable[..., Page]
) -> None:
    page = visit(shelf, "/gallery")
    open_first(page, "a red windmill")

    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Make a link").click()
    url = page.get_by_test_id("stPopoverBody").locator("code").inner_text().replace("\n", "")
    SECRETS.add(url.partition("token=")[2])

    def stranger() -> httpx.Response:
        return httpx.get(url, verify=stack.verify, follow_redirects=True, timeout=30)

    assert stranger().content.startswith(b"\x89PNG")
    page.get_by_test_id("stPopoverBody").get_by_text("Revoke all links").click()
    page.get_by_role("button", name="Revoke for good").click()
    page.get_by_text("No link shows this picture any more").wait_for()
    assert stranger().status_code == 404


def test_the_line_of_a_picture_is_walked_and_its_thumbnails_are_kept(
    shelf: Served, visit: Callable[..., Page]
) -> None:
    page = visit(shelf, "/gallery")
    page.get_by_role("button", name="Remove the background").click()
    page.get_by_role("heading", name="Made from", exact=True).wait_for()

    pictures(page, "Made from").click()
    page.get_by_role("heading", name="Made from this").wait_for()
    expect(page.locator("table.easel-facts").first).to_contain_text("Paint from words")
    pictures(page, "Made from this").click()
    page.get_by_role("heading", name="Made from", exact=True).wait_for()

    thumbnail = pictures(page, "Made from").locator("img").get_attribute("src")
    answer = httpx.get(f"{shelf.url}{thumbnail}")
    assert answer.headers["content-type"] == "image/webp"
    assert "private" in answer.headers["cache-control"]


def test_files_of_other_tools_come_back_or_are_called_by_their_name(
    shelf: Served, stack: Stack, visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit(shelf, "/gallery")
    drop = page.locator("input[type=file]")
    workflow = '{"3": {"class_type": "KSampler"}}'
    drop.set_input_files(png(tmp_path / "comfy.png", prompt=workflow, workflow="{}"))
    expect(page.get_by_text("This was made by ComfyUI")).to_be_visible()
    page.reload()
    drop.set_input_files(png(tmp_path / "plain.png"))
    expect(page.get_by_text("The file does not say how it was made")).to_be_visible()

    made = shelf.api.create(
        prompt={"description": "a boat"}, negative_prompt="people", seed=5, output_format="jpeg"
    ).json()["images"][0]
    (tmp_path / "boat.jpg").write_bytes(stack.fetch(made["url"]).content)
    page.reload()
    drop.set_input_files(tmp_path / "boat.jpg")
    expect(page.get_by_text("Made by Easel")).to_be_visible()
    page.get_by_role("button", name="Put this into Create").click()
    expect(page.locator(".easel-text")).to_have_text("a boat")
    expect(page.get_by_text("Avoids: people")).to_be_visible()

    page.get_by_role("link", name="Gallery").click()
    drop.set_input_files(png(tmp_path / "a1111.png", parameters=A1111))
    restored = page.locator(".st-key-restore")
    expect(restored).to_contain_text("Cannot be taken over: Model, Steps, Sampler")
    page.get_by_role("button", name="Put this into Create").click()
    expect(page.get_by_label("2 · What does it show?")).to_have_value("a castle, oil painting")
    expect(page.get_by_label("What should not be there")).to_have_value("blurry")
    expect(page.get_by_role("radio", name="2:3")).to_be_checked()
    page.locator(".st-key-parameters summary").click()
    expect(page.get_by_role("spinbutton", name="Seed")).to_have_value("42")


def test_more_pictures_than_a_page_are_there_to_the_last(
    shelf: Served, visit: Callable[..., Page]
) -> None:
    page = visit(shelf, "/gallery")
    page.get_by_label("Search in prompts").fill("crowd")
    page.get_by_label("Search in prompts").press("Enter")
    expect(page.get_by_text("Showing 24")).to_be_visible()

    page.get_by_role("button", name="Show more").click()

    expect(pictures(page)).to_have_count(sum(CROWD))
    expect(page.get_by_role("button", name="Show more")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_axe_finds_nothing_serious_in_the_large_view_whatever_is_open(
    shelf: Served, visit: Callable[..., Page], serious: Callable[[Page], list[str]], scheme: str
) -> None:
    image = shelf.api.get("/v1/images?text=winter").json()["data"][0]["id"]
    shelf.api.patch(f"/v1/images/{image}", json={"tags": ["seen"], "favourite": True})
    page = visit(shelf, f"/gallery?image={image}", color_scheme=scheme)
    page.get_by_role("heading", name="How it was made").wait_for()

    for name in ("Use again", "Share", "Delete"):
        page.get_by_role("button", name=name).click()
        page.get_by_test_id("stPopoverBody").wait_for()
        settle(page)
        assert serious(page) == [], name
        page.keyboard.press("Escape")


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
