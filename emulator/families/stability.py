"""Stable Image Core and Ultra, SD3 and SD3.5: flat JSON in, one picture out.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-image-core-text-image-request-response.html
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-ultra-text-image-request-response.html
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-text-image.html
checked 2026-11-22. The pages write "JPEG, PNG" while working clients send lower
case: both are taken. PNG as the default is unconfirmed, and so is that unknown
keys are refused. SD3's formats and largest seed are taken from its siblings'
pages (unconfirmed).

An image makes the request image to image: SD3.5's own sample sends no `mode`. What
belongs to the other mode is refused (unconfirmed). The size of the answer is that of
the image, shrunk to a megapixel, which is what SD3.5's page promises (unconfirmed);
that Ultra's images need 64 px a side as SD3.5's do is unconfirmed too.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from emulator.commission import Commission, Wish
from emulator.families.bounds import Bounds, taken, without
from emulator.families.page import Page
from emulator.families.wording import ASPECT_RATIOS, seed_or_random
from emulator.filters import Verdict
from emulator.refusal import malformed
from emulator.schema import Schema

SHOWS_FILTERED: bool = False

MEGAPIXEL = 1_048_576
ULTRAS_STRENGTH = 0.35
"""Ultra's default; SD3 has none and requires it."""

_STARTS: Schema = {
    "image": {"type": "string"},
    "strength": {"type": "number", "minimum": 0, "maximum": 1},
}
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
        fields |= _STARTS
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
    seeds = page(model).schema["properties"]["seed"]
    width, height = ASPECT_RATIOS[body.get("aspect_ratio", "1:1")]
    commission = Commission(
        model=model,
        wishes=wishes_in(body),
        width=width,
        height=height,
        seed=seed_or_random(body.get("seed", 0), seeds["maximum"]),
        format=body.get("output_format", "png").lower(),
    )
    return [_from_image(commission, body) if _starts_from_image(body) else commission]


def wishes_in(body: dict[str, Any]) -> tuple[Wish, ...]:
    """Return what a body wishes for and against; to avoid nothing is no wish."""
    wishes = [Wish(body["prompt"])] if "prompt" in body else []
    if body.get("negative_prompt"):
        wishes.append(Wish(body["negative_prompt"], weight=-1.0))
    return tuple(wishes)


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


def _starts_from_image(body: dict[str, Any]) -> bool:
    """Say which mode a body is in, and refuse what belongs to the other."""
    mode = body.get("mode", "image-to-image" if {*_STARTS} & {*body} else "text-to-image")
    strange = ("aspect_ratio",) if mode == "image-to-image" else tuple(_STARTS)
    found = [f"#: extraneous key [{field}] is not permitted" for field in strange if field in body]
    if found:
        raise malformed(*found)
    return mode == "image-to-image"


def _from_image(commission: Commission, body: dict[str, Any]) -> Commission:
    """Let a commission start from the body's image."""
    moded = "image-to-image" in page(commission.model).schema["properties"]["mode"]["enum"]
    missing = [field for field in _STARTS if field not in body and (moded or field == "image")]
    if missing:
        raise malformed(*map(without, missing))
    image = taken(body, "image", Bounds())
    width, height = _within_a_megapixel(*image.size)
    return replace(
        commission,
        width=width,
        height=height,
        job="image_to_image",
        materials=(("image", image.raw),),
        options=(("strength", body.get("strength", ULTRAS_STRENGTH)),),
    )


def _within_a_megapixel(width: int, height: int) -> tuple[int, int]:
    shrink = min(1.0, math.sqrt(MEGAPIXEL / (width * height)))
    return max(1, int(width * shrink)), max(1, int(height * shrink))
