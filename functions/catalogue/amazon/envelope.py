"""Amazon's envelope, which Titan and Nova share: a task in, `images` and `error` out.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
checked 2026-11-22.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from functions.catalogue.amazon import editing, generation, try_on
from functions.catalogue.amazon.wire import own
from functions.catalogue.spec import Body
from functions.domain.call import Call, Filtered, Painted, Pictures, UnreadableReply


class Form(NamedTuple):
    """How a task of ours is written.

    Attributes:
        task: Amazon's word for it.
        key: Where its parameters stand.
        write: Writes them.
        sized: Whether the result's size is asked for; an edit keeps its image's. Nova
            refuses a size there; Titan's samples send one, which means nothing.
        configured: Whether an `imageGenerationConfig` stands beside the parameters.
    """

    task: str
    key: str
    write: Callable[[Call, Pictures], Body]
    sized: bool = False
    configured: bool = True


FORMS: Mapping[str, Form] = {
    "text_to_image": Form("TEXT_IMAGE", "textToImageParams", generation.write_text, sized=True),
    "control_structure": Form(
        "TEXT_IMAGE", "textToImageParams", generation.write_layout, sized=True
    ),
    "color_guided": Form(
        "COLOR_GUIDED_GENERATION",
        "colorGuidedGenerationParams",
        generation.write_colors,
        sized=True,
    ),
    "variation": Form(
        "IMAGE_VARIATION", "imageVariationParams", generation.write_variation, sized=True
    ),
    "inpaint": Form("INPAINTING", "inPaintingParams", editing.write_masked),
    "erase": Form("INPAINTING", "inPaintingParams", editing.write_masked),
    "outpaint": Form("OUTPAINTING", "outPaintingParams", editing.write_masked),
    "remove_background": Form(
        "BACKGROUND_REMOVAL",
        "backgroundRemovalParams",
        editing.write_background,
        configured=False,
    ),
    "virtual_try_on": Form("VIRTUAL_TRY_ON", "virtualTryOnParams", try_on.write),
}


def encode(call: Call, pictures: Pictures) -> Body:
    """Write the body for one picture; where a size can be asked, it always is."""
    form = FORMS[call.task]
    body: Body = {"taskType": form.task, form.key: form.write(call, pictures)}
    if form.configured:
        body["imageGenerationConfig"] = _config(call, form)
    return body


def decode(body: Body) -> Painted | Filtered:
    """Read a reply; `error` speaks only where no picture came.

    Raises:
        UnreadableReply: neither a picture nor an error.
    """
    images = body.get("images") or ()
    if images:
        return Painted(image=images[0])
    if body.get("error"):
        return Filtered(str(body["error"]))
    raise UnreadableReply("the reply has neither an image nor an error")


def _config(call: Call, form: Form) -> Body:
    size: Body = {"width": call.width, "height": call.height} if form.sized else {}
    own_names = {"cfg_scale": "cfgScale", "quality": "quality"}
    return {"numberOfImages": 1, **size, "seed": call.seed, **own(call, own_names)}
