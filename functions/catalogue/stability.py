"""Stability's models since SD3: flat JSON in, `images` and `finish_reasons` out.

Core, SD3.5 Large and Ultra are all the text-to-image that Bedrock has today, and all
but Core may start from an image; their first versions ended and are kept for private
extended access. AWS's page is each row's `source`, checked 2026-11-22. SD3 Large's
seeds and formats are its successor's and Core's (unconfirmed).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from math import sqrt
from typing import Any

from functions.catalogue.canvases import STABILITY_RATIOS, by_ratio
from functions.catalogue.grid import Size
from functions.catalogue.parameters import Number
from functions.catalogue.pictures import PictureRule
from functions.catalogue.prices import PAGE, UNREAD, flat
from functions.catalogue.spec import MEGAPIXEL, Body, ModelSpec, Seeds, Task
from functions.domain.call import (
    Call,
    Filtered,
    InferenceError,
    Painted,
    Pictures,
    UnreadableReply,
    seed_of,
)
from functions.domain.lifecycle import Lifecycle

CHECKED = date(2026, 11, 22)

STRENGTH = Number(
    "strength",
    0,
    1,
    0.35,
    "How far the result may go from the picture: 0 keeps it, 1 does not look at it",
)
"""One meaning for every model, whatever it is on the wire."""


def within_a_megapixel(size: Size, _: Mapping[str, Any]) -> Size:
    """Return an image's size, shrunk to the megapixel that SD3.5 makes (unconfirmed)."""
    shrink = min(1.0, sqrt(MEGAPIXEL / (size[0] * size[1])))
    return max(1, int(size[0] * shrink)), max(1, int(size[1] * shrink))


def encode(call: Call, pictures: Pictures) -> Body:
    """Write the body for one picture; the format is always said, never assumed.

    Fields are named as ours. What a model or task lacks is not in its calls.
    """
    said: Body = {
        "prompt": call.prompt or None,
        "negative_prompt": call.negative_prompt or None,
        "aspect_ratio": call.aspect_ratio,
        "seed": call.seed,
        "output_format": call.output_format,
    }
    fields = {name: value for name, value in said.items() if value is not None}
    return {**fields, **pictures, **call.parameters}


def encode_with_mode(call: Call, pictures: Pictures) -> Body:
    """Write the body for SD3, whose page lets `mode` decide what is required."""
    return {**encode(call, pictures), "mode": call.task.replace("_", "-")}


def decode(body: Body) -> Painted | Filtered:
    """Read a reply. A filtered one is a 200 without `images` and `seeds`.

    Raises:
        InferenceError: `finish_reasons` says "Inference error".
        UnreadableReply: neither a picture nor a reason.
    """
    reasons: list[str | None] = body.get("finish_reasons") or [None]
    reason = reasons[0]
    if reason == "Inference error":
        raise InferenceError(reason)
    if reason is not None:
        return Filtered(reason)
    images = body.get("images") or ()
    if not images:
        raise UnreadableReply("the reply has neither an image nor a finish reason")
    seeds = body.get("seeds") or (None,)
    return Painted(image=images[0], seed=seed_of(seeds[0]))


_SIZED_BY_RATIO = Task(
    canvas=by_ratio(STABILITY_RATIOS), prompt_limit=10_000, negative_prompt_limit=10_000
)
_FROM_AN_IMAGE = Task(
    canvas=None,
    prompt_limit=10_000,
    negative_prompt_limit=10_000,
    parameters=(STRENGTH,),
    # 64 px a side is said of SD3.5 only; no page knows a largest image.
    pictures=(PictureRule(description="The picture to start from"),),
    makes=within_a_megapixel,
)
_ASKED_STRENGTH = replace(STRENGTH, default=None, required=True)
_BOTH = {"text_to_image": _SIZED_BY_RATIO, "image_to_image": _FROM_AN_IMAGE}
_BOTH_ASKED = _BOTH | {"image_to_image": replace(_FROM_AN_IMAGE, parameters=(_ASKED_STRENGTH,))}
_PAGES = "https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-"
_FIRST = date(2024, 9, 4)
_INFERRED = "active by inference: on AWS's parameter pages, in none of its tables of legacy models"
_UNDATED = "launched as announced; its end, by 2025-10-21, is unconfirmed to the day"

CORE = ModelSpec(
    id="stability.stable-image-core-v1:1",
    name="stable-image-core",
    title="Stable Image Core 1.0",
    family="stability",
    provider="Stability AI",
    tasks={"text_to_image": _SIZED_BY_RATIO},
    seeds=Seeds(maximum=4_294_967_295, zero_is_random=True),
    formats=("png", "jpeg"),
    regions=("us-west-2",),
    lifecycle=Lifecycle(state="active"),
    price=flat("0.04", source=PAGE, checked=CHECKED, note=UNREAD),
    encode=encode,
    decode=decode,
    source=f"{_PAGES}stable-image-core-text-image-request-response.html",
    checked=CHECKED,
)
ULTRA = replace(
    CORE,
    id="stability.stable-image-ultra-v1:1",
    name="stable-image-ultra",
    title="Stable Image Ultra 1.0",
    tasks=_BOTH,
    lifecycle=Lifecycle(state="active", note=_INFERRED),
    price=flat("0.14", source=PAGE, checked=CHECKED, note=f"{UNREAD}; others say 0.08"),
    source=f"{_PAGES}stable-ultra-text-image-request-response.html",
)
SD3_5_LARGE = replace(
    CORE,
    id="stability.sd3-5-large-v1:0",
    name="sd3-5-large",
    title="Stable Diffusion 3.5 Large",
    tasks=_BOTH_ASKED,
    seeds=Seeds(maximum=4_294_967_294, zero_is_random=True),
    formats=("png", "jpeg", "webp"),
    lifecycle=Lifecycle(state="active", launched=date(2024, 12, 19), note=_INFERRED),
    price=flat("0.08", source=PAGE, checked=CHECKED, note=f"{UNREAD}; others say 0.065"),
    encode=encode_with_mode,
    source=f"{_PAGES}3-5-large.html",
)

MODELS = (
    CORE,
    SD3_5_LARGE,
    ULTRA,
    replace(
        SD3_5_LARGE,
        id="stability.sd3-large-v1:0",
        name="sd3-large",
        title="Stable Diffusion 3 Large",
        formats=("png", "jpeg"),
        lifecycle=Lifecycle("retired", launched=_FIRST, successor=SD3_5_LARGE.id, note=_UNDATED),
        price=flat("0.08", source=PAGE, checked=CHECKED, note=UNREAD),
        source=f"{_PAGES}3-text-image.html",
    ),
    replace(
        CORE,
        id="stability.stable-image-core-v1:0",
        name="stable-image-core-v1-0",
        title="Stable Image Core 1.0, first version",
        lifecycle=Lifecycle("retired", launched=_FIRST, successor=CORE.id, note=_UNDATED),
    ),
    replace(
        ULTRA,
        id="stability.stable-image-ultra-v1:0",
        name="stable-image-ultra-v1-0",
        title="Stable Image Ultra 1.0, first version",
        lifecycle=Lifecycle("retired", launched=_FIRST, successor=ULTRA.id, note=_UNDATED),
    ),
)
