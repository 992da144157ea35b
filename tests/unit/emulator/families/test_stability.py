"""Stable Image Core, Ultra, SD3 and SD3.5 on the wire."""

import base64
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.unit.emulator.live import CORE, Bedrock, pixels_of


def test_the_pages_sample_is_answered_in_shape(bedrock: Bedrock) -> None:
    reply = bedrock.invoke(CORE, {"prompt": "Create an image of a panda"})

    assert list(reply) == ["seeds", "finish_reasons", "images"]
    assert reply["finish_reasons"] == [None]
    assert isinstance(reply["seeds"][0], int)
    assert pixels_of(reply["images"][0]).shape == (1024, 1024, 3)


def test_every_field_of_the_page_is_taken(bedrock: Bedrock) -> None:
    body = {
        "prompt": "a panda",
        "negative_prompt": "people",
        "aspect_ratio": "16:9",
        "output_format": "jpeg",
        "seed": 4294967295,
    }

    reply = bedrock.invoke(CORE, body)

    assert reply["seeds"] == [4294967295]
    assert base64.b64decode(reply["images"][0])[:3] == b"\xff\xd8\xff"
    assert pixels_of(reply["images"][0]).shape == (768, 1344, 3)


@pytest.mark.parametrize(("spelling", "magic"), [("PNG", b"\x89PNG"), ("JPEG", b"\xff\xd8\xff")])
def test_the_pages_capital_formats_are_taken(bedrock: Bedrock, spelling: str, magic: bytes) -> None:
    reply = bedrock.invoke(CORE, {"prompt": "a panda", "output_format": spelling})

    assert base64.b64decode(reply["images"][0]).startswith(magic)


@pytest.mark.parametrize(
    ("ratio", "size"),
    [("1:1", (1024, 1024)), ("21:9", (1536, 640)), ("9:21", (640, 1536)), ("4:5", (896, 1088))],
)
def test_a_ratio_has_its_size(bedrock: Bedrock, ratio: str, size: tuple[int, int]) -> None:
    reply = bedrock.invoke(CORE, {"prompt": "a panda", "aspect_ratio": ratio})

    height, width = pixels_of(reply["images"][0]).shape[:2]
    assert (width, height) == size


@pytest.mark.parametrize("body", [{}, {"seed": 0}])
def test_without_a_seed_a_random_one_is_reported(bedrock: Bedrock, body: dict[str, int]) -> None:
    first = bedrock.invoke(CORE, {"prompt": "a panda", **body})["seeds"][0]
    second = bedrock.invoke(CORE, {"prompt": "a panda", **body})["seeds"][0]

    assert 0 < first != second > 0


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({}, "#: required key [prompt] not found"),
        ({"prompt": 1}, "#/prompt: expected type: String, found: Integer"),
        ({"prompt": "x" * 10_001}, "#/prompt: expected maxLength: 10000, actual: 10001"),
        (
            {"prompt": "x", "negative_prompt": "x" * 10_001},
            "#/negative_prompt: expected maxLength: 10000, actual: 10001",
        ),
        ({"prompt": "x", "aspect_ratio": "4:3"}, "#/aspect_ratio: 4:3 is not a valid enum value"),
        ({"prompt": "x", "output_format": "webp"}, "#/output_format: webp is not a valid enum"),
        ({"prompt": "x", "seed": -1}, "#/seed: -1 is not greater or equal to 0"),
        ({"prompt": "x", "seed": 2**32}, "#/seed: 4294967296 is not less or equal to 4294967295"),
        ({"prompt": "x", "style_preset": "anime"}, "extraneous key [style_preset]"),
    ],
)
def test_a_body_beyond_the_page_is_refused_in_words(
    bedrock: Bedrock, body: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ClientError) as refused:
        bedrock.invoke(CORE, body)

    error = refused.value.response["Error"]
    assert error["Code"] == "ValidationException"
    assert error["Message"].startswith("Malformed input request: ")
    assert sentence in error["Message"]


@pytest.mark.parametrize(
    ("magic", "reason"),
    [
        ("[filter:prompt]", "Filter reason: prompt"),
        ("[filter:output]", "Filter reason: output image"),
        ("[inference-error]", "Inference error"),
    ],
)
def test_a_filtered_call_is_a_200_with_the_reason_alone(
    bedrock: Bedrock, magic: str, reason: str
) -> None:
    assert bedrock.invoke(CORE, {"prompt": f"a panda {magic}"}) == {"finish_reasons": [reason]}


def test_a_negative_prompt_may_name_what_it_bans(bedrock: Bedrock) -> None:
    reply = bedrock.invoke(CORE, {"prompt": "a panda", "negative_prompt": "nsfw, gore"})

    assert reply["finish_reasons"] == [None]


ULTRA = "stability.stable-image-ultra-v1:1"
SD3_5 = "stability.sd3-5-large-v1:0"
SD3 = "stability.sd3-large-v1:0"
MODED = [ULTRA, SD3_5, SD3]


def refused(bedrock: Bedrock, model: str, **body: Any) -> str:
    with pytest.raises(ClientError) as refusal:
        bedrock.invoke(model, {"prompt": "a panda", **body})
    assert refusal.value.response["Error"]["Code"] == "ValidationException"
    return refusal.value.response["Error"]["Message"]


@pytest.mark.parametrize("model", MODED)
def test_the_mode_may_be_said(bedrock: Bedrock, model: str) -> None:
    reply = bedrock.invoke(model, {"prompt": "a panda", "mode": "text-to-image", "seed": 4})

    assert reply["seeds"] == [4]


@pytest.mark.parametrize(
    ("model", "body", "sentence"),
    [
        (CORE, {"mode": "text-to-image"}, "extraneous key [mode] is not permitted"),
        (CORE, {"image": "aGk="}, "extraneous key [image] is not permitted"),
        (ULTRA, {"mode": "image-to-image"}, "#/mode: image-to-image is not a valid enum value"),
        (ULTRA, {"output_format": "webp"}, "#/output_format: webp is not a valid enum value"),
        (SD3, {"output_format": "webp"}, "#/output_format: webp is not a valid enum value"),
        (SD3_5, {"seed": 4294967295}, "#/seed: 4294967295 is not less or equal to 4294967294"),
        (SD3, {"seed": 4294967295}, "#/seed: 4294967295 is not less or equal to 4294967294"),
        (SD3_5, {"cfg_scale": 7}, "extraneous key [cfg_scale] is not permitted"),
    ],
)
def test_each_model_has_a_page_of_its_own(
    bedrock: Bedrock, model: str, body: dict[str, Any], sentence: str
) -> None:
    assert sentence in refused(bedrock, model, **body)


def test_sd3_5_makes_webp(bedrock: Bedrock) -> None:
    body = {"prompt": "a panda", "output_format": "webp", "aspect_ratio": "5:4"}

    image = bedrock.invoke(SD3_5, body)["images"][0]

    assert base64.b64decode(image)[8:12] == b"WEBP"
    assert pixels_of(image).shape == (896, 1088, 3)
