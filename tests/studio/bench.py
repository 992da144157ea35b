"""The page Edit as a person uses it, and what the API knows of what was done there."""

import io
import re
from collections.abc import Callable, Iterator

import httpx
import pytest
from easel_client import Easel, Generation, Image
from PIL import Image as Pillow
from playwright.sync_api import Page, expect

from studio.parts.tasks import GROUPS
from studio.words import say_in
from tests.e2e.client import Stack
from tests.studio.served import Served

SLIDER = "Line between before and after"
GO = "Edit the picture"
PAINTED = "% of the picture will be repainted"


class Bench:
    """The page Edit, as a person uses it."""

    def __init__(self, page: Page, easel: Easel) -> None:
        self.page, self.easel = page, easel

    def choose(self, task: str, model: str = "") -> None:
        """Choose a task, and a model by a part of its title."""
        group = next(name for name, tasks in GROUPS.items() if task in tasks)
        for name in (group, task):
            said = say_in("en", f"tasks.{name}")
            self.page.get_by_role("radio", name=said, exact=True).click()
        expect(self.page.get_by_text(say_in("en", f"tasks.{task}_help"))).to_be_visible()
        if model:
            self.page.get_by_role("combobox", name="Model").click()
            self.page.get_by_role("option", name=re.compile(model)).first.click()
        self.rest()

    def say(self, label: str, text: str) -> None:
        field = self.page.get_by_label(label)
        field.fill(text)
        field.press("Tab")

    def box(self, *corners: float) -> None:
        """Mark a box, by its left, top, right and bottom in CSS pixels of the picture."""
        self.page.get_by_role("button", name="Box").click()
        canvas = self.page.locator("canvas")
        canvas.scroll_into_view_if_needed()
        place = canvas.bounding_box()
        left, top, right, bottom = corners
        self.page.mouse.move(place["x"] + left, place["y"] + top)
        self.page.mouse.down()
        self.page.mouse.move(place["x"] + right, place["y"] + bottom, steps=6)
        self.page.mouse.up()
        expect(self.page.get_by_text(PAINTED)).to_be_visible()

    def upload(self, raw: bytes, place: str = "") -> None:
        """Upload a file, into the part of the page that a selector names."""
        self.page.locator(f"{place} input[type=file]").set_input_files(
            {"name": "mine.png", "mimeType": "image/png", "buffer": raw}
        )

    def price(self, amount: str) -> None:
        """Wait until the page says what it costs."""
        expect(self.page.locator(".st-key-price strong")).to_have_text(amount)

    def order(self) -> None:
        self.page.get_by_role("button", name=GO).click()

    def go(self) -> Generation:
        """Order, wait for before and after, and return what the API keeps of it."""
        self.order()
        expect(self.page.get_by_role("slider", name=SLIDER)).to_be_visible(timeout=90_000)
        return self.generation()

    def back(self) -> None:
        """Go back to the picture that the edit began with."""
        self.page.get_by_role("button", name="Change something and try again").click()
        self.page.get_by_role("button", name=GO).wait_for()

    def generation(self) -> Generation:
        """Return what the API knows of the edit that the page shows."""
        named = re.search(r"generation=(gen_\w+)", self.page.url)
        assert named, self.page.url
        return self.easel.generation(named[1])

    def rest(self) -> None:
        """Wait until the page has answered what was done last."""
        self.page.wait_for_timeout(300)  # until it has begun to: nothing tells when
        running = "[data-testid=stApp][data-test-script-state=running]"
        expect(self.page.locator(running)).to_have_count(0, timeout=20_000)


@pytest.fixture(scope="session")
def easel(stack: Stack, studio: Served) -> Iterator[Easel]:
    """The API with the studio's own key, to see what reached it."""
    with of(studio, stack) as client:
        yield client


def of(studio: Served, stack: Stack) -> Easel:
    """Return a client with a studio's key."""
    key = studio.api.headers["Authorization"].removeprefix("Bearer ")
    return Easel(stack.api_url, key, transport=httpx.HTTPTransport(verify=stack.verify))


@pytest.fixture(scope="module")
def lake(easel: Easel) -> Image:
    """A picture of one's own to start from."""
    made = easel.generate(prompt="a mountain lake, a boat", aspect_ratio="3:2", seed=4, wait=120)
    return made.pictures[0]


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


def png(width: int = 640, height: int = 480) -> bytes:
    """Return a picture of one's own from elsewhere."""
    raw = io.BytesIO()
    Pillow.new("RGB", (width, height), "steelblue").save(raw, "PNG")
    return raw.getvalue()
