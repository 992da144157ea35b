"""SDXL 1.0 from an image, and within a mask.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-image-image.html
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-image-image-mask.html
checked 2026-11-22. AWS names `step_schedule_*` without saying what is in it: its fields
and defaults are those of Stability's own API, as is 0.35 for `image_strength`. That the
image has one of the model's sizes is unconfirmed; so is what becomes of fields that do
not go together, of which working clients send several: the mask decides before the
mode, and the mode before the numbers. AWS's page requires `mask_image` of everyone,
Stability's not of INIT_IMAGE_ALPHA.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from emulator.commission import Commission
from emulator.families.bounds import ANY, Bounds, taken, without
from emulator.pictures import Mask, Picture
from emulator.refusal import malformed
from emulator.schema import Schema

DEFAULT_IMAGE_STRENGTH = 0.35
DEFAULT_START = 0.65

_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
FIELDS: Schema = {
    "init_image": {"type": "string"},
    "init_image_mode": {"type": "string", "enum": ["IMAGE_STRENGTH", "STEP_SCHEDULE"]},
    "image_strength": _SHARE,
    "step_schedule_start": _SHARE,
    "step_schedule_end": _SHARE,
    "start_schedule": _SHARE,
    "mask_source": {
        "type": "string",
        "enum": ["MASK_IMAGE_WHITE", "MASK_IMAGE_BLACK", "INIT_IMAGE_ALPHA"],
    },
    "mask_image": {"type": "string"},
}
"""`start_schedule` is on no page: the notebook of AWS's workshop sends it for the start
of the schedule. https://github.com/aws-samples/amazon-bedrock-workshop"""


def edits(body: dict[str, Any]) -> bool:
    """Say whether a body works on an image."""
    return not FIELDS.keys().isdisjoint(body)


def edited(
    commission: Commission, body: dict[str, Any], sizes: Sequence[tuple[int, int]]
) -> Commission:
    """Let a commission work on the body's image, whose size it takes."""
    if "init_image" not in body:
        raise malformed(without("init_image"))
    image = taken(body, "init_image", Bounds(sizes=tuple(sizes)))
    _refuse_another_size(body, image)
    width, height = image.size
    commission = replace(commission, width=width, height=height, materials=(("image", image.raw),))
    if "mask_source" in body or "mask_image" in body:
        return _within_mask(commission, body, image)
    return _from_image(commission, body)


def _from_image(commission: Commission, body: dict[str, Any]) -> Commission:
    """Turn both ways to say it into the strength at which 1 ignores the image.

    The steps that a schedule skips at its end are not painted: less detail.
    """
    strength = 1 - body.get("image_strength", DEFAULT_IMAGE_STRENGTH)
    detail = commission.detail
    if body.get("init_image_mode") == "STEP_SCHEDULE":
        strength = body.get("step_schedule_start", DEFAULT_START)
        detail *= 1 - body.get("step_schedule_end", 0)
    elif "image_strength" not in body:
        strength = body.get("start_schedule", strength)
    return replace(
        commission, job="image_to_image", detail=detail, options=(("strength", strength),)
    )


def _within_mask(commission: Commission, body: dict[str, Any], image: Picture) -> Commission:
    mask = ("mask", _mask(body, image).png())
    return replace(
        commission,
        job="inpaint",
        materials=(*commission.materials, mask),
        options=(("grow_mask", 0),),
    )


def _mask(body: dict[str, Any], image: Picture) -> Mask:
    if "mask_source" not in body:
        raise malformed(without("mask_source"))
    source = body["mask_source"]
    if source == "INIT_IMAGE_ALPHA":
        mask = Mask.of_opacity(image)
        if mask is None:
            raise malformed("#/init_image: it has no transparent pixels to be replaced")
        return mask
    if "mask_image" not in body:
        raise malformed(without("mask_image"))
    mask = Mask.of(taken(body, "mask_image", ANY))
    if mask.size != image.size:
        raise malformed(
            "#/mask_image: it has {}x{} px, and the image {}x{}".format(*mask.size, *image.size)
        )
    return mask.inverted() if source == "MASK_IMAGE_BLACK" else mask


def _refuse_another_size(body: dict[str, Any], image: Picture) -> None:
    """Refuse a width or height that is not the image's."""
    for field, pixels in zip(("width", "height"), image.size, strict=True):
        if body.get(field, pixels) != pixels:
            raise malformed(f"#/{field}: {body[field]} is not the image's, which is {pixels}")
