"""What takes the place of an ended model's task that its successor does not do.

Data: families, their tasks, and for each the ways to do it with a model that lives,
the first that fits a request. Where there is none, what cannot be mapped is named,
and what may be asked for instead. Masks need no line: they have one meaning inside.
"""

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from functions.domain.frozen import frozen
from functions.domain.prompt import is_blank
from functions.domain.request import GenerationRequest

When = Callable[[GenerationRequest], bool]


def always(_: GenerationRequest) -> bool:
    """Hold of every request."""
    return True


def by_mask(request: GenerationRequest) -> bool:
    """Whether a mask says where."""
    return "mask" in request.pictures


def by_words(request: GenerationRequest) -> bool:
    """Whether words say where."""
    return "mask_prompt" in request.parameters


def untold(request: GenerationRequest) -> bool:
    """Whether nothing says what to show."""
    return is_blank(request.prompt.compose())


def as_it_is(value: Any) -> Any:
    """Return a value that means the same there."""
    return value


def opposite(value: float) -> float:
    """Return what is left to 1, rounded so that 0.7 becomes 0.3."""
    return round(1 - value, 9)


@frozen
class Renamed:
    """A parameter by its name there, and what becomes of its value."""

    name: str
    value: Callable[[Any], Any] = as_it_is


@frozen
class Counterpart:
    """A model's task that takes the place of another's.

    Attributes:
        model: Its id; where that ended too, its own successor is meant.
        task: What it is asked for.
        when: The requests that can be mapped so.
        renamed: Parameters that have another name there.
        implied: Values that it always keeps to, and cannot be told.
        inexact: Why only a client that allows approximations gets it.
    """

    model: str
    task: str
    when: When = always
    renamed: Mapping[str, Renamed] = field(default_factory=lambda: {})
    implied: Mapping[str, Any] = field(default_factory=lambda: {})
    inexact: str = ""


@frozen
class Missing:
    """What has no counterpart in any model that lives.

    Attributes:
        pointer: The field that cannot be mapped.
        instead: Why, and what to ask for instead.
        when: The requests that it is true of.
    """

    pointer: str
    instead: str
    when: When = always


Ways = Mapping[str, tuple[Counterpart | Missing, ...]]
"""For each task what there is in its place; the first whose `when` holds is taken."""

INPAINT = "us.stability.stable-image-inpaint-v1:0"
ERASE = "us.stability.stable-image-erase-object-v1:0"
SEARCH_REPLACE = "us.stability.stable-image-search-replace-v1:0"
OUTPAINT = "us.stability.stable-outpaint-v1:0"
STRUCTURE = "us.stability.stable-image-control-structure-v1:0"
REMOVE_BACKGROUND = "us.stability.stable-image-remove-background-v1:0"
FROM_AN_IMAGE = "stability.sd3-5-large-v1:0"

_NO_REMOVAL_BY_WORDS = Missing(
    "/parameters/mask_prompt",
    "nothing that lives takes away what words name: send a mask, or say in the prompt of "
    "inpaint what shall be there instead",
    lambda request: by_words(request) and (untold(request) or request.task == "erase"),
)
_MARGINS = (
    "what lives continues a picture beyond its edges and cannot keep a region of it: send "
    "what is kept as the image, and parameters.left, right, up or down, the pixels to paint "
    "on each side"
)

AMAZON: Ways = {
    "inpaint": (
        _NO_REMOVAL_BY_WORDS,
        Counterpart(
            SEARCH_REPLACE,
            "search_replace",
            lambda request: by_words(request) and not by_mask(request),
            renamed={"mask_prompt": Renamed("search_prompt")},
        ),
        Counterpart(ERASE, "erase", untold),
        Counterpart(INPAINT, "inpaint"),
    ),
    "erase": (_NO_REMOVAL_BY_WORDS, Counterpart(ERASE, "erase")),
    "outpaint": (
        Missing("/mask", _MARGINS, by_mask),
        Missing("/parameters/mask_prompt", _MARGINS, by_words),
        Counterpart(OUTPAINT, "outpaint"),
    ),
    "variation": (
        Counterpart(
            FROM_AN_IMAGE,
            "image_to_image",
            renamed={"similarity_strength": Renamed("strength", opposite)},
            inexact="it starts from one image and goes on by the prompt, with a strength of "
            "1 less similarity_strength: near to a variation, and no more",
        ),
    ),
    "control_structure": (
        Counterpart(STRUCTURE, "control_structure", implied={"control_mode": "canny_edge"}),
    ),
    "remove_background": (Counterpart(REMOVE_BACKGROUND, "remove_background"),),
    "color_guided": (
        Missing(
            "/parameters/colors",
            "nothing that lives keeps to a palette: name the colours in the prompt of "
            "text_to_image, or change those of a picture by search_recolor",
        ),
    ),
    "virtual_try_on": (
        Missing(
            "/reference_image",
            "nothing that lives puts what one picture shows into another: describe it in the "
            "prompt of inpaint, or of search_replace",
        ),
    ),
}
"""AWS names no model for any of these; the tools are the only ones that live."""

SDXL: Ways = {
    "image_to_image": (Counterpart(FROM_AN_IMAGE, "image_to_image"),),
    "inpaint": (Counterpart(INPAINT, "inpaint"),),
}
"""SD3.5 Large is the cheaper of the two that start from an image."""

COUNTERPARTS: Mapping[str, Ways] = {"titan": AMAZON, "nova": AMAZON, "sdxl": SDXL}
"""By family."""
