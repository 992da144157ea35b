"""SDXL 1.0 from an image, and within a mask.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-image-image.html
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-image-image-mask.html
checked 2026-11-22. That the image must have one of the model's sizes, which formats it
reads, and the colours' meaning in a mask are as Stability published them (unconfirmed).
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from functions.catalogue.parameters import Number
from functions.catalogue.pictures import MaskRule, PictureRule
from functions.catalogue.spec import Body, Task
from functions.domain.call import Pictures

PAGES = "https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-"

STRENGTH = Number(
    "strength",
    0,
    1,
    0.65,
    "How far the result may go from the picture: 0 keeps it, 1 does not look at it. "
    "On SDXL's wire `image_strength` is the opposite: 1 less this",
)


def tasks(text_to_image: Task) -> Mapping[str, Task]:
    """Return the tasks that work on an image, from the one that works on words."""
    sizes = text_to_image.canvas.sizes if text_to_image.canvas else ()
    image = PictureRule(formats=("png", "jpeg"), sizes=sizes)
    edit = replace(text_to_image, canvas=None)
    return {
        "image_to_image": replace(
            edit,
            parameters=(STRENGTH, *edit.parameters),
            pictures=(replace(image, description="The picture to start from"),),
            source=f"{PAGES}1-0-image-image.html",
        ),
        "inpaint": replace(
            edit,
            pictures=(replace(image, description="The picture to repaint a part of"),),
            mask=MaskRule(),
            source=f"{PAGES}1-0-image-image-mask.html",
        ),
    }


def encode(body: Body, pictures: Pictures) -> Body:
    """Add the pictures of a call to its body, and say what they are for."""
    if not pictures:
        return body
    if "mask" in pictures:
        mask = {"mask_source": "MASK_IMAGE_WHITE", "mask_image": pictures["mask"]}
        return {**body, "init_image": pictures["image"], **mask}
    # In decimals, so that 0.7 becomes 0.3 and not 0.30000000000000004.
    kept = float(1 - Decimal(str(body["strength"])))
    others = {name: value for name, value in body.items() if name != "strength"}
    mode = {"init_image_mode": "IMAGE_STRENGTH", "image_strength": kept}
    return {**others, "init_image": pictures["image"], **mode}
