"""Nova Canvas on the wire."""

import base64
from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.families import nova
from emulator.paint.styles import Manner, manner_of
from tests.unit.emulator.live import Bedrock, pixels_of

NOVA = "amazon.nova-canvas-v1:0"
TEXT = "A stylized picture of a cute old steampunk robot."


def asking(text: str = TEXT, *, more: dict[str, Any] | None = None, **config: Any) -> Any:
    return {
        "taskType": "TEXT_IMAGE",
        "textToImageParams": {"text": text, **(more or {})},
        "imageGenerationConfig": {"width": 512, "height": 512, **config},
    }


def paint(bedrock: Bedrock, body: Any) -> dict[str, Any]:
    return bedrock.invoke(NOVA, body, region="us-east-1")


def refused(bedrock: Bedrock, body: Any) -> dict[str, Any]:
    with pytest.raises(ClientError) as refusal:
        paint(bedrock, body)
    return refusal.value.response


def test_aws_sdk_sample_is_answered_in_shape(bedrock: Bedrock) -> None:
    reply = paint(bedrock, asking(seed=858993459, quality="standard", numberOfImages=1))

    assert list(reply) == ["images"]
    assert base64.b64decode(reply["images"][0]).startswith(b"\x89PNG")


@pytest.mark.parametrize("size", [(320, 320), (2048, 2048), (4096, 1024), (336, 1344)])
def test_any_size_of_the_page_is_painted_exactly(bedrock: Bedrock, size: tuple[int, int]) -> None:
    image = paint(bedrock, asking(width=size[0], height=size[1]))["images"][0]

    height, width = pixels_of(image).shape[:2]
    assert (width, height) == size


def test_the_page_has_defaults_for_all_but_the_text() -> None:
    (commission,) = nova.read(NOVA, {"taskType": "TEXT_IMAGE", "textToImageParams": {"text": "x"}})

    assert (commission.width, commission.height, commission.seed) == (1024, 1024, 12)
    assert (commission.detail, commission.guidance, commission.preset) == (1.0, 1.0, None)


def test_style_quality_and_guidance_reach_the_painter() -> None:
    body = asking(more={"style": "MAXIMALISM"}, quality="premium", cfgScale=3.25, seed=2147483646)

    (commission,) = nova.read(NOVA, body)

    assert (commission.preset, commission.detail) == ("MAXIMALISM", 1.5)
    assert (commission.guidance, commission.seed) == (0.5, 2147483646)


@pytest.mark.parametrize("style", nova.STYLES)
def test_every_style_is_a_manner_of_its_own(style: str) -> None:
    manner = manner_of("a robot", style)

    assert manner != Manner()
    assert [other for other in nova.STYLES if manner_of("a robot", other) == manner] == [style]


def test_five_images_are_five_different_images(bedrock: Bedrock) -> None:
    assert len(set(paint(bedrock, asking(numberOfImages=5))["images"])) == 5


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"taskType": "UPSCALE"}, "#/taskType: UPSCALE is not a valid enum value"),
        ({"taskType": "TEXT_IMAGE"}, "#: required key [textToImageParams] not found"),
        (asking(""), "#/textToImageParams/text: expected minLength: 1, actual: 0"),
        (asking("x" * 1025), "text: expected maxLength: 1024, actual: 1025"),
        (asking(more={"negativeText": "x" * 1025}), "negativeText: expected maxLength: 1024"),
        (asking(more={"style": "CUBISM"}), "style: CUBISM is not a valid enum value"),
        (asking(width=304), "width: 304 is not greater or equal to 320"),
        (asking(height=4112), "height: 4112 is not less or equal to 4096"),
        (asking(width=1000), "width: 1000 is not a multiple of 16"),
        (asking(width=2064, height=2048), "2064x2048 is above 4194304 pixels"),
        (asking(width=1296, height=320), "1296x320 is not between 1:4 and 4:1"),
        (asking(cfgScale=1.0), "cfgScale: 1.0 is not greater or equal to 1.1"),
        (asking(cfgScale=11), "cfgScale: 11 is not less or equal to 10"),
        (asking(seed=2147483647), "seed: 2147483647 is not less or equal to 2147483646"),
        (asking(quality="high"), "quality: high is not a valid enum value"),
        (asking(numberOfImages=6), "numberOfImages: 6 is not less or equal to 5"),
    ],
)
def test_a_body_beyond_the_page_is_refused_in_words(
    bedrock: Bedrock, body: Any, sentence: str
) -> None:
    error = refused(bedrock, body)["Error"]

    assert error["Code"] == "ValidationException"
    assert sentence in error["Message"]


def test_it_is_unknown_where_it_never_was(bedrock: Bedrock) -> None:
    with pytest.raises(ClientError) as refusal:
        bedrock.invoke(NOVA, asking(), region="us-west-2")

    assert refusal.value.response["Error"]["Message"] == "The provided model identifier is invalid."


def test_a_blocked_output_is_a_200_with_an_error(bedrock: Bedrock) -> None:
    reply = paint(bedrock, asking("a robot [filter:output]"))

    assert reply == {
        "images": [],
        "error": "All of the generated images have been blocked by our content filters.",
    }


@pytest.mark.parametrize(
    ("magic", "adjust"), [("[filter:prompt]", "text prompt"), ("[filter:input]", "input image")]
)
def test_a_blocked_input_is_a_validation_error(bedrock: Bedrock, magic: str, adjust: str) -> None:
    """AWS's page on errors has these texts: its image-gen-errors.html, checked 2026-11-22."""
    error = refused(bedrock, asking(f"a robot {magic}"))["Error"]

    assert error == {
        "Code": "ValidationException",
        "Message": "This request has been blocked by our content filters. "
        f"Please adjust your {adjust} to submit a new request.",
    }
