"""Images and masks of the tools: what they may be, and what is read from them."""

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

from emulator.families.stability_services.tools import TOOLS
from tests.unit.emulator.drawn import a_picture, drawn, file_of, halved, holed, sent
from tests.unit.emulator.services import (
    CONSERVATIVE,
    CREATIVE,
    ERASE,
    FAST,
    INPAINT,
    REMOVE_BACKGROUND,
    SMALLEST,
    STYLE_TRANSFER,
    complaint,
    edited,
)

IMAGES = [(tool, field) for tool in TOOLS for field in TOOLS[tool].images]
BROAD = [each for each in IMAGES if each[0] not in {FAST, CREATIVE}]
MASKED = [INPAINT, ERASE]


def mask_of(tool: str, **changes: Any) -> np.ndarray:
    """Return the mask that a commission brings, as pixels."""
    file = edited(tool, **changes).material("mask")
    assert file is not None
    picture = Image.open(io.BytesIO(file))
    assert (picture.format, picture.mode) == ("PNG", "L")
    return np.asarray(picture)


@pytest.mark.parametrize(("tool", "field"), IMAGES)
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_three_formats_are_taken_and_kept_as_they_came(tool: str, field: str, kind: str) -> None:
    file = file_of(drawn(), kind)

    commission = edited(tool, **{field: sent(file)})

    assert commission.material("style_image" if field == "style_image" else "image") == file


@pytest.mark.parametrize("tool", TOOLS)
def test_nothing_else_comes_along(tool: str) -> None:
    parts = [part for part, _ in edited(tool).materials]

    expected = ["image", "style_image"] if tool == STYLE_TRANSFER else ["image"]
    assert parts == expected + ["mask"] * (tool in MASKED)


@pytest.mark.parametrize(("tool", "field"), [*IMAGES, (INPAINT, "mask"), (ERASE, "mask")])
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is neither PNG, JPEG nor WebP"),
        ("not base64!", "it is not base64"),
        ("data:image/png;base64,AAAA", "it is a data URI and not base64 alone"),
        (a_picture(kind="GIF"), "it is neither PNG, JPEG nor WebP"),
        (sent(file_of(drawn())[:-20]), "it is cut off"),
        (sent(file_of(drawn(), "JPEG")[:-20]), "it is cut off"),
        (sent(file_of(drawn(), "WEBP")[:-20]), "it is cut off"),
    ],
    ids=["empty", "text", "data URI", "GIF", "cut PNG", "cut JPEG", "cut WebP"],
)
def test_what_is_no_picture_is_refused_by_its_field(
    tool: str, field: str, text: str, why: str
) -> None:
    assert complaint(tool, **{field: text}) == f"#/{field}: {why}"


@pytest.mark.parametrize(("tool", "field"), BROAD)
@pytest.mark.parametrize(("width", "height"), [(64, 64), (160, 64), (64, 160)])
def test_an_image_at_a_limit_is_taken(tool: str, field: str, width: int, height: int) -> None:
    assert edited(tool, **{field: a_picture(width, height)})


@pytest.mark.parametrize(("tool", "field"), BROAD)
@pytest.mark.parametrize(
    ("width", "height", "why"),
    [
        (63, 64, "it has 63x64 px, and each side needs 64 px"),
        (64, 63, "it has 64x63 px, and each side needs 64 px"),
        (161, 64, "it has 161x64 px, which is not between 1:2.5 and 2.5:1"),
        (64, 161, "it has 64x161 px, which is not between 1:2.5 and 2.5:1"),
    ],
)
def test_an_image_beyond_a_limit_is_refused(
    tool: str, field: str, width: int, height: int, why: str
) -> None:
    assert complaint(tool, **{field: a_picture(width, height)}) == f"#/{field}: {why}"


NINE_MEGAPIXELS = a_picture(3072, 3072, "1")
TOO_MANY = a_picture(3072, 3073, "1")


@pytest.mark.parametrize(("tool", "field"), BROAD)
def test_an_image_has_at_most_nine_megapixels(tool: str, field: str) -> None:
    assert edited(tool, **{field: NINE_MEGAPIXELS})
    assert complaint(tool, **{field: TOO_MANY}) == (
        f"#/{field}: it has 3072x3073 px, and 9437184 px are the most"
    )


@pytest.mark.parametrize(
    ("tool", "width", "height"),
    [
        (FAST, 32, 32),
        (FAST, 1536, 32),
        (FAST, 32, 1536),
        (FAST, 1536, 682),
        (FAST, 1024, 1024),
        (CREATIVE, 64, 64),
        (CREATIVE, 16384, 64),
        (CREATIVE, 1024, 1024),
    ],
)
def test_upscalers_take_what_their_page_says(tool: str, width: int, height: int) -> None:
    assert edited(tool, image=a_picture(width, height, "1"))


@pytest.mark.parametrize(
    ("tool", "width", "height", "why"),
    [
        (FAST, 31, 64, "it has 31x64 px, and each side needs 32 px"),
        (FAST, 1537, 64, "it has 1537x64 px, and 1536 px are the most for a side"),
        (FAST, 1025, 1024, "it has 1025x1024 px, and 1048576 px are the most"),
        (CREATIVE, 63, 128, "it has 63x128 px, and each side needs 64 px"),
        (CREATIVE, 1025, 1024, "it has 1025x1024 px, and 1048576 px are the most"),
        (CONSERVATIVE, 63, 64, "it has 63x64 px, and each side needs 64 px"),
    ],
)
def test_upscalers_refuse_what_their_page_does_not_say(
    tool: str, width: int, height: int, why: str
) -> None:
    assert complaint(tool, image=a_picture(width, height, "1")) == f"#/image: {why}"


@pytest.mark.parametrize("tool", MASKED)
def test_white_repaints(tool: str) -> None:
    mask = mask_of(tool, mask=sent(halved()))

    assert (mask[:, :32] == 0).all()
    assert (mask[:, 32:] == 255).all()


@pytest.mark.parametrize("tool", MASKED)
def test_grey_repaints_in_proportion(tool: str) -> None:
    mask = mask_of(tool, mask=a_picture(mode="L"))

    assert set(mask[:, :32].flat) == {40}
    assert set(mask[:, 32:].flat) == {220}


@pytest.mark.parametrize("tool", MASKED)
@pytest.mark.parametrize("size", [(16, 16), (640, 64), (3, 900)])
def test_a_mask_of_another_size_is_fitted_to_the_image(tool: str, size: tuple[int, int]) -> None:
    mask = mask_of(tool, image=a_picture(128, 96), mask=sent(halved(*size)))

    assert mask.shape == (96, 128)
    assert mask[:, 0].max() == 0
    assert mask[:, -1].min() == 255


@pytest.mark.parametrize("tool", MASKED)
@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_without_a_mask_what_is_transparent_is_repainted(tool: str, kind: str) -> None:
    mask = mask_of(tool, image=sent(holed(), kind), mask=None)

    assert (mask[:, :32] == 0).all()
    assert (mask[:, 32:] == 255).all()


@pytest.mark.parametrize("tool", MASKED)
def test_a_mask_takes_precedence_over_transparency(tool: str) -> None:
    everywhere = sent(Image.new("L", (64, 64), 255))

    assert (mask_of(tool, image=sent(holed()), mask=everywhere) == 255).all()


@pytest.mark.parametrize("tool", MASKED)
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_with_neither_mask_nor_transparency_there_is_nothing_to_do(tool: str, mode: str) -> None:
    assert complaint(tool, image=a_picture(mode=mode), mask=None) == (
        "#: required key [mask] not found, and [image] has no transparent pixels"
    )


def test_the_image_of_erase_may_come_boxed_as_in_the_pages_sample() -> None:
    image = SMALLEST[ERASE]["image"]

    assert edited(ERASE, image=[image], seed=1) == edited(ERASE, seed=1)


@pytest.mark.parametrize("boxed", [[], ["a", "b"], [1], [[a_picture()]]])
def test_a_box_holds_one_image(boxed: list[Any]) -> None:
    assert complaint(ERASE, image=boxed).startswith("#/image: expected type: String")


@pytest.mark.parametrize("tool", [INPAINT, REMOVE_BACKGROUND])
def test_no_other_tool_takes_a_boxed_image(tool: str) -> None:
    assert complaint(tool, image=[a_picture()]) == (
        "#/image: expected type: String, found: JSONArray"
    )
