"""The frame around all pages: language, phone, headers, health, and axe-core."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.client import Stack
from tests.studio.served import Served

PAGES = ["/", "/edit", "/compare", "/gallery", "/learn", "/usage"]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def test_make_run_starts_a_studio_and_says_where(stack: Stack) -> None:
    told = json.loads(Path(stack.home, "stack.json").read_text())

    assert httpx.get(f"{told['studio_url']}/healthz").json() == {"status": "ok"}


def test_answers_carry_the_policy_and_are_compressed(studio: Served) -> None:
    answer = httpx.get(studio.url)

    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-encoding"] == "gzip"


def test_the_first_page_is_found_by_its_name_too(studio: Served) -> None:
    answer = httpx.get(f"{studio.url}/create?lang=ko")

    assert answer.status_code == 308
    assert answer.headers["location"].endswith("/?lang=ko")


@pytest.mark.parametrize(
    ("locale", "language", "title"),
    [("ko-KR", "ko", "말하면 그려지고"), ("en-GB", "en", "Say it."), ("fr-FR", "en", "Say it.")],
)
def test_the_browsers_language_is_spoken_where_it_is_one_of_ours(
    studio: Served, visit: Callable[..., Page], locale: str, language: str, title: str
) -> None:
    page = visit(studio, locale=locale)

    expect(page.locator("h1")).to_contain_text(title)
    expect(page.locator("html")).to_have_attribute("lang", language)


def test_another_language_is_chosen_at_the_top_and_survives_pages_and_reloads(
    studio: Served, visit: Callable[..., Page]
) -> None:
    page = visit(studio)
    page.get_by_label("2 · What does it show?").fill("a lake")
    page.get_by_role("radio", name="한국어").click()
    expect(page.locator("h1")).to_contain_text("말하면 그려지고")
    expect(page.get_by_label("2 · 무엇을 그릴까요?")).to_have_value("a lake")

    page.get_by_role("link", name="갤러리").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(page).to_have_url(re.compile("/gallery.*lang=ko"))
    page.reload()

    expect(page.locator("html")).to_have_attribute("lang", "ko")


def test_pages_are_reached_and_streamlits_own_words_are_korean_on_a_phone(
    studio: Served, visit: Callable[..., Page]
) -> None:
    page = visit(studio, locale="ko-KR", **PHONE)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click(trial=True)
    page.get_by_role("link", name="갤러리").click()

    expect(page.get_by_role("button", name="파일 고르기")).to_be_visible()
    expect(page.get_by_text("18MB per file")).to_have_css("font-size", "0px")
    page.get_by_role("button", name="Main menu").click()
    expect(page.get_by_role("menuitemradio", name="어둡게")).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_axe_finds_nothing_serious(
    studio: Served,
    visit: Callable[..., Page],
    serious: Callable[[Page], list[str]],
    path: str,
    scheme: str,
) -> None:
    page = visit(studio, path, color_scheme=scheme)
    page.wait_for_timeout(1500)

    assert serious(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_needs_no_scrolling_sideways(
    studio: Served, visit: Callable[..., Page], path: str
) -> None:
    page = visit(studio, path, locale="ko-KR", **PHONE)
    page.wait_for_timeout(1000)

    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
