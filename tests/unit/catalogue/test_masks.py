"""One meaning at the API, white repaints; a mask that says nothing is refused, none is resized."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.catalogue.develop import Developed, develop
from functions.catalogue.pictures import MaskRule, PictureRule
from functions.catalogue.spec import Task
from functions.domain.input import MaskForm
from functions.domain.prompt import Prompt
from functions.domain.request import GenerationRequest
from functions.domain.source import Fit, Flaw, Measured, Source, Tones

STABILITY = MaskRule()
AMAZON = MaskRule("black", grey=False, or_words="mask_prompt", as_image_alpha=True)
PURE = Tones(0, 255, between=False)
GREY = Tones(0, 255, between=True)
CLEAR = Tones(0, 255, between=False)
OPAQUE = Tones(255, 255, between=False)


def measured(width: int = 1024, height: int = 768, **changes: Any) -> Measured:
    return replace(Measured("png", width, height, 1_000, "ab" * 32, GREY), **changes)


def developed(
    rule: MaskRule,
    mask: Measured | Flaw | None,
    *,
    image: Measured | None = None,
    fit: Fit | None = None,
    parameters: dict[str, Any] | None = None,
    picture: PictureRule | None = None,
) -> Developed:
    task = Task(None, 100, pictures=(picture or PictureRule(widest=2.5),), mask=rule)
    found = {"image": image or measured(), **({"mask": mask} if mask else {})}
    request = GenerationRequest(
        "inpaint",
        Prompt("a cat"),
        pictures={part: Source("upload", part) for part in found},
        fit=fit,
        parameters=parameters or {},
    )
    return develop(request, found, task)


def codes(made: Developed) -> list[tuple[str, str]]:
    return [(fault.pointer, fault.code) for fault in made.faults]


def test_a_mask_of_the_images_size_is_applied() -> None:
    made = developed(STABILITY, measured(light=PURE))

    assert not made.faults
    assert made.inputs["mask"].mask == MaskForm("white")
    assert made.lines[-1].status == "applied"
    assert made.lines[-1].used == "1024x768, white repaints"


@pytest.mark.parametrize("oddity", ["palette", "16-bit", "CMYK", "rotated"])
def test_a_mask_that_is_turned_or_converted_says_so(oddity: str) -> None:
    made = developed(STABILITY, measured(light=PURE, oddity=oddity))

    assert not made.faults
    assert made.lines[-1].status == "approximated"
    assert made.lines[-1].reason == f"from {oddity} to upright 8-bit"


def test_a_family_that_repaints_black_gets_it_on_the_wire_and_white_stays_the_clients_word() -> (
    None
):
    made = developed(AMAZON, measured(light=PURE))

    assert made.inputs["mask"].mask == MaskForm("black")
    assert made.lines[-1].used == "1024x768, white repaints"


def test_the_transparent_parts_of_a_mask_repaint_and_the_receipt_says_so() -> None:
    made = developed(STABILITY, measured(alpha=CLEAR, light=OPAQUE))

    assert made.inputs["mask"].mask == MaskForm("white", by_alpha=True)
    assert made.lines[-1].used == "1024x768, its transparent parts repaint"


def test_an_alpha_channel_that_is_opaque_all_over_means_nothing() -> None:
    made = developed(STABILITY, measured(alpha=OPAQUE, light=PURE))

    assert made.inputs["mask"].mask == MaskForm("white", by_alpha=False)


def test_without_a_mask_the_images_own_transparency_is_one() -> None:
    made = developed(AMAZON, None, image=measured(alpha=CLEAR), picture=PictureRule())

    assert made.inputs["mask"].file == "image"
    assert made.inputs["mask"].mask == MaskForm("black", by_alpha=True)
    assert made.lines[-1].requested is None
    assert made.lines[-1].status == "defaulted"


@pytest.mark.parametrize(
    ("light", "code"),
    [(Tones(0, 0, between=False), "mask_black"), (OPAQUE, "mask_white")],
)
@pytest.mark.parametrize("fit", [None, "resize"])
def test_a_mask_that_says_nothing_is_refused_whatever_fits(
    light: Tones, code: str, fit: Fit | None
) -> None:
    assert codes(developed(STABILITY, measured(light=light), fit=fit)) == [("/mask", code)]


def test_a_mask_that_is_transparent_all_over_is_refused() -> None:
    clear = measured(alpha=Tones(0, 0, between=False))

    assert codes(developed(STABILITY, clear)) == [("/mask", "mask_white")]


def test_grey_repaints_in_proportion_where_a_model_can() -> None:
    assert not developed(STABILITY, measured(light=GREY)).inputs["mask"].mask.sharp


def test_grey_is_refused_where_a_model_takes_black_and_white() -> None:
    made = developed(AMAZON, measured(light=GREY))

    assert codes(made) == [("/mask", "mask_grey")]
    assert "fit" in made.faults[0].detail


def test_grey_is_sharpened_where_the_client_says_so_and_the_receipt_too() -> None:
    made = developed(AMAZON, measured(light=GREY), fit="resize")

    assert made.inputs["mask"].mask == MaskForm("black", sharp=True)
    [line] = [each for each in made.lines if each.name == "mask"]
    assert (line.status, line.reason) == ("approximated", "brought to pure black and white")


def test_a_mask_of_another_size_is_refused_with_the_size_to_send() -> None:
    made = developed(STABILITY, measured(512, 512, light=PURE))

    assert codes(made) == [("/mask", "mask_size")]
    assert "1024x768" in made.faults[0].detail


def test_a_mask_of_another_size_is_scaled_where_the_client_says_so() -> None:
    made = developed(STABILITY, measured(512, 384, light=PURE), fit="resize")

    mask = made.inputs["mask"]
    assert mask.fitting
    assert (mask.fitting.crop, mask.fitting.canvas) == ((0, 0, 512, 384), (1024, 768))
    [line] = [each for each in made.lines if each.name == "mask"]
    assert line.status == "approximated"


@given(
    st.tuples(st.integers(1, 9_000), st.integers(1, 9_000)),
    st.tuples(st.integers(1, 9_000), st.integers(1, 9_000)),
    st.sampled_from(["resize", "crop", "pad"]),
)
def test_a_mask_follows_its_image_wherever_that_is_fitted(
    size: tuple[int, int], of_mask: tuple[int, int], fit: Fit
) -> None:
    image, mask = measured(*size), measured(*of_mask, light=PURE)

    made = developed(STABILITY, mask, image=image, fit=fit)

    if made.faults:
        assert fit == "resize"
        return
    one, other = made.inputs["image"], made.inputs["mask"]
    assert other.fitting
    assert (one.width, one.height) == (other.width, other.height) == other.fitting.canvas
    left, top, width, height = other.fitting.crop
    assert min(left, top) >= 0
    assert min(width, height) >= 1
    assert left + width <= of_mask[0]
    assert top + height <= of_mask[1]
    if one.fitting:
        assert other.fitting.offset == one.fitting.offset
        assert other.fitting.scale == one.fitting.scale


def test_a_mask_and_words_for_it_are_one_too_many() -> None:
    made = developed(AMAZON, measured(light=PURE), parameters={"mask_prompt": "the hat"})

    assert codes(made) == [("/mask", "conflict")]


def test_words_take_a_masks_place_where_a_model_reads_them() -> None:
    made = developed(AMAZON, None, parameters={"mask_prompt": "the hat"})

    assert not made.faults
    assert "mask" not in made.inputs


def test_without_any_mask_every_way_to_send_one_is_named() -> None:
    made = developed(AMAZON, None)

    assert codes(made) == [("/mask", "required")]
    for way in ("white", "transparent", "parameters.mask_prompt"):
        assert way in made.faults[0].detail


def test_a_flaw_of_a_mask_is_told_at_the_mask() -> None:
    flaw = Flaw("broken_picture", "the file ends too soon")

    assert codes(developed(STABILITY, flaw)) == [("/mask", "broken_picture")]


@pytest.mark.parametrize(("rule", "sharp"), [(AMAZON, True), (STABILITY, False)])
def test_a_pure_mask_that_is_scaled_stays_pure_where_it_must_be(
    rule: MaskRule, sharp: bool
) -> None:
    made = developed(rule, measured(512, 384, light=PURE), fit="resize")

    form = made.inputs["mask"].mask
    assert form
    assert form.sharp is sharp
