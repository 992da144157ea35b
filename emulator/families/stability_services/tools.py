"""The thirteen tools as a table: what each requires, takes and does.

Read from https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
(checked 2026-11-22), where Fast Upscale lists `output_format` as required, gives it a
default and leaves it out of its samples: here it may be left out. Conservative Upscale
begins with "64x64 to 1 megapixel" and then allows its image nine: nine are taken.
The page's samples of Erase send the image in an array, for a comma too many behind it:
what the service says to that is unconfirmed, and the samples are meant to run.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from emulator.families.bounds import Bounds

MEGAPIXEL = 1_048_576
IMAGE = Bounds(most_pixels=9_437_184, widest=Fraction(5, 2))
CREATIVE = Bounds(least_pixels=4_096, most_pixels=MEGAPIXEL)
FAST = Bounds(least_side=32, most_side=1_536, least_pixels=1_024, most_pixels=MEGAPIXEL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One tool.

    Attributes:
        job: What it does, in the commission's word.
        requires: Fields that a body must have.
        optional: Fields that it may have.
        images: Its image fields, what each may measure, and its part in the job.
        options: The fields that steer the job, by the option's name, with the value
            of one that was not sent.
        ranges: Bounds of numbers that differ from tool to tool.
        boxed: Fields that may come in an array of one.
    """

    job: str
    requires: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    images: Mapping[str, Bounds] = field(default_factory=lambda: {"image": IMAGE})
    options: Mapping[str, tuple[str, Any]] = field(default_factory=dict)
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    boxed: tuple[str, ...] = ()

    @property
    def takes(self) -> tuple[str, ...]:
        """Every field that a body may have."""
        return (*self.requires, *self.optional)


INPAINT = "us.stability.stable-image-inpaint-v1:0"
_RESULT = ("seed", "output_format")
_GUIDED = ("negative_prompt", *_RESULT)
_STYLED = (*_GUIDED, "style_preset")
_GROWN = {"grow_mask": ("grow_mask", 5)}
_CONTROL = {"control_strength": ("control_strength", 0.7)}
_SIDES = ("left", "right", "up", "down")

TOOLS: Mapping[str, Tool] = {
    INPAINT: Tool(
        job="inpaint",
        requires=("prompt", "image"),
        optional=("mask", "grow_mask", *_STYLED),
        options=_GROWN,
    ),
    "us.stability.stable-outpaint-v1:0": Tool(
        job="outpaint",
        requires=("image",),
        optional=(*_SIDES, "creativity", "prompt", *_RESULT, "style_preset"),
        options={**{side: (side, 0) for side in _SIDES}, "creativity": ("creativity", 0.5)},
        ranges={"creativity": (0.1, 1.0)},
    ),
    "us.stability.stable-image-erase-object-v1:0": Tool(
        job="erase",
        requires=("image",),
        optional=("mask", "grow_mask", *_RESULT),
        options=_GROWN,
        boxed=("image",),
    ),
    "us.stability.stable-image-search-replace-v1:0": Tool(
        job="search_replace",
        requires=("prompt", "image", "search_prompt"),
        optional=("grow_mask", *_STYLED),
        options={**_GROWN, "region": ("search_prompt", None)},
    ),
    "us.stability.stable-image-search-recolor-v1:0": Tool(
        job="search_recolor",
        requires=("prompt", "image", "select_prompt"),
        optional=("grow_mask", *_STYLED),
        options={**_GROWN, "region": ("select_prompt", None)},
    ),
    "us.stability.stable-image-remove-background-v1:0": Tool(
        job="remove_background", requires=("image",), optional=("output_format",)
    ),
    "us.stability.stable-image-control-sketch-v1:0": Tool(
        job="control_sketch",
        requires=("prompt", "image"),
        optional=("control_strength", *_STYLED),
        options=_CONTROL,
    ),
    "us.stability.stable-image-control-structure-v1:0": Tool(
        job="control_structure",
        requires=("prompt", "image"),
        optional=("control_strength", *_STYLED),
        options=_CONTROL,
    ),
    "us.stability.stable-image-style-guide-v1:0": Tool(
        job="style_guide",
        requires=("prompt", "image"),
        optional=("aspect_ratio", "fidelity", *_STYLED),
        options={"fidelity": ("fidelity", 0.5)},
    ),
    "us.stability.stable-style-transfer-v1:0": Tool(
        job="style_transfer",
        requires=("init_image", "style_image"),
        optional=("prompt", "composition_fidelity", "style_strength", "change_strength", *_GUIDED),
        images={"init_image": IMAGE, "style_image": IMAGE},
        options={
            "composition_fidelity": ("composition_fidelity", 0.9),
            "style_strength": ("style_strength", 1.0),
            "change_strength": ("change_strength", 0.9),
        },
    ),
    "us.stability.stable-fast-upscale-v1:0": Tool(
        job="upscale_fast",
        requires=("image",),
        optional=("output_format",),
        images={"image": FAST},
    ),
    "us.stability.stable-conservative-upscale-v1:0": Tool(
        job="upscale_conservative",
        requires=("prompt", "image"),
        optional=("creativity", *_GUIDED),
        options={"creativity": ("creativity", 0.35)},
        ranges={"creativity": (0.1, 0.5)},
    ),
    "us.stability.stable-creative-upscale-v1:0": Tool(
        job="upscale_creative",
        requires=("prompt", "image"),
        optional=("creativity", *_STYLED),
        images={"image": CREATIVE},
        options={"creativity": ("creativity", 0.3)},
        ranges={"creativity": (0.1, 0.5)},
    ),
}
"""By the id that AWS's samples call. The names are irregular: never build one."""


def tool_of(model: str) -> Tool:
    """Return a model's tool; of a version without a page, that of the same name's first.

    What has no name here either is taken for inpainting, which has the most fields.
    """
    name = model.rpartition("-v")[0]
    alike = (tool for known, tool in TOOLS.items() if known.rpartition("-v")[0] == name)
    return TOOLS.get(model) or next(alike, TOOLS[INPAINT])
