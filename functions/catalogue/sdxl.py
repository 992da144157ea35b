"""Stable Diffusion XL, the lab's own: weighted prompts in, `artifacts` out.

Both versions ended on Bedrock (1.0 on 2025-05-20); kept for private extended access,
for the emulator, and because they teach what steps, samplers and guidance do.
AWS's page is each row's `source`, checked 2026-11-22; ranges marked unconfirmed
there are as Stability published them.
"""

from dataclasses import replace
from datetime import date

from functions.catalogue import sdxl_editing
from functions.catalogue.canvases import by_size
from functions.catalogue.parameters import Number, WeightedPrompts
from functions.catalogue.presets import CLIP_GUIDANCE_PRESET, SAMPLER, STYLE_PRESET
from functions.catalogue.prices import PAGE, UNREAD, tiers
from functions.catalogue.spec import Body, ModelSpec, Seeds, Task
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
PAGES = "https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-"

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

SQUARE = {"1:1": (512, 512)}
"""All that 0.8 makes here: its page names no size, and working clients send this one."""

CFG_SCALE = Number(
    "cfg_scale",
    0,
    35,
    7,
    "Guidance: how closely the picture follows the prompt; higher obeys more and invents less",
)
STEPS = Number(
    "steps",
    10,
    150,
    30,
    "Denoising steps: more add detail and time; above 50 the price doubles",
    integer=True,
    unit="steps",
)
WEIGHTED_PROMPTS = WeightedPrompts(
    "weighted_prompts",
    5,
    2_000,
    "Texts beside the prompt, which weighs 1: a smaller weight counts less, one below 0 is avoided",
)


def encode(call: Call, pictures: Pictures) -> Body:
    """Write the body for one picture; an image brings its size."""
    size: Body = {} if pictures else {"width": call.width, "height": call.height}
    body = {**encode_first(call, pictures), **size, "samples": 1}
    return sdxl_editing.encode(body, pictures)


def encode_first(call: Call, _pictures: Pictures) -> Body:
    """Write the body for version 0.8, which has one size and does not read it.

    Texts come in the order of what they mean: the prompt, what weighs beside it,
    and a negative prompt as a text of weight -1.
    """
    own = dict(call.parameters)
    texts: list[Body] = [{"text": call.prompt, "weight": 1.0}, *own.pop("weighted_prompts", ())]
    if call.negative_prompt:
        texts.append({"text": call.negative_prompt, "weight": -1.0})
    return {"text_prompts": texts, "seed": call.seed, **own}


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


TEXT_TO_IMAGE = Task(
    canvas=by_size(tuple(RATIOS.values()), RATIOS),
    prompt_limit=2_000,
    negative_prompt_limit=2_000,
    parameters=(
        CFG_SCALE,
        STEPS,
        SAMPLER,
        CLIP_GUIDANCE_PRESET,
        STYLE_PRESET,
        WEIGHTED_PROMPTS,
    ),
)

SDXL = ModelSpec(
    id="stability.stable-diffusion-xl-v1",
    name="sdxl",
    title="Stable Diffusion XL 1.0",
    family="sdxl",
    provider="Stability AI",
    tasks={"text_to_image": TEXT_TO_IMAGE, **sdxl_editing.tasks(TEXT_TO_IMAGE)},
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
    source=f"{PAGES}1-0-text-image.html",
    checked=CHECKED,
)

MODELS = (
    SDXL,
    replace(
        SDXL,
        id="stability.stable-diffusion-xl-v0",
        name="sdxl-0-8",
        aliases=("stability.stable-diffusion-xl",),
        title="Stable Diffusion XL 0.8",
        tasks={
            "text_to_image": Task(
                canvas=by_size(tuple(SQUARE.values()), SQUARE),
                prompt_limit=2_000,
                negative_prompt_limit=2_000,
                parameters=(
                    replace(CFG_SCALE, maximum=30, default=10),
                    STEPS,
                    WEIGHTED_PROMPTS,
                ),
            )
        },
        lifecycle=Lifecycle(
            state="retired",
            launched=date(2023, 9, 28),
            successor=SDXL.id,
            note="launched as announced; its end, after 2024-04-30, is unconfirmed to the day",
        ),
        price=tiers(
            tier,
            {"up to 50 steps": "0.018", "more than 50 steps": "0.036"},
            source=PAGE,
            checked=CHECKED,
            note=f"{UNREAD}; these are for 512x512, the lower is from memory",
        ),
        encode=encode_first,
        source=f"{PAGES}0-8.html",
    ),
)
