"""Choosing one of several pictures, in a real browser."""

from playwright.sync_api import expect


def test_a_click_picks_and_the_page_hears_it(visit):
    page = visit("show=pick")

    page.get_by_role("radio", name="Picture 2").click()

    expect(page.get_by_text("answer: 'img_1'")).to_be_visible()
    expect(page.get_by_role("radio", name="Picture 2")).to_be_checked()
    expect(page.get_by_role("radio", checked=True)).to_have_count(1)


def test_arrow_keys_go_round_and_pick(visit):
    page = visit("show=pick")
    page.get_by_text("answer: None").wait_for()

    page.get_by_role("radio", name="Picture 1").focus()
    page.keyboard.press("ArrowLeft")

    expect(page.get_by_text("answer: 'img_2'")).to_be_visible()
    expect(page.get_by_role("radio", name="Picture 3")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("answer: 'img_0'")).to_be_visible()


def test_the_group_is_one_stop_of_the_tab_key(visit):
    page = visit("show=pick")
    page.get_by_role("radio", name="Picture 2").click()
    page.get_by_text("answer: 'img_1'").wait_for()

    stops = page.get_by_role("radio").evaluate_all("all => all.map((each) => each.tabIndex)")

    assert stops == [-1, 0, -1]


def test_the_choice_survives_another_run_of_the_script(visit):
    page = visit("show=pick")
    page.get_by_role("radio", name="Picture 3").click()
    page.get_by_text("answer: 'img_2'").wait_for()

    page.get_by_role("button", name="run again").click()
    page.wait_for_timeout(500)

    expect(page.get_by_text("answer: 'img_2'")).to_be_visible()
    expect(page.get_by_role("radio", name="Picture 3")).to_be_checked()


def test_a_picture_that_comes_later_moves_neither_focus_nor_neighbours(visit):
    page = visit("show=pick")
    first = page.get_by_role("radio", name="Picture 1")
    first.click()
    page.get_by_text("answer: 'img_0'").wait_for()
    first.evaluate("cell => { cell.dataset.seen = 'before' }")

    page.get_by_label("count").fill("5")
    page.get_by_label("count").press("Enter")

    expect(page.get_by_role("radio")).to_have_count(5)
    expect(first).to_be_checked()
    assert first.evaluate("cell => cell.dataset.seen") == "before"


def test_badge_choice_and_heart_are_shown(visit):
    page = visit("show=pick")
    page.get_by_role("radio", name="Picture 1").click()

    expect(page.get_by_text("seed 0")).to_be_visible()
    expect(page.get_by_text("✓ Best").locator("visible=true")).to_have_count(1)
    expect(page.get_by_text("♥").locator("visible=true")).to_have_count(1)


def test_it_has_no_serious_finding_and_its_group_a_name(visit, serious):
    page = visit("show=pick")
    page.get_by_role("radio", name="Picture 1").click()

    expect(page.get_by_role("radiogroup", name="Pick the best")).to_be_visible()
    assert serious(page) == []
