"""Every task of the page Edit in a row: what is asked there is what reaches the API."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from easel_client import Image
from playwright.sync_api import expect

from tests.studio.bench import Bench, png

Do = Callable[[Bench], None]


def nothing(_: Bench) -> None:
    """Ask for no more than the task."""


def boxed(bench: Bench) -> None:
    bench.box(40, 40, 160, 120)


def says(label: str, text: str) -> Do:
    return lambda bench: bench.say(label, text)


def says_in_korean(label: str, text: str) -> Do:
    """Write in Korean, and let the text model turn it into English."""

    def say(bench: Bench) -> None:
        bench.say(label, text)
        bench.page.get_by_role("button", name="Write the prompt for me").click()
        bench.page.get_by_role("button", name="Use it").click()
        expect(bench.page.get_by_label(label)).not_to_have_value(text)

    return say


def both(first: Do, then: Do) -> Do:
    def do(bench: Bench) -> None:
        first(bench)
        then(bench)

    return do


def names(way: str, label: str, text: str) -> Do:
    def name(bench: Bench) -> None:
        bench.page.get_by_role("radio", name=way).click()
        bench.say(label, text)

    return name


def another(part: str, then: Do = nothing) -> Do:
    """Bring a second picture from elsewhere."""

    def bring(bench: Bench) -> None:
        bench.upload(png(), f".st-key-edit_{part}")
        then(bench)

    return bring


def garment(bench: Bench) -> None:
    bench.page.get_by_role("combobox", name="Which garment is replaced?").click()
    bench.page.get_by_role("option", name="Upper body").first.click()


class Step(NamedTuple):
    """A task, what is done for it, what it costs, and what its request must hold."""

    task: str
    price: str
    do: Do = nothing
    model: str = ""
    asked: dict[str, Any] = {}
    beside: str = ""


NOVA, TITAN = "Nova", "Titan Image Generator G1 v2"
SHOWS, IS = "What should the picture show?", "What does the picture show?"
BOAT = {"mask_prompt": "the boat"}
OF_A_PART = (
    Step("erase", "$0.07", boxed, beside="mask"),
    Step("inpaint", "$0.06", names("Name it", "called?", "the boat"), NOVA, {"parameters": BOAT}),
    Step(
        "virtual_try_on",
        "$0.06",
        another("reference_image", garment),
        asked={"parameters": {"garment_class": "upper_body"}},
        beside="reference_image",
    ),
    Step(
        "outpaint",
        "$0.01",
        both(
            names("Name what stays", "What stays?", "the boat"),
            says("What lies beyond the edges?", "a desert"),
        ),
        TITAN,
        {"parameters": BOAT, "prompt": "a desert"},
    ),
    Step(
        "search_replace",
        "$0.07",
        both(says("What should go?", "the boat"), says("stand in its place?", "a swan")),
        asked={"parameters": {"search_prompt": "the boat"}, "prompt": "a swan"},
    ),
    Step("upscale_fast", "$0.03"),
    Step("upscale_conservative", "$0.40", says(IS, "a lake"), asked={"prompt": "a lake"}),
    Step("upscale_creative", "$0.60", says(IS, "a boat"), asked={"prompt": "a boat"}),
)
OF_THE_WHOLE = (
    Step(
        "image_to_image",
        "$0.08",
        says(SHOWS, "winter"),
        asked={"prompt": "winter", "parameters": {"strength": 0.5}},
    ),
    Step("variation", "$0.06", model=NOVA, asked={"aspect_ratio": "3:2"}),
    Step("style_transfer", "$0.08", another("style_image"), beside="style_image"),
    Step(
        "style_guide",
        "$0.07",
        says(SHOWS, "a fox"),
        asked={"prompt": "a fox", "aspect_ratio": "3:2"},
    ),
    Step(
        "control_structure",
        "$0.07",
        says_in_korean(SHOWS, "안개 낀 바다"),
        asked={"prompt": "sea in the fog"},
    ),
    Step("control_sketch", "$0.07", says("the sketch show?", "a bay"), asked={"prompt": "a bay"}),
)


@pytest.mark.parametrize("steps", [OF_A_PART, OF_THE_WHOLE], ids=["of a part", "of the whole"])
def test_each_task_is_ordered_at_its_price_and_its_request_says_what_was_asked(
    bench: Bench, lake: Image, steps: tuple[Step, ...]
):
    for step in steps:
        bench.choose(step.task, step.model)
        step.do(bench)
        bench.price(step.price)

        made = bench.go()

        assert (made.task, made.status) == (step.task, "succeeded")
        assert f"${made.cost.spent:.2f}" == step.price
        assert step.asked.items() <= made.request.items()
        assert {each.part for each in made.inputs} == {"image", step.beside} - {""}
        assert made.pictures[0].parents == (lake.id,)
        bench.back()


def test_a_palette_is_the_pictures_own_until_it_is_changed(bench: Bench, lake: Image):
    bench.choose("color_guided")
    colour = bench.page.get_by_test_id("stColorPicker")
    expect(colour.first).to_be_visible()
    before = colour.count()
    bench.page.get_by_role("button", name="One more").click()
    bench.say(SHOWS, "a castle")

    made = bench.go()

    colors = made.request["parameters"]["colors"]
    assert len(colors) == before + 1
    assert colors[-1] == "#808080"
    assert made.request["reference_image"] == {"image_id": lake.id}

    bench.back()
    bench.choose("outpaint")
    # Nobody chose the model that the palette brought along.
    expect(bench.page.get_by_role("combobox", name="Model")).to_have_value(re.compile("Outpaint"))
