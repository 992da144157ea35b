"""Painting a mask in a real browser: the pixels are compared with geometry."""

import io
import math
import re

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

SIZE = (1283, 857)
EMPTY = "en:mask.empty"


class Easel:
    """What a hand does on the painter's page, in the picture's own pixels."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.canvas = page.locator("canvas")
        self.canvas.wait_for()
        page.get_by_text(EMPTY).wait_for()

    def take(self, tool: str) -> None:
        self.page.get_by_role("button", name=f"en:mask.{tool}").click()

    def brush(self, width: int) -> None:
        self.page.get_by_role("slider").fill(str(width))

    def drag(self, *points: tuple[int, int]) -> None:
        box = self.canvas.bounding_box()
        on_screen = [
            (box["x"] + x * box["width"] / SIZE[0], box["y"] + y * box["height"] / SIZE[1])
            for x, y in points
        ]
        self.page.mouse.move(*on_screen[0])
        self.page.mouse.down()
        for point in on_screen[1:]:
            self.page.mouse.move(*point, steps=12)
        self.page.mouse.up()

    def mask(self) -> np.ndarray:
        """Wait until the page's answer rests, and return the mask that Python got."""
        self.page.wait_for_timeout(1200)
        expect(self.page.get_by_test_id("stStatusWidget")).to_have_count(0)
        with self.page.expect_download() as download:
            self.page.get_by_test_id("stDownloadButton").get_by_role("button").click()
        picture = Image.open(io.BytesIO(download.value.path().read_bytes()))
        assert (picture.mode, picture.size) == ("L", SIZE)
        mask = np.asarray(picture)
        assert set(np.unique(mask)) <= {0, 255}
        return mask


def line(*points: tuple[float, float], width: float) -> np.ndarray:
    """Return the pixels whose middle lies within half a width of a line with round ends."""
    y, x = np.mgrid[0 : SIZE[1], 0 : SIZE[0]] + 0.5
    near = np.full((SIZE[1], SIZE[0]), np.inf)
    for (ax, ay), (bx, by) in zip(points, points[1:] or points, strict=False):
        length = math.hypot(bx - ax, by - ay) ** 2 or 1
        along = np.clip(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0, 1)
        near = np.minimum(near, np.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)))
    return near <= width / 2


def iou(mask: np.ndarray, geometry: np.ndarray) -> float:
    """Return how far two areas are one: intersection over union."""
    painted = mask > 0
    return (painted & geometry).sum() / (painted | geometry).sum()


@pytest.fixture
def easel(visit) -> Easel:
    return Easel(visit("show=mask"))


def test_a_stroke_is_a_mask_of_the_pictures_true_size(easel):
    points = (200, 200), (700, 300), (600, 640)
    easel.brush(80)

    easel.drag(*points)

    assert iou(easel.mask(), line(*points, width=80)) >= 0.98


def test_a_click_is_a_dot(easel):
    easel.brush(120)

    easel.drag((640, 400))

    assert iou(easel.mask(), line((640, 400), width=120)) >= 0.97


def test_the_eraser_takes_away_and_undo_brings_back_bit_for_bit(easel):
    easel.brush(100)
    easel.drag((200, 400), (1000, 400))
    before = easel.mask()

    easel.take("eraser")
    easel.drag((600, 200), (600, 600))
    erased = easel.mask()
    easel.take("undo")
    undone = easel.mask()
    easel.take("redo")

    hole = line((200, 400), (1000, 400), width=100) & ~line((600, 200), (600, 600), width=100)
    assert iou(erased, hole) >= 0.98
    assert np.array_equal(undone, before)
    assert np.array_equal(easel.mask(), erased)


def test_inverting_gives_exactly_the_other_pixels(easel):
    easel.brush(90)
    easel.drag((300, 300), (900, 500))
    before = easel.mask()

    easel.take("invert")

    assert np.array_equal(easel.mask(), 255 - before)


def test_a_box_has_straight_edges_at_whole_pixels(easel):
    easel.take("box")

    easel.drag((100, 120), (500, 420))
    mask = easel.mask()

    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    inside = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    assert inside.all()
    corners = (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)
    assert np.allclose(corners, (100, 120, 500, 420), atol=2)


def test_keys_alone_paint_a_stroke_that_one_undo_removes(easel):
    easel.brush(60)
    easel.canvas.focus()

    for key in ["Space", *["Shift+ArrowRight"] * 4, *["ArrowDown"] * 8, "Space"]:
        easel.page.keyboard.press(key)

    middle = (SIZE[0] / 2, SIZE[1] / 2)
    corner = (middle[0] + 240, middle[1])
    assert iou(easel.mask(), line(middle, corner, (corner[0], corner[1] + 120), width=60)) >= 0.98
    easel.canvas.focus()
    easel.page.keyboard.press("Control+z")
    expect(easel.page.get_by_text(EMPTY)).to_be_visible()
    expect(easel.page.get_by_text("answer: None")).to_be_visible()


def test_tab_leaves_the_picture_and_ends_a_stroke(easel):
    easel.canvas.focus()

    for key in ["Space", "Shift+ArrowRight", "Tab"]:
        easel.page.keyboard.press(key)

    expect(easel.canvas).not_to_be_focused()
    expect(easel.page.get_by_role("button", name="en:mask.undo")).to_be_enabled()


def test_brackets_change_the_brush(easel):
    easel.brush(100)
    easel.canvas.focus()

    easel.page.keyboard.press("]")

    expect(easel.page.get_by_role("slider")).to_have_value("120")


def test_the_share_is_said_aloud(visit):
    page = visit("show=mask&template=1")
    easel = Easel(page)
    easel.take("box")

    easel.drag((642, 1), (1290, 870))  # a hand that leaves the picture

    live = page.locator(".live")
    expect(live).to_have_attribute("aria-live", "polite")
    expect(live).to_have_text(re.compile(r"^(49\.9|50\.0) % is repainted$"))


def test_strokes_survive_a_rerun_a_language_and_being_away(easel):
    easel.brush(80)
    easel.drag((200, 200), (700, 300))
    before = easel.mask()

    easel.page.get_by_role("button", name="run again").click()
    after_rerun = easel.mask()
    easel.page.get_by_text("ko", exact=True).click()
    expect(easel.page.get_by_role("button", name="ko:mask.undo")).to_be_enabled()
    after_language = easel.mask()
    easel.page.get_by_text("shown").click()
    expect(easel.canvas).to_have_count(0)
    easel.page.get_by_text("shown").click()

    assert np.array_equal(after_rerun, before)
    assert np.array_equal(after_language, before)
    assert np.array_equal(easel.mask(), before)


def test_strokes_survive_a_reload(easel):
    easel.brush(80)
    easel.drag((200, 200), (700, 300))
    before = easel.mask()

    easel.page.reload()

    easel.canvas.wait_for()
    assert np.array_equal(easel.mask(), before)


def test_another_picture_begins_empty_and_the_first_keeps_its_strokes(easel):
    easel.drag((200, 200), (700, 300))
    before = easel.mask()

    easel.page.get_by_text("second", exact=True).click()
    expect(easel.page.get_by_text("answer: None")).to_be_visible()
    expect(easel.page.get_by_text(EMPTY)).to_be_visible()
    easel.page.get_by_text("first", exact=True).click()

    assert np.array_equal(easel.mask(), before)


def test_a_finger_paints_on_a_phone(visit):
    page = visit(
        "show=mask", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    easel = Easel(page)

    easel.brush(100)
    easel.canvas.scroll_into_view_if_needed()
    easel.canvas.tap(position={"x": 150, "y": 100})

    box = easel.canvas.bounding_box()
    middle = (150 * SIZE[0] / box["width"], 100 * SIZE[1] / box["height"])
    assert iou(easel.mask(), line(middle, width=100)) >= 0.95
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_it_has_no_serious_finding(easel, serious):
    easel.drag((200, 200), (700, 300))
    easel.mask()

    assert serious(easel.page) == []
