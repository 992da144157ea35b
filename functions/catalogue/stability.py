"""Stability's current models: flat JSON in, `images` and `finish_reasons` out.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-image-core-text-image-request-response.html
checked 2026-11-22.
"""

from datetime import date

from functions.catalogue.canvases import STABILITY_RATIOS, by_ratio
from functions.catalogue.prices import PAGE, UNREAD, flat
from functions.catalogue.spec import Body, Lifecycle, ModelSpec, Seeds, Task
from functions.domain.call import (
    Call,
    Filtered,
    InferenceError,
    Painted,
    UnreadableReply,
    seed_of,
)

CHECKED = date(2026, 11, 22)


def encode(call: Call) -> Body:
    """Write the body for one picture; the format is always said, never assumed."""
    body: Body = {
        "prompt": call.prompt,
        "aspect_ratio": call.aspect_ratio,
        "seed": call.seed,
        "output_format": call.output_format,
    }
    if call.negative_prompt:
        body["negative_prompt"] = call.negative_prompt
    return body


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


MODELS = (
    ModelSpec(
        id="stability.stable-image-core-v1:1",
        name="stable-image-core",
        title="Stable Image Core 1.0",
        family="stability",
        provider="Stability AI",
        tasks={
            "text_to_image": Task(
                canvas=by_ratio(STABILITY_RATIOS),
                prompt_limit=10_000,
                negative_prompt_limit=10_000,
            )
        },
        seeds=Seeds(maximum=4_294_967_295, zero_is_random=True),
        formats=("png", "jpeg"),
        regions=("us-west-2",),
        lifecycle=Lifecycle(state="active"),
        price=flat("0.04", source=PAGE, checked=CHECKED, note=UNREAD),
        encode=encode,
        decode=decode,
        source="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-image-core-text-image-request-response.html",
        checked=CHECKED,
    ),
)
