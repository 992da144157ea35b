"""Nova Canvas: free sizes and styles in Amazon's envelope.

https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-access.html
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-errors.html
checked 2026-11-22. The second asks for less than 4,194,304 pixels; published tables
have 2048x2048, so exactly as many are taken. The texts of wrong sizes are
unconfirmed.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from emulator.commission import Commission
from emulator.families import nova_page
from emulator.families.amazon import editing, generation
from emulator.families.amazon.envelope import House, commissions, reply
from emulator.families.page import Page
from emulator.families.try_on import virtual_try_on
from emulator.filters import Verdict
from emulator.refusal import invalid, model_failed

SHOWS_FILTERED: bool = False

DEFAULT_SIZE = 1024
STYLES = nova_page.STYLES
_PAGE = Page(nova_page.SCHEMA, inputs=("TEXT", "IMAGE"))
_BLOCKED = "This request has been blocked by our content filters. Please adjust your {} to submit "
_ADJUST = {Verdict.PROMPT_FILTERED: "text prompt", Verdict.INPUT_FILTERED: "input image"}


def page(model: str) -> Page:
    """Return a model's page."""
    del model
    return _PAGE


def read(model: str, body: dict[str, Any]) -> list[Commission]:
    """Read a body that keeps to the page: one commission for each image."""
    return commissions(model, body, _HOUSE)


def answer(made: Sequence[Commission], images: Sequence[str]) -> dict[str, Any]:
    """Write the reply; `error` is left out where there is none, says the page."""
    return reply(made, images)


def decline(verdict: Verdict, seed: int, images: Sequence[str]) -> dict[str, Any]:
    """Refuse what was sent or fail with an error; name a filtered output under HTTP 200.

    The texts are those of the page on errors.
    """
    del seed
    if verdict is Verdict.INFERENCE_FAILED:
        raise model_failed()
    if verdict in _ADJUST:
        raise invalid(_BLOCKED.format(_ADJUST[verdict]) + "a new request.")
    how_many = "Some" if images else "All"
    error = f"{how_many} of the generated images have been blocked by our content filters."
    return {"images": list(images), "error": error}


def _size(config: Mapping[str, Any]) -> tuple[int, int]:
    width, height = config.get("width", DEFAULT_SIZE), config.get("height", DEFAULT_SIZE)
    if width * height > nova_page.MOST_PIXELS:
        raise invalid(f"The image size {width}x{height} is above {nova_page.MOST_PIXELS} pixels.")
    if max(width, height) > nova_page.STEEPEST * min(width, height):
        raise invalid(f"The aspect ratio of {width}x{height} is not between 1:4 and 4:1.")
    return width, height


_HOUSE = House(
    readers={
        "TEXT_IMAGE": generation.text_image,
        "COLOR_GUIDED_GENERATION": generation.color_guided_generation,
        "IMAGE_VARIATION": generation.image_variation,
        "INPAINTING": editing.inpainting,
        "OUTPAINTING": editing.outpainting,
        "BACKGROUND_REMOVAL": editing.background_removal,
        "VIRTUAL_TRY_ON": virtual_try_on,
    },
    bounds=nova_page.bounds,
    size=_size,
    cfg_scale=6.5,
    seed=12,
)
