"""Titan Image Generator on the wire."""

import base64
from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.families import titan
from tests.unit.emulator.live import TITAN, Bedrock, pixels_of

TEXT = "A photograph of a cup of coffee from the side."


def asking(text: str = TEXT, **config: Any) -> dict[str, Any]:
    return {
        "taskType": "TEXT_IMAGE",
        "textToImageParams": {"text": text},
        "imageGenerationConfig": {"width": 512, "height": 512, **config},
    }


def refused(bedrock: Bedrock, body: dict[str, Any]) -> dict[str, Any]:
    with pytest.raises(ClientError) as refusal:
        bedrock.invoke(TITAN, body)
    return refusal.value.response


def test_the_pages_python_sample_is_answered_in_shape(bedrock: Bedrock) -> None:
    body = {
        "taskType": "TEXT_IMAGE",
        "textToImageParams": {"text": TEXT},
        "imageGenerationConfig": {
            "numberOfImages": 1,
            "height": 1024,
            "width": 1024,
            "cfgScale": 8.0,
            "seed": 0,
        },
    }

    reply = bedrock.invoke(TITAN, body)

    assert list(reply) == ["images", "error"]
    assert reply["error"] is None
    assert base64.b64decode(reply["images"][0]).startswith(b"\x89PNG")


def test_the_task_alone_is_enough_beside_its_text(bedrock: Bedrock) -> None:
    body = {"taskType": "TEXT_IMAGE", "textToImageParams": {"text": TEXT, "negativeText": "spoon"}}

    assert len(bedrock.invoke(TITAN, body)["images"]) == 1


def test_three_images_are_three_different_images(bedrock: Bedrock) -> None:
    images = bedrock.invoke(TITAN, asking(numberOfImages=3))["images"]

    assert len(set(images)) == 3


@pytest.mark.parametrize("size", sorted(titan.SIZES))
def test_every_permitted_size_is_read(size: str) -> None:
    width, height = map(int, size.split("x"))

    (commission,) = titan.read(TITAN, asking(width=width, height=height))

    assert (commission.width, commission.height) == (width, height)


def test_a_size_is_painted_exactly(bedrock: Bedrock) -> None:
    image = bedrock.invoke(TITAN, asking(width=1173, height=640))["images"][0]

    assert pixels_of(image).shape == (640, 1173, 3)


def test_premium_and_guidance_reach_the_painter() -> None:
    (commission,) = titan.read(TITAN, asking(quality="premium", cfgScale=4.0, seed=9))

    assert (commission.detail, commission.guidance, commission.seed) == (1.5, 0.5, 9)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"textToImageParams": {"text": "x"}}, "#: required key [taskType] not found"),
        ({"taskType": "TEXT_IMAGE"}, "#: required key [textToImageParams] not found"),
        ({"taskType": "UPSCALE"}, "#/taskType: UPSCALE is not a valid enum value"),
        (asking(""), "#/textToImageParams/text: expected minLength: 1, actual: 0"),
        (asking("x" * 536), "#/textToImageParams/text: expected maxLength: 512, actual: 536"),
        (asking(numberOfImages=0), "numberOfImages: 0 is not greater or equal to 1"),
        (asking(numberOfImages=6), "numberOfImages: 6 is not less or equal to 5"),
        (asking(cfgScale=1.0), "cfgScale: 1.0 is not greater or equal to 1.1"),
        (asking(cfgScale=10.5), "cfgScale: 10.5 is not less or equal to 10"),
        (asking(seed=2_147_483_647), "seed: 2147483647 is not less or equal to 2147483646"),
        (asking(quality="best"), "quality: best is not a valid enum value"),
        (asking(width=2048), "width: 2048 is not less or equal to 1408"),
        (asking(width=512, height=768), "512x768 is not supported"),
        (asking(style="x"), "#/imageGenerationConfig: extraneous key [style] is not permitted"),
    ],
)
def test_a_body_beyond_the_page_is_refused_in_words(
    bedrock: Bedrock, body: dict[str, Any], sentence: str
) -> None:
    error = refused(bedrock, body)["Error"]

    assert error["Code"] == "ValidationException"
    assert sentence in error["Message"]


def test_a_blocked_prompt_is_a_validation_error(bedrock: Bedrock) -> None:
    error = refused(bedrock, asking("coffee [filter:prompt]"))["Error"]

    assert error["Code"] == "ValidationException"
    assert error["Message"].startswith("This request has been blocked by our content filters.")


def test_a_blocked_output_is_a_200_with_an_error(bedrock: Bedrock) -> None:
    reply = bedrock.invoke(TITAN, asking("coffee [filter:output]"))

    assert reply["images"] == []
    assert "AUP or AWS Responsible AI" in reply["error"]


def test_a_failed_inference_is_a_model_error(bedrock: Bedrock) -> None:
    response = refused(bedrock, asking("coffee [inference-error]"))

    assert response["Error"]["Code"] == "ModelErrorException"
    assert response["ResponseMetadata"]["HTTPStatusCode"] == 424
    assert response["originalStatusCode"] == 500


FIRST = "amazon.titan-image-generator-v1"


def test_version_1_answers_in_the_same_shape(bedrock: Bedrock) -> None:
    reply = bedrock.invoke(FIRST, asking(seed=7, cfgScale=8.0))

    assert list(reply) == ["images", "error"]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"taskType": "COLOR_GUIDED_GENERATION"}, "is not a valid enum value"),
        ({"taskType": "BACKGROUND_REMOVAL"}, "is not a valid enum value"),
        (
            {
                "taskType": "TEXT_IMAGE",
                "textToImageParams": {"text": TEXT, "conditionImage": "aGk="},
            },
            "extraneous key [conditionImage] is not permitted",
        ),
    ],
)
def test_version_1_does_less(bedrock: Bedrock, body: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ClientError) as refusal:
        bedrock.invoke(FIRST, body)

    assert sentence in refusal.value.response["Error"]["Message"]
