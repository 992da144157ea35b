"""Stable Diffusion XL, the lab's own: weighted prompts in, `artifacts` out.

Ended on Bedrock on 2025-05-20; kept for private extended access, for the
emulator, and because it teaches what steps, samplers and guidance do.
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-text-image.html
checked 2026-11-22; ranges marked unconfirmed there are as Stability published them.
"""

from datetime import date

from functions.catalogue.canvases import by_size
from functions.catalogue.parameters import Choice, Number
from functions.catalogue.prices import PAGE, UNREAD, tiers
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

RATIOS = {
    "1:1": (1024, 1024),
    "9:7": (1152, 896),
    "3:2": (1216, 832),
    "16:9": (1344, 768),
    "21:9": (1536, 640),
    "9:21": (640, 1536),
    "9:16": (768, 1344),
    "2:3": (832, 1216),
    "7:9": (896, 1152),
}
"""What Stability calls these sizes; 3:2, 16:9 and 21:9 are near, not exact."""

SAMPLERS = (
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
)

CLIP_GUIDANCE_PRESETS = (
    "FAST_BLUE",
    "FAST_GREEN",
    "NONE",
    "SIMPLE",
    "SLOW",
    "SLOWER",
    "SLOWEST",
)

STYLE_PRESETS = (
    "3d-model",
    "analog-film",
    "anime",
    "cinematic",
    "comic-book",
    "digital-art",
    "enhance",
    "fantasy-art",
    "isometric",
    "line-art",
    "low-poly",
    "modeling-compound",
    "neon-punk",
    "origami",
    "photographic",
    "pixel-art",
    "tile-texture",
)

PARAMETERS = (
    Number(
        "cfg_scale",
        0,
        35,
        7,
        "Guidance: how closely the picture follows the prompt; higher obeys more and invents less",
    ),
    Number(
        "steps",
        10,
        150,
        30,
        "Denoising steps: more add detail and time; above 50 the price doubles",
        integer=True,
        unit="steps",
    ),
    Choice(
        "sampler", SAMPLERS, None, "How noise is removed at each step; unset: the model chooses"
    ),
    Choice(
        "clip_guidance_preset",
        CLIP_GUIDANCE_PRESETS,
        None,
        "Extra guidance by CLIP; slower presets look longer",
    ),
    Choice("style_preset", STYLE_PRESETS, None, "A look that the model was tuned for"),
)


def encode(call: Call) -> Body:
    """Write the body for one picture; a negative prompt is a text of weight -1."""
    texts: list[Body] = [{"text": call.prompt, "weight": 1.0}]
    if call.negative_prompt:
        texts.append({"text": call.negative_prompt, "weight": -1.0})
    return {
        "text_prompts": texts,
        "width": call.width,
        "height": call.height,
        "seed": call.seed,
        "samples": 1,
        **call.parameters,
    }


def decode(body: Body) -> Painted | Filtered:
    """Read a reply by its one artifact's `finishReason`.

    Raises:
        InferenceError: the artifact says `ERROR`.
        UnreadableReply: no artifact, or one without a picture.
    """
    artifact = next(iter(body.get("artifacts") or ()), None)
    if not artifact:
        raise UnreadableReply("the reply has no artifact")
    if artifact.get("finishReason") == "CONTENT_FILTERED":
        return Filtered("CONTENT_FILTERED")
    if artifact.get("finishReason") == "ERROR":
        raise InferenceError("finishReason is ERROR")
    if not artifact.get("base64"):
        raise UnreadableReply("the artifact has no picture")
    return Painted(image=artifact["base64"], seed=seed_of(artifact.get("seed")))


def tier(call: Call) -> str:
    """Return the price row of a call: the steps decide."""
    return "up to 50 steps" if call.parameters["steps"] <= 50 else "more than 50 steps"


MODELS = (
    ModelSpec(
        id="stability.stable-diffusion-xl-v1",
        name="sdxl",
        title="Stable Diffusion XL 1.0",
        family="sdxl",
        provider="Stability AI",
        tasks={
            "text_to_image": Task(
                canvas=by_size(SIZES, RATIOS),
                prompt_limit=2_000,
                negative_prompt_limit=2_000,
                parameters=PARAMETERS,
            )
        },
        seeds=Seeds(maximum=4_294_967_295, zero_is_random=True),
        formats=("png",),
        regions=("us-east-1", "us-west-2"),
        lifecycle=Lifecycle(
            state="retired",
            launched=date(2023, 11, 13),
            legacy=date(2024, 11, 21),
            end_of_life=date(2025, 5, 20),
            successor="stability.stable-image-core-v1:1",
            note="launch and legacy dates as announced; not confirmed against AWS live",
        ),
        price=tiers(
            tier,
            {"up to 50 steps": "0.04", "more than 50 steps": "0.08"},
            source=PAGE,
            checked=CHECKED,
            note=f"{UNREAD}; the tier of more than 50 steps is from memory",
        ),
        encode=encode,
        decode=decode,
        source="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-text-image.html",
        checked=CHECKED,
    ),
)
