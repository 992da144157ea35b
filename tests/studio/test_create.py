"""Create: from words to a picked picture, and what can come between."""

import re
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
    page = visit(studio, viewport={"width": 1280, "height": 900})
    page.get_by_text("Oil painting", exact=True).click()
    page.get_by_text("Impressionist", exact=True).click()
    describe(page, "a lake at dawn")
    expect(page.locator(".easel-text")).to_have_text(
        "oil painting of a lake at dawn, impressionist"
    )
    expect(page.locator(".st-key-price")).to_contain_text("$0.16")

    page.get_by_role("button", name="Make 4").click()
    results(page).get_by_role("radio").nth(2).click()
    expect(page.get_by_role("button", name="Download")).to_be_in_viewport(ratio=1)
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


def test_an_address_asks_for_everything_of_a_picture_and_the_same_is_made_again(
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


def test_a_picture_is_kept_taken_and_seen_large(studio: Served, visit: Callable[..., Page]) -> None:
    made = studio.api.create(prompt="a lake", count=1).json()
    image = made["images"][0]["id"]
    page = visit(studio, f"/?generation={made['id']}")

    page.get_by_role("button", name="Favourite").click()
    expect(page.get_by_role("button", name="A favourite")).to_be_visible()
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download").click()
    page.get_by_role("button", name="Large view").click()

    page.get_by_role("heading", name="How it was made").wait_for()
    assert page.url.endswith(f"image={image}")
    assert studio.api.get(f"/v1/images/{image}").json()["favourite"]
    assert caught.value.suggested_filename == f"{image}.png"
    assert caught.value.path().read_bytes().startswith(b"\x89PNG")


def test_results_give_back_prompt_seed_or_everything_and_are_made_again_with_other_seeds(
    studio: Served, visit: Callable[..., Page]
) -> None:
    made = studio.api.create(
        prompt={"image_type": "pencil sketch", "description": "a fox", "style": "art deco"},
        model="sdxl",
        parameters={"cfg_scale": 12},
        seed=77,
        count=2,
    ).json()
    page = visit(studio, f"/?generation={made['id']}")
    results(page).get_by_role("radio").nth(1).click()
    page.get_by_text("Seed and inference parameters").click()
    guidance = page.get_by_role("slider", name="Guidance")

    def again(what: str) -> None:
        describe(page, "a heron")
        guidance.press("Home")
        expect(page.locator(".easel-text")).to_contain_text("a heron")
        page.get_by_role("button", name="Use again").click()
        page.get_by_role("button", name=what).click()

    again("Only the seed")
    expect(page.get_by_role("spinbutton", name="Seed")).to_have_value("78")
    expect(page.get_by_label("2 · What does it show?")).to_have_value("a heron")
    again("Only the prompt")
    expect(page.locator(".easel-text")).to_have_text("pencil sketch of a fox, art deco")
    expect(guidance).to_have_value("0")
    again("Everything")
    expect(page.locator(".easel-text")).to_have_text("pencil sketch of a fox, art deco")
    expect(guidance).to_have_value("12")

    page.get_by_role("button", name="Same again, other seeds").click()
    expect(page).not_to_have_url(re.compile(made["id"]))
    newest = studio.api.get("/v1/generations?limit=1").json()["data"][0]["id"]
    other = studio.api.finished(newest).json()
    assert {**other["request"], "seed": 77} == made["request"] | {"seed": 77}
    assert other["images"][0]["seed"] not in (77, 78)


def test_a_brief_in_korean_becomes_an_english_prompt_whose_price_was_said_first(
    studio: Served, visit: Callable[..., Page]
) -> None:
    page = visit(studio, locale="ko-KR")
    box = page.get_by_label("2 · 무엇을 그릴까요?")
    box.fill("해 질 녘 바닷가를 걷는 고양이")
    page.get_by_text("모델이 읽는 문장").click()
    expect(page.get_by_text("이 모델은 영어를 읽어요")).to_be_visible()
    expect(page.locator(".st-key-enhance")).to_contain_text("최대 $")

    page.get_by_role("button", name="프롬프트로 다듬기").click()
    expect(page.locator(".st-key-enhanced")).to_contain_text("cat")
    expect(box).to_have_value("해 질 녘 바닷가를 걷는 고양이")
    page.get_by_role("button", name="이걸로 쓰기").click()

    expect(page.locator(".easel-text")).to_contain_text("cat")
    expect(page.get_by_text("이 모델은 영어를 읽어요")).to_have_count(0)


def test_every_parameter_of_a_model_is_there_with_what_it_does(
    studio: Served, visit: Callable[..., Page]
) -> None:
    page = visit(studio)
    page.get_by_text("By name …").click()
    page.get_by_role("combobox", name="Model").click()
    page.get_by_role("option", name="Stable Diffusion XL 1.0").click()
    expect(page.locator(".st-key-model_card")).to_contain_text("Retired")

    page.get_by_text("Seed and inference parameters").click()

    model = studio.api.get("/v1/models/sdxl").json()
    for name in model["tasks"]["text_to_image"]["parameters"]["properties"]:
        expect(page.locator(".st-key-parameters").get_by_text(name, exact=True)).to_be_visible()
    expect(page.get_by_text("How closely the picture follows your words.")).to_be_visible()


def test_one_can_create_and_pick_on_a_phone_in_korean_by_the_keyboard_too(
    studio: Served, visit: Callable[..., Page]
) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    page = visit(studio, locale="ko-KR", **phone)
    page.get_by_label("2 · 무엇을 그릴까요?").fill("a fox in the snow")
    page.get_by_text("모델이 읽는 문장").click()
    expect(page.locator(".easel-text")).to_contain_text("fox")
    page.get_by_role("button", name="4장 만들기").click()

    pictures = page.get_by_role("radiogroup", name="가장 마음에 드는 그림을 골라 주세요")
    pictures.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("베스트로 남겨 뒀어요")).to_be_visible()

    made = studio.api.get("/v1/generations?limit=1").json()["data"][0]
    whole = studio.api.get(f"/v1/generations/{made['id']}").json()
    assert whole["picked"] == whole["images"][1]["id"]
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_axe_finds_nothing_serious_where_pictures_are_picked(
    studio: Served,
    visit: Callable[..., Page],
    serious: Callable[[Page], list[str]],
    scheme: str,
) -> None:
    made = studio.api.create(prompt={"description": "a lake, no people"}, count=2).json()
    page = visit(studio, f"/?generation={made['id']}", color_scheme=scheme)
    results(page).get_by_role("radio").first.click()
    page.get_by_text("Seed and inference parameters").click()
    page.get_by_text("Camera, light, colour, lettering").click()
    page.get_by_role("button", name="Favourite").wait_for()

    assert serious(page) == []
    for name in ("Examples", "Step by step", "Use again"):
        page.get_by_role("button", name=name).click()
        page.get_by_test_id("stPopoverBody").wait_for()
        page.wait_for_timeout(400)
        assert serious(page) == [], name
        page.keyboard.press("Escape")
