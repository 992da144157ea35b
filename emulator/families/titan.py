"""Titan Image Generator G1, v1 and v2: a table of sizes in Amazon's envelope.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
checked 2026-11-22. Version 1 has fewer tasks and no conditioning on images.
"""

from collections.abc import Sequence
from typing import Any

from emulator.commission import Commission, Wish
from emulator.families.envelope import CONDITIONS, PREMIUM_DETAIL, declined, schema, text_of
from emulator.families.page import Page
from emulator.filters import Verdict
from emulator.refusal import invalid
from emulator.schema import Schema

SHOWS_FILTERED: bool = False

FIRST = "amazon.titan-image-generator-v1"
DEFAULT_CFG_SCALE = 8.0
DEFAULT_SEED = 42
DEFAULT_SIZE = 1024
"""The page's table says 1408, which is no permitted square; unconfirmed."""

_SIDES = (
    "1024x1024 768x768 512x512 768x1152 384x576 1152x768 576x384 768x1280 384x640 1280x768 "
    "640x384 896x1152 448x576 1152x896 576x448 768x1408 384x704 1408x768 704x384 640x1408 "
    "320x704 1408x640 704x320 1152x640 1173x640"
)
SIZES = frozenset(_SIDES.split())
_FIRST_TASKS = {
    "INPAINTING": "inPaintingParams",
    "OUTPAINTING": "outPaintingParams",
    "IMAGE_VARIATION": "imageVariationParams",
}
_TASKS = {
    **_FIRST_TASKS,
    "COLOR_GUIDED_GENERATION": "colorGuidedGenerationParams",
    "BACKGROUND_REMOVAL": "backgroundRemovalParams",
}
_WORDS: Schema = {"type": "string", "minLength": 1, "maxLength": 512}
_FIRST_TEXT: Schema = {"text": _WORDS, "negativeText": _WORDS}
_TEXT: Schema = {**_FIRST_TEXT, **{name: {"type": "any"} for name in CONDITIONS}}
_CONFIG: Schema = {
    "quality": {"type": "string", "enum": ["standard", "premium"]},
    "numberOfImages": {"type": "integer", "minimum": 1, "maximum": 5},
    "height": {"type": "integer", "minimum": 320, "maximum": 1408},
    "width": {"type": "integer", "minimum": 320, "maximum": 1408},
    "cfgScale": {"type": "number", "minimum": 1.1, "maximum": 10.0},
    "seed": {"type": "integer", "minimum": 0, "maximum": 2_147_483_646},
}


def page(model: str) -> Page:
    """Return a model's page."""
    first = model == FIRST
    return Page(
        schema(_FIRST_TEXT, _CONFIG, _FIRST_TASKS) if first else schema(_TEXT, _CONFIG, _TASKS),
        inputs=("TEXT", "IMAGE"),
        customizations=("FINE_TUNING",),
        inference=("ON_DEMAND", "PROVISIONED"),
    )


def read(model: str, body: dict[str, Any]) -> list[Commission]:
    """Read a body that keeps to the page: one commission for each image."""
    text = text_of(body)
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
    """Decline as Amazon's models do."""
    del seed, images
    return declined(verdict)
