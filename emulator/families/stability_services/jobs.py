"""What a body asks to be done: its pictures, its options and the size of the answer."""

from dataclasses import dataclass
from typing import Any

from emulator.families.bounds import ANY, taken
from emulator.families.stability_services import sizes
from emulator.families.stability_services.tools import Tool
from emulator.pictures import Mask, Picture
from emulator.refusal import malformed

_PARTS = {"init_image": "image"}
_NO_MASK = "#: required key [mask] not found, and [image] has no transparent pixels"


@dataclass(frozen=True, slots=True)
class Work:
    """A job as a commission holds it."""

    size: tuple[int, int]
    materials: tuple[tuple[str, bytes], ...]
    options: tuple[tuple[str, Any], ...]


def of(tool: Tool, body: dict[str, Any]) -> Work:
    """Read the job of a body that keeps to its tool's page."""
    body = {**body, **{field: _unboxed(body[field]) for field in tool.boxed}}
    pictures = {
        _PARTS.get(field, field): taken(body, field, bounds)
        for field, bounds in tool.images.items()
    }
    materials = {part: picture.raw for part, picture in pictures.items()}
    if "mask" in tool.takes:
        materials["mask"] = _mask(body, pictures["image"])
    options = {name: body.get(field, default) for name, (field, default) in tool.options.items()}
    return Work(
        size=sizes.of(tool.job, pictures["image"].size, body),
        materials=tuple(materials.items()),
        options=tuple(sorted(options.items())),
    )


def _mask(body: dict[str, Any], image: Picture) -> bytes:
    """Read the mask, else what is transparent; a mask that was sent takes precedence.

    White is repainted, grey in proportion; a mask of another size is stretched. What
    happens with neither mask nor transparency is unconfirmed: it is refused.
    """
    if "mask" in body:
        return Mask.of(taken(body, "mask", ANY)).fitted(image.size).png()
    mask = Mask.of_opacity(image)
    if mask is None:
        raise malformed(_NO_MASK)
    return mask.png()


def _unboxed(value: str | list[str]) -> str:
    return value if isinstance(value, str) else value[0]
