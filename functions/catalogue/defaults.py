"""The model of each task, where neither the client nor the stage names one.

Of those that live, the one that does the task best for its price; `text_to_image` is
the stage's own choice, as it always was. What only ended models do has no default here:
a stage with access to one names it in its `task_models`.
"""

from collections.abc import Mapping

DEFAULTS: Mapping[str, str] = {
    "image_to_image": "sd3-5-large",
    "inpaint": "stable-image-inpaint",
    "outpaint": "stable-outpaint",
    "erase": "stable-image-erase-object",
    "search_replace": "stable-image-search-replace",
    "search_recolor": "stable-image-search-recolor",
    "remove_background": "stable-image-remove-background",
    "control_sketch": "stable-image-control-sketch",
    "control_structure": "stable-image-control-structure",
    "style_guide": "stable-image-style-guide",
    "style_transfer": "stable-style-transfer",
    "upscale_fast": "stable-fast-upscale",
    "upscale_conservative": "stable-conservative-upscale",
    "upscale_creative": "stable-creative-upscale",
}
"""By short name."""
