"""Stable Image Core and Ultra, SD3 and SD3.5: flat JSON in, one picture out.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-image-core-text-image-request-response.html
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-ultra-text-image-request-response.html
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-text-image.html
checked 2026-11-22. The pages write "JPEG, PNG" while working clients send lower
case: both are taken. PNG as the default is unconfirmed, and so is that unknown
keys are refused. SD3's formats and largest seed are taken from its siblings'
pages (unconfirmed).
"""

from collections.abc import Sequence
from typing import Any

from emulator.commission import Commission, Wish
from emulator.families.page import Page
from emulator.families.wording import ASPECT_RATIOS, seed_or_random
from emulator.filters import Verdict
from emulator.refusal import invalid
from emulator.schema import Schema

SHOWS_FILTERED: bool = False

_IMAGE_TO_IMAGE = ("image", "strength")
_REASONS = {
    Verdict.PROMPT_FILTERED: "Filter reason: prompt",
    Verdict.OUTPUT_FILTERED: "Filter reason: output image",
    Verdict.INPUT_FILTERED: "Filter reason: input image",
    Verdict.INFERENCE_FAILED: "Inference error",
}


def _page(*, seeds: int, formats: Sequence[str], modes: Sequence[str] = ()) -> Page:
    """Write one model's page; those with modes can also start from an image."""
    fields: Schema = {
        "prompt": {"type": "string", "maxLength": 10_000},
        "negative_prompt": {"type": "string", "maxLength": 10_000},
        "aspect_ratio": {"type": "string", "enum": list(ASPECT_RATIOS)},
        "output_format": {"type": "string", "enum": [*formats, *map(str.upper, formats)]},
        "seed": {"type": "integer", "minimum": 0, "maximum": seeds},
    }
    if modes:
        fields |= {"mode": {"type": "string", "enum": list(modes)}}
        fields |= {name: {"type": "any"} for name in _IMAGE_TO_IMAGE}
    return Page(
        schema={"type": "object", "required": ["prompt"], "properties": fields},
        inputs=("TEXT", "IMAGE") if modes else ("TEXT",),
    )


_CORE = _page(seeds=4_294_967_295, formats=("jpeg", "png"))
_ULTRA = _page(seeds=4_294_967_295, formats=("jpeg", "png"), modes=("text-to-image",))
_BOTH_MODES = ("text-to-image", "image-to-image")
_SD3 = _page(seeds=4_294_967_294, formats=("jpeg", "png"), modes=_BOTH_MODES)
_SD3_5 = _page(seeds=4_294_967_294, formats=("jpeg", "png", "webp"), modes=_BOTH_MODES)
_PAGES = {
    "stability.stable-image-ultra-v1:0": _ULTRA,
    "stability.stable-image-ultra-v1:1": _ULTRA,
    "stability.sd3-large-v1:0": _SD3,
    "stability.sd3-5-large-v1:0": _SD3_5,
}


def page(model: str) -> Page:
    """Return a model's page; Core's is the smallest, so it serves for any other."""
    return _PAGES.get(model, _CORE)


def read(model: str, body: dict[str, Any]) -> list[Commission]:
    """Read a body that keeps to the model's page."""
    _refuse_images(body)
    width, height = ASPECT_RATIOS[body.get("aspect_ratio", "1:1")]
    wishes = [Wish(body["prompt"])]
    if body.get("negative_prompt"):
        wishes.append(Wish(body["negative_prompt"], weight=-1.0))
    seeds = page(model).schema["properties"]["seed"]
    return [
        Commission(
            model=model,
            wishes=tuple(wishes),
            width=width,
            height=height,
            seed=seed_or_random(body.get("seed", 0), seeds["maximum"]),
            format=body.get("output_format", "png").lower(),
        )
    ]


def answer(commissions: Sequence[Commission], images: Sequence[str]) -> dict[str, Any]:
    """Write the reply; seeds are integers in AWS's samples, strings in its text."""
    return {
        "seeds": [commission.seed for commission in commissions],
        "finish_reasons": [None] * len(images),
        "images": list(images),
    }


def decline(verdict: Verdict, seed: int, images: Sequence[str]) -> dict[str, Any]:
    """Write the reason alone, under HTTP 200: no `seeds`, no `images`."""
    del seed, images
    return {"finish_reasons": [_REASONS[verdict]]}


def _refuse_images(body: dict[str, Any]) -> None:
    """Refuse image to image in a sentence, for now."""
    asked = [name for name in _IMAGE_TO_IMAGE if name in body]
    if asked or body.get("mode") == "image-to-image":
        what = asked[0] if asked else "mode image-to-image"
        raise invalid(f"This emulator paints text to image only, for now: leave out {what}.")
