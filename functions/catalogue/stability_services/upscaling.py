"""Upscaling: more pixels, copied faithfully or invented."""

from dataclasses import replace

from functions.catalogue.parameters import Number
from functions.catalogue.pictures import PictureRule
from functions.catalogue.spec import MEGAPIXEL
from functions.catalogue.stability_services import sizes
from functions.catalogue.stability_services.row import service
from functions.catalogue.stability_services.takes import guided, picture, wordless

FAST = PictureRule(
    description="The picture to enlarge four times",
    shortest=32,
    longest=1_536,
    least_pixels=1_024,
    most_pixels=MEGAPIXEL,
)
CREATIVE = PictureRule(
    description="The small or damaged picture to enlarge to about 4K",
    least_pixels=4_096,
    most_pixels=MEGAPIXEL,
)


def creativity(default: float) -> Number:
    """Return the parameter that says how much detail is invented."""
    return Number(
        "creativity", 0.1, 0.5, default, "How much detail is invented: more adds, less is truer"
    )


CONSERVATIVE = guided(
    creativity(0.35), image=picture("The picture to enlarge to about 4K and keep as it is")
)
"""AWS's introduction says "between 64x64 and 1 megapixel" and its parameter up to nine:
the parameter is believed."""

MODELS = (
    service(
        "us.stability.stable-fast-upscale-v1:0",
        "stable-fast-upscale",
        "Stable Image Fast Upscale",
        {"upscale_fast": replace(wordless(image=FAST, seeded=False), makes=sizes.four_times)},
        price="0.03",
    ),
    service(
        "us.stability.stable-conservative-upscale-v1:0",
        "stable-conservative-upscale",
        "Stable Image Conservative Upscale",
        {
            "upscale_conservative": replace(
                CONSERVATIVE, parameters=CONSERVATIVE.parameters[:1], makes=sizes.four_k
            )
        },
        price="0.4",
    ),
    service(
        "us.stability.stable-creative-upscale-v1:0",
        "stable-creative-upscale",
        "Stable Image Creative Upscale",
        {"upscale_creative": replace(guided(creativity(0.3), image=CREATIVE), makes=sizes.four_k)},
        price="0.6",
    ),
)
