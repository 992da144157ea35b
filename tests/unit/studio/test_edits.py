"""What an edit lacks, whether its picture fits, and where a picture lies in its successor."""

from typing import Any

import pytest
from easel_client import Fault, InvalidRequest, Task

from studio.components.preview import Preview
from studio.components.slider import Placement, rectangle
from studio.parts.edit_order import lacking
from studio.parts.fit import does_not_fit


def a_task(*parameters: str, mask: bool = False, style: bool = False, prompt: bool = False) -> Task:
    return Task(
        prompt_limit=100,
        prompt_required=prompt,
        negative_prompt_limit=0,
        sizes=(),
        aspect_ratios={},
        any_size=None,
        pictures={"image": {}} | ({"style_image": {}} if style else {}),
        mask={} if mask else None,
        seeded=True,
        parameters={"properties": {name: {} for name in parameters}},
    )


SIDES = ("left", "right", "up", "down")


@pytest.mark.parametrize(
    ("task", "request_", "lacks"),
    [
        (a_task(), {}, None),
        (a_task(prompt=True), {}, "prompt"),
        (a_task(prompt=True), {"prompt": "a lake"}, None),
        (a_task(mask=True, prompt=True), {"prompt": "a lake"}, "mask"),
        (a_task(mask=True), {"mask": {"data": "…"}}, None),
        (a_task("mask_prompt", mask=True), {"parameters": {"mask_prompt": "the car"}}, None),
        (a_task(*SIDES), {}, "margins"),
        (a_task(*SIDES), {"parameters": {"up": 8}}, None),
        (a_task(*SIDES), {"parameters": {"creativity": 1}}, "margins"),
        (a_task("search_prompt"), {}, "name"),
        (a_task("select_prompt"), {"parameters": {"select_prompt": "the car"}}, None),
        (a_task(style=True), {}, "style"),
        (a_task(style=True), {"style_image": {"image_id": "img"}}, None),
    ],
)
def test_an_edit_names_the_first_thing_that_it_lacks(
    task: Task, request_: dict[str, Any], lacks: str | None
):
    assert lacking(request_, task) == lacks


def a_refusal(*codes: str) -> InvalidRequest:
    return InvalidRequest("no", errors=[Fault("/image", code, "…") for code in codes])


def test_only_a_refusal_about_size_alone_is_mended_by_a_fit():
    assert does_not_fit(a_refusal("unsupported_size"))
    assert does_not_fit(a_refusal("unsupported_size", "unsupported_size"))
    assert not does_not_fit(a_refusal("unsupported_size", "out_of_range"))
    assert not does_not_fit(a_refusal())


def test_a_larger_copy_lies_over_its_whole_successor():
    assert rectangle(Preview("", 300, 200), Preview("", 1200, 800), None) == {
        "left": 0,
        "top": 0,
        "width": 1200,
        "height": 800,
    }


def test_another_shape_is_shown_whole_in_the_middle():
    assert rectangle(Preview("", 100, 200), Preview("", 400, 400), None) == {
        "left": 100,
        "top": 0,
        "width": 200,
        "height": 400,
    }


def test_an_outpainted_picture_keeps_its_scale_and_place():
    assert rectangle(Preview("", 300, 200), Preview("", 500, 300), Placement(100, 50)) == {
        "left": 100,
        "top": 50,
        "width": 300,
        "height": 200,
    }
