"""Journeys through the page Edit, from a picture to what became of it."""

import io
import re
from collections.abc import Callable

import numpy as np
from easel_client import Easel, Image
from PIL import Image as Pillow
from playwright.sync_api import expect

from tests.studio.bench import GO, PAINTED, SLIDER, Bench, png


def test_what_is_painted_is_the_mask_that_the_api_keeps_and_the_way_back_has_it_still(
    bench: Bench, lake: Image
):
    bench.box(100, 80, 300, 240)
    scale = lake.width / bench.page.locator("canvas").bounding_box()["width"]
    expect(bench.page.get_by_role("button", name=GO)).to_be_disabled()
    bench.say("What should be there instead?", "a red hot air balloon")
    bench.price("$0.07")

    made = bench.go()
    bench.page.reload()

    kept = next(each for each in made.inputs if each.part == "mask")
    mask = np.asarray(Pillow.open(io.BytesIO(bench.easel.input_content(kept.id))).convert("L"))
    assert mask.shape == (lake.height, lake.width)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    corners = np.array([columns[0], rows[0], columns[-1] + 1, rows[-1] + 1])
    assert np.allclose(corners, np.array([100, 80, 300, 240]) * scale, atol=2)
    assert (mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] == 255).all()
    assert made.task == "inpaint"
    assert made.pictures[0].parents == (lake.id,)
    expect(bench.page.get_by_role("slider", name=SLIDER)).to_be_visible()
    bench.back()
    expect(bench.page).to_have_url(re.compile(lake.id))
    expect(bench.page.get_by_text(PAINTED)).to_be_visible()


def test_an_uploaded_picture_and_what_was_painted_on_it_survive_a_reload(
    opened: Callable[..., Bench],
):
    bench = opened("")
    bench.upload(png())
    bench.box(50, 50, 150, 150)
    bench.say("What should be there instead?", "a kite")
    bench.price("$0.07")
    expect(bench.page).to_have_url(re.compile("image=upl_"))
    upload = re.search(r"upl_\w+", bench.page.url)[0]

    bench.page.reload()

    expect(bench.page.get_by_text(PAINTED)).to_be_visible()
    bench.say("What should be there instead?", "a kite")
    made = bench.go()
    kept = {each.part: each for each in made.inputs}
    assert kept["image"].upload == upload
    assert bench.easel.input_content(kept["image"].id) == png()
    bench.back()
    expect(bench.page.get_by_text(PAINTED)).to_be_visible()


def test_an_edge_that_is_dragged_outwards_survives_a_reload_and_is_painted(
    bench: Bench, lake: Image
):
    bench.choose("outpaint")
    handle = bench.page.locator(".handle[data-side=right]").bounding_box()
    scale = lake.width / bench.page.locator(".paper img").bounding_box()["width"]
    bench.page.mouse.move(handle["x"] + 22, handle["y"] + 22)
    bench.page.mouse.down()
    bench.page.mouse.move(handle["x"] + 102, handle["y"] + 22, steps=8)
    bench.page.mouse.up()
    bench.price("$0.06")
    right = bench.page.get_by_label("Right (px)").input_value()

    bench.page.reload()

    expect(bench.page.get_by_label("Right (px)")).to_have_value(right)
    bench.price("$0.06")
    # What was typed last is ordered, though the click is what ends the typing.
    bench.page.get_by_label("What lies beyond the edges?").fill("a harbour")
    made = bench.go()
    assert made.request["parameters"] == {"right": int(right)}
    assert made.prompt == "a harbour"
    assert made.pictures[0].width - lake.width == int(right)
    assert abs(int(right) - 80 * scale) <= 12
    assert made.pictures[0].height == lake.height


def test_edits_in_a_row_are_a_line_that_can_be_walked_by_keys(
    opened: Callable[..., Bench], easel: Easel, lake: Image
):
    names = [lake.id]
    asked = {"task": "search_recolor", "parameters": {"select_prompt": "the boat"}}
    for colour in ("red", "green"):
        before = {"image_id": names[-1]}
        made = easel.generate(image=before, prompt=colour, wait=120, **asked)
        names.append(made.pictures[0].id)
    bench = opened(f"?image={names[-1]}&task=search_recolor")
    bench.say("What should be recoloured?", "the boat")
    bench.say("Which colour should it have?", "blue")
    made = bench.go()
    names.append(made.pictures[0].id)
    assert {name: made.request[name] for name in asked} == asked
    bench.page.get_by_role("button", name="Go on from this one").click()
    expect(bench.page).to_have_url(re.compile(names[-1]))

    line = bench.page.get_by_role("radiogroup", name="The line of edits").get_by_role("radio")
    expect(line).to_have_count(4)
    assert line.evaluate_all("all => all.map((each) => each.dataset.id)") == names
    expect(line.last).to_be_checked()
    line.last.focus()
    there_and_back = {"ArrowLeft": names[2], "ArrowUp": names[1], "ArrowRight": names[2]}
    for key, name in there_and_back.items():
        bench.page.keyboard.press(key)
        expect(bench.page).to_have_url(re.compile(name))
        here = bench.page.get_by_role("radiogroup", name="The line of edits").locator(":focus")
        expect(here).to_have_attribute("data-id", name)


def test_the_best_of_several_is_picked_and_its_words_go_on_elsewhere(bench: Bench, lake: Image):
    bench.choose("outpaint")
    bench.page.get_by_role("button", name="1:1", exact=True).click()
    bench.page.get_by_text("Seed and inference parameters").click()
    bench.page.get_by_role("radio", name="2", exact=True).click()
    bench.say("What lies beyond the edges?", "a stony shore")
    bench.price("$0.12")

    bench.order()
    bench.page.get_by_role("radio", name="Picture 2").click(timeout=90_000)
    expect(bench.page.get_by_role("slider", name=SLIDER)).to_be_visible()
    expect(bench.page.get_by_text("Kept as your best")).to_be_visible()
    made = bench.generation()
    assert made.picked == made.images[1].id
    ended = bench.page.url

    bench.page.get_by_role("button", name="Create with its words").click()
    expect(bench.page.locator(".easel-text")).to_contain_text("a stony shore")
    bench.page.goto(ended)
    bench.page.get_by_role("radio", name="Picture 2").click()
    bench.page.get_by_role("button", name="Compare with its words").click()
    expect(bench.page.get_by_label("2 · What does it show?")).to_have_value("a stony shore")


def test_a_picture_that_is_too_long_is_made_to_fit(opened: Callable[..., Bench]):
    bench = opened("")
    bench.upload(png(300, 1200))
    bench.choose("search_recolor")
    bench.say("What should be recoloured?", "the sky")
    bench.say("Which colour should it have?", "green")
    expect(bench.page.get_by_role("button", name=GO)).to_be_disabled()

    bench.page.get_by_role("radio", name="Pad").click()
    made = bench.go()

    assert made.request["fit"] == "pad"
    assert made.pictures[0].height <= 2.5 * made.pictures[0].width


def test_what_cannot_be_edited_is_refused_kindly_and_leads_back_to_the_choice(
    opened: Callable[..., Bench],
):
    for unknown in ("img_01J00000000000000000000000_00", "upl_01J00000000000000000000000"):
        bench = opened(f"?image={unknown}")
        expect(bench.page.get_by_text("not there (any more)")).to_be_visible()
        expect(bench.page).not_to_have_url(re.compile(unknown))

    bench = opened("")
    bench.upload(b"not a picture")
    expect(bench.page.get_by_text("not a picture that can be read")).to_be_visible()
