"""Tasks that end in a new picture: from a text, a layout, a palette or other pictures."""

from collections.abc import Mapping
from typing import Any

from emulator.families.amazon.intake import Intake
from emulator.families.amazon.work import Work, wishes_of

DEFAULT_STRENGTH = 0.7
"""Of a condition on both pages; of a variation's likeness on Titan's, while Nova's
names no default (unconfirmed)."""

_MODES = {"CANNY_EDGE": "canny", "SEGMENTATION": "segmentation"}


def text_image(parameters: Mapping[str, Any], intake: Intake) -> Work:
    """Read TEXT_IMAGE; with a condition image it follows that one's layout."""
    wishes, preset = wishes_of(parameters), parameters.get("style")
    if "conditionImage" not in parameters:
        return Work(job="text_to_image", wishes=wishes, preset=preset)
    return Work(
        job="control_structure",
        wishes=wishes,
        preset=preset,
        materials={"image": intake.picture(parameters, "conditionImage").raw},
        options={
            "control_mode": _MODES[parameters.get("controlMode", "CANNY_EDGE")],
            "control_strength": parameters.get("controlStrength", DEFAULT_STRENGTH),
        },
    )


def color_guided_generation(parameters: Mapping[str, Any], intake: Intake) -> Work:
    """Read COLOR_GUIDED_GENERATION."""
    name, materials = "referenceImage", {}
    if name in parameters:
        materials["reference_image"] = intake.picture(parameters, name).raw
    return Work(
        job="color_guided",
        wishes=wishes_of(parameters),
        materials=materials,
        options={"colors": tuple(parameters["colors"])},
    )


def image_variation(parameters: Mapping[str, Any], intake: Intake) -> Work:
    """Read IMAGE_VARIATION: of one picture, or of what several have in common."""
    images = [
        intake.within("images").take(image, str(index))
        for index, image in enumerate(parameters["images"])
    ]
    parts = ("image", *(f"image_{number}" for number in range(2, len(images) + 1)))
    return Work(
        job="variation",
        wishes=wishes_of(parameters),
        materials={part: image.raw for part, image in zip(parts, images, strict=True)},
        options={"similarity": parameters.get("similarityStrength", DEFAULT_STRENGTH)},
    )
