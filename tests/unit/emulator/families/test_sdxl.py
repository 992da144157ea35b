"""Stable Diffusion XL on the wire."""

import base64
from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.families import sdxl
from tests.unit.emulator.drawn import a_picture
from tests.unit.emulator.live import SDXL, Bedrock, pixels_of

PROMPTS = {"text_prompts": [{"text": "Sri lanka tea plantation."}]}


def refused(bedrock: Bedrock, body: dict[str, Any]) -> str:
    with pytest.raises(ClientError) as refusal:
        bedrock.invoke(SDXL, body)
    assert refusal.value.response["Error"]["Code"] == "ValidationException"
    return refusal.value.response["Error"]["Message"]


def test_the_smallest_body_is_answered_in_shape(bedrock: Bedrock) -> None:
    reply = bedrock.invoke(SDXL, PROMPTS)

    artifact = reply["artifacts"][0]
    assert reply["result"] == "success"
    assert artifact["finishReason"] == "SUCCESS"
    assert 0 < artifact["seed"] <= 4294967295
    assert base64.b64decode(artifact["base64"]).startswith(b"\x89PNG")


def test_every_field_of_the_page_is_taken(bedrock: Bedrock) -> None:
    body = {
        "text_prompts": [
            {"text": "tea", "weight": 1.0},
            {"text": "people", "weight": -0.5},
        ],
        "height": 768,
        "width": 1344,
        "cfg_scale": 35,
        "clip_guidance_preset": "FAST_GREEN",
        "sampler": "K_DPMPP_2S_ANCESTRAL",
        "samples": 1,
        "seed": 7,
        "steps": 150,
        "style_preset": "photographic",
        "extras": {"anything": ["goes"]},
    }

    artifact = bedrock.invoke(SDXL, body)["artifacts"][0]

    assert artifact["seed"] == 7
    assert pixels_of(artifact["base64"]).shape == (768, 1344, 3)


def test_weights_reach_the_painter() -> None:
    texts = [{"text": "tea", "weight": 0.5}, {"text": "people", "weight": -1}, {"text": "dawn"}]

    (commission,) = sdxl.read(SDXL, {"text_prompts": texts})

    assert [(wish.text, wish.weight) for wish in commission.wishes] == [
        ("tea", 0.5),
        ("people", -1),
        ("dawn", 1.0),
    ]


def test_steps_and_guidance_are_told_in_shares_of_their_defaults() -> None:
    (commission,) = sdxl.read(SDXL, {**PROMPTS, "steps": 15, "cfg_scale": 14})

    assert (commission.detail, commission.guidance) == (0.5, 2.0)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"cfg_scale": 40}, "#/cfg_scale: 40 is not less or equal to 35"),
        ({"cfg_scale": -1}, "#/cfg_scale: -1 is not greater or equal to 0"),
        ({"steps": 9}, "#/steps: 9 is not greater or equal to 10"),
        ({"steps": 151}, "#/steps: 151 is not less or equal to 150"),
        ({"samples": 2}, "#/samples: 2 is not less or equal to 1"),
        ({"samples": 0}, "#/samples: 0 is not greater or equal to 1"),
        ({"seed": 4294967296}, "#/seed: 4294967296 is not less or equal to 4294967295"),
        ({"sampler": "EULER"}, "#/sampler: EULER is not a valid enum value"),
        ({"clip_guidance_preset": "FAST"}, "#/clip_guidance_preset: FAST is not a valid"),
        ({"style_preset": "baroque"}, "#/style_preset: baroque is not a valid enum value"),
        ({"text_prompts": []}, "#/text_prompts: expected minimum item count: 1, found: 0"),
        ({"text_prompts": [{"weight": 1}]}, "#/text_prompts/0: required key [text] not found"),
        (
            {"text_prompts": [{"text": "x" * 2001}]},
            "#/text_prompts/0/text: expected maxLength: 2000, actual: 2001",
        ),
        ({"prompt": "tea"}, "#: extraneous key [prompt] is not permitted"),
        ({"width": 512, "height": 512}, "but we received 512x512"),
    ],
)
def test_a_body_beyond_the_page_is_refused_in_words(
    bedrock: Bedrock, more: dict[str, Any], sentence: str
) -> None:
    assert sentence in refused(bedrock, {**PROMPTS, **more})


@pytest.mark.parametrize("magic", ["[filter:prompt]", "[filter:output]"])
def test_a_filtered_picture_comes_blurred_and_is_named(bedrock: Bedrock, magic: str) -> None:
    reply = bedrock.invoke(SDXL, {"text_prompts": [{"text": f"tea {magic}"}], "seed": 5})

    (artifact,) = reply["artifacts"]
    assert artifact["finishReason"] == "CONTENT_FILTERED"
    assert artifact["seed"] == 5
    assert base64.b64decode(artifact["base64"]).startswith(b"\x89PNG")


def test_a_failed_inference_is_an_artifact_without_a_picture(bedrock: Bedrock) -> None:
    reply = bedrock.invoke(SDXL, {"text_prompts": [{"text": "tea [inference-error]"}]})

    assert reply["artifacts"][0]["finishReason"] == "ERROR"
    assert reply["artifacts"][0]["base64"] == ""


FIRST = "stability.stable-diffusion-xl-v0"


def test_version_0_8_paints_512_pixels_by_its_own_page(bedrock: Bedrock) -> None:
    body = {**PROMPTS, "cfg_scale": 30, "steps": 150, "seed": 3}

    artifact = bedrock.invoke(FIRST, body)["artifacts"][0]

    assert artifact["seed"] == 3
    assert pixels_of(artifact["base64"]).shape == (512, 512, 3)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"cfg_scale": 30.5}, "#/cfg_scale: 30.5 is not less or equal to 30"),
        ({"steps": 151}, "#/steps: 151 is not less or equal to 150"),
        ({"style_preset": "anime"}, "extraneous key [style_preset] is not permitted"),
        ({"sampler": "DDIM"}, "extraneous key [sampler] is not permitted"),
        ({"init_image": a_picture(512, 512)}, "extraneous key [init_image] is not permitted"),
        ({"width": 1024, "height": 1024}, "but we received 1024x1024"),
    ],
)
def test_version_0_8_takes_less(bedrock: Bedrock, more: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ClientError) as refusal:
        bedrock.invoke(FIRST, {**PROMPTS, **more})

    assert sentence in refusal.value.response["Error"]["Message"]


def test_guidance_is_told_in_shares_of_each_versions_default() -> None:
    (first,) = sdxl.read(FIRST, {**PROMPTS, "cfg_scale": 5})
    (later,) = sdxl.read(SDXL, {**PROMPTS, "cfg_scale": 14})

    assert (first.guidance, later.guidance) == (0.5, 2.0)
