"""The page Edit without a mouse, for those who hear it, and on a phone."""

import io
import re
from collections.abc import Callable

import numpy as np
import pytest
from easel_client import Image
from PIL import Image as Pillow
from playwright.sync_api import Page, expect

from studio.words import say_in
from tests.studio.bench import GO, PAINTED, SLIDER, Bench
from tests.studio.keyboard import tab_to

RING = """element => {
  const style = getComputedStyle(element);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
}"""


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_whole_inpainting_by_keys_alone(bench: Bench, lake: Image):
    page = bench.page
    canvas = page.locator("canvas")

    tab_to(page, canvas)
    assert page.locator(".mask .stage").evaluate(RING)
    press(page, "Space", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown", "Space")
    expect(page.get_by_text(PAINTED)).to_be_visible()
    tab_to(page, page.get_by_label("What should be there instead?"))
    page.keyboard.type("a red kite")
    press(page, "Tab")
    bench.price("$0.07")
    tab_to(page, page.get_by_role("button", name=GO))
    press(page, "Enter")
    line = page.get_by_role("slider", name=SLIDER)
    tab_to(page, line)
    press(page, "Home")

    expect(line).to_have_attribute("aria-valuetext", "0 % before")
    made = bench.generation()
    kept = next(each for each in made.inputs if each.part == "mask")
    mask = np.asarray(Pillow.open(io.BytesIO(bench.easel.input_content(kept.id))).convert("L"))
    assert mask[lake.height // 2, lake.width // 2] == 255
    assert made.prompt == "a red kite"
    tab_to(page, page.get_by_role("button", name="Go on from this one"))
    press(page, "Enter")
    expect(page).to_have_url(re.compile(made.pictures[0].id))


def test_a_whole_outpainting_by_keys_alone(bench: Bench, lake: Image):
    page = bench.page

    tab_to(page, page.get_by_role("radio", name="Change a part"))
    press(page, "ArrowRight", "Enter")
    tab_to(page, page.get_by_role("radio", name="Continue beyond the edges"))
    tab_to(page, page.get_by_label("Left (px)"))
    page.keyboard.type("64")
    tab_to(page, page.get_by_label("Below (px)"))
    page.keyboard.type("32")
    press(page, "Tab")
    bench.price("$0.06")
    tab_to(page, page.get_by_role("button", name=GO))
    press(page, "Enter")
    tab_to(page, page.get_by_role("slider", name=SLIDER))

    made = bench.generation()
    assert made.request["parameters"] == {"left": 64, "down": 32}
    assert made.pictures[0].width == lake.width + 64


def korean(page: Page) -> None:
    expect(page.get_by_text("무엇을 할까요?")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "ko")


@pytest.mark.parametrize(("locale", "scheme"), [("en-US", "light"), ("ko-KR", "dark")])
def test_neither_a_form_nor_a_result_has_a_serious_finding(
    opened: Callable[..., Bench],
    serious: Callable[[Page], list[str]],
    lake: Image,
    locale: str,
    scheme: str,
):
    forms = {
        "inpaint": "canvas",
        "outpaint": ".margins .stage",
        "virtual_try_on": "[data-testid=stFileUploader]",
        "style_transfer": "[data-testid=stFileUploader]",
        "color_guided": "[data-testid=stColorPicker]",
        "remove_background": ".st-key-price strong",
    }
    bench = opened(locale=locale, color_scheme=scheme)
    tongue = locale.partition("-")[0]
    for task, sign in forms.items():
        bench.page.goto(re.sub(r"\?.*", f"?image={lake.id}&task={task}", bench.page.url))
        bench.page.locator(sign).first.wait_for()
        expect(bench.page.get_by_text(say_in(tongue, f"tasks.{task}_help"))).to_be_visible()
        bench.rest()
        assert serious(bench.page) == [], task
    bench.page.get_by_role("button", name=say_in(tongue, "edit.go")).click()
    expect(bench.page.get_by_role("slider")).to_be_visible()
    bench.rest()

    assert serious(bench.page) == []


def test_korean_on_a_phone_fits_the_width(opened: Callable[..., Bench], lake: Image):
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

    bench = opened(locale="ko-KR", **phone)
    bench.page.locator("canvas").wait_for()

    for task in ("inpaint", "outpaint", "virtual_try_on", "color_guided"):
        bench.page.goto(re.sub(r"\?.*", f"?image={lake.id}&task={task}", bench.page.url))
        expect(bench.page.get_by_text(say_in("ko", f"tasks.{task}_help"))).to_be_visible()
        korean(bench.page)
        bench.rest()
        assert bench.page.evaluate("document.documentElement.scrollWidth") <= 390, task
