"""Titan Image Generator G1 v2: a task in an envelope in, a list of pictures out.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
checked 2026-11-22. Only TEXT_IMAGE is painted so far; its siblings are refused
in a sentence that says so.
"""

from collections.abc import Sequence
from typing import Any

from emulator.commission import Commission, Wish
from emulator.families.page import Page
from emulator.filters import Verdict
from emulator.refusal import invalid, malformed, model_failed
from emulator.schema import Schema

SHOWS_FILTERED: bool = False

DEFAULT_CFG_SCALE = 8.0
DEFAULT_SEED = 42
DEFAULT_SIZE = 1024
"""The page's table says 1408, which is no permitted square; unconfirmed."""

PREMIUM_DETAIL = 1.5
_SIDES = (
    "1024x1024 768x768 512x512 768x1152 384x576 1152x768 576x384 768x1280 384x640 1280x768 "
    "640x384 896x1152 448x576 1152x896 576x448 768x1408 384x704 1408x768 704x384 640x1408 "
    "320x704 1408x640 704x320 1152x640 1173x640"
)
SIZES = frozenset(_SIDES.split())
_OTHER_TASKS = (
    "INPAINTING",
    "OUTPAINTING",
    "IMAGE_VARIATION",
    "COLOR_GUIDED_GENERATION",
    "BACKGROUND_REMOVAL",
)
_CONDITIONS = ("conditionImage", "controlMode", "controlStrength")
_TEXT: Schema = {"type": "string", "minLength": 1, "maxLength": 512}
_SCHEMA: Schema = {
    "type": "object",
    "required": ["taskType"],
    "properties": {
        "taskType": {"type": "string", "enum": ["TEXT_IMAGE", *_OTHER_TASKS]},
        "textToImageParams": {
            "type": "object",
            "required": ["text"],
            "properties": {
                "text": _TEXT,
                "negativeText": _TEXT,
                **{name: {"type": "any"} for name in _CONDITIONS},
            },
        },
        "imageGenerationConfig": {
            "type": "object",
            "properties": {
                "quality": {"type": "string", "enum": ["standard", "premium"]},
                "numberOfImages": {"type": "integer", "minimum": 1, "maximum": 5},
                "height": {"type": "integer", "minimum": 320, "maximum": 1408},
                "width": {"type": "integer", "minimum": 320, "maximum": 1408},
                "cfgScale": {"type": "number", "minimum": 1.1, "maximum": 10.0},
                "seed": {"type": "integer", "minimum": 0, "maximum": 2_147_483_646},
            },
        },
        "inPaintingParams": {"type": "any"},
        "outPaintingParams": {"type": "any"},
        "imageVariationParams": {"type": "any"},
        "colorGuidedGenerationParams": {"type": "any"},
        "backgroundRemovalParams": {"type": "any"},
    },
}
_PAGE = Page(
    _SCHEMA,
    inputs=("TEXT", "IMAGE"),
    customizations=("FINE_TUNING",),
    inference=("ON_DEMAND", "PROVISIONED"),
)


def page(model: str) -> Page:
    """Return a model's page."""
    del model
    return _PAGE


def read(model: str, body: dict[str, Any]) -> list[Commission]:
    """Read a body that keeps to the page: one commission for each image."""
    text = _text_of(body)
    config = body.get("imageGenerationConfig", {})
    width, height = config.get("width", DEFAULT_SIZE), config.get("height", DEFAULT_SIZE)
    if f"{width}x{height}" not in SIZES:
        raise invalid(f"The image size {width}x{height} is not supported.")  # unconfirmed text
    wishes = [Wish(text["text"])]
    if "negativeText" in text:
        wishes.append(Wish(text["negativeText"], weight=-1.0))
    seed = config.get("seed", DEFAULT_SEED)
    return [
        Commission(
            model=model,
            wishes=tuple(wishes),
            width=width,
            height=height,
            seed=seed + number,
            detail=PREMIUM_DETAIL if config.get("quality") == "premium" else 1.0,
            guidance=config.get("cfgScale", DEFAULT_CFG_SCALE) / DEFAULT_CFG_SCALE,
        )
        for number in range(config.get("numberOfImages", 1))
    ]


def answer(commissions: Sequence[Commission], images: Sequence[str]) -> dict[str, Any]:
    """Write the reply; seeds are not part of it."""
    del commissions
    return {"images": list(images), "error": None}


def decline(verdict: Verdict, seed: int, images: Sequence[str]) -> dict[str, Any]:
    """Refuse what was sent or fail with an error; name a filtered output under HTTP 200.

    The prompt's text was seen from Titan; the others are unconfirmed.
    """
    del seed, images
    if verdict is Verdict.INFERENCE_FAILED:
        raise model_failed()
    blocked = "This request has been blocked by our content filters. Our filters automatically "
    if verdict is not Verdict.OUTPUT_FILTERED:
        flagged = "this prompt" if verdict is Verdict.PROMPT_FILTERED else "the input image"
        raise invalid(
            f"{blocked}flagged {flagged} because it may conflict our AUP or AWS Responsible AI "
            "Policy. Please adjust your text prompt to submit a new request."
        )
    error = "flagged the generated image(s) because they may conflict our AUP or AWS Responsible AI"
    return {"images": [], "error": f"{blocked}{error} Policy."}


def _text_of(body: dict[str, Any]) -> dict[str, Any]:
    """Return the text parameters, or refuse what is not painted here yet."""
    task = body["taskType"]
    if task != "TEXT_IMAGE":
        raise invalid(f"This emulator paints TEXT_IMAGE only, for now: {task} comes later.")
    if "textToImageParams" not in body:
        raise malformed("#: required key [textToImageParams] not found")
    asked = [name for name in _CONDITIONS if name in body["textToImageParams"]]
    if asked:
        raise invalid(f"This emulator does not condition on images, for now: leave out {asked[0]}.")
    text: dict[str, Any] = body["textToImageParams"]
    return text
