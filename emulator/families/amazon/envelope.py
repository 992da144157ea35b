"""The envelope: a task's name, its parameters, and how many pictures of which kind.

https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html
https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html
checked 2026-11-22. That a body may hold no other task's parameters, and no
configuration where a page shows none, is unconfirmed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from emulator.commission import Commission
from emulator.families.amazon.intake import Intake
from emulator.families.amazon.work import Work
from emulator.families.bounds import Bounds
from emulator.schema import Schema

PREMIUM_DETAIL = 1.5

PARAMETERS = {
    "TEXT_IMAGE": "textToImageParams",
    "COLOR_GUIDED_GENERATION": "colorGuidedGenerationParams",
    "IMAGE_VARIATION": "imageVariationParams",
    "INPAINTING": "inPaintingParams",
    "OUTPAINTING": "outPaintingParams",
    "BACKGROUND_REMOVAL": "backgroundRemovalParams",
    "VIRTUAL_TRY_ON": "virtualTryOnParams",
}
"""The key of each task's parameters."""

Reader = Callable[[Mapping[str, Any], Intake], Work]


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What differs between the two families where they are read alike.

    Attributes:
        readers: What reads each task.
        bounds: What the pictures of a task may measure.
        size: Reads a result's width and height from a configuration, or refuses them.
        cfg_scale: The default guidance.
        seed: The default seed.
    """

    readers: Mapping[str, Reader]
    bounds: Callable[[str], Bounds]
    size: Callable[[Mapping[str, Any]], tuple[int, int]]
    cfg_scale: float
    seed: int


def schema(tasks: Mapping[str, tuple[Schema, Schema | None]]) -> Schema:
    """Write the schema of an envelope.

    Args:
        tasks: Of each task, what its parameters and its configuration may be; None
            where it takes no configuration.
    """
    return {
        "type": "object",
        "open": True,
        "required": ["taskType"],
        "properties": {"taskType": {"type": "string", "enum": list(tasks)}},
        "discriminator": {
            "propertyName": "taskType",
            "mapping": {task: _body(task, *shapes) for task, shapes in tasks.items()},
        },
    }


def commissions(model: str, body: Mapping[str, Any], house: House) -> list[Commission]:
    """Read a body that keeps to its page: one commission for each picture of the reply."""
    task = body["taskType"]
    key = PARAMETERS[task]
    work = house.readers[task](body[key], Intake(f"#/{key}", house.bounds(task)))
    config = body.get("imageGenerationConfig", {})
    width, height = work.size or house.size(config)
    first = Commission(
        model=model,
        wishes=work.wishes,
        width=width,
        height=height,
        seed=config.get("seed", house.seed),
        preset=work.preset,
        detail=PREMIUM_DETAIL if config.get("quality") == "premium" else 1.0,
        guidance=config.get("cfgScale", house.cfg_scale) / house.cfg_scale,
        job=work.job,
        materials=tuple(work.materials.items()),
        options=tuple(sorted((k, v) for k, v in work.options.items() if v is not None)),
    )
    count = config.get("numberOfImages", 1)
    pictures = [replace(first, seed=first.seed + number) for number in range(count)]
    return [*pictures, first.showing_mask(work.mask_paint)] if work.mask_paint else pictures


def reply(made: Sequence[Commission], images: Sequence[str]) -> dict[str, Any]:
    """Write the pictures, and beside them the mask if one was asked for."""
    pairs = list(zip(made, images, strict=True))
    masks = [image for commission, image in pairs if commission.is_mask]
    return {
        "images": [image for commission, image in pairs if not commission.is_mask],
        **({"maskImage": masks[0]} if masks else {}),
    }


def _body(task: str, parameters: Schema, config: Schema | None) -> Schema:
    key = PARAMETERS[task]
    return {
        "type": "object",
        "required": [key],
        "properties": {
            "taskType": {"type": "any"},
            key: parameters,
            **({"imageGenerationConfig": config} if config else {}),
        },
    }
