"""Amazon Titan Image Generator: Amazon's envelope, a table of sizes, short prompts.

Both versions ended, the second on 2026-06-30; kept for the lab and for extended
access. The second has more tasks, and takes no more anywhere else.
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
checked 2026-11-22.
"""

from dataclasses import replace
from datetime import date

from functions.catalogue.amazon import editing, generation
from functions.catalogue.amazon.envelope import decode, encode
from functions.catalogue.amazon.limits import Limits, cfg_scale
from functions.catalogue.canvases import by_size
from functions.catalogue.pictures import PictureRule
from functions.catalogue.prices import PAGE, UNREAD, tiers
from functions.catalogue.spec import ModelSpec, Seeds
from functions.domain.call import Call
from functions.domain.lifecycle import Lifecycle

CHECKED = date(2026, 11, 22)

SIZES = (
    (1024, 1024),
    (768, 768),
    (512, 512),
    (768, 1152),
    (384, 576),
    (1152, 768),
    (576, 384),
    (768, 1280),
    (384, 640),
    (1280, 768),
    (640, 384),
    (896, 1152),
    (448, 576),
    (1152, 896),
    (576, 448),
    (768, 1408),
    (384, 704),
    (1408, 768),
    (704, 384),
    (640, 1408),
    (320, 704),
    (1408, 640),
    (704, 320),
    (1152, 640),
    (1173, 640),
)

RATIOS = {
    "1:1": (1024, 1024),
    "2:3": (768, 1152),
    "3:2": (1152, 768),
    "3:5": (768, 1280),
    "5:3": (1280, 768),
    "7:9": (896, 1152),
    "9:7": (1152, 896),
    "6:11": (768, 1408),
    "11:6": (1408, 768),
    "5:11": (640, 1408),
    "11:5": (1408, 640),
    "9:5": (1152, 640),
    "16:9": (1173, 640),
}
"""The largest size of each ratio in AWS's table of permitted sizes."""

LONGEST_SIDE = 1_408

LIMITS = Limits(
    words=512,
    canvas=by_size(SIZES, RATIOS),
    picture=PictureRule(
        formats=("png", "jpeg"),
        shortest=1,
        longest=LONGEST_SIDE,
        most_pixels=LONGEST_SIDE**2,
        transparent=False,
        most_bytes=5_000_000,
    ),
    cfg_scale=cfg_scale(8),
)
"""Another page has 4,096 px for variations, against this one's 1,408 px: what both take
is taken. "5 MB" may mean 5,242,880 bytes; no shortest side is named.
https://docs.aws.amazon.com/bedrock/latest/userguide/titan-image-models.html
checked 2026-11-22. That transparent pixels are refused is unconfirmed; pixels of
"three RGB channels" are asked for."""

FIRST = {
    "text_to_image": generation.text_to_image(LIMITS),
    "variation": generation.variation(LIMITS, similarity=0.7),
    "inpaint": editing.inpaint(LIMITS),
    "outpaint": editing.outpaint(LIMITS, prompt_required=True),
    "erase": editing.erase(LIMITS),
}
"""What both versions do."""

SECOND = FIRST | {
    "control_structure": generation.control_structure(LIMITS),
    "color_guided": generation.color_guided(LIMITS),
    "remove_background": editing.remove_background(LIMITS),
}


def tier(call: Call) -> str:
    """Return the price row of a call: the result's longer side and its quality decide.

    That an edit costs what a new picture of its size does, and a removed background
    what a standard one does, is unconfirmed.
    """
    size = "up to 512 px" if max(call.width, call.height) <= 512 else "above 512 px"
    return f"{size}, {call.parameters.get('quality', 'standard')}"


TITAN_V2 = ModelSpec(
    id="amazon.titan-image-generator-v2:0",
    name="titan-v2",
    title="Amazon Titan Image Generator G1 v2",
    family="titan",
    provider="Amazon",
    tasks=SECOND,
    seeds=Seeds(maximum=2_147_483_646, zero_is_random=False),
    formats=("png",),
    regions=("us-east-1", "us-west-2"),
    lifecycle=Lifecycle(
        state="retired",
        launched=date(2024, 8, 6),
        legacy=date(2025, 12, 30),
        end_of_life=date(2026, 6, 30),
        successor="stability.stable-image-core-v1:1",
        note="AWS names Nova Canvas as the replacement, which has ended too",
    ),
    price=tiers(
        tier,
        {
            "up to 512 px, standard": "0.008",
            "up to 512 px, premium": "0.01",
            "above 512 px, standard": "0.01",
            "above 512 px, premium": "0.012",
        },
        source=PAGE,
        checked=CHECKED,
        note=f"{UNREAD}; premium prices are the least certain",
    ),
    encode=encode,
    decode=decode,
    source="https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html",
    checked=CHECKED,
)

MODELS = (
    TITAN_V2,
    replace(
        TITAN_V2,
        id="amazon.titan-image-generator-v1",
        name="titan-v1",
        title="Amazon Titan Image Generator G1 v1",
        tasks=FIRST,
        lifecycle=Lifecycle(
            state="retired",
            launched=date(2023, 11, 29),
            successor="amazon.nova-canvas-v1:0",
            note="launched as announced; its end, in 2025, is unconfirmed to the day, "
            "and so are Regions beside these two",
        ),
    ),
)
