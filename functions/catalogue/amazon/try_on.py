"""VIRTUAL_TRY_ON, which only Nova Canvas has: what a reference shows, put on an image.

It takes no text. The region is a mask, a garment's class or words, exactly one of
them; which one is `maskType` on the wire. Where the page names no default, nothing is
sent. `returnMask` is not offered: an image of ours is one picture.
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-vto.html
checked 2026-11-22.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from functions.catalogue.amazon.editing import INPAINTED, mask_prompt
from functions.catalogue.amazon.limits import Limits
from functions.catalogue.amazon.wire import filled, own, shouted
from functions.catalogue.parameters import Choice
from functions.catalogue.spec import Body, Task
from functions.domain.call import Call, Pictures
from functions.domain.errors import Fault
from functions.domain.request import GenerationRequest

GARMENTS = (
    "upper_body",
    "lower_body",
    "full_body",
    "footwear",
    "long_sleeve_shirt",
    "short_sleeve_shirt",
    "no_sleeve_shirt",
    "other_upper_body",
    "long_pants",
    "short_pants",
    "other_lower_body",
    "long_dress",
    "short_dress",
    "full_body_outfit",
    "other_full_body",
    "shoes",
    "boots",
    "other_footwear",
)
KEPT = ("on", "off", "default")

GARMENT_CLASS = Choice(
    "garment_class", GARMENTS, None, "The kind of garment to replace, instead of a mask"
)
STYLING = (
    Choice("long_sleeve_style", ("sleeve_down", "sleeve_up"), None, "How long sleeves are worn"),
    Choice("tucking_style", ("untucked", "tucked"), None, "How an upper garment is worn"),
    Choice("outer_layer_style", ("closed", "open"), None, "How a jacket or coat is worn"),
)
MASK_SHAPE = Choice(
    "mask_shape",
    ("contour", "bounding_box", "default"),
    None,
    "Whether the region found follows the outline or is a box around it: a box leaves "
    "room for what has another shape",
)
EXCLUSIONS = (
    Choice("preserve_body_pose", KEPT, None, "Whether the body's pose is kept as it is"),
    Choice("preserve_hands", KEPT, None, "Whether hands are kept as they are"),
    Choice("preserve_face", KEPT, None, "Whether the face is kept as it is"),
)
MERGE_STYLE = Choice(
    "merge_style",
    ("balanced", "seamless", "detailed"),
    None,
    "Balanced protects what lies outside of the region; seamless blends its edge best; "
    "detailed shows the finest detail of the reference",
)

WAYS = "a mask, parameters.garment_class or parameters.mask_prompt"
_STYLING = {
    "long_sleeve_style": "longSleeveStyle",
    "tucking_style": "tuckingStyle",
    "outer_layer_style": "outerLayerStyle",
}
_EXCLUSIONS = {
    "preserve_body_pose": "preserveBodyPose",
    "preserve_hands": "preserveHands",
    "preserve_face": "preserveFace",
}


def virtual_try_on(limits: Limits) -> Task:
    """Return the task of putting on an image what a reference shows."""
    words = mask_prompt(limits, "What is replaced, in words, instead of a mask: the sofa")
    own_parameters = (words, GARMENT_CLASS, *STYLING, MASK_SHAPE, *EXCLUSIONS, MERGE_STYLE)
    return limits.task(
        *own_parameters,
        texts=False,
        prompt_required=False,
        pictures=(
            limits.image("The person, or the room, to put something on or into"),
            limits.image("The garment, or the object, to put there", part="reference_image"),
        ),
        mask=replace(INPAINTED, required=False, as_image_alpha=False),
        check=check,
    )


def check(request: GenerationRequest) -> Iterator[Fault]:
    """Yield what does not belong together: two ways to say the region, or none.

    A mask beside words is told where masks are read.
    """
    masked = "mask" in request.pictures
    worded = "mask_prompt" in request.parameters
    garment = "garment_class" in request.parameters
    if not (masked or worded or garment):
        yield Fault("/mask", "required", f"say where: send {WAYS}")
    if garment and (masked or worded):
        yield Fault("/parameters/garment_class", "conflict", f"send exactly one of {WAYS}")
    if not garment:
        yield from _without(request, _STYLING, "needs garment_class, whose wearing it describes")
    if masked:
        why = "is for a region that the model finds; your mask has its shape"
        yield from _without(request, ("mask_shape",), why)


def write(call: Call, pictures: Pictures) -> Body:
    """Write the parameters of VIRTUAL_TRY_ON."""
    return {
        "sourceImage": pictures["image"],
        "referenceImage": pictures["reference_image"],
        **_region(call, pictures),
        **filled(maskExclusions=shouted(call, _EXCLUSIONS)),
        **shouted(call, {"merge_style": "mergeStyle"}),
    }


def _without(request: GenerationRequest, names: Iterable[str], why: str) -> Iterator[Fault]:
    for name in names:
        if name in request.parameters:
            yield Fault(f"/parameters/{name}", "conflict", f"{why}; leave it out")


def _region(call: Call, pictures: Pictures) -> Body:
    shape = shouted(call, {"mask_shape": "maskShape"})
    if "mask" in pictures:
        return {"maskType": "IMAGE", "imageBasedMask": {"maskImage": pictures["mask"]}}
    if "garment_class" in call.parameters:
        garment = shouted(call, {"garment_class": "garmentClass"})
        worn = filled(garmentStyling=shouted(call, _STYLING))
        return {"maskType": "GARMENT", "garmentBasedMask": {**shape, **garment, **worn}}
    words = own(call, {"mask_prompt": "maskPrompt"})
    return {"maskType": "PROMPT", "promptBasedMask": {**shape, **words}}
