"""Tasks that work on a picture and keep its size.

The mask is a picture or words, exactly one of them. What is black is repainted by
INPAINTING, what is white by OUTPAINTING: "inpainting and outpainting requests are
opposites in regard to the color requirements of the mask images". `returnMask` is not
offered: an image of ours is one picture, and a mask beside it would be lost.
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
checked 2026-11-22.
"""

from functions.catalogue.amazon.limits import Limits
from functions.catalogue.amazon.wire import own, shouted, texts
from functions.catalogue.parameters import Choice, Words
from functions.catalogue.pictures import MaskRule
from functions.catalogue.spec import Body, Task
from functions.domain.call import Call, Pictures

INPAINTED = MaskRule(repaints="black", grey=False, or_words="mask_prompt")
OUTPAINTED = MaskRule(repaints="white", grey=False, or_words="mask_prompt")

OUTPAINTING_MODE = Choice(
    "outpainting_mode",
    ("default", "precise"),
    "default",
    "Whether what is kept may be retouched along the edge (default), or not at all (precise)",
)


def mask_prompt(limits: Limits, description: str) -> Words:
    """Return the words that name a region, instead of a mask."""
    return Words("mask_prompt", limits.words, description)


def inpaint(limits: Limits) -> Task:
    """Return the task of repainting a part; without a prompt, its background fills it."""
    words = mask_prompt(limits, "What is repainted, in words, instead of a mask: the windows")
    return limits.task(
        words,
        prompt_required=False,
        pictures=(limits.image("The picture to repaint a part of"),),
        mask=INPAINTED,
    )


def erase(limits: Limits) -> Task:
    """Return the task of removing something: INPAINTING, whose text is left out.

    "To remove an element from an image, provide a mask that fully encompasses the thing
    you want to remove, and omit the text parameter", says
    https://docs.aws.amazon.com/nova/latest/userguide/prompting-image-inpainting.html
    (checked 2026-11-22), and Titan's page that the background then fills the mask.
    """
    words = mask_prompt(limits, "What is removed, in words, instead of a mask: the parked car")
    image = limits.image("The picture to remove something from")
    return limits.task(words, texts=False, prompt_required=False, pictures=(image,), mask=INPAINTED)


def outpaint(limits: Limits, *, prompt_required: bool) -> Task:
    """Return the task of painting anew what surrounds the subject of a picture."""
    words = mask_prompt(limits, "What is kept, in words, instead of a mask: the house")
    return limits.task(
        words,
        OUTPAINTING_MODE,
        prompt_required=prompt_required,
        pictures=(limits.image("The picture whose surroundings are painted anew"),),
        mask=OUTPAINTED,
    )


def remove_background(limits: Limits) -> Task:
    """Return the task of leaving the subject alone, on transparency."""
    image = limits.image("The picture to take the background from")
    return Task(canvas=None, prompt_limit=0, prompt_required=False, pictures=(image,), seeded=False)


def write_masked(call: Call, pictures: Pictures) -> Body:
    """Write the parameters of INPAINTING, and of OUTPAINTING."""
    mask = {"maskImage": pictures["mask"]} if "mask" in pictures else {}
    return {
        **texts(call),
        "image": pictures["image"],
        **mask,
        **own(call, {"mask_prompt": "maskPrompt"}),
        **shouted(call, {"outpainting_mode": "outPaintingMode"}),
    }


def write_background(_: Call, pictures: Pictures) -> Body:
    """Write the parameters of BACKGROUND_REMOVAL."""
    return {"image": pictures["image"]}
