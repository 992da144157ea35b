"""Every text-to-image model, with all that it takes, through the deployed stack."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from functions.catalogue import CATALOGUE
from functions.catalogue.spec import ModelSpec
from tests.e2e.client import Client, Stack

GOLDEN = Path(__file__).parents[1] / "golden"
REGIONS = ("us-west-2", "us-east-1")
"""Where the local stage calls models, in this order."""


def asked(spec: ModelSpec) -> dict[str, Any]:
    """Return a request with every field and parameter of a model: its golden's."""
    golden = json.loads((GOLDEN / spec.name / "text_to_image.request.json").read_text())
    body = golden["asked"] | {"model": spec.name}
    if "size" in body:
        body["size"] = "x".join(map(str, body["size"]))
    return body


def size_asked(spec: ModelSpec, body: dict[str, Any]) -> tuple[int, int]:
    if "size" in body:
        width, _, height = body["size"].partition("x")
        return int(width), int(height)
    return spec.tasks["text_to_image"].canvas.ratios[body["aspect_ratio"]]


def region_of(spec: ModelSpec) -> str:
    return next(region for region in REGIONS if region in spec.regions)


@pytest.fixture(
    scope="module", params=[pytest.param(spec, id=spec.name) for spec in CATALOGUE.values()]
)
def made(request: pytest.FixtureRequest, acme: Client) -> tuple[ModelSpec, dict[str, Any], Any]:
    """A model, what was asked of it, and the finished generation."""
    body = asked(request.param)
    answer = acme.create(**body)
    assert answer.status_code == 200, answer.text
    return request.param, body, answer.json()


Made = tuple[ModelSpec, dict[str, Any], Any]


def test_a_model_paints_with_all_that_it_takes(made: Made, stack: Stack) -> None:
    spec, _, generation = made

    assert generation["status"] == "succeeded", generation
    assert generation["model"] == {"requested": spec.name, "used": spec.id}
    [image] = generation["images"]
    [attempt] = image["attempts"]
    assert attempt["region"] == region_of(spec)
    [call] = [each for each in stack.calls() if each["request_id"] == attempt["request_id"]]
    assert (call["model"], call["region"], call["billed"]) == (spec.id, region_of(spec), "yes")


def test_the_receipt_has_each_thing_that_was_sent_once_and_applied(made: Made) -> None:
    _, body, generation = made
    sent = {name: value for name, value in body.items() if name != "parameters"}
    own = body.get("parameters", {})
    sent |= {f"parameters.{name}": value for name, value in own.items()}

    told = {line["name"]: line for line in generation["receipt"]}

    assert len(told) == len(generation["receipt"])
    assert set(told) == set(sent)
    for name, value in sent.items():
        assert told[name]["status"] == "applied", told[name]
        assert told[name]["requested"] == value
        assert told[name]["used"] == (generation["model"]["used"] if name == "model" else value)


def test_the_file_has_the_size_and_format_that_were_asked(made: Made, stack: Stack) -> None:
    spec, body, generation = made
    [image] = generation["images"]

    file = Image.open(io.BytesIO(stack.fetch(image["url"]).content))

    assert (image["width"], image["height"]) == file.size == size_asked(spec, body)
    assert image["format"] == body["output_format"] == (file.format or "").lower()
    assert image["seed"] == body["seed"]


def test_the_price_is_the_plans(made: Made, acme: Client) -> None:
    _, body, generation = made

    plan = acme.post("/v1/plans", json=body).json()

    assert generation["cost"]["spent"] == plan["price"]["total"] != "0.00"
    assert {line["name"] for line in plan["receipt"]} == {
        line["name"] for line in generation["receipt"]
    }


@pytest.mark.parametrize(
    ("intent", "used"),
    [
        ("fast", "stability.stable-image-core-v1:1"),
        ("balanced", "stability.sd3-5-large-v1:0"),
        ("best", "stability.stable-image-ultra-v1:1"),
    ],
)
def test_an_intent_is_a_model(intent: str, used: str, acme: Client) -> None:
    plan = acme.post("/v1/plans", json={"prompt": "a lake", "model": intent}).json()

    assert plan["model"] == {"requested": intent, "used": used}


def test_the_catalogue_says_what_is_available_here(acme: Client) -> None:
    models = {each["name"]: each for each in acme.get("/v1/models").json()["data"]}

    assert all(each["available"] for each in models.values())
    canvas = models["nova-canvas"]["tasks"]["text_to_image"]["any_size"]
    assert (canvas["minimum"], canvas["maximum"], canvas["multiple_of"]) == (320, 4096, 16)
