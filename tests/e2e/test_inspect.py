"""A published file says how it was made, to our own door and to other tools."""

import hashlib
import io
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.e2e.client import Client, Stack

PROMPT = "새벽의 산과 호수, 「고요」"
ASKED: dict[str, dict[str, Any]] = {
    "png": {"model": "stable-image-core", "aspect_ratio": "3:2", "negative_prompt": "사람"},
    "jpeg": {"model": "stable-image-core", "aspect_ratio": "3:2", "negative_prompt": "사람"},
    "webp": {"model": "sd3-5-large", "aspect_ratio": "16:9"},
}


@pytest.fixture(scope="module", params=ASKED)
def published(
    request: pytest.FixtureRequest, acme: Client, stack: Stack
) -> tuple[dict[str, Any], bytes]:
    """An image of each format, and its file as a stranger would fetch it."""
    asked = ASKED[request.param] | {"output_format": request.param}
    generation = acme.create(prompt=PROMPT, seed=11, **asked).json()
    assert generation["status"] == "succeeded", generation
    image = generation["images"][0]
    return image, stack.fetch(image["url"]).content


def inspected(client: Client, raw: bytes, kind: str) -> httpx.Response:
    return client.post("/v1/images/inspect", content=raw, headers={"Content-Type": kind})


def test_a_published_file_says_how_it_was_made(
    published: tuple[dict[str, Any], bytes], acme: Client
) -> None:
    image, raw = published

    answer = inspected(acme, raw, f"image/{image['format']}")

    told = answer.json()
    assert answer.status_code == 200, answer.text
    assert told["source"] == "easel"
    assert told["request"]["prompt"] == PROMPT
    for name in ("prompt", "negative_prompt", "seed", "width", "height", "format", "parameters"):
        assert told[name] == image[name], name
    assert (told["image"], told["model"]["id"]) == (image["id"], image["model"])
    assert (told["complete"], told["unmapped"]) == (True, [])


def test_the_record_is_of_the_file_that_is_published(
    published: tuple[dict[str, Any], bytes],
) -> None:
    image, raw = published

    assert len(raw) == image["bytes"]
    assert hashlib.sha256(raw).hexdigest() == image["sha256"]


def test_a_file_asks_for_itself_again(
    published: tuple[dict[str, Any], bytes], acme: Client, stack: Stack
) -> None:
    image, raw = published
    request = inspected(acme, raw, "application/octet-stream").json()["request"]

    again = acme.create(**request).json()["images"][0]

    assert (again["seed"], again["model"]) == (image["seed"], image["model"])
    pixels = [
        Image.open(io.BytesIO(each)).tobytes() for each in (raw, stack.fetch(again["url"]).content)
    ]
    assert pixels[0] == pixels[1]


def test_other_tools_find_the_parameters_and_the_mark(
    published: tuple[dict[str, Any], bytes],
) -> None:
    image, raw = published

    known = Image.open(io.BytesIO(raw)).info

    assert b"trainedAlgorithmicMedia" in known["xmp"]
    if image["format"] == "png":
        assert known["parameters"].startswith(f"{PROMPT}\nNegative prompt: 사람\nSeed: 11, Size: ")


def test_a_file_names_nobody(published: tuple[dict[str, Any], bytes], stack: Stack) -> None:
    _, raw = published

    assert b"acme" not in raw
    assert b"easel_" not in raw


def test_the_first_kilobytes_of_a_large_file_are_enough(
    published: tuple[dict[str, Any], bytes], acme: Client
) -> None:
    image, raw = published

    told = inspected(acme, raw[:6_000], f"image/{image['format']}").json()

    if image["format"] != "webp":  # which has its XMP at its end
        assert told["prompt"] == PROMPT
    assert (told["width"], told["height"]) == (image["width"], image["height"])


def test_a_file_above_the_limit_is_told_what_is_enough(acme: Client) -> None:
    answer = inspected(acme, b"\x89PNG\r\n\x1a\n" + bytes(4 * 1024 * 1024), "image/png")

    assert (answer.status_code, answer.json()["code"]) == (413, "payload_too_large")
    assert "first megabyte" in answer.json()["detail"]


def test_only_this_call_takes_a_file(acme: Client) -> None:
    answer = acme.post("/v1/plans", content=b"\x89PNG", headers={"Content-Type": "image/png"})

    assert answer.status_code == 415


def test_a_stranger_inspects_nothing(stranger: Client) -> None:
    assert inspected(stranger, b"\x89PNG", "image/png").status_code == 401
