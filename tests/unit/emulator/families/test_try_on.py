"""Virtual try-on on the wire: three ways to say where, and how it is put together."""

import base64
from typing import Any

import cv2
import numpy as np
import pytest

from emulator.families.try_on import GARMENTS
from emulator.refusal import Refusal
from tests.unit.emulator.drawn import a_picture
from tests.unit.emulator.families.amazon import (
    GARMENT,
    MASK,
    NOVA,
    PICTURE,
    WIDE,
    asking,
    read,
)

AT = "#/virtualTryOnParams"


def trying(kind: str, **more: Any) -> dict[str, Any]:
    return asking("VIRTUAL_TRY_ON", "garmentBasedMask", maskType=kind, **more)


def refusal_of(body: dict[str, Any]) -> str:
    with pytest.raises(Refusal) as refused:
        read(NOVA, body)
    assert refused.value.type == "ValidationException"
    return refused.value.message


def test_a_mask_by_image_repaints_what_is_black() -> None:
    (commission,) = read(NOVA, trying("IMAGE", imageBasedMask={"maskImage": MASK}))

    file = np.frombuffer(commission.material("mask") or b"", np.uint8)
    mask = cv2.imdecode(file, cv2.IMREAD_UNCHANGED)
    assert (mask[:, : WIDE // 2] == 255).all()
    assert (mask[:, WIDE // 2 :] == 0).all()
    assert commission.material("image") == base64.b64decode(PICTURE)
    assert commission.material("reference_image") == base64.b64decode(GARMENT)


@pytest.mark.parametrize(
    ("mask", "shape"),
    [
        ({"maskPrompt": "the sofa"}, "BOUNDING_BOX"),
        ({"maskPrompt": "the sofa", "maskShape": "DEFAULT"}, "BOUNDING_BOX"),
        ({"maskPrompt": "the sofa", "maskShape": "CONTOUR"}, "CONTOUR"),
    ],
)
def test_a_mask_by_words_is_a_box_unless_it_says_otherwise(
    mask: dict[str, str], shape: str
) -> None:
    (commission,) = read(NOVA, trying("PROMPT", promptBasedMask=mask))

    assert commission.option("region") == "the sofa"
    assert commission.option("mask_shape") == shape
    assert commission.words == ["the sofa"]


def test_a_garment_brings_its_styling_along() -> None:
    mask = {
        "garmentClass": "LONG_SLEEVE_SHIRT",
        "maskShape": "CONTOUR",
        "garmentStyling": {
            "longSleeveStyle": "SLEEVE_UP",
            "tuckingStyle": "TUCKED",
            "outerLayerStyle": "OPEN",
        },
    }
    exclusions = {"preserveBodyPose": "ON", "preserveHands": "OFF", "preserveFace": "ON"}

    (commission,) = read(
        NOVA,
        trying("GARMENT", garmentBasedMask=mask, maskExclusions=exclusions, mergeStyle="SEAMLESS"),
    )

    assert dict(commission.options) == {
        "garment_class": "LONG_SLEEVE_SHIRT",
        "long_sleeve_style": "SLEEVE_UP",
        "mask_shape": "CONTOUR",
        "merge_style": "SEAMLESS",
        "outer_layer_style": "OPEN",
        "preserve_body_pose": "ON",
        "preserve_face": "ON",
        "preserve_hands": "OFF",
        "tucking_style": "TUCKED",
    }


@pytest.mark.parametrize("garment", GARMENTS)
def test_every_garment_of_the_page_can_be_tried_on(garment: str) -> None:
    (commission,) = read(NOVA, trying("GARMENT", garmentBasedMask={"garmentClass": garment}))

    assert commission.option("garment_class") == garment


@pytest.mark.parametrize(
    ("kind", "mask"),
    [
        ("IMAGE", "imageBasedMask"),
        ("GARMENT", "garmentBasedMask"),
        ("PROMPT", "promptBasedMask"),
    ],
)
def test_each_mask_type_needs_its_own_object(kind: str, mask: str) -> None:
    others = {
        "imageBasedMask": {"maskImage": MASK},
        "garmentBasedMask": {"garmentClass": "SHOES"},
        "promptBasedMask": {"maskPrompt": "shoes"},
    }
    del others[mask]

    assert f"{AT}: required key [{mask}] not found" in refusal_of(trying(kind, **others))


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (trying("BODY"), f"{AT}/maskType: BODY is not a valid enum value"),
        (
            asking("VIRTUAL_TRY_ON", "maskType"),
            f"{AT}: required key [maskType] not found",
        ),
        (
            asking("VIRTUAL_TRY_ON", "sourceImage"),
            f"{AT}: required key [sourceImage] not found",
        ),
        (
            asking("VIRTUAL_TRY_ON", "referenceImage"),
            f"{AT}: required key [referenceImage] not found",
        ),
        (
            trying("IMAGE", imageBasedMask={}),
            f"{AT}/imageBasedMask: required key [maskImage] not found",
        ),
        (
            trying("GARMENT", garmentBasedMask={"maskShape": "CONTOUR"}),
            f"{AT}/garmentBasedMask: required key [garmentClass] not found",
        ),
        (
            trying("PROMPT", promptBasedMask={}),
            f"{AT}/promptBasedMask: required key [maskPrompt] not found",
        ),
        (
            trying("GARMENT", garmentBasedMask={"garmentClass": "HAT"}),
            f"{AT}/garmentBasedMask/garmentClass: HAT is not a valid enum value",
        ),
        (
            trying("GARMENT", garmentBasedMask={"garmentClass": "SHOES", "maskShape": "ROUND"}),
            f"{AT}/garmentBasedMask/maskShape: ROUND is not a valid enum value",
        ),
        (
            asking("VIRTUAL_TRY_ON", maskExclusions={"preserveHair": "ON"}),
            f"{AT}/maskExclusions: extraneous key [preserveHair] is not permitted",
        ),
        (
            asking("VIRTUAL_TRY_ON", maskExclusions={"preserveFace": True}),
            f"{AT}/maskExclusions/preserveFace: expected type: String, found: Boolean",
        ),
        (
            asking("VIRTUAL_TRY_ON", mergeStyle="SHARP"),
            f"{AT}/mergeStyle: SHARP is not a valid enum value",
        ),
        (
            asking("VIRTUAL_TRY_ON", returnMask="true"),
            f"{AT}/returnMask: expected type: Boolean, found: String",
        ),
        (
            asking("VIRTUAL_TRY_ON", text="a red shirt"),
            f"{AT}: extraneous key [text] is not permitted",
        ),
        (
            trying("IMAGE", imageBasedMask={"maskImage": a_picture(WIDE, 331)}),
            f"Invalid image at {AT}/imageBasedMask/maskImage: it has 400x331 px, "
            "and its image 400x330: both must be of one size.",
        ),
        (
            asking("VIRTUAL_TRY_ON", referenceImage=a_picture(319, 320)),
            f"Invalid image at {AT}/referenceImage: it has 319x320 px",
        ),
    ],
)
def test_what_the_page_does_not_allow_is_refused_in_words(
    body: dict[str, Any], sentence: str
) -> None:
    assert sentence in refusal_of(body)


def test_the_mask_is_shown_in_the_page_s_colours() -> None:
    *_, mask = read(NOVA, asking("VIRTUAL_TRY_ON", returnMask=True))

    assert mask.option("mask_paint") == "black"
