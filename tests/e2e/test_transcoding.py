"""Formats and qualities that a model does not make, through the deployed stack."""

import base64
import hashlib
import io
from collections.abc import Callable, Iterator
from typing import Any

import openai
import pytest
from openai import OpenAI
from PIL import Image

from tests.e2e.client import Client, Stack


@pytest.fixture(scope="module")
def ai(stack: Stack) -> Iterator[OpenAI]:
    address, key = f"{stack.api_url}/openai/v1", stack.key("acme")["key"]
    http_client = openai.DefaultHttpxClient(verify=stack.verify)
    with OpenAI(base_url=address, api_key=key, http_client=http_client) as made:
        yield made


@pytest.fixture
def bills(stack: Stack) -> Callable[[], int]:
    """Return how many of the model's calls were billed since the test began."""
    before = len(stack.calls())
    return lambda: sum(call["billed"] == "yes" for call in stack.calls()[before:])


def picture(raw: bytes) -> Image.Image:
    made = Image.open(io.BytesIO(raw))
    made.load()
    return made


def painted(ai: OpenAI, **asked: Any) -> tuple[Any, bytes]:
    answer = ai.images.generate(prompt="a lake in another format", **asked)
    [entry] = answer.data or []
    return answer, base64.b64decode(entry.b64_json or "")


def receipt(answer: Any) -> dict[str, Any]:
    return {line["name"]: line for line in answer.model_extra["easel"]["receipt"]}


@pytest.mark.parametrize("model", ["titan-v2", "sdxl", "nova-canvas"])
@pytest.mark.parametrize("asked", ["webp", "jpeg"])
def test_what_a_model_paints_as_png_comes_in_the_format_that_was_asked_for(
    model: str, asked: str, ai: OpenAI, bills: Callable[[], int]
) -> None:
    answer, raw = painted(ai, model=model, output_format=asked)

    assert answer.output_format == asked == (picture(raw).format or "").lower()
    assert receipt(answer)["output_format"]["reason"].startswith(
        f"painted as png, written as {asked}"
    )
    assert bills() == 1


@pytest.mark.parametrize("asked", ["jpeg", "webp"])
def test_compression_changes_the_size_of_the_file_and_not_of_the_picture(
    asked: str, ai: OpenAI
) -> None:
    asking = {"output_format": asked, "extra_body": {"seed": 7}}

    (_, low), (_, high) = (painted(ai, output_compression=each, **asking) for each in (10, 95))

    assert len(low) < len(high)
    assert picture(low).size == picture(high).size


@pytest.mark.parametrize("sent", [{}, {"output_format": "png"}])
def test_a_png_has_no_compression_and_nothing_is_paid(
    sent: dict[str, Any], ai: OpenAI, bills: Callable[[], int]
) -> None:
    with pytest.raises(openai.BadRequestError) as refused:
        ai.images.generate(prompt="a lake", output_compression=50, **sent)

    assert refused.value.param == "output_compression"
    assert bills() == 0


def test_the_native_api_does_so_with_leave_and_its_record_is_of_the_file(
    acme: Client, stack: Stack
) -> None:
    body = {"prompt": "a lake", "model": "titan-v2", "output_format": "webp"}

    refused = acme.post("/v1/generations", json=body)
    made = acme.create(**body, approximate=True, output_compression=65).json()

    assert refused.status_code == 400
    assert '"approximate": true' in refused.json()["errors"][0]["detail"]
    [image] = made["images"]
    raw = stack.fetch(image["url"]).content
    assert (image["format"], image["bytes"]) == ("webp", len(raw))
    assert image["sha256"] == hashlib.sha256(raw).hexdigest()
    assert picture(raw).size == (image["width"], image["height"])
    assert image["note"] is None


def test_what_was_written_still_says_how_it_was_made(acme: Client, stack: Stack) -> None:
    made = acme.create(
        prompt="a lake by its file",
        model="titan-v2",
        output_format="webp",
        approximate=True,
        seed=77,
    ).json()
    [image] = made["images"]

    raw = stack.fetch(image["url"]).content
    seen = acme.post(
        "/v1/images/inspect", content=raw, headers={"Content-Type": "image/webp"}
    ).json()

    assert seen["request"]["seed"] == 77
    assert seen["request"]["output_format"] == "webp"
    assert seen["request"]["approximate"]
