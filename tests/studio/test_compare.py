"""Compare: axes, total price, a grid that fills, and the best of it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.books import nearly_spent
from tests.e2e.client import Stack
from tests.studio.browser import choose
from tests.studio.served import Served

PHONE = {"viewport": {"width": 390, "height": 844}, "locale": "ko-KR"}
GUIDANCE = "Guidance (CFG scale) · values"
STEPS = "Steps · values"


def start_two_by_two(page: Page) -> None:
    """Take the lesson of guidance and steps down to four cells."""
    page.get_by_role("button", name="Lesson: guidance and steps").click()
    expect(page.get_by_role("button", name="Paint 12 for $0.48")).to_be_visible()
    for label, values in ((GUIDANCE, "2, 9"), (STEPS, "10, 60")):
        page.get_by_label(label).fill(values)
        page.get_by_label(label).press("Enter")


def test_a_grid_of_four_is_priced_painted_labelled_and_kept_and_its_best_recorded(
    studio: Served, visit: Callable[..., Page]
) -> None:
    page = visit(studio, "/compare")
    start_two_by_two(page)
    # Above 50 steps the price of a cell doubles: two at $0.04, two at $0.08.
    page.get_by_role("button", name="Paint 4 for $0.24").click()
    cells = page.locator("td button")
    expect(cells).to_have_count(4, timeout=60_000)

    page.reload()

    expect(cells).to_have_count(4)
    expect(page.get_by_role("columnheader", name="60")).to_be_visible()
    expect(page.get_by_role("rowheader")).to_have_text(["2", "9"])
    expect(cells.locator("img").first).to_have_attribute(
        "alt",
        "Guidance (CFG scale) 2, Steps 10: photograph of a mountain lake at dawn, "
        "a small red boat, cinematic",
    )
    page.get_by_text("Press a picture to look closer").wait_for()
    cells.nth(2).click()
    best = page.get_by_role("button", name="Best of the grid")
    expect(best).to_be_in_viewport(ratio=1)
    best.click()
    expect(page.get_by_role("button", name="Your best")).to_be_visible()
    made = studio.api.get("/v1/generations?limit=1").json()["data"][0]
    assert made["cost"]["spent"] == "0.24"
    whole = studio.api.get(f"/v1/generations/{made['id']}").json()
    assert whole["picked"] == whole["images"][2]["id"]
    assert len({image["seed"] for image in whole["images"]}) == 1
    page.get_by_role("button", name="Large view").click()
    page.get_by_role("heading", name="How it was made").wait_for()
    assert whole["picked"] in page.url


def test_words_are_linted_and_a_value_out_of_range_and_too_many_cells_refused_before_a_price(
    studio: Served, visit: Callable[..., Page]
) -> None:
    page = visit(studio, "/compare")
    start_two_by_two(page)
    expect(page.get_by_role("button", name="Paint 4 for $0.24")).to_be_visible()

    page.get_by_label("What does it show?").fill("눈 속의 여우")
    page.get_by_label("What does it show?").press("Control+Enter")
    expect(page.get_by_text("This model reads English")).to_have_count(1)
    expect(page.get_by_role("button", name="Write the prompt for me")).to_be_visible()

    page.get_by_label(GUIDANCE).fill("2, 99")
    page.get_by_label(GUIDANCE).press("Enter")
    expect(page.get_by_text("Instead of “99”, write a number from 0 to 35.")).to_be_visible()

    page.get_by_label(GUIDANCE).fill("1, 2, 3, 4, 5, 6, 7, 8, 9, 10")
    page.get_by_label(GUIDANCE).press("Enter")
    page.get_by_label(STEPS).fill("10, 11, 12, 13, 14, 15")
    page.get_by_label(STEPS).press("Enter")
    expect(page.get_by_text("60 pictures are too many")).to_be_visible()
    expect(page.get_by_role("button", name="Paint")).to_have_count(0)


def test_three_models_are_one_grid_in_korean_on_a_phone(
    studio: Served, visit: Callable[..., Page], serious: Callable[[Page], list[str]]
) -> None:
    page = visit(studio, "/compare", **PHONE)
    page.get_by_role("button", name="배우기: 세 가지 모델").click()
    page.get_by_role("button", name="$0.26로 3장 그리기").wait_for()
    assert serious(page) == []

    page.get_by_role("button", name="$0.26로 3장 그리기").click()

    expect(page.locator("td button")).to_have_count(3, timeout=60_000)
    page.locator("td button").first.click()
    page.get_by_role("button", name="베스트로 고르기").wait_for()
    page.wait_for_timeout(500)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert serious(page) == []


def test_a_grid_of_strengths_begins_with_a_picture_and_goes_on_after_a_reload(
    studio: Served, visit: Callable[..., Page], fault: Callable[..., None]
) -> None:
    source = studio.api.create(prompt="a lighthouse to start from").json()["images"][0]["id"]
    page = visit(studio, "/compare")
    page.get_by_role("button", name="Lesson: strength").click()
    page.get_by_text("Choose the picture that every cell begins with.").wait_for()
    page.get_by_role("radio", name="a lighthouse to start from").first.click()
    fault(kind="late", seconds=5, next=4)
    page.get_by_role("button", name="Paint 4 for $0.32").click()
    page.get_by_text("of 4 painted").wait_for()

    page.reload()

    page.get_by_text("of 4 painted").wait_for()
    expect(page.locator("td button")).to_have_count(4, timeout=60_000)
    expect(page.get_by_role("columnheader")).to_contain_text(["", "0.2", "0.4", "0.6", "0.8"])
    expect(page.get_by_text("Every cell began with this picture")).to_be_visible()
    made = studio.api.get("/v1/generations?limit=1").json()["data"][0]
    images = studio.api.get(f"/v1/generations/{made['id']}").json()["images"]
    assert [image["parameters"]["strength"] for image in images] == [0.2, 0.4, 0.6, 0.8]
    assert {*images[0]["parents"]} == {source}


def test_a_filtered_cell_says_why_and_the_others_are_there(
    studio: Served, visit: Callable[..., Page]
) -> None:
    page = visit(studio, "/compare")
    page.get_by_role("button", name="Lesson: seeds and kinds").click()
    page.get_by_role("button", name="Paint 9 for").wait_for()
    choose(page, "Rows", "Description")
    page.get_by_label("One to a line").fill("a lake\n[filter:prompt] a lake")
    page.get_by_label("One to a line").press("Control+Enter")

    page.get_by_role("button", name="Paint 6 for").click()

    page.get_by_text("Press a picture to look closer").wait_for(timeout=60_000)
    expect(page.locator("td button")).to_have_count(3)
    stopped = page.get_by_role("row").nth(2).get_by_role("cell")
    expect(stopped).to_contain_text(["safety filter stopped this"] * 3)


def test_models_that_refuse_say_why_in_their_cells_and_the_rest_is_painted_and_paid(
    stack: Stack,
    own_studio: Served,
    visit: Callable[..., Page],
    serious: Callable[[Page], list[str]],
) -> None:
    page = visit(own_studio, "/compare")
    page.get_by_role("button", name="Lesson: three models").click()
    page.get_by_role("button", name="Paint 3 for $0.26").wait_for()
    page.get_by_text("What stays the same").click()
    page.get_by_role("radio", name="21:9").click()
    choose(page, "Values", "Amazon Titan Image Generator G1 v2")
    page.keyboard.press("Escape")
    # What a plan refuses is said before the order, and neither priced nor asked for.
    expect(page.get_by_text("Amazon Titan Image Generator G1 v2 cannot paint this")).to_be_visible()
    order = page.get_by_role("button", name="Paint 3 for $0.26")
    expect(order).to_be_enabled()

    month = own_studio.api.get("/v1/usage").json()["month"]
    with nearly_spent(stack, own_studio.tenant, month, 49_940_000):
        order.click()
        page.get_by_text("Press a picture to look closer").wait_for(timeout=60_000)
    page.reload()

    cells = page.get_by_role("row").nth(1).get_by_role("cell")
    expect(cells).to_have_count(4)
    expect(cells.nth(0).get_by_role("button")).to_be_visible()
    expect(cells.nth(1)).to_contain_text("This month's budget does not have room")
    expect(cells.nth(3)).to_contain_text("Something in the request does not fit")
    expect(page.get_by_text("Refused before anything was paid: 3.")).to_be_visible()
    expect(page.get_by_text("Spent $0.04")).to_be_visible()
    made = own_studio.api.get("/v1/generations").json()["data"]
    assert [each["cost"]["spent"] for each in made] == ["0.04"]
    cells.nth(0).get_by_role("button").click()
    page.get_by_role("button", name="Best of the grid").wait_for()
    assert serious(page) == []


def test_an_address_of_no_comparison_says_so(studio: Served, visit: Callable[..., Page]) -> None:
    other = studio.api.create(prompt="a lone lake").json()["id"]

    page = visit(studio, f"/compare?sweep={other}")

    expect(page.get_by_text("This address names pictures that are not there")).to_be_visible()
