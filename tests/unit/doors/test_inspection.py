"""Inspecting through the door: real files, real routing."""

import json
from typing import Any

import pytest

from functions.adapters.inscription.embedded import EmbeddedInscriber
from functions.http.models import GenerationBody
from tests.unit.adapters.inscription.pictures import (
    FILES,
    a_file,
    after_header,
    an_inscription,
    png_chunk,
)
from tests.unit.doors.conftest import Answer, Api

PATH = "/v1/images/inspect"
SAID = an_inscription(parameters={}, aspect_ratio="3:2")


def inspected(api: Api, raw: bytes, kind: str = "image/png", **how: Any) -> Answer:
    return api("POST", PATH, raw, headers={"content-type": kind}, **how)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("png RGB", "image/png"),
        ("jpeg progressive", "image/jpeg"),
        ("webp lossless with alpha", "image/webp"),
        ("png palette", "application/octet-stream"),
    ],
)
def test_a_file_tells_how_it_was_made(name: str, kind: str, api: Api) -> None:
    answer = inspected(api, EmbeddedInscriber().write(FILES[name], SAID), kind)

    body = answer.json
    assert answer.status == 200
    assert (body["format"], body["width"], body["height"]) == (name.split(maxsplit=1)[0], 48, 32)
    assert (body["source"], body["prompt"], body["seed"]) == ("easel", SAID.prompt, 7)
    assert body["model"] == {"named": SAID.model, "id": SAID.model, "available": True}
    assert (body["image"], body["complete"]) == (SAID.image, True)


def test_the_request_in_the_answer_can_be_sent_as_it_is(api: Api) -> None:
    request = inspected(api, EmbeddedInscriber().write(FILES["png RGB"], SAID)).json["request"]

    assert request == {
        "task": "text_to_image",
        "model": SAID.model,
        "prompt": SAID.prompt,
        "negative_prompt": "people",
        "seed": 7,
        "aspect_ratio": "3:2",
        "output_format": "png",
    }
    assert GenerationBody.model_validate(request)
    assert api("POST", "/v1/generations", request).status == 202


def test_a_file_of_another_tool_becomes_a_request_too(api: Api) -> None:
    text = b"parameters\0a cat\nSteps: 20, Sampler: Euler a, Seed: 9, Size: 512x768, Model: xl"
    raw = after_header(FILES["png RGB"], png_chunk(b"tEXt", text))

    body = inspected(api, raw).json

    assert body["source"] == "a1111"
    assert body["model"] == {"named": "xl", "id": None, "available": False}
    assert body["parameters"] == {"steps": 20, "sampler": "Euler a"}
    assert body["request"]["size"] == "512x768"
    assert {"/model", "/parameters/steps"} <= {fault["pointer"] for fault in body["unmapped"]}
    assert api("POST", "/v1/plans", body["request"]).status == 200


def test_a_file_that_says_nothing_is_answered_with_its_size(api: Api) -> None:
    answer = inspected(api, FILES["webp lossy"], "image/webp")

    assert answer.status == 200
    assert (answer.json["source"], answer.json["request"]) == (None, None)
    assert answer.json["width"] == 48


def test_the_beginning_of_a_file_is_enough_and_says_so(api: Api) -> None:
    raw = EmbeddedInscriber().write(a_file("png", size=(400, 400)), SAID)

    body = inspected(api, raw[:5_000]).json

    assert (body["prompt"], body["complete"]) == (SAID.prompt, False)


@pytest.mark.parametrize("raw", [b"", b"GIF89a", b'{"prompt": "a lake"}'])
def test_what_is_no_picture_is_refused(raw: bytes, api: Api) -> None:
    answer = inspected(api, raw)

    assert (answer.status, answer.json["code"]) == (400, "invalid_parameter")
    assert answer.json["errors"][0]["code"] == "not_a_picture"


def test_json_is_refused_where_a_file_is_meant(api: Api) -> None:
    answer = api("POST", PATH, {"url": "https://example.com/a.png"})

    assert (answer.status, answer.json["code"]) == (415, "unsupported_media_type")
    assert "image/png" in answer.json["detail"]


def test_a_key_without_the_scope_is_refused(api: Api) -> None:
    assert inspected(api, FILES["png RGB"], scopes="generate").status == 403


def test_an_inspection_stores_nothing(api: Api) -> None:
    inspected(api, EmbeddedInscriber().write(FILES["png RGB"], SAID))

    counter = api.module.DESK.counter
    assert counter.store.objects == {}
    assert counter.records.generations_ == {}


def test_the_document_shows_the_body_as_a_file(api: Api) -> None:
    document = json.loads(api("GET", "/openapi.json").text)

    content = document["paths"][PATH]["post"]["requestBody"]["content"]
    assert content["image/png"]["schema"] == {"type": "string", "format": "binary"}
    assert "application/json" not in content
