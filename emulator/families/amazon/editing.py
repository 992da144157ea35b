"""Tasks that work on a picture and keep its size."""

from collections.abc import Mapping
from typing import Any

from emulator.families.amazon.intake import Intake
from emulator.families.amazon.masks import BLACK, WHITE, region_or_mask
from emulator.families.amazon.work import Work, wishes_of


def inpainting(parameters: Mapping[str, Any], intake: Intake) -> Work:
    """Read INPAINTING; without a text, what is masked gives way to its background."""
    return _masked("inpaint", parameters, intake, paint=BLACK)


def outpainting(parameters: Mapping[str, Any], intake: Intake) -> Work:
    """Read OUTPAINTING: the mask, or the words, name what is kept."""
    mode = parameters.get("outPaintingMode", "DEFAULT").lower()
    return _masked("outpaint", parameters, intake, paint=WHITE, mode=mode)


def background_removal(parameters: Mapping[str, Any], intake: Intake) -> Work:
    """Read BACKGROUND_REMOVAL."""
    image = intake.picture(parameters, "image")
    return Work(job="remove_background", materials={"image": image.raw}, size=image.size)


def _masked(
    job: str, parameters: Mapping[str, Any], intake: Intake, *, paint: str, **options: Any
) -> Work:
    image = intake.picture(parameters, "image")
    mask, region = region_or_mask(parameters, intake, image, paint=paint)
    return Work(
        job=job,
        wishes=wishes_of(parameters),
        materials={"image": image.raw, **mask},
        options={**region, **options},
        size=image.size,
        mask_paint=paint if parameters.get("returnMask") else None,
    )
