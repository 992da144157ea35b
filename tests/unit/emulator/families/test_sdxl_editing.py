"""SDXL 1.0 from an image, and within a mask."""

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

from emulator.commission import Commission
from emulator.refusal import Refusal
from tests.unit.emulator.drawn import a_picture, drawn, file_of, halved, holed, sent
from tests.unit.emulator.live import SDXL, Bedrock, pixels_of
from tests.unit.emulator.services import said, taken

SIZE = (1152, 896)
FILE = file_of(drawn(*SIZE))
BODY = {"text_prompts": [{"text": "tea"}], "init_image": sent(FILE), "seed": 7}
WHITE = {"mask_source": "MASK_IMAGE_WHITE", "mask_image": sent(halved(*SIZE))}
BLACK = {**WHITE, "mask_source": "MASK_IMAGE_BLACK"}
ALPHA = {"mask_source": "INIT_IMAGE_ALPHA", "init_image": sent(holed(*SIZE))}


def edited(**changes: Any) -> Commission:
    body = {**BODY, **changes}
    kept = {name: value for name, value in body.items() if value is not None}
    return taken(SDXL, kept, "sdxl")


def complaint(**changes: Any) -> str:
    with pytest.raises(Refusal) as refused:
        edited(**changes)
    return said(refused.value)


def mask_of(commission: Commission) -> np.ndarray:
    file = commission.material("mask")
    assert file is not None
    picture = Image.open(io.BytesIO(file))
    assert (picture.format, picture.mode, picture.size) == ("PNG", "L", SIZE)
    return np.asarray(picture)


def test_an_image_is_the_start_and_gives_the_size() -> None:
    commission = edited()

    assert commission.job == "image_to_image"
    assert commission.materials == (("image", FILE),)
    assert (commission.width, commission.height) == SIZE


@pytest.mark.parametrize(
    ("said", "strength"),
    [
        ({}, 0.65),
        ({"image_strength": 1}, 0),
        ({"image_strength": 0}, 1),
        ({"image_strength": 0.75, "init_image_mode": "IMAGE_STRENGTH"}, 0.25),
        ({"init_image_mode": "STEP_SCHEDULE"}, 0.65),
        ({"init_image_mode": "STEP_SCHEDULE", "step_schedule_start": 0}, 0),
        ({"init_image_mode": "STEP_SCHEDULE", "step_schedule_start": 1}, 1),
        ({"init_image_mode": "STEP_SCHEDULE", "image_strength": 0.9}, 0.65),
        ({"step_schedule_start": 0.2}, 0.65),
        ({"start_schedule": 0.6}, 0.6),
        ({"start_schedule": 0.6, "image_strength": 0.5}, 0.5),
    ],
)
def test_both_ways_to_say_it_become_one_strength(said: dict[str, Any], strength: float) -> None:
    assert edited(**said).options == (("strength", strength),)


def test_steps_skipped_at_the_end_are_detail_that_is_missing() -> None:
    schedule = {"init_image_mode": "STEP_SCHEDULE", "steps": 60}

    assert edited(**schedule).detail == 2.0
    assert edited(**schedule, step_schedule_end=0.25).detail == 1.5


@pytest.mark.parametrize("size", [(1024, 1024), (640, 1536), (1536, 640), (896, 1152)])
def test_an_image_of_an_allowed_size_is_taken(size: tuple[int, int]) -> None:
    assert edited(init_image=a_picture(*size, "1")).width == size[0]


@pytest.mark.parametrize("size", [(512, 512), (1024, 1023), (896, 1151), (2048, 2048)])
def test_an_image_of_another_size_is_refused(size: tuple[int, int]) -> None:
    said = complaint(init_image=a_picture(*size, "1"))

    assert said.startswith(f"#/init_image: it has {size[0]}x{size[1]} px, and the allowed")
    assert "1024x1024, 1152x896" in said


def test_a_size_that_is_the_images_may_be_said() -> None:
    assert edited(width=1152, height=896) == edited()
    assert complaint(width=1024) == "#/width: 1024 is not the image's, which is 1152"
    assert complaint(height=1024) == "#/height: 1024 is not the image's, which is 896"


def test_white_is_replaced_where_white_is_said() -> None:
    commission = edited(**WHITE)

    assert commission.job == "inpaint"
    assert [part for part, _ in commission.materials] == ["image", "mask"]
    assert commission.options == (("grow_mask", 0),)
    assert (mask_of(commission)[:, :576] == 0).all()
    assert (mask_of(commission)[:, 576:] == 255).all()


def test_black_is_replaced_where_black_is_said() -> None:
    mask = mask_of(edited(**BLACK))

    assert (mask[:, :576] == 255).all()
    assert (mask[:, 576:] == 0).all()


def test_grey_is_replaced_in_proportion() -> None:
    grey = sent(Image.new("L", SIZE, 100))

    assert set(mask_of(edited(**{**WHITE, "mask_image": grey})).flat) == {100}
    assert set(mask_of(edited(**{**BLACK, "mask_image": grey})).flat) == {155}


def test_what_is_transparent_is_replaced_where_alpha_is_said() -> None:
    mask = mask_of(edited(**ALPHA))

    assert (mask[:, :576] == 0).all()
    assert (mask[:, 576:] == 255).all()


def test_the_mask_decides_before_the_mode() -> None:
    also = {"init_image_mode": "IMAGE_STRENGTH", "image_strength": 0.7}

    assert edited(**WHITE, **also) == edited(**WHITE)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({"init_image": None, "image_strength": 0.5}, "#: required key [init_image] not found"),
        ({**WHITE, "init_image": None}, "#: required key [init_image] not found"),
        ({**WHITE, "mask_source": None}, "#: required key [mask_source] not found"),
        ({**WHITE, "mask_image": None}, "#: required key [mask_image] not found"),
        ({**BLACK, "mask_image": None}, "#: required key [mask_image] not found"),
        (
            {"mask_source": "INIT_IMAGE_ALPHA"},
            "#/init_image: it has no transparent pixels to be replaced",
        ),
        (
            {**WHITE, "mask_image": a_picture(1024, 1024)},
            "#/mask_image: it has 1024x1024 px, and the image 1152x896",
        ),
        ({**WHITE, "mask_source": "MASK"}, "#/mask_source: MASK is not a valid enum value"),
        ({**WHITE, "mask_image": "aGk="}, "#/mask_image: it is neither PNG, JPEG nor WebP"),
        ({**WHITE, "mask_image": 1}, "#/mask_image: expected type: String, found: Integer"),
        ({"init_image": sent(FILE[:900])}, "#/init_image: it is cut off"),
        ({"init_image": []}, "#/init_image: expected type: String, found: JSONArray"),
        ({"init_image_mode": "BOTH"}, "#/init_image_mode: BOTH is not a valid enum value"),
        ({"image_strength": 1.1}, "#/image_strength: 1.1 is not less or equal to 1"),
        ({"image_strength": -1}, "#/image_strength: -1 is not greater or equal to 0"),
        ({"step_schedule_start": 2}, "#/step_schedule_start: 2 is not less or equal to 1"),
        ({"step_schedule_end": -1}, "#/step_schedule_end: -1 is not greater or equal to 0"),
        ({"start_schedule": 2}, "#/start_schedule: 2 is not less or equal to 1"),
        ({"mask": "aGk="}, "#: extraneous key [mask] is not permitted"),
    ],
)
def test_what_does_not_go_together_is_refused(body: dict[str, Any], why: str) -> None:
    assert complaint(**body) == why


def test_an_edit_is_answered_with_one_artifact(bedrock: Bedrock) -> None:
    (artifact,) = bedrock.invoke(SDXL, {**BODY, **WHITE})["artifacts"]

    assert (artifact["seed"], artifact["finishReason"]) == (7, "SUCCESS")
    assert pixels_of(artifact["base64"]).shape == (896, 1152, 3)


def test_the_notebook_of_awss_workshop_runs(bedrock: Bedrock) -> None:
    """https://github.com/aws-samples/amazon-bedrock-workshop

    Its notebook on Stable Diffusion changes an image like this; checked 2026-11-22.
    """
    negative_prompts = ["poorly rendered", "poor background details"]
    body = {
        "text_prompts": (
            [{"text": "add some leaves around the lake", "weight": 1.0}]
            + [{"text": negprompt, "weight": -1.0} for negprompt in negative_prompts]
        ),
        "cfg_scale": 10,
        "init_image": a_picture(1024, 1024),
        "seed": 321,
        "start_schedule": 0.6,
        "steps": 50,
        "style_preset": "photographic",
    }

    reply = bedrock.invoke(SDXL, body)

    assert reply["result"] == "success"
    assert reply["artifacts"][0]["seed"] == 321
