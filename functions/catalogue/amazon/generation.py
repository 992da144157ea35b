"""Tasks that end in a new picture: from text, a layout, a palette, or other pictures.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
checked 2026-11-22.
"""

from functions.catalogue.amazon.limits import Limits
from functions.catalogue.amazon.wire import own, shouted, texts
from functions.catalogue.colors import Colors
from functions.catalogue.parameters import Choice, Number
from functions.catalogue.spec import Body, Task
from functions.domain.call import Call, Pictures

MOST_IMAGES = 5
MOST_COLORS = 10

CONTROL_MODE = Choice(
    "control_mode",
    ("canny_edge", "segmentation"),
    "canny_edge",
    "What is kept of the image: its outlines (canny_edge), or which kind of thing is "
    "where (segmentation), which leaves more freedom",
)
CONTROL_STRENGTH = Number(
    "control_strength",
    0,
    1,
    0.7,
    "How closely the result keeps to the image's layout; 0 is freely, 1 strictly",
)
COLORS = Colors(
    "colors",
    MOST_COLORS,
    "The palette that the picture keeps to",
    required=True,
)


def similarity_strength(default: float | None) -> Number:
    """Return the likeness to the images; Nova's page names no default, so none is sent."""
    return Number(
        "similarity_strength",
        0.2,
        1,
        default,
        "How much the result resembles the images; lower values invent more",
    )


def text_to_image(limits: Limits, *own_parameters: Choice) -> Task:
    """Return a picture from a text."""
    return limits.task(*own_parameters, canvas=limits.canvas)


def control_structure(limits: Limits, *own_parameters: Choice) -> Task:
    """Return a picture from a text, laid out as an image is."""
    return limits.task(
        CONTROL_MODE,
        CONTROL_STRENGTH,
        *own_parameters,
        canvas=limits.canvas,
        pictures=(limits.image("The picture whose layout the result follows"),),
    )


def color_guided(limits: Limits) -> Task:
    """Return a picture from a text and a palette, in the manner of a reference."""
    reference = limits.image(
        "A picture whose subject and style the result takes up; its colours come from `colors`",
        part="reference_image",
        required=False,
    )
    return limits.task(COLORS, canvas=limits.canvas, pictures=(reference,))


def variation(limits: Limits, similarity: float | None) -> Task:
    """Return a picture that resembles one or several, with a text or without."""
    images = limits.image(
        "The picture to vary; or several, as `images`, to borrow from all", most=MOST_IMAGES
    )
    return limits.task(
        similarity_strength(similarity),
        canvas=limits.canvas,
        prompt_required=False,
        pictures=(images,),
    )


def write_text(call: Call, _: Pictures) -> Body:
    """Write the parameters of TEXT_IMAGE."""
    return {**texts(call), **own(call, {"visual_style": "style"})}


def write_layout(call: Call, pictures: Pictures) -> Body:
    """Write the parameters of TEXT_IMAGE with an image that conditions it."""
    return {
        **write_text(call, pictures),
        "conditionImage": pictures["image"],
        **shouted(call, {"control_mode": "controlMode"}),
        **own(call, {"control_strength": "controlStrength"}),
    }


def write_colors(call: Call, pictures: Pictures) -> Body:
    """Write the parameters of COLOR_GUIDED_GENERATION."""
    reference = pictures.get("reference_image")
    return {
        **texts(call),
        "colors": call.parameters["colors"],
        **({"referenceImage": reference} if reference else {}),
    }


def write_variation(call: Call, pictures: Pictures) -> Body:
    """Write the parameters of IMAGE_VARIATION, the images in their order."""
    return {
        **texts(call),
        "images": [pictures[part] for part in sorted(pictures)],
        **own(call, {"similarity_strength": "similarityStrength"}),
    }
