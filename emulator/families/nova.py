"""Nova Canvas: free sizes and styles in Amazon's envelope.

https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-access.html
checked 2026-11-22. The latter asks for less than 4,194,304 pixels; published tables
have 2048x2048, so exactly as many are taken. The texts of wrong sizes are
unconfirmed.
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

DEFAULT_CFG_SCALE = 6.5
DEFAULT_SEED = 12
DEFAULT_SIZE = 1024
MOST_PIXELS = 4_194_304
STYLES = (
    "3D_ANIMATED_FAMILY_FILM",
    "DESIGN_SKETCH",
    "FLAT_VECTOR_ILLUSTRATION",
    "GRAPHIC_NOVEL_ILLUSTRATION",
    "MAXIMALISM",
    "MIDCENTURY_RETRO",
    "PHOTOREALISM",
    "SOFT_DIGITAL_PAINTING",
)
_TASKS = {
    "COLOR_GUIDED_GENERATION": "colorGuidedGenerationParams",
    "IMAGE_VARIATION": "imageVariationParams",
    "INPAINTING": "inPaintingParams",
    "OUTPAINTING": "outPaintingParams",
    "BACKGROUND_REMOVAL": "backgroundRemovalParams",
    "VIRTUAL_TRY_ON": "virtualTryOnParams",
}
_WORDS: Schema = {"type": "string", "minLength": 1, "maxLength": 1024}
_SIDE: Schema = {"type": "integer", "minimum": 320, "maximum": 4096, "multipleOf": 16}
_TEXT: Schema = {
    "text": _WORDS,
    "negativeText": _WORDS,
    "style": {"type": "string", "enum": list(STYLES)},
    **{name: {"type": "any"} for name in CONDITIONS},
}
_CONFIG: Schema = {
    "width": _SIDE,
    "height": _SIDE,
    "quality": {"type": "string", "enum": ["standard", "premium"]},
    "cfgScale": {"type": "number", "minimum": 1.1, "maximum": 10},
    "seed": {"type": "integer", "minimum": 0, "maximum": 2_147_483_646},
    "numberOfImages": {"type": "integer", "minimum": 1, "maximum": 5},
}
_PAGE = Page(schema(_TEXT, _CONFIG, _TASKS), inputs=("TEXT", "IMAGE"))


def page(model: str) -> Page:
    """Return a model's page."""
    del model
    return _PAGE


def read(model: str, body: dict[str, Any]) -> list[Commission]:
    """Read a body that keeps to the page: one commission for each image."""
    text = text_of(body)
    config = body.get("imageGenerationConfig", {})
    width, height = config.get("width", DEFAULT_SIZE), config.get("height", DEFAULT_SIZE)
    _refuse_shape(width, height)
    wishes = [Wish(text["text"])]
    if "negativeText" in text:
        wishes.append(Wish(text["negativeText"], weight=-1.0))
    return [
        Commission(
            model=model,
            wishes=tuple(wishes),
            width=width,
            height=height,
            seed=config.get("seed", DEFAULT_SEED) + number,
            preset=text.get("style"),
            detail=PREMIUM_DETAIL if config.get("quality") == "premium" else 1.0,
            guidance=config.get("cfgScale", DEFAULT_CFG_SCALE) / DEFAULT_CFG_SCALE,
        )
        for number in range(config.get("numberOfImages", 1))
    ]


def answer(commissions: Sequence[Commission], images: Sequence[str]) -> dict[str, Any]:
    """Write the reply; `error` is left out where there is none, says the page."""
    del commissions
    return {"images": list(images)}


def decline(verdict: Verdict, seed: int, images: Sequence[str]) -> dict[str, Any]:
    """Decline as Amazon's models do."""
    del seed, images
    return declined(verdict)


def _refuse_shape(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise invalid(f"The image size {width}x{height} is above {MOST_PIXELS} pixels.")
    if max(width, height) > 4 * min(width, height):
        raise invalid(f"The aspect ratio of {width}x{height} is not between 1:4 and 4:1.")
