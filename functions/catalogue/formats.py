"""The format of a result: as asked, else the model's own, as long as a reply can hold it.

InvokeModel's reply has at most 25,000,000 bytes, and a picture in it is base64. What
is longer is paid and cannot be had, so it is not asked for.
https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
checked 2026-11-22. How AWS answers a 4K upscale as PNG is unconfirmed.
"""

from functions.catalogue.spec import ModelSpec
from functions.domain.errors import Fault

MOST_FILE_BYTES = 18_500_000
"""Of a picture's file in a reply: three quarters of the reply, less what surrounds it."""

ANY = MOST_FILE_BYTES // 3
"""Pixels up to which a PNG of anything fits: three bytes each, if nothing compresses."""

MOST = int(MOST_FILE_BYTES / 1.6)
"""Pixels up to which a PNG of what models paint fits; measured: 1.2 to 1.6 bytes each."""


def usual(spec: ModelSpec, size: tuple[int, int]) -> str:
    """Return the format of a result that nobody asked for in another."""
    first = spec.formats[0]
    smaller = [each for each in spec.formats if each != "png"]
    return smaller[0] if first == "png" and size[0] * size[1] > ANY and smaller else first


def reason(spec: ModelSpec, used: str) -> str:
    """Return why a format is used that nobody asked for."""
    if used == spec.formats[0]:
        return "the model's default"
    return "a PNG of this size may be longer than Bedrock's reply can be"


def fault(spec: ModelSpec, asked: str | None, size: tuple[int, int]) -> Fault | None:
    """Return why a result of this size cannot be had in the format that was asked for."""
    if asked != "png" or size[0] * size[1] <= MOST:
        return None
    others = " or ".join(each for each in spec.formats if each != "png")
    instead = f": ask for {others}" if others else ": ask for a smaller size"
    detail = f"a PNG of {size[0]}x{size[1]} is longer than Bedrock's reply can be{instead}"
    return Fault("/output_format", "too_large", detail)
