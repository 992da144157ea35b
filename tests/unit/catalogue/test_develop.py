"""What a model takes goes as it is; the rest is refused by name, or fitted and told of."""

from dataclasses import replace
from typing import Any

import pytest

from functions.catalogue.develop import MOST_CALL_BYTES, Developed, develop
from functions.catalogue.pictures import PictureRule
from functions.catalogue.spec import Task
from functions.domain.prompt import Prompt
from functions.domain.request import GenerationRequest
from functions.domain.source import Fit, Flaw, Measured, Source, Tones
from tests.unit.catalogue.test_masks import measured

RULE = PictureRule(widest=2.5)
AMAZON = PictureRule(longest=1_408, formats=("png", "jpeg"), transparent=False)
CLEAR = Tones(0, 255, between=True)


def developed(
    rule: PictureRule, found: Measured | Flaw | None, fit: Fit | None = None, **more: Any
) -> Developed:
    sent = {"image": found, **more} if found else more
    task = Task(None, 100, pictures=(rule, PictureRule("style_image", required=False)))
    request = GenerationRequest(
        "style_transfer",
        Prompt(),
        pictures={part: Source("upload", part) for part in sent},
        fit=fit,
    )
    return develop(request, sent, task)


def told(made: Developed) -> list[tuple[str, str]]:
    return [(fault.pointer, fault.code) for fault in made.faults]


def test_a_picture_that_the_model_takes_goes_as_the_bytes_that_were_sent() -> None:
    made = developed(RULE, measured())

    assert made.inputs["image"].as_it_is
    assert made.lines[0].status == "applied"
    assert made.lines[0].used == "1024x768 png"


@pytest.mark.parametrize(
    ("rule", "found", "code"),
    [
        (RULE, measured(63, 100), "unsupported_size"),
        (RULE, measured(1, 1), "unsupported_size"),
        (RULE, measured(3_072, 3_073), "unsupported_size"),
        (RULE, measured(3, 3_145_729), "unsupported_size"),
        (RULE, measured(1_000, 399), "unsupported_size"),
        (RULE, measured(oddity="palette"), "unsupported_encoding"),
        (RULE, measured(oddity="16-bit"), "unsupported_encoding"),
        (RULE, measured(oddity="CMYK"), "unsupported_encoding"),
        (RULE, measured(oddity="rotated"), "unsupported_encoding"),
        (RULE, measured(size=18_000_001), "too_large"),
        (AMAZON, measured(format="webp"), "unsupported_format"),
        (AMAZON, measured(alpha=CLEAR), "transparent"),
        (AMAZON, measured(1_409, 1_000), "unsupported_size"),
    ],
)
def test_what_a_model_does_not_take_is_refused_with_the_way_to_have_it_fitted(
    rule: PictureRule, found: Measured, code: str
) -> None:
    made = developed(rule, found)

    assert told(made) == [("/image", code)]
    assert '"fit": resize, crop or pad' in made.faults[0].detail
    assert not made.inputs


@pytest.mark.parametrize("size", [(3_072, 3_072), (64, 64), (1_000, 400), (400, 1_000)])
def test_the_bounds_themselves_are_taken(size: tuple[int, int]) -> None:
    assert developed(RULE, measured(*size)).inputs["image"].as_it_is


def test_every_fault_of_a_picture_is_told_at_once() -> None:
    made = developed(AMAZON, measured(9_000, 60, format="webp", alpha=CLEAR, oddity="rotated"))

    assert [code for _, code in told(made)] == [
        "unsupported_format",
        "unsupported_encoding",
        "unsupported_size",
        "transparent",
    ]


def test_a_fitted_picture_is_told_of_step_by_step() -> None:
    found = measured(3_000, 1_000, format="webp", alpha=CLEAR, oddity="rotated")

    made = developed(AMAZON, found, "crop")

    assert made.inputs["image"].opaque
    assert (made.inputs["image"].width, made.inputs["image"].format) == (1_408, "png")
    assert made.lines[0].status == "approximated"
    assert made.lines[0].reason == (
        "scaled to 1408x469; from rotated to upright 8-bit; transparency laid on white; "
        "written as png"
    )


def test_a_fit_that_would_stretch_names_those_that_would_not() -> None:
    made = developed(RULE, measured(3_000, 1_000), "resize")

    assert told(made) == [("/image", "unsupported_size")]
    assert "crop or pad" in made.faults[0].detail


def test_a_large_fitted_picture_is_not_written_losslessly() -> None:
    assert developed(RULE, measured(3_072, 3_073), "resize").inputs["image"].format == "jpeg"
    clear = measured(3_072, 3_073, alpha=CLEAR)
    assert developed(RULE, clear, "resize").inputs["image"].format == "webp"
    assert developed(RULE, measured(2_000, 700), "crop").inputs["image"].format == "png"


@pytest.mark.parametrize(
    ("rule", "size", "file_format"),
    [
        (AMAZON, (1_400, 1_000), "png"),
        (replace(AMAZON, most_bytes=5_000_000), (1_400, 1_000), "png"),
        (replace(AMAZON, most_bytes=5_000_000), (1_408, 1_408), "jpeg"),
    ],
)
def test_a_fitted_picture_is_lossless_only_where_even_noise_would_have_room(
    rule: PictureRule, size: tuple[int, int], file_format: str
) -> None:
    found = measured(*size, format="webp")

    assert developed(rule, found, "resize").inputs["image"].format == file_format


def test_pictures_that_come_along_share_the_room_of_a_call() -> None:
    found = measured(1_900, 1_900, oddity="rotated")

    alone = developed(RULE, found, "resize").inputs["image"]
    beside = developed(RULE, found, "resize", style_image=found).inputs["image"]

    assert (alone.format, beside.format) == ("png", "jpeg")


@pytest.mark.parametrize("fit", [None, "pad"])
def test_a_flaw_is_refused_whatever_fits(fit: Fit | None) -> None:
    flaw = Flaw("animated", "has 12 frames; send one picture")

    assert told(developed(RULE, flaw, fit)) == [("/image", "animated")]


def test_a_picture_that_is_missing_is_asked_for() -> None:
    made = developed(RULE, None)

    assert told(made) == [("/image", "required")]
    assert "upload_id" in made.faults[0].detail


def test_a_picture_that_nobody_needs_is_refused_not_dropped() -> None:
    made = developed(RULE, measured(), reference_image=measured())

    assert told(made) == [("/reference_image", "unsupported")]
    assert "image, style_image" in made.faults[0].detail


def test_pictures_that_are_too_many_bytes_together_are_refused() -> None:
    half = MOST_CALL_BYTES // 2

    assert not developed(RULE, measured(size=half), style_image=measured(size=half)).faults
    made = developed(RULE, measured(size=half), style_image=measured(size=half + 1))
    assert told(made) == [("/style_image", "too_large")]


def test_fitting_is_refused_where_no_picture_is_taken() -> None:
    request = GenerationRequest("text_to_image", Prompt("a lake"), fit="crop")

    made = develop(request, {}, Task(None, 100))

    assert told(made) == [("/fit", "unsupported")]
