"""Every model, for every task, with all that it takes, through the deployed stack."""

import io
from typing import Any, NamedTuple

import pytest
from PIL import Image

from functions.catalogue import CATALOGUE
from functions.catalogue.spec import ModelSpec, Task
from tests.e2e.client import Client, Stack
from tests.goldens import requests, sent

REGIONS = ("us-west-2", "us-east-1")
"""Where the local stage calls models, in this order."""

Facts = dict[str, dict[str, Any]]


class Made(NamedTuple):
    """What was asked of a model, and the finished generation."""

    spec: ModelSpec
    task: str
    facts: Facts
    body: dict[str, Any]
    generation: dict[str, Any]

    @property
    def takes(self) -> Task:
        """What the model takes for the task."""
        return self.spec.tasks[self.task]


def cases() -> list[Any]:
    """Return every golden request of every model and task."""
    return [
        pytest.param((spec, task, known["asked"]), id=f"{spec.name}-{task}-{number}")
        for spec in CATALOGUE.values()
        for task in spec.tasks
        for number, known in enumerate(requests(spec, task))
    ]


def written(spec: ModelSpec, task: str, asked: dict[str, Any]) -> dict[str, Any]:
    """Return a golden's request as a client sends it, with real pictures."""
    body = {name: value for name, value in asked.items() if name != "pictures"}
    if "size" in body:
        body["size"] = "x".join(map(str, body["size"]))
    pictures = {part: {"data": sent(part, **facts)} for part, facts in pictured(asked).items()}
    several = [part for part in sorted(pictures) if part.startswith("image")]
    if len(several) > 1:
        body["images"] = [pictures.pop(part) for part in several]
    return body | pictures | {"model": spec.name, "task": task}


def pictured(asked: dict[str, Any]) -> Facts:
    return asked.get("pictures", {})


def size_due(made: Made) -> tuple[int, int]:
    """Return the pixels that the result should have."""
    body, canvas = made.body, made.takes.canvas
    if canvas is None:
        image = made.facts[made.takes.pictures[0].part]
        size = (image.get("width", 1024), image.get("height", 1024))
        return made.takes.makes(size, body.get("parameters", {}))
    if "size" in body:
        width, _, height = body["size"].partition("x")
        return int(width), int(height)
    return canvas.ratios[body["aspect_ratio"]]


def region_of(spec: ModelSpec) -> str:
    return next(region for region in REGIONS if region in spec.regions)


@pytest.fixture(scope="module", params=cases())
def made(request: pytest.FixtureRequest, acme: Client) -> Made:
    spec, task, asked = request.param
    body = written(spec, task, asked)
    answer = acme.create(**body)
    assert answer.status_code == 200, answer.text
    return Made(spec, task, pictured(asked), body, answer.json())


def test_a_model_paints_with_all_that_it_takes(made: Made, stack: Stack) -> None:
    spec, generation = made.spec, made.generation

    assert generation["status"] == "succeeded", generation
    assert generation["model"] == {"requested": spec.name, "used": spec.id}
    [image] = generation["images"]
    [attempt] = image["attempts"]
    assert attempt["region"] == region_of(spec)
    [call] = [each for each in stack.calls() if each["request_id"] == attempt["request_id"]]
    assert (call["model"], call["region"], call["billed"]) == (spec.id, region_of(spec), "yes")


def test_the_receipt_has_each_thing_that_was_sent_once_and_applied(made: Made) -> None:
    said = {name: value for name, value in made.body.items() if isinstance(value, str | int)}
    said.pop("task")
    own = made.body.get("parameters", {})
    said |= {f"parameters.{name}": value for name, value in own.items()}

    told = {line["name"]: line for line in made.generation["receipt"]}

    assert len(told) == len(made.generation["receipt"])
    defaulted = {name for name, line in told.items() if line["status"] == "defaulted"}
    assert set(told) - defaulted == {*said, *made.facts}
    for name in set(told) - defaulted:
        assert told[name]["status"] == "applied", told[name]
    for name, value in said.items():
        assert told[name]["requested"] == value
        used = made.generation["model"]["used"] if name == "model" else value
        assert told[name]["used"] == used


def test_the_file_has_the_size_and_format_that_were_asked(made: Made, stack: Stack) -> None:
    [image] = made.generation["images"]

    file = Image.open(io.BytesIO(stack.fetch(image["url"]).content))

    assert (image["width"], image["height"]) == file.size == size_due(made)
    assert image["format"] == made.body["output_format"] == (file.format or "").lower()
    assert image["seed"] == made.body.get("seed")


def test_the_price_is_the_plans(made: Made, acme: Client) -> None:
    plan = acme.post("/v1/plans", json=made.body).json()

    assert made.generation["cost"]["spent"] == plan["price"]["total"] != "0.00"
    assert {line["name"] for line in plan["receipt"]} == {
        line["name"] for line in made.generation["receipt"]
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
