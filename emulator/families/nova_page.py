"""What AWS's page says of Nova Canvas, task by task.

https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-access.html#image-gen-resolutions
checked 2026-11-22. The former calls `text` required for variations, inpainting and
outpainting and says what omitting it does: it is optional here. Width and height
"should not be provided" where an image is edited: they are refused there, though
public programs send them and so the service may let them pass (unconfirmed). The
longest `maskPrompt` is unconfirmed.
"""

from fractions import Fraction

from emulator.families.amazon.envelope import schema
from emulator.families.amazon.fields import (
    COLORS,
    CONDITION,
    CONDITION_NEEDS,
    CONFIG,
    IMAGE,
    IMAGES,
    SIMILARITY,
    choice,
    fields,
    words,
)
from emulator.families.bounds import Bounds
from emulator.families.try_on import PARAMETERS as TRY_ON
from emulator.schema import Schema

SHORTEST_SIDE = 320
LONGEST_SIDE = 4096
STEEPEST = 4
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

_WORDS = words(1024)
_SIDE: Schema = {
    "type": "integer",
    "minimum": SHORTEST_SIDE,
    "maximum": LONGEST_SIDE,
    "multipleOf": 16,
}
_NEW = fields({**CONFIG, "width": _SIDE, "height": _SIDE})
_EDIT = fields(CONFIG)
_TEXTS: Schema = {"text": _WORDS, "negativeText": _WORDS}
_MASKED: Schema = {**_TEXTS, "image": IMAGE, "maskPrompt": _WORDS, "maskImage": IMAGE}

SCHEMA = schema(
    {
        "TEXT_IMAGE": (
            fields(
                {**_TEXTS, **CONDITION, "style": choice(*STYLES)},
                required=("text",),
                dependencies=CONDITION_NEEDS,
            ),
            _NEW,
        ),
        "COLOR_GUIDED_GENERATION": (
            fields(
                {**_TEXTS, "colors": COLORS, "referenceImage": IMAGE}, required=("text", "colors")
            ),
            _NEW,
        ),
        "IMAGE_VARIATION": (
            fields(
                {**_TEXTS, "images": IMAGES, "similarityStrength": SIMILARITY},
                required=("images",),
            ),
            _NEW,
        ),
        "INPAINTING": (fields(_MASKED, required=("image",)), _EDIT),
        "OUTPAINTING": (
            fields(
                {**_MASKED, "outPaintingMode": choice("DEFAULT", "PRECISE")}, required=("image",)
            ),
            _EDIT,
        ),
        "BACKGROUND_REMOVAL": (fields({"image": IMAGE}, required=("image",)), None),
        "VIRTUAL_TRY_ON": (TRY_ON, _EDIT),
    }
)


def bounds(task: str) -> Bounds:
    """Return what a task's pictures may measure: as results do, but for the multiple of 16."""
    del task
    return Bounds(
        least_side=SHORTEST_SIDE,
        most_side=LONGEST_SIDE,
        most_pixels=MOST_PIXELS,
        widest=Fraction(STEEPEST),
    )
