"""Titan and Nova: what a region may be said in, what goes on the wire, and what it costs."""

from typing import Any

import pytest

from functions.catalogue import CATALOGUE
from functions.catalogue.amazon.envelope import FORMS
from functions.catalogue.spec import ModelSpec
from functions.domain.prompt import Prompt
from functions.domain.source import Source, Tones
from tests.goldens import token
from tests.unit.catalogue.table import faults, only_fault, planned

TITAN_1 = CATALOGUE["amazon.titan-image-generator-v1"]
TITAN_2 = CATALOGUE["amazon.titan-image-generator-v2:0"]
NOVA = CATALOGUE["amazon.nova-canvas-v1:0"]
FAMILIES = (TITAN_1, TITAN_2, NOVA)
EDITS = ("inpaint", "erase", "outpaint", "remove_background", "virtual_try_on")


def sources(*parts: str) -> dict[str, Source]:
    return {part: Source("inline", part) for part in parts}


def body(spec: ModelSpec, task: str, **changes: Any) -> dict[str, Any]:
    """Return what goes on the wire for the first image."""
    call = planned(spec, task, **changes).calls[0]
    return spec.encode(call, {part: token(part) for part in call.inputs})


def told(spec: ModelSpec, task: str, **changes: Any) -> list[tuple[str, str]]:
    return [(fault.pointer, fault.code) for fault in faults(spec, task, **changes)]


EVERY = [
    pytest.param(spec, task, id=f"{spec.name}-{task}") for spec in FAMILIES for task in spec.tasks
]
MASKED = [each for each in EVERY if each.values[1] in ("inpaint", "erase", "outpaint")]
DRAWN = [each for each in EVERY if each.values[1] not in ("text_to_image", "color_guided")]


def test_only_the_second_titan_follows_layouts_and_palettes_and_removes_backgrounds() -> None:
    more = {"control_structure", "color_guided", "remove_background"}

    assert set(TITAN_2.tasks) - set(TITAN_1.tasks) == more
    assert set(NOVA.tasks) - set(TITAN_2.tasks) == {"virtual_try_on"}
    assert set(FORMS) == set(NOVA.tasks)


@pytest.mark.parametrize(("spec", "task"), MASKED)
def test_a_region_is_a_mask_or_words_and_not_both(spec: ModelSpec, task: str) -> None:
    words = {"mask_prompt": "the windows"}
    both = sources("image", "mask")

    assert told(spec, task, pictures=both, parameters=words) == [("/mask", "conflict")]


@pytest.mark.parametrize(("spec", "task"), MASKED)
def test_a_region_that_nobody_says_is_asked_for_in_both_ways(spec: ModelSpec, task: str) -> None:
    fault = only_fault(spec, task, pictures=sources("image"))

    assert (fault.pointer, fault.code) == ("/mask", "required")
    assert "parameters.mask_prompt" in fault.detail


@pytest.mark.parametrize(("spec", "task"), MASKED)
def test_words_that_are_wrong_are_one_fault_not_a_missing_mask(spec: ModelSpec, task: str) -> None:
    for wrong in ("", " ", None, 7, "x" * (spec.tasks[task].parameters[0].limit + 1)):
        fault = only_fault(spec, task, parameters={"mask_prompt": wrong})

        assert fault.pointer == "/parameters/mask_prompt"


@pytest.mark.parametrize(
    ("task", "repaints"), [("inpaint", "black"), ("erase", "black"), ("outpaint", "white")]
)
@pytest.mark.parametrize("spec", FAMILIES, ids=lambda spec: spec.name)
def test_inpainting_repaints_black_on_the_wire_and_outpainting_white(
    spec: ModelSpec, task: str, repaints: str
) -> None:
    [call] = planned(spec, task).calls

    assert call.inputs["mask"].mask
    assert call.inputs["mask"].mask.repaints == repaints


@pytest.mark.parametrize(("spec", "task"), [*MASKED, pytest.param(NOVA, "virtual_try_on")])
def test_a_grey_mask_is_refused_and_sharpened_where_the_client_says_so(
    spec: ModelSpec, task: str
) -> None:
    grey: dict[str, Any] = {"facts": {"mask": {"light": Tones(0, 255, between=True)}}}
    pictures = sources(*(rule.part for rule in spec.tasks[task].pictures), "mask")

    assert told(spec, task, pictures=pictures, **grey) == [("/mask", "mask_grey")]

    [call] = planned(spec, task, pictures=pictures, fit="resize", **grey).calls
    assert call.inputs["mask"].mask
    assert call.inputs["mask"].mask.sharp


@pytest.mark.parametrize("spec", FAMILIES, ids=lambda spec: spec.name)
def test_erasing_is_inpainting_that_is_not_told_what_to_paint(spec: ModelSpec) -> None:
    written = body(spec, "erase")

    assert written["taskType"] == "INPAINTING"
    assert set(written["inPaintingParams"]) == {"image", "maskImage"}
    assert written == body(spec, "inpaint", prompt=Prompt(), seed=12345)


@pytest.mark.parametrize(("spec", "task"), [each for each in EVERY if each.values[1] in EDITS])
def test_an_edit_keeps_its_images_size_and_asks_for_none(spec: ModelSpec, task: str) -> None:
    size = {"width": 640, "height": 333}
    made = planned(spec, task, facts={"image": size, "mask": size})

    written = body(spec, task, facts={"image": size, "mask": size})

    assert (made.calls[0].width, made.calls[0].height) == (640, 333)
    assert not {"width", "height"} & set(written.get("imageGenerationConfig", {}))
    assert only_fault(spec, task, size=(512, 512)).pointer == "/size"


@pytest.mark.parametrize(("spec", "task"), [each for each in EVERY if each.values[1] not in EDITS])
def test_a_new_picture_has_the_size_that_was_asked(spec: ModelSpec, task: str) -> None:
    config = body(spec, task, size=(512, 512))["imageGenerationConfig"]

    assert (config["width"], config["height"]) == (512, 512)


@pytest.mark.parametrize(("spec", "task"), DRAWN)
@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"format": "webp"}, "unsupported_format"),
        ({"alpha": Tones(0, 255, between=True)}, "transparent"),
        ({"oddity": "palette"}, "unsupported_encoding"),
    ],
)
def test_amazon_takes_opaque_jpeg_and_png_only(
    spec: ModelSpec, task: str, facts: dict[str, Any], code: str
) -> None:
    assert told(spec, task, facts={"image": facts}) == [("/image", code)]


@pytest.mark.parametrize(
    ("spec", "facts", "fits"),
    [
        (TITAN_2, {"width": 1408, "height": 1408}, True),
        (TITAN_2, {"width": 1409, "height": 100}, False),
        (TITAN_2, {"size": 5_000_000}, True),
        (TITAN_2, {"size": 5_000_001}, False),
        (NOVA, {"width": 320, "height": 1280}, True),
        (NOVA, {"width": 320, "height": 1281}, False),
        (NOVA, {"width": 319, "height": 320}, False),
        (NOVA, {"width": 2048, "height": 2048}, True),
        (NOVA, {"width": 4096, "height": 1024}, True),
        (NOVA, {"width": 2048, "height": 2049}, False),
        (NOVA, {"width": 321, "height": 327}, True),
    ],
)
def test_each_family_has_its_own_bounds_for_pictures(
    spec: ModelSpec, facts: dict[str, int], *, fits: bool
) -> None:
    if fits:
        assert planned(spec, "remove_background", facts={"image": facts}).calls[0].inputs
    else:
        assert len(faults(spec, "remove_background", facts={"image": facts})) == 1


@pytest.mark.parametrize("spec", FAMILIES, ids=lambda spec: spec.name)
def test_a_variation_sends_its_images_in_their_order_and_five_at_most(spec: ModelSpec) -> None:
    five = ["image", "image_2", "image_3", "image_4", "image_5"]

    written = body(spec, "variation", pictures=sources(*reversed(five)))

    assert written["imageVariationParams"]["images"] == [token(part) for part in five]
    assert told(spec, "variation", pictures=sources(*five, "image_6")) == [
        ("/image_6", "unsupported")
    ]


@pytest.mark.parametrize(
    ("spec", "sent"), [(TITAN_1, {"similarityStrength": 0.7}), (NOVA, {})], ids=["titan", "nova"]
)
def test_a_default_that_no_page_names_is_not_sent(spec: ModelSpec, sent: dict[str, float]) -> None:
    written = body(spec, "variation")["imageVariationParams"]

    assert {name: written[name] for name in written if name == "similarityStrength"} == sent


@pytest.mark.parametrize(
    ("spec", "task", "side", "quality", "price"),
    [
        (TITAN_2, "inpaint", 512, "standard", 8_000),
        (TITAN_2, "inpaint", 513, "premium", 12_000),
        (TITAN_1, "erase", 512, "premium", 10_000),
        (NOVA, "outpaint", 1024, "standard", 40_000),
        (NOVA, "virtual_try_on", 1025, "premium", 80_000),
    ],
)
def test_an_edit_costs_by_the_size_of_its_result(
    spec: ModelSpec, task: str, side: int, quality: str, price: int
) -> None:
    size = {"width": side, "height": side}

    made = planned(spec, task, facts={"image": size, "mask": size}, parameters={"quality": quality})

    assert made.prices == (price,)


@pytest.mark.parametrize(("spec", "price"), [(TITAN_2, 10_000), (NOVA, 40_000)])
def test_removing_a_background_has_no_quality_no_seed_and_the_standard_price(
    spec: ModelSpec, price: int
) -> None:
    made = planned(spec, "remove_background")

    assert made.prices == (price,)
    assert body(spec, "remove_background") == {
        "taskType": "BACKGROUND_REMOVAL",
        "backgroundRemovalParams": {"image": "{{image}}"},
    }


def test_titans_outpainting_wants_a_prompt_and_novas_does_not() -> None:
    assert told(TITAN_2, "outpaint", prompt=Prompt()) == [("/prompt", "required")]
    assert "text" not in body(NOVA, "outpaint", prompt=Prompt())["outPaintingParams"]
