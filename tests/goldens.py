"""AWS's pages as files, `tests/golden/<name>/<task>.<kind>.json`, and pictures to go with them.

A request's `asked` is what a client sends. Its `pictures` name the parts that come along,
each with the facts in which it differs from an opaque PNG of 1024x1024 pixels; in `body`
stands `{{image}}` where the base64 of the part `image` belongs. `also` holds further
requests, where one cannot have everything: a mask or words for it.
"""

import base64
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from functions.catalogue.spec import ModelSpec
from functions.domain.source import Measured, Tones

GOLDEN = Path(__file__).parent / "golden"
SIDE = 1024

Facts = Mapping[str, Any]


def golden(spec: ModelSpec, task: str, kind: str) -> dict[str, Any]:
    """Return a row's golden; a row without one is not finished."""
    path = GOLDEN / spec.name / f"{task}.{kind}.json"
    if not path.exists():
        where = path.relative_to(GOLDEN.parents[1])
        pytest.fail(f"{spec.id} has no golden {kind}: write {where} from {spec.source}")
    return json.loads(path.read_text())


def requests(spec: ModelSpec, task: str) -> list[dict[str, Any]]:
    """Return all golden requests of a row, the first one first."""
    known = golden(spec, task, "request")
    return [known, *known.get("also", ())]


def measured(part: str = "image", **facts: Any) -> Measured:
    """Return what the darkroom would find; a mask is pure black and white."""
    pure = Tones(0, 255, between=part != "mask")
    known = {"format": "png", "width": SIDE, "height": SIDE, "size": 1_000_000, "light": pure}
    return Measured(**(known | {"sha256": part} | facts))


def token(part: str) -> str:
    """Return what stands in a golden's body for a picture."""
    return f"{{{{{part}}}}}"


def drawn(part: str, **facts: Any) -> bytes:
    """Draw a real picture with these facts; a mask's right half is white."""
    size = (facts.get("width", SIDE), facts.get("height", SIDE))
    halves = Image.new("L", size, 0)
    halves.paste(255, (size[0] // 2, 0, *size))
    picture = halves
    if part != "mask":
        slope = Image.linear_gradient("L").resize(size)
        picture = Image.merge("RGB", (slope, halves.point(lambda tone: 40 + tone // 2), slope))
    file = io.BytesIO()
    picture.save(file, facts.get("format", "png"))
    return file.getvalue()


def sent(part: str, **facts: Any) -> str:
    """Draw a real picture as the wire carries it."""
    return base64.b64encode(drawn(part, **facts)).decode()


def filled(body: Any, pictures: Mapping[str, str]) -> Any:
    """Return a golden's body with its pictures, base64, in their places."""
    if isinstance(body, dict):
        return {name: filled(value, pictures) for name, value in body.items()}
    if isinstance(body, list):
        return [filled(value, pictures) for value in body]
    known = {token(part): picture for part, picture in pictures.items()}
    return known.get(body, body) if isinstance(body, str) else body
