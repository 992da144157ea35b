"""A file that its model does not make is written by us, where the client allows it."""

from typing import Any

import pytest

from functions.catalogue import CATALOGUE, find, formats
from functions.catalogue.plan import Plan
from functions.catalogue.spec import ModelSpec
from functions.catalogue.transcoding import QUALITY
from functions.domain.call import Writing
from functions.domain.errors import Fault
from functions.domain.receipt import ReceiptLine
from tests.unit.catalogue.table import ROWS, faults, planned


def row(name: str) -> ModelSpec:
    spec = find(name)
    assert spec
    return spec


CORE, TITAN, SD3 = row("stable-image-core"), row("titan-v2"), row("sd3-5-large")
FAST = CATALOGUE["us.stability.stable-fast-upscale-v1:0"]


def told(made: Plan) -> dict[str, ReceiptLine]:
    return {line.name: line for line in made.receipt}


@pytest.mark.parametrize("spec", ROWS)
def test_every_model_makes_png_so_that_there_is_a_lossless_source(spec: ModelSpec) -> None:
    assert "png" in spec.formats


@pytest.mark.parametrize("asked", ["jpeg", "webp"])
def test_a_format_that_the_model_lacks_is_painted_as_png_and_written_again(asked: str) -> None:
    made = planned(TITAN, output_format=asked, approximate=True)

    [call] = made.calls
    assert (call.output_format, call.writing) == ("png", Writing(asked, QUALITY))
    assert call.file_format == asked
    line = told(made)["output_format"]
    assert (line.requested, line.used, line.status) == (asked, asked, "approximated")
    assert line.reason == f"painted as png, written as {asked} at quality {QUALITY}"
    assert "output_compression" not in told(made)


def test_a_format_that_the_model_makes_is_not_written_again() -> None:
    made = planned(CORE, output_format="jpeg", approximate=True)

    assert (made.calls[0].output_format, made.calls[0].writing) == ("jpeg", None)
    assert told(made)["output_format"].status == "applied"


@pytest.mark.parametrize("quality", [0, 55, 100])
def test_a_compression_is_applied_to_the_best_that_the_model_sends(quality: int) -> None:
    made = planned(
        CORE, output_format="jpeg", output_compression=quality, approximate=True, count=2
    )

    assert [call.output_format for call in made.calls] == ["png", "png"]
    assert {call.writing for call in made.calls} == {Writing("jpeg", quality)}
    line = told(made)["output_compression"]
    assert (line.requested, line.used, line.status) == (quality, quality, "applied")
    assert f"at quality {quality}" in told(made)["output_format"].reason


def test_a_png_that_a_reply_may_not_hold_is_not_asked_for_to_be_written_again() -> None:
    side = int(formats.ANY**0.5) // 4

    small, large = (
        planned(
            FAST,
            facts={"image": {"width": each, "height": each}},
            output_format="webp",
            output_compression=70,
            approximate=True,
        )
        for each in (side, side + 1)
    )

    assert [made.calls[0].output_format for made in (small, large)] == ["png", "jpeg"]
    assert "painted as jpeg, written as webp" in told(large)["output_format"].reason


def test_what_is_transparent_is_white_in_a_jpeg_and_the_receipt_says_so() -> None:
    spec = row("titan-v2")

    jpeg, webp = (
        told(planned(spec, "remove_background", output_format=each, approximate=True))
        for each in ("jpeg", "webp")
    )

    assert jpeg["output_format"].reason.endswith("on white where it is transparent")
    assert "white" not in webp["output_format"].reason


def only(spec: ModelSpec, **changes: Any) -> Fault:
    [fault] = faults(spec, **changes)
    return fault


def test_without_leave_a_format_is_refused_and_the_leave_named() -> None:
    fault = only(TITAN, output_format="webp")

    assert (fault.pointer, fault.code) == ("/output_format", "unsupported")
    assert fault.detail.startswith("titan-v2 makes png; ")
    assert '"approximate": true' in fault.detail
    assert "approximate" not in only(TITAN, output_format="tiff").detail
    assert only(TITAN, output_format="tiff", approximate=True).pointer == "/output_format"


@pytest.mark.parametrize("asked", [None, "png"])
def test_a_png_has_no_compression(asked: str | None) -> None:
    fault = only(SD3, output_format=asked, output_compression=80, approximate=True)

    assert fault.pointer == "/output_compression"
    assert "jpeg or webp" in fault.detail
    assert '"approximate": true' not in fault.detail


def test_a_compression_without_leave_is_refused_with_all_that_it_needs() -> None:
    ready = only(SD3, output_format="webp", output_compression=80)
    bare = only(SD3, output_compression=80)

    assert '"approximate": true' in ready.detail
    assert "jpeg or webp" not in ready.detail
    assert '"approximate": true' in bare.detail
    assert "jpeg or webp" in bare.detail
