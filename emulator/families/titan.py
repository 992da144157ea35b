"""Titan Image Generator G1, v1 and v2: a table of sizes in Amazon's envelope.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
checked 2026-11-22.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from emulator.commission import Commission
from emulator.families import titan_page
from emulator.families.amazon import editing, generation
from emulator.families.amazon.envelope import House, commissions, reply
from emulator.families.page import Page
from emulator.filters import Verdict
from emulator.refusal import invalid, model_failed

SHOWS_FILTERED: bool = False

FIRST = "amazon.titan-image-generator-v1"
DEFAULT_SIZE = 1024
"""The page's table says 1408, which is no permitted square; unconfirmed."""

_SIDES = (
    "1024x1024 768x768 512x512 768x1152 384x576 1152x768 576x384 768x1280 384x640 1280x768 "
    "640x384 896x1152 448x576 1152x896 576x448 768x1408 384x704 1408x768 704x384 640x1408 "
    "320x704 1408x640 704x320 1152x640 1173x640"
)
SIZES = frozenset(_SIDES.split())


def page(model: str) -> Page:
    """Return a model's page."""
    return Page(
        titan_page.VERSION_1 if model == FIRST else titan_page.VERSION_2,
        inputs=("TEXT", "IMAGE"),
        customizations=("FINE_TUNING",),
        inference=("ON_DEMAND", "PROVISIONED"),
    )


def read(model: str, body: dict[str, Any]) -> list[Commission]:
    """Read a body that keeps to the page: one commission for each image."""
    return commissions(model, body, _HOUSE)


def answer(made: Sequence[Commission], images: Sequence[str]) -> dict[str, Any]:
    """Write the reply; seeds are not part of it.

    Where the mask stands that `returnMask` asks for is not on the page: as Nova's
    (unconfirmed).
    """
    return {**reply(made, images), "error": None}


def decline(verdict: Verdict, seed: int, images: Sequence[str]) -> dict[str, Any]:
    """Refuse what was sent or fail with an error; name a filtered output under HTTP 200.

    The prompt's text was seen from Titan; the others are unconfirmed.
    """
    del seed
    if verdict is Verdict.INFERENCE_FAILED:
        raise model_failed()
    blocked = "This request has been blocked by our content filters. Our filters automatically "
    if verdict in (Verdict.PROMPT_FILTERED, Verdict.INPUT_FILTERED):
        flagged = "this prompt" if verdict is Verdict.PROMPT_FILTERED else "the input image"
        raise invalid(
            f"{blocked}flagged {flagged} because it may conflict our AUP or AWS Responsible AI "
            "Policy. Please adjust your text prompt to submit a new request."
        )
    error = "flagged the generated image(s) because they may conflict our AUP or AWS Responsible AI"
    return {"images": list(images), "error": f"{blocked}{error} Policy."}


def _size(config: Mapping[str, Any]) -> tuple[int, int]:
    width, height = config.get("width", DEFAULT_SIZE), config.get("height", DEFAULT_SIZE)
    if f"{width}x{height}" not in SIZES:
        raise invalid(f"The image size {width}x{height} is not supported.")  # unconfirmed text
    return width, height


_HOUSE = House(
    readers={
        "TEXT_IMAGE": generation.text_image,
        "COLOR_GUIDED_GENERATION": generation.color_guided_generation,
        "IMAGE_VARIATION": generation.image_variation,
        "INPAINTING": editing.inpainting,
        "OUTPAINTING": editing.outpainting,
        "BACKGROUND_REMOVAL": editing.background_removal,
    },
    bounds=titan_page.bounds,
    size=_size,
    cfg_scale=8.0,
    seed=42,
)
