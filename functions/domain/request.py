"""What a client asks for, parsed and typed, before any model has been chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import timedelta
from typing import Any, Literal, get_args

from functions.domain.frozen import frozen
from functions.domain.image import DEADLINE
from functions.domain.prompt import Prompt
from functions.domain.source import Fit, Source

TaskName = Literal[
    "text_to_image",
    "image_to_image",
    "inpaint",
    "outpaint",
    "erase",
    "search_replace",
    "search_recolor",
    "remove_background",
    "control_sketch",
    "control_structure",
    "style_guide",
    "style_transfer",
    "upscale_fast",
    "upscale_conservative",
    "upscale_creative",
    "variation",
    "color_guided",
    "virtual_try_on",
]
TASKS: tuple[TaskName, ...] = get_args(TaskName)
"""Everything that can be done with an image."""

MAX_COUNT = 10
"""Images in one generation; sweeps may make more by their cells."""

MAX_IMAGES = 50
"""Images in one generation, cells times count."""


@frozen
class GenerationRequest:
    """One request for 1 to 10 images; the model's own limits come later.

    Attributes:
        task: A word of the design's task table, such as `text_to_image`.
        prompt: What to show; blank for tasks that read none.
        negative_prompt: What to avoid, or None.
        model: Id, short name or intent; None takes the stage's default.
        count: Images wanted, 1 to 10; each is one model call.
        seed: First image's seed; image r gets `seed + r`. None: we pick one.
        size: (width, height) in pixels; excludes `aspect_ratio`.
        aspect_ratio: `16:9` and the like; excludes `size`.
        output_format: `png`, `jpeg` or `webp`; None: the model's default.
        output_compression: Quality of a JPEG or WebP, 0 to 100, the best; None: the
            model's own, ours where we write the file.
        parameters: The model's own inference parameters, by our names.
        approximate: Whether the nearest possible size may stand in, a file may be
            written again as its model does not make it, and what the successor of a
            retired model lacks may be left out.
        deadline: Time after which unpainted images fail, 30 s to 24 h.
        retry_unknown: Whether a call with an unknown outcome is tried again,
            which may bill twice upstream.
        group: The client's own word to find related generations by.
        metadata: The client's own notes, returned as they came.
        sweep: Axes of a sweep in order: a field's or parameter's name and the
            values that it takes in turn. The cross product are the cells.
        pictures: The pictures that come along, by their part.
        fit: How a picture that the model does not take may be made to fit:
            `resize`, `crop` or `pad`; None: it is refused.
    """

    task: str
    prompt: Prompt
    negative_prompt: str | None = None
    model: str | None = None
    count: int = 1
    seed: int | None = None
    size: tuple[int, int] | None = None
    aspect_ratio: str | None = None
    output_format: str | None = None
    output_compression: int | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict[str, Any])
    approximate: bool = False
    deadline: timedelta = DEADLINE
    retry_unknown: bool = True
    group: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict[str, str])
    sweep: Mapping[str, Sequence[Any]] = field(default_factory=dict[str, Sequence[Any]])
    pictures: Mapping[str, Source] = field(default_factory=dict[str, Source])
    fit: Fit | None = None
