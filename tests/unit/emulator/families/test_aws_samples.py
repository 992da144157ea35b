"""AWS's own scripts, unmodified but for the address that the environment gives."""

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any

import boto3
import numpy as np
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from tests.unit.emulator.drawn import drawn, file_of, sent
from tests.unit.emulator.families import aws_samples
from tests.unit.emulator.families.amazon import HIGH, MASK, NOVA, TITAN_1, WIDE, asking, masked
from tests.unit.emulator.live import Bedrock, pixels_of

Invoke = Callable[[str, Any], dict[str, Any]]


@pytest.fixture
def invoke(bedrock: Bedrock, monkeypatch: pytest.MonkeyPatch) -> Invoke:
    """Return the call of AWS's samples: it reads its endpoint from the environment."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", bedrock.url)

    def call(model: str, body: Any) -> dict[str, Any]:
        client = boto3.client(
            service_name="bedrock-runtime",
            region_name="us-east-1",
            config=Config(read_timeout=300),
        )
        try:
            response = client.invoke_model(
                body=json.dumps(body),
                modelId=model,
                accept="application/json",
                contentType="application/json",
            )
            with response["body"] as stream:
                return json.loads(stream.read())
        finally:
            client.close()

    return call


def size_of(image: str) -> tuple[int, int]:
    height, width = pixels_of(image).shape[:2]
    return width, height


def naming(sample: tuple[str, Mapping[str, Any]]) -> str:
    return f"{sample[0]} {sample[1]['taskType']}"


@pytest.mark.parametrize("sample", aws_samples.SAMPLES, ids=naming)
def test_a_sample_of_aws_gets_its_pictures(
    invoke: Invoke, sample: tuple[str, Mapping[str, Any]]
) -> None:
    model, body = sample
    config = body.get("imageGenerationConfig", {})

    reply = invoke(model, body)

    assert reply.get("error") is None
    assert len(set(reply["images"])) == config.get("numberOfImages", 1)
    made_new = body["taskType"] in ("TEXT_IMAGE", "COLOR_GUIDED_GENERATION", "IMAGE_VARIATION")
    size = (config["width"], config["height"]) if made_new else (WIDE, HIGH)
    assert {size_of(image) for image in reply["images"]} == {size}
    assert all(base64.b64decode(image).startswith(b"\x89PNG") for image in reply["images"])


@pytest.mark.parametrize("sample", aws_samples.SAMPLES, ids=naming)
def test_a_reply_has_no_more_keys_than_its_page(
    invoke: Invoke, sample: tuple[str, Mapping[str, Any]]
) -> None:
    model, body = sample
    shown = {"maskImage"} if body["taskType"] == "VIRTUAL_TRY_ON" else set()

    assert set(invoke(model, body)) == {"images"} | (set() if model == NOVA else {"error"}) | shown


@pytest.mark.parametrize("task", ["INPAINTING", "OUTPAINTING"])
def test_the_mask_that_was_sent_comes_back_as_it_was(invoke: Invoke, task: str) -> None:
    more = {"text": "a beach", "returnMask": True}

    reply = invoke(TITAN_1, masked(task, **more))

    assert len(reply["images"]) == 1
    assert np.array_equal(pixels_of(reply["maskImage"]), pixels_of(MASK))


def test_a_mask_from_words_comes_back_in_pure_black_and_white(invoke: Invoke) -> None:
    reply = invoke(NOVA, aws_samples.NOVA_TRY_ON)

    mask = pixels_of(reply["maskImage"])
    assert mask.shape == (HIGH, WIDE, 3)
    assert set(np.unique(mask)) == {0, 255}
    assert (mask[0, 0] == 255).all(), "the corner is kept, which is white"


def test_a_mask_is_not_billed(bedrock: Bedrock, invoke: Invoke) -> None:
    invoke(NOVA, aws_samples.NOVA_TRY_ON)

    assert bedrock.booked()[-1]["images"] == 2


def test_without_being_asked_for_no_mask_comes_back(invoke: Invoke) -> None:
    assert "maskImage" not in invoke(TITAN_1, masked("INPAINTING", returnMask=False))


def commented(word: str) -> str:
    """A JPEG whose comment holds a magic word."""
    return sent(file_of(drawn(WIDE, HIGH), "JPEG", comment=word.encode()))


@pytest.mark.parametrize("task", ["BACKGROUND_REMOVAL", "INPAINTING"])
def test_a_picture_can_be_filtered_as_a_text_can(invoke: Invoke, task: str) -> None:
    with pytest.raises(ClientError) as refusal:
        invoke(NOVA, asking(task, image=commented("[filter:input]")))

    error = refusal.value.response["Error"]
    assert error["Code"] == "ValidationException"
    assert "Please adjust your input image" in error["Message"]


def test_the_words_of_a_mask_are_filtered_too(invoke: Invoke) -> None:
    with pytest.raises(ClientError) as refusal:
        invoke(NOVA, asking("INPAINTING", maskPrompt="the naked wall"))

    assert "Please adjust your text prompt" in refusal.value.response["Error"]["Message"]


@pytest.mark.parametrize("model", [TITAN_1, NOVA])
def test_a_filtered_edit_has_no_pictures_and_an_error(invoke: Invoke, model: str) -> None:
    reply = invoke(model, asking("INPAINTING", text="[filter:output]"))

    assert reply["images"] == []
    assert "blocked by our content filters" in reply["error"]


@pytest.mark.parametrize("model", [TITAN_1, NOVA])
def test_one_filtered_picture_leaves_the_others(
    bedrock: Bedrock, invoke: Invoke, model: str
) -> None:
    body = asking("INPAINTING", text="[filter:one-output]", config={"numberOfImages": 3})

    reply = invoke(model, body)

    assert len(set(reply["images"])) == 2
    assert "blocked by our content filters" in reply["error"]
    assert (bedrock.booked()[-1]["images"], bedrock.booked()[-1]["billed"]) == (2, "yes")


def test_nova_says_whether_all_or_some_were_filtered(invoke: Invoke) -> None:
    """https://docs.aws.amazon.com/nova/latest/userguide/image-gen-errors.html (2026-11-22)."""
    asked = {"text": "[filter:one-output]"}

    some = invoke(NOVA, asking("INPAINTING", config={"numberOfImages": 2}, **asked))
    one = invoke(NOVA, asking("INPAINTING", **asked))

    blocked = "of the generated images have been blocked by our content filters."
    assert some["error"] == f"Some {blocked}"
    assert one == {"images": [], "error": f"All {blocked}"}
