"""What an edit lacks, whether its picture fits, and where a picture lies in its successor."""

import io
from typing import Any

import pytest
from easel_client import Fault, InvalidRequest, Task
from PIL import Image

from studio.components.preview import Preview
from studio.components.slider import Placement, rectangle
from studio.parts.edit_order import lacking
from studio.parts.fit import does_not_fit
from studio.parts.palette import colours
from studio.parts.region import Region
from studio.parts.shape import nearest


def a_task(*parameters: str, prompt: bool = False, **pictures: bool) -> Task:
    """Return a task; `pictures` says of each further picture whether it is required."""
    return Task(
        prompt_limit=100,
        prompt_required=prompt,
        negative_prompt_limit=0,
        sizes=(),
        aspect_ratios={},
        any_size=None,
        pictures={"image": {}}
        | {part: {"required": required} for part, required in pictures.items()},
        mask=None,
        seeded=True,
        parameters={"properties": {name: {} for name in parameters}},
    )


WHOLE = Region("whole")


@pytest.mark.parametrize(
    ("task", "request_", "where", "lacks"),
    [
        (a_task(), {}, WHOLE, None),
        (a_task(prompt=True), {}, WHOLE, "prompt"),
        (a_task(prompt=True), {"prompt": "a lake"}, WHOLE, None),
        (a_task(prompt=True), {"prompt": "a lake"}, Region("paint"), "paint"),
        (a_task(), {}, Region("paint", {"mask": {"data": "…"}}), None),
        (a_task(), {}, Region("name"), "name"),
        (a_task(), {}, Region("garment", {"parameters": {"garment_class": "shoes"}}), None),
        (a_task(), {}, Region("margins"), "margins"),
        (a_task("search_prompt"), {}, WHOLE, "called"),
        (a_task("select_prompt"), {"parameters": {"select_prompt": "the car"}}, WHOLE, None),
        (a_task(style_image=True), {}, WHOLE, "style_image"),
        (a_task(style_image=True), {"style_image": {"image_id": "img"}}, WHOLE, None),
        (a_task(reference_image=True), {}, Region("garment"), "garment"),
        (a_task(reference_image=False), {}, WHOLE, None),
    ],
)
def test_an_edit_names_the_first_thing_that_it_lacks(
    task: Task, request_: dict[str, Any], where: Region, lacks: str | None
):
    assert lacking(request_, task, where) == lacks


@pytest.mark.parametrize(("size", "shape"), [((1216, 832), "3:2"), ((64, 64), "1:1")])
def test_a_new_picture_is_first_offered_in_the_shape_of_the_one_at_hand(
    size: tuple[int, int], shape: str
):
    assert nearest(["1:1", "16:9", "3:2", "2:3"], size[0] / size[1]) == shape


def test_a_palette_begins_with_the_colours_that_cover_most_of_a_picture():
    picture = Image.new("RGB", (100, 100), "#204060")
    picture.paste("#ff8000", (0, 0, 100, 30))
    raw = io.BytesIO()
    picture.save(raw, "PNG")

    assert colours(raw.getvalue())[:2] == ["#204060", "#ff8000"]


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
