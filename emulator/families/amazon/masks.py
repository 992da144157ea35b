"""Masks of Amazon's models: words, or pure black and white of the image's size.

Two traps: inpainting and virtual try-on repaint black, while outpainting
regenerates white ("inpainting and outpainting requests are opposites in regard to
the color requirements of the mask images"); and a JPEG mask must be compressed at
100 % quality, where rounding moves a pixel by 1 (measured; at 95 % by 8).
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-access.html#image-gen-input-images
https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
checked 2026-11-22.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from emulator.families.amazon.intake import Intake
from emulator.pictures import Mask, Picture
from emulator.refusal import malformed

BLACK, WHITE = "black", "white"
_JPEG_ROUNDING = 1


def region_or_mask(
    parameters: Mapping[str, Any], intake: Intake, image: Picture, *, paint: str
) -> tuple[dict[str, bytes], dict[str, Any]]:
    """Read `maskPrompt` or `maskImage`, exactly one of the two.

    Args:
        parameters: The task's, with both keys or one or none.
        intake: Takes the mask.
        image: What is masked.
        paint: The colour that this task repaints.

    Returns:
        Materials and options of the commission, of which one is empty.
    """
    given = [name for name in ("maskPrompt", "maskImage") if name in parameters]
    if len(given) != 1:
        raise malformed(
            f"{intake.pointer}: exactly one of [maskPrompt] and [maskImage] is required, "
            f"found: {len(given)}"
        )
    if given == ["maskPrompt"]:
        return {}, {"region": parameters["maskPrompt"]}
    return {"mask": mask_of(parameters, intake, image, paint=paint)}, {}


def mask_of(parameters: Mapping[str, Any], intake: Intake, image: Picture, *, paint: str) -> bytes:
    """Read `maskImage` as the commission's mask, whose white is repainted."""
    picture = intake.picture(parameters, "maskImage")
    if picture.size != image.size:
        sizes = "{}x{} px, and its image {}x{}".format(*picture.size, *image.size)
        raise intake.refused("maskImage", f"it has {sizes}: both must be of one size")
    if not _is_two_toned(picture):
        raise intake.refused("maskImage", "it has pixels that are neither pure black nor white")
    mask = Mask(np.where(Mask.of(picture).strength > 127, 255, 0).astype(np.uint8))
    return (mask.inverted() if paint == BLACK else mask).png()


def _is_two_toned(picture: Picture) -> bool:
    colours = picture.pixels if picture.pixels.ndim == 2 else picture.pixels[..., :3]
    slack = _JPEG_ROUNDING if picture.header.format == "jpeg" else 0
    dark, light = colours <= slack, colours >= 255 - slack
    if colours.ndim == 3:
        dark, light = dark.all(axis=-1), light.all(axis=-1)
    return bool((dark | light).all())
