"""Compare: axes, total price, a grid that fills, and the best of it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.studio.served import Served

PHONE = {"viewport": {"width": 390, "height": 844}, "locale": "ko-KR"}


def start_two_by_two(page: Page) -> None:
    """Take the lesson of guidance and steps down to four cells."""
    page.get_by_role("button", name="Lesson: guidance and steps").click()
    expect(page.get_by_role("button", name="Paint 12 for $0.48")).to_be_visible()
    for label, values in (("Values from 0 to 35", "2, 9"), ("Values from 10 to 150", "10, 60")):
        page.get_by_label(label).fill(values)
        page.get_by_label(label).press("Enter")


def test_a_grid_of_four_is_priced_painted_labelled_and_kept(
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
    made = studio.api.get("/v1/generations?limit=1").json()["data"][0]
    assert made["cost"]["spent"] == "0.24"
    images = studio.api.get(f"/v1/generations/{made['id']}").json()["images"]
    assert len({image["seed"] for image in images}) == 1


def test_the_best_of_the_grid_is_recorded(studio: Served, visit: Callable[..., Page]) -> None:
    page = visit(studio, "/compare")
    start_two_by_two(page)
    page.get_by_role("button", name="Paint 4 for $0.24").click()
    expect(page.locator("td button")).to_have_count(4, timeout=60_000)
    page.get_by_text("Press a picture to look closer").wait_for()

    page.locator("td button").nth(2).click()
    page.get_by_role("button", name="Best of the grid").click()
    expect(page.get_by_role("button", name="Your best")).to_be_visible()

    made = studio.api.get("/v1/generations?limit=1").json()["data"][0]
    whole = studio.api.get(f"/v1/generations/{made['id']}").json()
    assert whole["picked"] == whole["images"][2]["id"]
    page.get_by_role("button", name="Large view").click()
    page.get_by_role("heading", name="How it was made").wait_for()
    assert whole["picked"] in page.url


def test_a_value_out_of_range_and_too_many_cells_are_refused_before_a_price(
    studio: Served, visit: Callable[..., Page]
) -> None:
    page = visit(studio, "/compare")
    start_two_by_two(page)
    expect(page.get_by_role("button", name="Paint 4 for $0.24")).to_be_visible()

    page.get_by_label("Values from 0 to 35").fill("2, 99")
    page.get_by_label("Values from 0 to 35").press("Enter")
    expect(page.get_by_text("“99” is not a value in this range.")).to_be_visible()

    page.get_by_label("Values from 0 to 35").fill("1, 2, 3, 4, 5, 6, 7, 8, 9, 10")
    page.get_by_label("Values from 0 to 35").press("Enter")
    page.get_by_label("Values from 10 to 150").fill("10, 11, 12, 13, 14, 15")
    page.get_by_label("Values from 10 to 150").press("Enter")
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
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert serious(page) == []


def test_an_address_of_no_comparison_says_so(studio: Served, visit: Callable[..., Page]) -> None:
    other = studio.api.create(prompt="a lone lake").json()["id"]

    page = visit(studio, f"/compare?sweep={other}")

    expect(page.get_by_text("This address names pictures that are not there")).to_be_visible()
