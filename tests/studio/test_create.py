"""Create: from words to a picked picture, and what can come between."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.books import nearly_spent
from tests.e2e.client import Stack
from tests.studio.served import Served

SLOW = 3.0
"""Seconds of a model call where a test looks at a generation in the middle."""


def describe(page: Page, text: str) -> None:
    page.get_by_label("2 · What does it show?").fill(text)
    page.get_by_text("What the model reads").click()


def order(page: Page, text: str = "a lake at dawn") -> None:
    describe(page, text)
    expect(page.locator(".easel-text")).to_contain_text(text)
    page.get_by_role("button", name="Make 4").click()


def results(page: Page) -> Page:
    return page.get_by_role("radiogroup", name="Pick the one you like best")


def test_what_is_chosen_becomes_the_prompt_that_is_painted_and_the_pick_is_kept(
    studio: Served, visit: Callable[..., Page]
) -> None:
    page = visit(studio)
    page.get_by_text("Oil painting", exact=True).click()
    page.get_by_text("Impressionist", exact=True).click()
    describe(page, "a lake at dawn")
    expect(page.locator(".easel-text")).to_have_text(
        "oil painting of a lake at dawn, impressionist"
    )
    expect(page.locator(".st-key-price")).to_contain_text("$0.16")

    page.get_by_role("button", name="Make 4").click()
    results(page).get_by_role("radio").nth(2).click()
    expect(page.get_by_text("Kept as your best")).to_be_visible()

    made = studio.api.get("/v1/generations?limit=1").json()["data"][0]
    whole = studio.api.get(f"/v1/generations/{made['id']}").json()
    assert [image["prompt"] for image in whole["images"]] == [
        "oil painting of a lake at dawn, impressionist"
    ] * 4
    assert whole["picked"] == whole["images"][2]["id"]
    assert made["id"] in page.url


def test_a_reload_in_the_middle_goes_on_and_finds_the_form_as_it_was(
    studio: Served, visit: Callable[..., Page], fault: Callable[..., None]
) -> None:
    fault(kind="late", seconds=SLOW, next=4)
    page = visit(studio)
    order(page, "a harbour in the fog")
    page.get_by_text("of 4 painted").wait_for()

    page.reload()

    expect(page.get_by_label("2 · What does it show?")).to_have_value("a harbour in the fog")
    page.get_by_text("of 4 painted").wait_for()
    expect(results(page).get_by_role("radio")).to_have_count(4)
    prompts = [each["prompt"] for each in studio.api.get("/v1/images?limit=8").json()["data"]]
    assert prompts.count("photograph of a harbour in the fog") == 4


def test_a_filtered_prompt_is_said_kindly_and_what_it_may_cost(
    studio: Served, visit: Callable[..., Page]
) -> None:
    page = visit(studio)

    order(page, "[filter:prompt] a lake")

    expect(page.get_by_text("safety filter stopped this")).to_be_visible()
    expect(page.get_by_text("may be billed all the same")).to_be_visible()


def test_a_price_that_the_budget_does_not_bear_is_refused_before_it_is_spent(
    stack: Stack, own_studio: Served, visit: Callable[..., Page]
) -> None:
    month = own_studio.api.get("/v1/usage").json()["month"]
    with nearly_spent(stack, own_studio.tenant, month, 49_900_000):
        page = visit(own_studio)
        describe(page, "a lake at dawn")
        expect(page.get_by_text("more than is left of this month's budget")).to_be_visible()

        page.get_by_role("button", name="Make 4").click()

        expect(page.get_by_text("does not have room for that")).to_be_visible()
    assert own_studio.api.get("/v1/generations").json()["data"] == []


def test_while_the_api_is_away_the_page_says_so_and_comes_back_by_itself(
    own_studio: Served, visit: Callable[..., Page]
) -> None:
    page = visit(own_studio)
    describe(page, "a lake at dawn")
    expect(page.locator(".st-key-price")).to_contain_text("$0.16")

    own_studio.line.cut()
    page.get_by_role("button", name="Make 4").click()
    expect(page.get_by_text("does not answer right now").first).to_be_visible()
    own_studio.line.mend()

    expect(results(page).get_by_role("radio")).to_have_count(4)
    expect(page.get_by_text("does not answer right now")).to_have_count(0)
    expect(page.get_by_label("2 · What does it show?")).to_have_value("a lake at dawn")
    assert len(own_studio.api.get("/v1/generations").json()["data"]) == 1


def test_a_picture_gives_back_its_prompt_its_seed_or_everything(
    studio: Served, visit: Callable[..., Page]
) -> None:
    made = studio.api.create(
        prompt={"image_type": "pencil sketch", "description": "a fox", "style": "art deco"},
        model="sdxl",
        parameters={"cfg_scale": 12},
        seed=77,
        aspect_ratio="3:2",
    ).json()
    image = made["images"][0]["id"]

    page = visit(studio, f"/?reuse={image}&what=seed")
    expect(page.get_by_label("2 · What does it show?")).to_have_value("")
    page = visit(studio, f"/?reuse={image}&what=prompt")
    expect(page.locator(".easel-text")).to_have_text("pencil sketch of a fox, art deco")
    expect(page.locator(".st-key-model_card")).not_to_contain_text("XL")
    page = visit(studio, f"/?reuse={image}&what=everything")
    expect(page.locator(".st-key-model_card")).to_contain_text("Stable Diffusion XL 1.0")
    page.get_by_role("button", name="Make 1").click()
    page.get_by_role("heading", name="Your picture").wait_for()

    again = studio.api.get("/v1/generations?limit=1").json()["data"][0]
    request = studio.api.get(f"/v1/generations/{again['id']}").json()["request"]
    assert request["seed"] == 77
    assert request["parameters"] == {"cfg_scale": 12}
    assert request["aspect_ratio"] == "3:2"


def test_the_ladder_adds_one_element_a_step(studio: Served, visit: Callable[..., Page]) -> None:
    page = visit(studio)
    page.get_by_role("button", name="Step by step").click()

    page.get_by_role("radiogroup").get_by_text("3. Style").click()
    expect(page.locator(".easel-text")).to_have_text("painting of a doctor, impressionist")
    page.get_by_role("radiogroup").get_by_text("7. Text in the picture").click()
    expect(page.locator(".easel-text")).to_contain_text('sign reading "The Doctor is in"')


@pytest.mark.parametrize("what", ["like", "download"])
def test_a_picture_is_kept(studio: Served, visit: Callable[..., Page], what: str) -> None:
    made = studio.api.create(prompt="a lake", count=1).json()
    page = visit(studio, f"/?generation={made['id']}")

    if what == "like":
        page.get_by_role("button", name="Favourite").click()
        expect(page.get_by_role("button", name="A favourite")).to_be_visible()
        image = studio.api.get(f"/v1/images/{made['images'][0]['id']}").json()
        assert image["favourite"]
    else:
        with page.expect_download() as caught:
            page.get_by_role("button", name="Download").click()
        assert caught.value.suggested_filename == f"{made['images'][0]['id']}.png"
        assert caught.value.path().read_bytes().startswith(b"\x89PNG")
