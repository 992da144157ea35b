"""Amazon's envelope, which Titan and Nova share: a task in, `images` and `error` out.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
checked 2026-11-22.
"""

from collections.abc import Mapping
from typing import Any

from functions.catalogue.spec import Body
from functions.domain.call import Call, Filtered, Painted, Pictures, UnreadableReply

OF_TEXT = {"visual_style": "style"}
OF_CONFIG = {"cfg_scale": "cfgScale", "quality": "quality"}
"""Our names and the wire's, by the part of the body in which a parameter stands."""


def encode(call: Call, _pictures: Pictures) -> Body:
    """Write the body for one picture; width and height are always said."""
    negative: Body = {"negativeText": call.negative_prompt} if call.negative_prompt else {}
    return {
        "taskType": "TEXT_IMAGE",
        "textToImageParams": {
            "text": call.prompt,
            **negative,
            **_own(call.parameters, OF_TEXT),
        },
        "imageGenerationConfig": {
            "numberOfImages": 1,
            "width": call.width,
            "height": call.height,
            "seed": call.seed,
            **_own(call.parameters, OF_CONFIG),
        },
    }


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


def _own(parameters: Mapping[str, Any], names: Mapping[str, str]) -> Body:
    return {names[name]: value for name, value in parameters.items() if name in names}
