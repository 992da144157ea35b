"""What the tools take of texts, pictures and numbers, where several of them agree.

https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
checked 2026-11-22.
"""

from functions.catalogue.parameters import Number, Parameter
from functions.catalogue.pictures import MaskRule, PictureRule
from functions.catalogue.presets import STYLE_PRESET
from functions.catalogue.spec import Task

LIMIT = 10_000
"""Characters of every text."""


def picture(description: str, part: str = "image") -> PictureRule:
    """Return what most tools take: 64 px a side, 9,437,184 pixels, from 1:2.5 to 2.5:1."""
    return PictureRule(part, description, widest=2.5)


MASK = MaskRule()
"""White repaints on this wire as it does at the API, grey in proportion. What the
service does with neither a mask nor transparency is unconfirmed, so one is required.
A mask of another size is resized there; here the client says so with `fit`."""

GROW_MASK = Number(
    "grow_mask",
    0,
    20,
    5,
    "Widens the repainted region on all sides and blurs its edge: "
    "more hides seams, too much swallows fine detail beside it",
    integer=True,
    unit="px",
)


def guided(*parameters: Parameter, image: PictureRule, mask: MaskRule | None = None) -> Task:
    """Return a task that is told what to show, what to avoid and in which style."""
    return Task(
        canvas=None,
        prompt_limit=LIMIT,
        negative_prompt_limit=LIMIT,
        parameters=(*parameters, STYLE_PRESET),
        pictures=(image,),
        mask=mask,
    )


def wordless(
    *parameters: Parameter, image: PictureRule, mask: MaskRule | None = None, seeded: bool = True
) -> Task:
    """Return a task that reads no text."""
    return Task(
        canvas=None,
        prompt_limit=0,
        prompt_required=False,
        parameters=parameters,
        pictures=(image,),
        mask=mask,
        seeded=seeded,
    )
