"""The API's own documents: OpenAPI from the routes, and a page to try it on."""

import json
import re
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from aws_lambda_powertools.event_handler.openapi.models import (
    APIKey,
    APIKeyIn,
    HTTPBearer,
    Server,
    Tag,
)

from functions.domain import errors
from functions.http import problems, sunset
from functions.http.doorstep import FORM, TAKE_FORMS
from functions.http.inspection import FILE_TYPES
from functions.http.openai import errors as openai_errors
from functions.http.refusal_views import Problem
from functions.version import VERSION

ABOUT = """Image generation on Amazon Bedrock. One request, one charge; no parameter is dropped
without a word; a link works next year; the price is known first.

Send your key as `x-api-key: easel_…`; `Authorization: Bearer easel_…` works too."""

TAGS = [
    Tag(name="generations", description="Ask for pictures, wait for them, cancel, delete"),
    Tag(name="images", description="The pictures, and addresses of theirs that last"),
    Tag(name="uploads", description="Pictures on their way in, and as they were kept"),
    Tag(name="openai", description="The same in OpenAI's words, for its clients"),
    Tag(name="models", description="What there is, what it takes, what it costs, when it ends"),
    Tag(name="prompts", description="The craft of the prompt"),
    Tag(name="openai", description="The same in the words of OpenAI's clients"),
    Tag(name="usage", description="Spent, reserved, left"),
    Tag(name="about", description="Whether the door answers"),
]


OPEN = ("/healthz", "/shared", "/shared/{file}")
"""Calls that need no key."""


@lru_cache(maxsize=4)
def openapi(app: APIGatewayRestResolver, base: str) -> str:
    """Return the OpenAPI document as JSON; the same bytes for the same routes."""
    schema = app.get_openapi_schema(
        title="Easel",
        version=VERSION,
        description=ABOUT,
        tags=list(TAGS),
        servers=[Server(url=base)],
        security_schemes={
            "bearer": HTTPBearer(),
            "key": APIKey(name="x-api-key", in_=APIKeyIn.header),  # pyright: ignore[reportCallIssue]
        },
        security=[{"bearer": []}, {"key": []}],
    )
    document = json.loads(schema.model_dump_json(by_alias=True, exclude_none=True))
    return json.dumps(_mended(document), ensure_ascii=False, sort_keys=True)


@lru_cache(maxsize=4)
def page(document: str) -> str:
    """Return the interactive page with everything in it; it loads nothing else."""
    place = resources.files("aws_lambda_powertools.event_handler.openapi.swagger_ui")
    parts = {
        "{{css}}": (place / "swagger-ui.min.css").read_text("utf-8"),
        "{{js}}": (place / "swagger-ui-bundle.min.js").read_text("utf-8"),
        "{{spec}}": document.replace("</", "<\\/"),
        "{{problems}}": "".join(_problem(each) for each in _refusals()),
    }
    text = Path(__file__).with_name("docs.html").read_text("utf-8")
    for mark, part in parts.items():
        text = text.replace(mark, part)
    return text


def _refusals() -> list[type[errors.EaselError]]:
    return sorted(errors.EaselError.__subclasses__(), key=lambda each: (each.status, each.code))


def _problem(each: type[errors.EaselError]) -> str:
    means = re.sub(r"`(.+?)`", r"<code>\1</code>", (each.__doc__ or "").splitlines()[0])
    return (
        f'<tr id="{each.code}"><td>{each.status}</td><td><code>{each.code}</code></td>'
        f"<td>{means}</td></tr>"
    )


def _mended(document: dict[str, Any]) -> dict[str, Any]:
    """Say what routing cannot know: how we refuse, and which call needs no key."""
    refusal = {
        "description": "Refused; `code` says why, `detail` what to do next",
        "content": {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    theirs = {
        "description": "Refused, in OpenAI's shape; `x-should-retry` says what helps",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/OpenAIError"}}},
    }
    for path, methods in document["paths"].items():
        for operation in methods.values():
            operation["responses"].pop("422", None)
            operation["responses"]["default"] = theirs if _is_openais(path) else refusal
            if path in OPEN:
                operation["security"] = []
    _say_statuses(document["paths"])
    _say_files(document["paths"])
    _say_endings(document["paths"])
    shapes: dict[str, Any] = document["components"]["schemas"]
    for unused in ("HTTPValidationError", "ValidationError"):
        shapes.pop(unused, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    shapes.update(problem.pop("$defs"), Problem=problem, OpenAIError=openai_errors.SCHEMA)
    return document


def _is_openais(path: str) -> bool:
    return path.startswith(openai_errors.PREFIX)


def _say_statuses(paths: dict[str, Any]) -> None:
    """Tell what is accepted from what is done, and what has no body."""
    asked = paths["/v1/generations"]["post"]["responses"]
    asked["202"] = {**asked["200"], "description": "Accepted; `Location` is its record"}
    asked["200"]["description"] = "It ended within the wait"
    begun = paths["/v1/uploads"]["post"]["responses"]
    begun["201"] = begun.pop("200") | {"description": "Begun; `Location` is how it stands"}
    for noun in ("generations/{generation_id}", "images/{image_id}", "images/{image_id}/share"):
        deleted = paths[f"/v1/{noun}"]["delete"]["responses"]
        deleted.pop("200")
        deleted["204"] = {"description": "Deleted"}


def _say_files(paths: dict[str, Any]) -> None:
    """Tell which call takes a file instead of JSON."""
    file = {"schema": {"type": "string", "format": "binary"}}
    paths["/v1/images/inspect"]["post"]["requestBody"] = {
        "description": "The file itself, or the first megabyte of a larger PNG or JPEG",
        "required": True,
        "content": dict.fromkeys(FILE_TYPES, file),
    }
    for method, path in TAKE_FORMS:
        taken = paths[path][method.lower()]["requestBody"]["content"]
        taken[FORM] = {"schema": {"type": "object", "properties": {"image": file["schema"]}}}


def _say_endings(paths: dict[str, Any]) -> None:
    """Name the headers by which answers about a model tell of its end."""
    said = {
        name: {"description": what, "schema": {"type": "string"}}
        for name, what in sunset.MEANINGS.items()
    }
    for path, method in sunset.ANSWERS:
        for status, response in paths[path][method]["responses"].items():
            if status in ("200", "202"):
                response["headers"] = response.get("headers", {}) | said
