"""VIRTUAL_TRY_ON, which only Nova Canvas has: what a reference shows, put on a source.

https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-vto.html
checked 2026-11-22. It takes no text. Masks of other types than `maskType` may be
sent along and mean nothing (unconfirmed), and so are the defaults of `maskShape`
for garments and of `mergeStyle`.
"""

from collections.abc import Mapping
from typing import Any

from emulator.families.amazon.fields import FLAG, IMAGE, choice, fields, words
from emulator.families.amazon.intake import Intake
from emulator.families.amazon.masks import BLACK, mask_of
from emulator.families.amazon.work import Work
from emulator.pictures import Picture
from emulator.schema import Schema

GARMENTS = (
    "UPPER_BODY",
    "LOWER_BODY",
    "FULL_BODY",
    "FOOTWEAR",
    "LONG_SLEEVE_SHIRT",
    "SHORT_SLEEVE_SHIRT",
    "NO_SLEEVE_SHIRT",
    "OTHER_UPPER_BODY",
    "LONG_PANTS",
    "SHORT_PANTS",
    "OTHER_LOWER_BODY",
    "LONG_DRESS",
    "SHORT_DRESS",
    "FULL_BODY_OUTFIT",
    "OTHER_FULL_BODY",
    "SHOES",
    "BOOTS",
    "OTHER_FOOTWEAR",
)
_SHAPE = choice("CONTOUR", "BOUNDING_BOX", "DEFAULT")
_KEPT = choice("ON", "OFF", "DEFAULT")
_STYLING = {
    "longSleeveStyle": choice("SLEEVE_DOWN", "SLEEVE_UP"),
    "tuckingStyle": choice("UNTUCKED", "TUCKED"),
    "outerLayerStyle": choice("CLOSED", "OPEN"),
}
_MASKS = {"IMAGE": "imageBasedMask", "GARMENT": "garmentBasedMask", "PROMPT": "promptBasedMask"}

PARAMETERS: Schema = {
    **fields(
        {
            "sourceImage": IMAGE,
            "referenceImage": IMAGE,
            "maskType": choice(*_MASKS),
            "imageBasedMask": fields({"maskImage": IMAGE}, required=("maskImage",)),
            "garmentBasedMask": fields(
                {
                    "maskShape": _SHAPE,
                    "garmentClass": choice(*GARMENTS),
                    "garmentStyling": fields(_STYLING),
                },
                required=("garmentClass",),
            ),
            "promptBasedMask": fields(
                {"maskShape": _SHAPE, "maskPrompt": words(1024)}, required=("maskPrompt",)
            ),
            "maskExclusions": fields(
                {"preserveBodyPose": _KEPT, "preserveHands": _KEPT, "preserveFace": _KEPT}
            ),
            "mergeStyle": choice("BALANCED", "SEAMLESS", "DETAILED"),
            "returnMask": FLAG,
        },
        required=("sourceImage", "referenceImage", "maskType"),
    ),
    "discriminator": {
        "propertyName": "maskType",
        "mapping": {
            kind: {"type": "object", "open": True, "required": [mask]}
            for kind, mask in _MASKS.items()
        },
    },
}


def virtual_try_on(parameters: Mapping[str, Any], intake: Intake) -> Work:
    """Read VIRTUAL_TRY_ON: the source's size is the result's."""
    source = intake.picture(parameters, "sourceImage")
    reference = intake.picture(parameters, "referenceImage")
    mask, options = _MASK_READERS[parameters["maskType"]](parameters, intake, source)
    exclusions = parameters.get("maskExclusions", {})
    return Work(
        job="virtual_try_on",
        materials={"image": source.raw, "reference_image": reference.raw, **mask},
        options={
            **options,
            "merge_style": parameters.get("mergeStyle", "BALANCED"),
            "preserve_body_pose": exclusions.get("preserveBodyPose", "DEFAULT"),
            "preserve_hands": exclusions.get("preserveHands", "DEFAULT"),
            "preserve_face": exclusions.get("preserveFace", "DEFAULT"),
        },
        size=source.size,
        mask_paint=BLACK if parameters.get("returnMask") else None,
    )


_Read = tuple[dict[str, bytes], dict[str, Any]]


def _by_image(parameters: Mapping[str, Any], intake: Intake, source: Picture) -> _Read:
    name = _MASKS["IMAGE"]
    return {"mask": mask_of(parameters[name], intake.within(name), source, paint=BLACK)}, {}


def _by_garment(parameters: Mapping[str, Any], intake: Intake, source: Picture) -> _Read:
    del intake, source
    mask = parameters[_MASKS["GARMENT"]]
    styling = mask.get("garmentStyling", {})
    return {}, {
        "garment_class": mask["garmentClass"],
        "mask_shape": mask.get("maskShape", "DEFAULT"),
        "long_sleeve_style": styling.get("longSleeveStyle"),
        "tucking_style": styling.get("tuckingStyle"),
        "outer_layer_style": styling.get("outerLayerStyle", "CLOSED"),
    }


def _by_prompt(parameters: Mapping[str, Any], intake: Intake, source: Picture) -> _Read:
    """A bounding box is the default of a mask from words, says the page."""
    del intake, source
    mask = parameters[_MASKS["PROMPT"]]
    shape = mask.get("maskShape", "DEFAULT")
    return {}, {
        "region": mask["maskPrompt"],
        "mask_shape": "BOUNDING_BOX" if shape == "DEFAULT" else shape,
    }


_MASK_READERS = {"IMAGE": _by_image, "GARMENT": _by_garment, "PROMPT": _by_prompt}
