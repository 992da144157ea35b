"""What each task of Amazon's models becomes: a job, its pictures, its options, its size."""

import base64
from typing import Any

import cv2
import numpy as np
import pytest

from emulator import worker
from emulator.edit import JOBS
from tests.unit.emulator.drawn import halved, sent
from tests.unit.emulator.families.amazon import (
    EVERY,
    GARMENT,
    HIGH,
    MASK,
    NOVA,
    PICTURE,
    TITAN_1,
    TITAN_2,
    WIDE,
    asking,
    masked,
    read,
)
from tests.unit.emulator.live import pixels_of

SIZED_BY_ITS_IMAGE = {"INPAINTING", "OUTPAINTING", "BACKGROUND_REMOVAL", "VIRTUAL_TRY_ON"}


def mask_of(body: dict[str, Any], model: str) -> np.ndarray:
    (commission,) = read(model, body)
    file = commission.material("mask")
    assert file is not None
    return cv2.imdecode(np.frombuffer(file, np.uint8), cv2.IMREAD_UNCHANGED)


@pytest.mark.parametrize(("model", "task"), EVERY)
def test_the_smallest_request_of_each_task_is_one_picture(model: str, task: str) -> None:
    (commission,) = read(model, asking(task))

    expected = (WIDE, HIGH) if task in SIZED_BY_ITS_IMAGE else (1024, 1024)
    assert (commission.width, commission.height) == expected
    assert (commission.guidance, commission.detail, commission.format) == (1.0, 1.0, "png")
    assert commission.seed == (12 if model == NOVA else 42)


@pytest.mark.parametrize(
    ("task", "job", "materials", "options"),
    [
        ("TEXT_IMAGE", "text_to_image", (), {}),
        ("COLOR_GUIDED_GENERATION", "color_guided", (), {"colors": ("#FF8080",)}),
        ("IMAGE_VARIATION", "variation", ("image",), {"similarity": 0.7}),
        ("INPAINTING", "inpaint", ("image",), {"region": "windows"}),
        ("OUTPAINTING", "outpaint", ("image",), {"mode": "default", "region": "house"}),
        ("BACKGROUND_REMOVAL", "remove_background", ("image",), {}),
        (
            "VIRTUAL_TRY_ON",
            "virtual_try_on",
            ("image", "reference_image"),
            {
                "garment_class": "UPPER_BODY",
                "mask_shape": "DEFAULT",
                "merge_style": "BALANCED",
                "outer_layer_style": "CLOSED",
                "preserve_body_pose": "DEFAULT",
                "preserve_face": "DEFAULT",
                "preserve_hands": "DEFAULT",
            },
        ),
    ],
)
def test_each_task_is_a_job_with_the_defaults_of_its_page(
    task: str, job: str, materials: tuple[str, ...], options: dict[str, Any]
) -> None:
    (commission,) = read(NOVA, asking(task))

    assert commission.job == job
    assert tuple(part for part, _ in commission.materials) == materials
    assert dict(commission.options) == options
    assert list(commission.options) == sorted(commission.options)


@pytest.mark.parametrize(
    ("model", "task"), [each for each in EVERY if "BACKGROUND_REMOVAL" not in each]
)
def test_five_pictures_differ_in_their_seeds_alone(model: str, task: str) -> None:
    five = read(model, asking(task, config={"numberOfImages": 5, "seed": 7, "quality": "premium"}))

    assert [each.seed for each in five] == [7, 8, 9, 10, 11]
    assert {(each.job, each.materials, each.detail) for each in five} == {
        (five[0].job, five[0].materials, 1.5)
    }


@pytest.mark.parametrize("model", [TITAN_1, TITAN_2, NOVA])
def test_inpainting_repaints_what_is_black(model: str) -> None:
    mask = mask_of(masked("INPAINTING"), model)

    assert mask.shape == (HIGH, WIDE)
    assert (mask[:, : WIDE // 2] == 255).all()
    assert (mask[:, WIDE // 2 :] == 0).all()


@pytest.mark.parametrize("model", [TITAN_1, TITAN_2, NOVA])
def test_outpainting_regenerates_what_is_white(model: str) -> None:
    mask = mask_of(masked("OUTPAINTING"), model)

    assert (mask[:, : WIDE // 2] == 0).all()
    assert (mask[:, WIDE // 2 :] == 255).all()


def test_a_jpeg_mask_of_full_quality_is_as_pure_as_a_png() -> None:
    jpeg = sent(halved(WIDE, HIGH).rotate(10), "JPEG", quality=100)

    assert set(np.unique(mask_of(masked("INPAINTING", jpeg), NOVA))) == {0, 255}


@pytest.mark.parametrize("mode", ["L", "1", "P", "RGB", "RGBA"])
def test_a_mask_may_have_any_kind_of_pixels(mode: str) -> None:
    mask = sent(halved(WIDE, HIGH).convert(mode))

    assert (mask_of(masked("INPAINTING", mask), NOVA)[:, 0] == 255).all()


def test_a_picture_comes_through_as_the_file_that_it_was() -> None:
    (commission,) = read(TITAN_1, masked("INPAINTING"))

    assert commission.material("image") == base64.b64decode(PICTURE)


@pytest.mark.parametrize("task", ["INPAINTING", "IMAGE_VARIATION"])
def test_without_a_text_nothing_is_wished_for(task: str) -> None:
    (commission,) = read(TITAN_1, asking(task))

    assert commission.wishes == ()


def test_what_is_not_wanted_weighs_below_zero() -> None:
    (commission,) = read(TITAN_2, asking("INPAINTING", text="oak", negativeText="low res"))

    assert [(wish.text, wish.weight) for wish in commission.wishes] == [
        ("oak", 1.0),
        ("low res", -1.0),
    ]


@pytest.mark.parametrize(("mode", "meant"), [("DEFAULT", "default"), ("PRECISE", "precise")])
def test_outpainting_keeps_to_its_mode(mode: str, meant: str) -> None:
    (commission,) = read(TITAN_1, asking("OUTPAINTING", outPaintingMode=mode))

    assert commission.option("mode") == meant


@pytest.mark.parametrize("model", [TITAN_2, NOVA])
def test_a_condition_image_gives_the_layout(model: str) -> None:
    (commission,) = read(model, asking("TEXT_IMAGE", conditionImage=PICTURE))

    assert commission.job == "control_structure"
    assert commission.material("image") == base64.b64decode(PICTURE)
    assert dict(commission.options) == {"control_mode": "canny", "control_strength": 0.7}
    assert (commission.width, commission.height) == (1024, 1024)


def test_a_condition_has_its_mode_and_strength() -> None:
    more = {"conditionImage": PICTURE, "controlMode": "SEGMENTATION", "controlStrength": 0}

    (commission,) = read(NOVA, asking("TEXT_IMAGE", **more, style="MAXIMALISM"))

    assert dict(commission.options) == {"control_mode": "segmentation", "control_strength": 0}
    assert commission.preset == "MAXIMALISM"


def test_a_variation_takes_five_pictures_in_order() -> None:
    images = [PICTURE, GARMENT, MASK, GARMENT, PICTURE]

    (commission,) = read(TITAN_1, asking("IMAGE_VARIATION", images=images, similarityStrength=0.2))

    parts = ("image", "image_2", "image_3", "image_4", "image_5")
    assert commission.materials == tuple(
        (part, base64.b64decode(image)) for part, image in zip(parts, images, strict=True)
    )
    assert commission.option("similarity") == 0.2


def test_a_palette_has_ten_colours_and_a_reference() -> None:
    colors = [f"#0000{index}f" for index in range(10)]

    (commission,) = read(
        TITAN_2, asking("COLOR_GUIDED_GENERATION", colors=colors, referenceImage=GARMENT)
    )

    assert commission.option("colors") == tuple(colors)
    assert commission.material("reference_image") == base64.b64decode(GARMENT)


def test_titan_takes_a_size_for_an_edit_and_keeps_the_image_s() -> None:
    """AWS's own samples of edits send one."""
    (commission,) = read(TITAN_1, asking("INPAINTING", config={"width": 512, "height": 512}))

    assert (commission.width, commission.height) == (WIDE, HIGH)


@pytest.mark.parametrize("task", ["COLOR_GUIDED_GENERATION", "IMAGE_VARIATION"])
def test_a_new_picture_has_the_size_that_was_asked_for(task: str) -> None:
    (commission,) = read(TITAN_2, asking(task, config={"width": 768, "height": 1152}))

    assert (commission.width, commission.height) == (768, 1152)


@pytest.mark.parametrize("task", ["INPAINTING", "OUTPAINTING"])
def test_titan_returns_the_mask_beside_the_pictures(task: str) -> None:
    *pictures, mask = read(TITAN_1, asking(task, returnMask=True, config={"numberOfImages": 2}))

    assert [each.is_mask for each in (*pictures, mask)] == [False, False, True]
    assert mask.option("mask_paint") == ("black" if task == "INPAINTING" else "white")


def test_what_the_filters_read_is_the_text_and_the_words_of_the_mask() -> None:
    (commission,) = read(
        TITAN_1, asking("INPAINTING", text="oak", negativeText="gore", maskPrompt="door")
    )

    assert commission.words == ["oak", "door"]


@pytest.mark.parametrize(("model", "task"), EVERY)
def test_every_job_is_one_that_the_painter_has(model: str, task: str) -> None:
    (commission,) = read(model, asking(task))

    assert commission.job in {"text_to_image", *JOBS}


@pytest.mark.parametrize(
    ("task", "more", "kept"),
    [
        ("INPAINTING", {"text": "a wooden door"}, slice(WIDE // 2, WIDE)),
        ("INPAINTING", {}, slice(WIDE // 2, WIDE)),
        ("OUTPAINTING", {"outPaintingMode": "PRECISE"}, slice(0, WIDE // 2)),
    ],
)
def test_in_pixels_one_side_of_the_mask_is_kept_to_the_bit(
    task: str, more: dict[str, str], kept: slice
) -> None:
    (commission,) = read(NOVA, masked(task, **more))

    painted = pixels_of(worker.paint_base64(commission, flat=False))

    image = pixels_of(PICTURE)
    changed = np.ones(WIDE, bool)
    changed[kept] = False
    assert np.array_equal(painted[:, kept], image[:, kept])
    assert (painted[:, changed] != image[:, changed]).mean() > 0.1
