"""Requests to Amazon's models: of each task the smallest that its page allows, and more."""

from collections.abc import Mapping
from typing import Any

from emulator.commission import Commission
from emulator.families import DIALECTS
from emulator.families.amazon.envelope import PARAMETERS
from emulator.refusal import malformed
from emulator.schema import violations
from functions.catalogue import CATALOGUE
from tests.unit.emulator.drawn import a_picture, halved, sent

TITAN_1 = "amazon.titan-image-generator-v1"
TITAN_2 = "amazon.titan-image-generator-v2:0"
NOVA = "amazon.nova-canvas-v1:0"

WIDE, HIGH = 400, 330
PICTURE = a_picture(WIDE, HIGH)
GARMENT = a_picture(320, 340, kind="JPEG")
MASK = sent(halved(WIDE, HIGH))
"""Black on the left, white on the right."""

SMALLEST: Mapping[str, Mapping[str, Any]] = {
    "TEXT_IMAGE": {"text": "a house"},
    "COLOR_GUIDED_GENERATION": {"text": "a house", "colors": ["#FF8080"]},
    "IMAGE_VARIATION": {"images": [PICTURE]},
    "INPAINTING": {"image": PICTURE, "maskPrompt": "windows"},
    "OUTPAINTING": {"image": PICTURE, "maskPrompt": "house", "text": "a beach"},
    "BACKGROUND_REMOVAL": {"image": PICTURE},
    "VIRTUAL_TRY_ON": {
        "sourceImage": PICTURE,
        "referenceImage": GARMENT,
        "maskType": "GARMENT",
        "garmentBasedMask": {"garmentClass": "UPPER_BODY"},
    },
}
TASKS: Mapping[str, tuple[str, ...]] = {
    TITAN_1: ("TEXT_IMAGE", "IMAGE_VARIATION", "INPAINTING", "OUTPAINTING"),
    TITAN_2: tuple(task for task in SMALLEST if task != "VIRTUAL_TRY_ON"),
    NOVA: tuple(SMALLEST),
}
EVERY = [(model, task) for model, tasks in TASKS.items() for task in tasks]


def asking(
    task: str, *without: str, config: Mapping[str, Any] | None = None, **more: Any
) -> dict[str, Any]:
    """Return a request: the task's smallest, without some of its fields and with others."""
    kept = {name: value for name, value in SMALLEST[task].items() if name not in without}
    body: dict[str, Any] = {"taskType": task, PARAMETERS[task]: {**kept, **more}}
    return body if config is None else {**body, "imageGenerationConfig": dict(config)}


def masked(task: str, mask: str = MASK, **more: Any) -> dict[str, Any]:
    """Return a request whose mask is a picture."""
    return asking(task, "maskPrompt", maskImage=mask, **more)


def read(model: str, body: dict[str, Any]) -> list[Commission]:
    """Read a request as the runtime does: against the model's page, then by its dialect."""
    dialect = DIALECTS[CATALOGUE[model].family]
    broken = list(violations(body, dialect.page(model).schema))
    if broken:
        raise malformed(*broken)
    return dialect.read(model, body)
