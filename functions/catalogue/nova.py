"""Amazon Nova Canvas: Titan's envelope with free sizes, longer prompts and styles.

Ended on 2026-09-30; kept for the lab and for extended access.
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-access.html
checked 2026-11-22.
"""

from datetime import date

from functions.catalogue.amazon import editing, generation
from functions.catalogue.amazon.envelope import decode, encode
from functions.catalogue.amazon.limits import Limits, cfg_scale
from functions.catalogue.amazon.try_on import virtual_try_on
from functions.catalogue.canvases import by_rule
from functions.catalogue.grid import Grid
from functions.catalogue.parameters import Choice
from functions.catalogue.pictures import PictureRule
from functions.catalogue.prices import PAGE, UNREAD, tiers
from functions.catalogue.spec import ModelSpec, Seeds
from functions.domain.call import Call
from functions.domain.lifecycle import Lifecycle

CHECKED = date(2026, 11, 22)

GRID = Grid(shortest=320, longest=4096, step=16, most_pixels=4_194_304, widest=4)
"""The page says "less than 4,194,304" pixels, yet lists 2048x2048, which is exactly that."""

RATIOS = {
    "1:1": (1024, 1024),
    "16:9": (1280, 720),
    "9:16": (720, 1280),
    "3:2": (1248, 832),
    "2:3": (832, 1248),
    "4:3": (1152, 864),
    "3:4": (864, 1152),
    "5:4": (1120, 896),
    "4:5": (896, 1120),
    "21:9": (1568, 672),
    "9:21": (672, 1568),
    "2:1": (1440, 720),
    "1:2": (720, 1440),
    "4:1": (2048, 512),
    "1:4": (512, 2048),
}
"""Of each shape the size on the grid that is nearest to a megapixel."""

VISUAL_STYLES = (
    "3D_ANIMATED_FAMILY_FILM",
    "DESIGN_SKETCH",
    "FLAT_VECTOR_ILLUSTRATION",
    "GRAPHIC_NOVEL_ILLUSTRATION",
    "MAXIMALISM",
    "MIDCENTURY_RETRO",
    "PHOTOREALISM",
    "SOFT_DIGITAL_PAINTING",
)
"""AWS's name for them; a bare `style` is a part of the prompt, which sweeps may list."""

VISUAL_STYLE = Choice(
    "visual_style",
    VISUAL_STYLES,
    None,
    "A look that the model was tuned for; `style` on the wire",
)

LIMITS = Limits(
    words=1_024,
    canvas=by_rule(GRID, RATIOS, (512, 512), (2048, 2048)),
    picture=PictureRule(
        formats=("png", "jpeg"),
        shortest=GRID.shortest,
        longest=GRID.longest,
        most_pixels=GRID.most_pixels,
        widest=GRID.widest,
        transparent=False,
    ),
    cfg_scale=cfg_scale(6.5),
)
"""Pictures that come in may measure what results may, but for the multiple of 16."""

TASKS = {
    "text_to_image": generation.text_to_image(LIMITS, VISUAL_STYLE),
    "control_structure": generation.control_structure(LIMITS, VISUAL_STYLE),
    "color_guided": generation.color_guided(LIMITS),
    "variation": generation.variation(LIMITS, similarity=None),
    "inpaint": editing.inpaint(LIMITS),
    "outpaint": editing.outpaint(LIMITS, prompt_required=False),
    "erase": editing.erase(LIMITS),
    "remove_background": editing.remove_background(LIMITS),
    "virtual_try_on": virtual_try_on(LIMITS),
}
"""The page calls a text required for variations, inpainting and outpainting, and says
what leaving it out does: it is optional there."""

SEEDS = Seeds(maximum=858_993_459, zero_is_random=False)
"""The page's newest revision takes up to 2,147,483,646, its older ones and AWS's samples up
to this: what both take cannot be refused after it was accepted."""


def tier(call: Call) -> str:
    """Return the price row of a call: its longer side and its quality decide.

    Whether a long, low picture counts by its side or by its pixels is unconfirmed;
    this is the dearer reading. So is what edits cost: here what new pictures do.
    """
    size = "up to 1024 px" if max(call.width, call.height) <= 1024 else "above 1024 px"
    return f"{size}, {call.parameters.get('quality', 'standard')}"


MODELS = (
    ModelSpec(
        id="amazon.nova-canvas-v1:0",
        name="nova-canvas",
        title="Amazon Nova Canvas 1.0",
        family="nova",
        provider="Amazon",
        tasks=TASKS,
        seeds=SEEDS,
        formats=("png",),
        regions=("us-east-1", "eu-west-1", "ap-northeast-1"),
        lifecycle=Lifecycle(
            state="retired",
            launched=date(2024, 12, 3),
            legacy=date(2026, 3, 30),
            end_of_life=date(2026, 9, 30),
            successor="stability.stable-image-core-v1:1",
            note="launched as announced; AWS names no replacement, Core costs the same",
        ),
        price=tiers(
            tier,
            {
                "up to 1024 px, standard": "0.04",
                "up to 1024 px, premium": "0.06",
                "above 1024 px, standard": "0.06",
                "above 1024 px, premium": "0.08",
            },
            source=PAGE,
            checked=CHECKED,
            note=f"{UNREAD}; that the longer side decides is the dearer reading",
        ),
        encode=encode,
        decode=decode,
        source="https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html",
        checked=CHECKED,
    ),
)
