"""Outpainting: the picture goes on beyond its edges."""

from collections.abc import Iterator

from functions.catalogue.parameters import Number
from functions.catalogue.presets import STYLE_PRESET
from functions.catalogue.spec import Task
from functions.catalogue.stability_services import sizes
from functions.catalogue.stability_services.row import service
from functions.catalogue.stability_services.takes import LIMIT, picture
from functions.domain.errors import Fault
from functions.domain.request import GenerationRequest

MARGINS = ("left", "right", "up", "down")
CREATIVITY = Number(
    "creativity",
    0.1,
    1,
    0.5,
    "How freely the new margins are invented: a little continues what is there, "
    "much adds things of its own",
)


def margin(side: str) -> Number:
    """Return the parameter that is one side's margin."""
    where = {"up": "above", "down": "below"}.get(side, f"on the {side}")
    return Number(side, 0, 2_000, 0, f"Pixels to paint {where}", integer=True, unit="px")


def check(request: GenerationRequest) -> Iterator[Fault]:
    """Yield what is wrong where no side grows."""
    sent = [request.parameters.get(side, 0) for side in MARGINS]
    if all(each == 0 for each in sent):
        sides = ", ".join(MARGINS)
        detail = f"say where the picture grows: {sides}, at least one of them above 0"
        yield Fault("/parameters", "required", detail)


MODELS = (
    service(
        "us.stability.stable-outpaint-v1:0",
        "stable-outpaint",
        "Stable Image Outpaint",
        {
            "outpaint": Task(
                canvas=None,
                prompt_limit=LIMIT,
                prompt_required=False,
                parameters=(*map(margin, MARGINS), CREATIVITY, STYLE_PRESET),
                pictures=(picture("The picture to continue beyond its edges"),),
                makes=sizes.extended,
                check=check,
            )
        },
        price="0.06",
    ),
)
