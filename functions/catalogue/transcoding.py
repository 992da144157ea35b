"""A result's file that its model does not make: it is painted as one, written as another.

Only where the client allows it: what is written again has lost something. The model is
asked for the best that its reply can hold, which is a PNG for all but the largest.
"""

from functions.catalogue import formats
from functions.catalogue.spec import ModelSpec
from functions.domain.call import Call, Writing
from functions.domain.errors import Fault
from functions.domain.receipt import ReceiptLine
from functions.domain.request import GenerationRequest

WRITTEN = ("jpeg", "webp")
"""What painters write. Every model makes PNG."""

QUALITY = 90
"""Where the client names none. 100 as at OpenAI would be three times as long."""

ALLOW = '"approximate": true'


def faults(request: GenerationRequest, spec: ModelSpec) -> list[Fault]:
    """Return why a request's format or its compression cannot be had."""
    asked, found = request.output_format, list[Fault]()
    if asked and asked not in spec.formats and not (asked in WRITTEN and request.approximate):
        detail = f"{spec.name} makes {' or '.join(spec.formats)}"
        if asked in WRITTEN:
            detail += f"; send {ALLOW} to have it painted so and written as {asked}"
        found.append(Fault("/output_format", "unsupported", detail))
    if request.output_compression is not None and (missing := _missing(request, spec)):
        found.append(Fault("/output_compression", "unsupported", " and ".join(missing)))
    return found


def sent(request: GenerationRequest, spec: ModelSpec, size: tuple[int, int]) -> str:
    """Return the format in which the model is asked for a result of this size."""
    if writing(request, spec):
        return _best(spec, size)
    return request.output_format or formats.usual(spec, size)


def writing(request: GenerationRequest, spec: ModelSpec) -> Writing | None:
    """Return how the painter writes the result again; None: it stays as it comes."""
    asked, quality = request.output_format, request.output_compression
    if asked not in WRITTEN or (quality is None and asked in spec.formats):
        return None
    return Writing(asked, QUALITY if quality is None else quality)


def lines(request: GenerationRequest, call: Call, writing: Writing) -> list[ReceiptLine]:
    """Return what the receipt says of a result that is written again."""
    told = f"painted as {call.output_format}, written as {writing.format}"
    reason = f"{told} at quality {writing.quality}"
    if call.task == "remove_background" and writing.format == "jpeg":
        reason += ", on white where it is transparent"
    asked, quality = request.output_format, request.output_compression
    line = ReceiptLine("output_format", asked, writing.format, "approximated", reason)
    if quality is None:
        return [line]
    return [line, ReceiptLine("output_compression", quality, writing.quality, "applied")]


def _missing(request: GenerationRequest, spec: ModelSpec) -> list[str]:
    missing: list[str] = []
    if request.output_format not in WRITTEN:
        missing.append("only a jpeg or webp has one: send that as output_format")
    if not request.approximate:
        missing.append(f"{spec.name} takes none: send {ALLOW} to have the file written again")
    return missing


def _best(spec: ModelSpec, size: tuple[int, int]) -> str:
    """Return the format that loses least of those that a reply can hold for certain."""
    usual = formats.usual(spec, size)
    return "png" if size[0] * size[1] <= formats.ANY else usual
