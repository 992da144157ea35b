"""Control: new pictures that keep the lines, the structure or the style of another."""

from dataclasses import replace

from functions.catalogue.canvases import STABILITY_RATIOS, by_ratio
from functions.catalogue.parameters import Number
from functions.catalogue.spec import Body, Task
from functions.catalogue.stability import encode
from functions.catalogue.stability_services.row import service
from functions.catalogue.stability_services.takes import LIMIT, guided, picture
from functions.domain.call import Call, Pictures

CONTROL_STRENGTH = Number(
    "control_strength",
    0,
    1,
    0.7,
    "How much the picture rules the result: 0 lets the prompt alone decide, 1 follows every line",
)
FIDELITY = Number(
    "fidelity", 0, 1, 0.5, "How closely the result's style resembles the picture's: 1 most"
)
OF_TRANSFER = (
    Number(
        "composition_fidelity",
        0,
        1,
        0.9,
        "How closely the result keeps the arrangement of the image: 1 most. "
        "AWS describes it as likeness of style",
    ),
    Number(
        "style_strength",
        0,
        1,
        1,
        "How much the style image shapes the result: 0 leaves the image as it is",
    ),
    Number(
        "change_strength", 0.1, 1, 0.9, "How much of the image may change: a little keeps it close"
    ),
)


def encode_transfer(call: Call, pictures: Pictures) -> Body:
    """Write the body of Style Transfer, which calls the image `init_image`."""
    return encode(call, {"init_image": pictures["image"], "style_image": pictures["style_image"]})


MODELS = (
    service(
        "us.stability.stable-image-control-sketch-v1:0",
        "stable-image-control-sketch",
        "Stable Image Control Sketch",
        {
            "control_sketch": guided(
                CONTROL_STRENGTH, image=picture("A sketch, or any picture whose lines count")
            )
        },
        price="0.07",
    ),
    service(
        "us.stability.stable-image-control-structure-v1:0",
        "stable-image-control-structure",
        "Stable Image Control Structure",
        {
            "control_structure": guided(
                CONTROL_STRENGTH, image=picture("The picture whose structure is kept")
            )
        },
        price="0.07",
    ),
    service(
        "us.stability.stable-image-style-guide-v1:0",
        "stable-image-style-guide",
        "Stable Image Style Guide",
        {
            "style_guide": replace(
                guided(FIDELITY, image=picture("The picture whose style a new one gets")),
                canvas=by_ratio(STABILITY_RATIOS),
            )
        },
        price="0.07",
    ),
    service(
        "us.stability.stable-style-transfer-v1:0",
        "stable-style-transfer",
        "Stable Image Style Transfer",
        {
            # No length of the prompt is stated here; it is that of the others.
            "style_transfer": Task(
                canvas=None,
                prompt_limit=LIMIT,
                prompt_required=False,
                negative_prompt_limit=LIMIT,
                parameters=OF_TRANSFER,
                pictures=(
                    picture("The picture to restyle"),
                    picture("The picture whose style it gets", part="style_image"),
                ),
            )
        },
        price="0.08",
        encode=encode_transfer,
    ),
)
