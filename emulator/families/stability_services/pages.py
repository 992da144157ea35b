"""The schema of each tool's body, from the fields that it takes."""

from emulator.families.page import Page
from emulator.families.stability_services.tools import Tool
from emulator.families.wording import ASPECT_RATIOS, STYLE_PRESETS
from emulator.schema import Schema

MAX_SEED = 4_294_967_294

_WORDS: Schema = {"type": "string", "maxLength": 10_000}
_PICTURE: Schema = {"type": "string"}
_MARGIN: Schema = {"type": "integer", "minimum": 0, "maximum": 2_000}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_FIELDS: Schema = {
    "prompt": _WORDS,
    "negative_prompt": _WORDS,
    "search_prompt": _WORDS,
    "select_prompt": _WORDS,
    "image": _PICTURE,
    "mask": _PICTURE,
    "init_image": _PICTURE,
    "style_image": _PICTURE,
    "left": _MARGIN,
    "right": _MARGIN,
    "up": _MARGIN,
    "down": _MARGIN,
    "grow_mask": {"type": "integer", "minimum": 0, "maximum": 20},
    "creativity": {"type": "number"},
    "control_strength": _SHARE,
    "fidelity": _SHARE,
    "composition_fidelity": _SHARE,
    "style_strength": _SHARE,
    "change_strength": {"type": "number", "minimum": 0.1, "maximum": 1},
    "aspect_ratio": {"type": "string", "enum": list(ASPECT_RATIOS)},
    "style_preset": {"type": "string", "enum": list(STYLE_PRESETS)},
    "output_format": {"type": "string", "enum": ["jpeg", "png", "webp"]},
    "seed": {"type": "integer", "minimum": 0, "maximum": MAX_SEED},
}


def of(tool: Tool) -> Page:
    """Return a tool's page: through a profile only (unconfirmed how AWS lists that)."""
    fields: Schema = {name: _FIELDS[name] for name in tool.takes}
    for name, (least, most) in tool.ranges.items():
        fields[name] = {**fields[name], "minimum": least, "maximum": most}
    for name in tool.boxed:
        fields[name] = {**fields[name], "boxed": True}
    return Page(
        schema={"type": "object", "required": list(tool.requires), "properties": fields},
        inputs=("TEXT", "IMAGE") if "prompt" in tool.takes else ("IMAGE",),
        inference=("INFERENCE_PROFILE",),
    )
