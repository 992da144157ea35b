"""Stable Image Core: flat JSON in, one picture out.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-image-core-text-image-request-response.html
checked 2026-11-22. The page writes "JPEG, PNG" while working clients send lower
case: both are taken. PNG as the default is unconfirmed, and so is that unknown
keys are refused.
"""

from collections.abc import Sequence
from typing import Any

from emulator.commission import Commission, Wish
from emulator.families.wording import ASPECT_RATIOS, seed_or_random
from emulator.filters import Verdict
from emulator.schema import Schema

INPUT_MODALITIES: tuple[str, ...] = ("TEXT",)
CUSTOMIZATIONS: tuple[str, ...] = ()
INFERENCE_TYPES: tuple[str, ...] = ("ON_DEMAND",)
SHOWS_FILTERED: bool = False

MAX_SEED = 4_294_967_295
SCHEMA: Schema = {
    "type": "object",
    "required": ["prompt"],
    "properties": {
        "prompt": {"type": "string", "maxLength": 10_000},
        "negative_prompt": {"type": "string", "maxLength": 10_000},
        "aspect_ratio": {"type": "string", "enum": list(ASPECT_RATIOS)},
        "output_format": {"type": "string", "enum": ["jpeg", "png", "JPEG", "PNG"]},
        "seed": {"type": "integer", "minimum": 0, "maximum": MAX_SEED},
    },
}
_REASONS = {
    Verdict.PROMPT_FILTERED: "Filter reason: prompt",
    Verdict.OUTPUT_FILTERED: "Filter reason: output image",
    Verdict.INPUT_FILTERED: "Filter reason: input image",
    Verdict.INFERENCE_FAILED: "Inference error",
}


def read(model: str, body: dict[str, Any]) -> list[Commission]:
    """Read a body that keeps to `SCHEMA`."""
    width, height = ASPECT_RATIOS[body.get("aspect_ratio", "1:1")]
    wishes = [Wish(body["prompt"])]
    if body.get("negative_prompt"):
        wishes.append(Wish(body["negative_prompt"], weight=-1.0))
    return [
        Commission(
            model=model,
            wishes=tuple(wishes),
            width=width,
            height=height,
            seed=seed_or_random(body.get("seed", 0), MAX_SEED),
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
