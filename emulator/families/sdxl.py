"""Stable Diffusion XL 1.0 and 0.8: weighted texts in, one artifact out.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-text-image.html
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-0-8.html
checked 2026-11-22. Revisions of the former differ on the most steps, 50 or 150; the
price list has a tier above 50, so 150 is taken (unconfirmed). That unknown keys
are refused is unconfirmed too. The page of 0.8 has neither weights nor sizes:
working clients send both, 512x512 (unconfirmed). It has no image either.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from emulator.commission import Commission, Wish
from emulator.families import sdxl_editing
from emulator.families.page import Page
from emulator.families.wording import STYLE_PRESETS, seed_or_random
from emulator.filters import Verdict
from emulator.refusal import invalid
from emulator.schema import Schema

SHOWS_FILTERED: bool = True

MAX_SEED = 4_294_967_295
DEFAULT_STEPS = 30
SIZES = (
    (1024, 1024),
    (1152, 896),
    (1216, 832),
    (1344, 768),
    (1536, 640),
    (640, 1536),
    (768, 1344),
    (832, 1216),
    (896, 1152),
)
FIRST = "stability.stable-diffusion-xl-v0"
FIRST_SIZES = ((512, 512),)
_PROMPT: Schema = {
    "type": "object",
    "required": ["text"],
    "properties": {
        "text": {"type": "string", "maxLength": 2_000},
        "weight": {"type": "number"},
    },
}
_SHARED: Schema = {
    "text_prompts": {"type": "array", "minItems": 1, "items": _PROMPT},
    "height": {"type": "integer"},
    "width": {"type": "integer"},
    "seed": {"type": "integer", "minimum": 0, "maximum": MAX_SEED},
    "steps": {"type": "integer", "minimum": 10, "maximum": 150},
}
_LATER: Schema = {
    "cfg_scale": {"type": "number", "minimum": 0, "maximum": 35},
    "clip_guidance_preset": {
        "type": "string",
        "enum": ["FAST_BLUE", "FAST_GREEN", "NONE", "SIMPLE", "SLOW", "SLOWER", "SLOWEST"],
    },
    "sampler": {
        "type": "string",
        "enum": [
            "DDIM",
            "DDPM",
            "K_DPMPP_2M",
            "K_DPMPP_2S_ANCESTRAL",
            "K_DPM_2",
            "K_DPM_2_ANCESTRAL",
            "K_EULER",
            "K_EULER_ANCESTRAL",
            "K_HEUN",
            "K_LMS",
        ],
    },
    "samples": {"type": "integer", "minimum": 1, "maximum": 1},
    "style_preset": {"type": "string", "enum": list(STYLE_PRESETS)},
    "extras": {"type": "object", "open": True},
    **sdxl_editing.FIELDS,
}
_FIRST: Schema = {"cfg_scale": {"type": "number", "minimum": 0, "maximum": 30}}
_REASONS = {
    Verdict.PROMPT_FILTERED: "CONTENT_FILTERED",
    Verdict.OUTPUT_FILTERED: "CONTENT_FILTERED",
    Verdict.INPUT_FILTERED: "CONTENT_FILTERED",
    Verdict.INFERENCE_FAILED: "ERROR",
}


def page(model: str) -> Page:
    """Return a model's page."""
    first = model == FIRST
    return Page(
        schema={
            "type": "object",
            "required": ["text_prompts"],
            "properties": {**_SHARED, **(_FIRST if first else _LATER)},
        },
        inputs=("TEXT",) if first else ("TEXT", "IMAGE"),
        inference=("ON_DEMAND", "PROVISIONED"),
    )


def read(model: str, body: dict[str, Any]) -> list[Commission]:
    """Read a body that keeps to the page: an image brings its size, words are given one."""
    sizes = FIRST_SIZES if model == FIRST else SIZES
    commission = _commission(model, body)
    if sdxl_editing.edits(body):
        return [sdxl_editing.edited(commission, body, sizes)]
    size = (body.get("width", sizes[0][0]), body.get("height", sizes[0][1]))
    if size not in sizes:
        raise invalid(_wrong_size(sizes, *size))
    return [replace(commission, width=size[0], height=size[1])]


def _commission(model: str, body: dict[str, Any]) -> Commission:
    """Read what every body has; its size comes later."""
    usual = 10.0 if model == FIRST else 7.0
    texts = body["text_prompts"]
    return Commission(
        model=model,
        wishes=tuple(Wish(each["text"], each.get("weight", 1.0)) for each in texts),
        width=0,
        height=0,
        seed=seed_or_random(body.get("seed", 0), MAX_SEED),
        preset=body.get("style_preset"),
        detail=body.get("steps", DEFAULT_STEPS) / DEFAULT_STEPS,
        guidance=body.get("cfg_scale", usual) / usual,
    )


def answer(commissions: Sequence[Commission], images: Sequence[str]) -> dict[str, Any]:
    """Write the one artifact with the seed that was used."""
    return _result(commissions[0].seed, images[0], "SUCCESS")


def decline(verdict: Verdict, seed: int, images: Sequence[str]) -> dict[str, Any]:
    """Write the artifact's reason; "the image might be blurred", says AWS."""
    failed = verdict is Verdict.INFERENCE_FAILED
    return _result(seed, "" if failed else images[0], _REASONS[verdict])


def _result(seed: int, image: str, reason: str) -> dict[str, Any]:
    artifact = {"seed": seed, "base64": image, "finishReason": reason}
    return {"result": "success", "artifacts": [artifact]}


def _wrong_size(sizes: Sequence[tuple[int, int]], width: int, height: int) -> str:
    """Word a wrong size as Stability's API did for 1.0; unconfirmed for Bedrock."""
    allowed = ", ".join(f"{wide}x{high}" for wide, high in sizes)
    return (
        "for stable-diffusion-xl-1024-v0-9 and stable-diffusion-xl-1024-v1-0 the allowed "
        f"dimensions are {allowed}, but we received {width}x{height}"
    )
