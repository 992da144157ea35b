"""What AWS's page says of Titan Image Generator G1, task by task.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
https://docs.aws.amazon.com/bedrock/latest/userguide/titan-image-models.html
checked 2026-11-22. Version 1 has fewer tasks and no conditioning on images. An edit
keeps its image's size, yet the page's samples of edits send a width and a height:
they are taken and mean nothing. The longest `maskPrompt` is unconfirmed.
"""

from emulator.families.amazon.envelope import schema
from emulator.families.amazon.fields import (
    COLORS,
    CONDITION,
    CONDITION_NEEDS,
    CONFIG,
    FLAG,
    IMAGE,
    IMAGES,
    SIMILARITY,
    choice,
    fields,
    words,
)
from emulator.families.bounds import Bounds
from emulator.schema import Schema

LONGEST_SIDE = 1408
LONGEST_SIDE_OF_VARIATION = 4096
"""The page of the models has 4,096 px, the page of their parameters 1,408 px: the
larger is taken."""
MOST_PICTURE_BYTES = 5 * 1024 * 1024
""""5 MB"; in base 2 or 10 is unconfirmed."""

_WORDS = words(512)
_SIDE: Schema = {"type": "integer", "minimum": 320, "maximum": LONGEST_SIDE}
_CONFIG = fields({**CONFIG, "width": _SIDE, "height": _SIDE})
_TEXTS: Schema = {"text": _WORDS, "negativeText": _WORDS}
_MASKED: Schema = {
    **_TEXTS,
    "image": IMAGE,
    "maskPrompt": _WORDS,
    "maskImage": IMAGE,
    "returnMask": FLAG,
}
_FIRST: dict[str, tuple[Schema, Schema | None]] = {
    "TEXT_IMAGE": (fields(_TEXTS, required=("text",)), _CONFIG),
    "INPAINTING": (fields(_MASKED, required=("image",)), _CONFIG),
    "OUTPAINTING": (
        fields(
            {**_MASKED, "outPaintingMode": choice("DEFAULT", "PRECISE")},
            required=("image", "text"),
        ),
        _CONFIG,
    ),
    "IMAGE_VARIATION": (
        fields(
            {**_TEXTS, "images": IMAGES, "similarityStrength": SIMILARITY}, required=("images",)
        ),
        _CONFIG,
    ),
}
_SECOND: dict[str, tuple[Schema, Schema | None]] = {
    **_FIRST,
    "TEXT_IMAGE": (
        fields({**_TEXTS, **CONDITION}, required=("text",), dependencies=CONDITION_NEEDS),
        _CONFIG,
    ),
    "COLOR_GUIDED_GENERATION": (
        fields({**_TEXTS, "colors": COLORS, "referenceImage": IMAGE}, required=("text", "colors")),
        _CONFIG,
    ),
    "BACKGROUND_REMOVAL": (fields({"image": IMAGE}, required=("image",)), None),
}

VERSION_1 = schema(_FIRST)
VERSION_2 = schema(_SECOND)


def bounds(task: str) -> Bounds:
    """Return what a task's pictures may measure."""
    longest = LONGEST_SIDE_OF_VARIATION if task == "IMAGE_VARIATION" else LONGEST_SIDE
    return Bounds(
        least_side=1, most_side=longest, most_pixels=longest**2, most_bytes=MOST_PICTURE_BYTES
    )
