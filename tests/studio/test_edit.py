"""Journeys through the page Edit, from a picture to what became of it."""

import io
import re
from collections.abc import Callable, Iterator

import httpx
import numpy as np
import pytest
from easel_client import Easel, Generation, Image
from PIL import Image as Pillow
from playwright.sync_api import Page, expect

from tests.e2e.client import Stack
from tests.studio.served import Served

SLIDER = "Line between before and after"


@pytest.fixture(scope="module")
def easel(stack: Stack, studio: Served) -> Iterator[Easel]:
    """The API with the studio's own key, to see what reached it."""
    key = studio.api.headers["Authorization"].removeprefix("Bearer ")
    with Easel(stack.api_url, key, transport=httpx.HTTPTransport(verify=stack.verify)) as client:
        yield client


@pytest.fixture(scope="module")
def lake(easel: Easel) -> Image:
    """A picture of one's own to start from."""
    made = easel.generate(prompt="a mountain lake, a boat", aspect_ratio="3:2", seed=4, wait=120)
    return made.pictures[0]


class Bench:
    """The page Edit, as a person uses it."""

    def __init__(self, page: Page, easel: Easel) -> None:
        self.page, self.easel = page, easel

    def choose(self, group: str, task: str) -> None:
        self.page.get_by_role("radio", name=group, exact=True).click()
        self.page.get_by_role("radio", name=task, exact=True).click()
        self.rest()

    def say(self, label: str, text: str) -> None:
        field = self.page.get_by_label(label)
        field.fill(text)
        field.press("Tab")
        self.rest()

    def go(self) -> Generation:
        """Order, wait for before and after, and return what the API keeps of it."""
        self.page.get_by_role("button", name="Edit the picture").click()
        expect(self.page.get_by_role("slider", name=SLIDER)).to_be_visible(timeout=90_000)
        return self.generation()

    def generation(self) -> Generation:
        """Return what the API knows of the edit that the page shows."""
        named = re.search(r"generation=(gen_\w+)", self.page.url)
        assert named, self.page.url
        return self.easel.generation(named[1])

    def rest(self) -> None:
        """Wait until the page has answered."""
        self.page.wait_for_timeout(700)
        running = "[data-testid=stApp][data-test-script-state=running]"
        expect(self.page.locator(running)).to_have_count(0, timeout=20_000)


@pytest.fixture
def opened(
    visit: Callable[..., Page], studio: Served, easel: Easel, lake: Image
) -> Callable[..., Bench]:
    """Open the page, with the lake unless another query is given."""

    def open_page(query: str | None = None, **window: object) -> Bench:
        asked = f"?image={lake.id}" if query is None else query
        return Bench(visit(studio, f"/edit{asked}", **window), easel)

    return open_page


@pytest.fixture
def bench(opened: Callable[..., Bench]) -> Bench:
    return opened()


def test_what_is_painted_is_the_mask_that_the_api_keeps(bench: Bench, lake: Image):
    bench.page.get_by_role("button", name="Box").click()
    canvas = bench.page.locator("canvas")
    box = canvas.bounding_box()
    scale = lake.width / box["width"]
    bench.page.mouse.move(box["x"] + 100, box["y"] + 80)
    bench.page.mouse.down()
    bench.page.mouse.move(box["x"] + 300, box["y"] + 240, steps=8)
    bench.page.mouse.up()
    expect(bench.page.get_by_text("% of the picture will be repainted")).to_be_visible()
    expect(bench.page.get_by_role("button", name="Edit the picture")).to_be_disabled()
    bench.say("What should be there instead?", "a red hot air balloon")
    expect(bench.page.get_by_text("$0.07").first).to_be_visible()

    made = bench.go()

    kept = next(each for each in made.inputs if each.part == "mask")
    mask = np.asarray(Pillow.open(io.BytesIO(bench.easel.input_content(kept.id))).convert("L"))
    assert mask.shape == (lake.height, lake.width)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    corners = np.array([columns[0], rows[0], columns[-1] + 1, rows[-1] + 1])
    assert np.allclose(corners, np.array([100, 80, 300, 240]) * scale, atol=2)
    assert (mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] == 255).all()
    assert made.task == "inpaint"
    assert made.pictures[0].parents == (lake.id,)


def test_before_and_after_are_compared_by_keys(bench: Bench, lake: Image):
    bench.choose("Around it", "Remove the background")
    bench.go()

    line = bench.page.get_by_role("slider", name=SLIDER)
    line.focus()
    bench.page.keyboard.press("Home")

    expect(line).to_have_attribute("aria-valuetext", "0 % before")


def test_a_thing_is_replaced_by_its_name(bench: Bench, lake: Image):
    bench.choose("Change a part", "Replace by name")
    expect(bench.page.get_by_text("First name what should change.")).to_be_visible()

    bench.say("What should go?", "the boat")
    bench.say("What should stand in its place?", "a swan")
    made = bench.go()

    assert made.task == "search_replace"
    assert made.request["parameters"]["search_prompt"] == "the boat"
    assert made.prompt == "a swan"


def test_an_edge_that_is_dragged_outwards_is_painted(bench: Bench, lake: Image):
    bench.choose("Around it", "Continue beyond the edges")
    handle = bench.page.locator(".handle[data-side=right]").bounding_box()
    scale = lake.width / bench.page.locator(".paper img").bounding_box()["width"]
    bench.page.mouse.move(handle["x"] + 22, handle["y"] + 22)
    bench.page.mouse.down()
    bench.page.mouse.move(handle["x"] + 102, handle["y"] + 22, steps=8)
    bench.page.mouse.up()
    bench.rest()

    made = bench.go()

    grown = made.pictures[0].width - lake.width
    assert grown == made.request["parameters"]["right"]
    assert abs(grown - 80 * scale) <= 12
    assert made.pictures[0].height == lake.height


def test_three_edits_in_a_row_are_a_line_that_can_be_walked(bench: Bench, lake: Image):
    names = [lake.id]
    for colour in ("red", "green", "blue"):
        bench.choose("Change a part", "Recolour by name")
        bench.say("What should be recoloured?", "the boat")
        bench.say("Which colour should it have?", colour)
        names.append(bench.go().pictures[0].id)
        bench.page.get_by_role("button", name="Go on from this one").click()
        expect(bench.page).to_have_url(re.compile(names[-1]))
        bench.rest()

    line = bench.page.get_by_role("radiogroup", name="The line of edits").get_by_role("radio")
    expect(line).to_have_count(4)
    assert line.evaluate_all("all => all.map((each) => each.dataset.id)") == names
    expect(line.last).to_be_checked()
    line.nth(1).click()
    expect(bench.page).to_have_url(re.compile(names[1]))


def test_the_best_of_several_is_picked_before_it_is_compared(bench: Bench, lake: Image):
    bench.choose("Around it", "Continue beyond the edges")
    bench.page.get_by_role("button", name="1:1", exact=True).click()
    bench.page.get_by_text("Seed and inference parameters").click()
    bench.page.get_by_role("radio", name="2", exact=True).click()
    expect(bench.page.get_by_text("$0.12").first).to_be_visible()

    bench.page.get_by_role("button", name="Edit the picture").click()
    bench.page.get_by_role("radio", name="Picture 2").click(timeout=90_000)
    expect(bench.page.get_by_role("slider", name=SLIDER)).to_be_visible()
    bench.rest()

    made = bench.generation()
    assert made.picked == made.images[1].id


def test_a_picture_that_is_too_long_is_made_to_fit(opened: Callable[..., Bench]):
    raw = io.BytesIO()
    Pillow.new("RGB", (300, 1200), "steelblue").save(raw, "PNG")
    bench = opened("")
    bench.page.locator("input[type=file]").set_input_files(
        {"name": "tall.png", "mimeType": "image/png", "buffer": raw.getvalue()}
    )
    bench.page.locator("canvas").wait_for()
    bench.choose("Change a part", "Recolour by name")
    bench.say("What should be recoloured?", "the sky")
    bench.say("Which colour should it have?", "green")
    expect(bench.page.get_by_role("button", name="Edit the picture")).to_be_disabled()

    bench.page.get_by_role("radio", name="Pad").click()
    bench.rest()
    made = bench.go()

    assert made.request["fit"] == "pad"
    assert made.pictures[0].height <= 2.5 * made.pictures[0].width


def test_a_reload_keeps_the_result_and_the_way_back_keeps_the_picture(bench: Bench, lake: Image):
    bench.choose("Around it", "Remove the background")
    bench.go()

    bench.page.reload()

    expect(bench.page.get_by_role("slider", name=SLIDER)).to_be_visible()
    bench.page.get_by_role("button", name="Change something and try again").click()
    bench.page.locator("canvas").wait_for()
    expect(bench.page).to_have_url(re.compile(lake.id))


def test_an_unreadable_file_is_refused_kindly(opened: Callable[..., Bench]):
    bench = opened("")

    bench.page.locator("input[type=file]").set_input_files(
        {"name": "not.png", "mimeType": "image/png", "buffer": b"not a picture"}
    )

    expect(bench.page.get_by_text("not a picture that can be read")).to_be_visible()


def test_an_unknown_picture_leads_back_to_the_choice(opened: Callable[..., Bench]):
    bench = opened("?image=img_01J00000000000000000000000_00")

    expect(bench.page.get_by_text("not there (any more)")).to_be_visible()


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_bench_and_result_have_no_serious_finding(
    opened: Callable[..., Bench], serious: Callable[[Page], list[str]], scheme: str
):
    bench = opened(color_scheme=scheme)
    bench.page.locator("canvas").wait_for()
    bench.rest()
    assert serious(bench.page) == []

    bench.choose("Around it", "Remove the background")
    bench.go()
    bench.rest()

    assert serious(bench.page) == []


def test_korean_on_a_phone_fits_the_width(opened: Callable[..., Bench]):
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

    bench = opened(locale="ko-KR", **phone)
    bench.page.locator("canvas").wait_for()
    bench.rest()

    expect(bench.page.get_by_text("무엇을 할까요?")).to_be_visible()
    assert bench.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert bench.page.evaluate("document.documentElement.lang") == "ko"
