"""What no sweep may be, whatever the model: found before anything is planned."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from functions.domain.errors import Fault
from functions.domain.request import MAX_IMAGES, GenerationRequest
from functions.domain.sweep import FIELDS, PARTS, axes, pointer, size

MAX_VALUES = 10
"""Values of one axis."""

MOST_ASKED = 100_000
"""Bytes of a sweep's texts as they are asked for.

The record keeps them as sent, as asked and as used; with the client's notes it must
stay below DynamoDB's 400 KB.
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
checked 2026-11-22.
"""

MOST_PLANNED = 3_000_000
"""Bytes of all images' texts together: they are written in one transaction of at most
4 MB, and read in one answer. Same page, and `functions.http.pages`."""


def faults(request: GenerationRequest) -> list[Fault]:
    """Return what is wrong with a request's axes and their number."""
    return [*_values(request), *_conflicts(request), *_too_many(request), *_too_long(request)]


def too_many(request: GenerationRequest) -> bool:
    """Whether there are more images than one generation may have."""
    return size(request) * request.count > MAX_IMAGES


def weight(value: Any) -> int:
    """Return the bytes that a value takes at most: as JSON that is quoted in JSON.

    That is how Lambda counts an answer, and never less than DynamoDB counts.
    """
    quoted = json.dumps(json.dumps(value, ensure_ascii=False, default=str), ensure_ascii=False)
    return len(quoted.encode(errors="surrogatepass"))


def _values(request: GenerationRequest) -> Iterator[Fault]:
    for axis, values in axes(request).items():
        if not 1 <= len(values) <= MAX_VALUES:
            yield Fault(pointer(axis), "out_of_range", f"a list of 1 to {MAX_VALUES} values")
        known: dict[Any, int] = {}
        for index, value in enumerate(values):
            first = known.setdefault(_meaning(value), index)
            if first != index:
                detail = f"the same as the value at {first}; each makes images, so leave one out"
                yield Fault(pointer(axis, index), "duplicate", detail)


def _meaning(value: Any) -> Any:
    """Return what makes two values the same: blanks at the ends and 5 or 5.0 do not."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list | tuple):
        return tuple(_meaning(each) for each in value if each != "")  # pyright: ignore[reportUnknownVariableType]
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if number else repr(value)


def _conflicts(request: GenerationRequest) -> Iterator[Fault]:
    known = axes(request)
    if "details" in known and request.prompt.text:
        detail = 'details are part of a prompt in parts; send {"description": …} as the prompt'
        yield Fault(pointer("details"), "conflict", detail)
    for axis in known:
        place = _fixed(request, axis)
        if place:
            detail = f"{place} fixes what this sweeps; send one of the two"
            yield Fault(pointer(axis), "conflict", detail)


def _fixed(request: GenerationRequest, axis: str) -> str | None:
    """Return the pointer of the field that says the same as an axis, if it was sent."""
    if axis in PARTS:
        return f"/prompt/{axis}" if getattr(request.prompt, axis) else None
    if axis in request.parameters:
        return f"/parameters/{axis}"
    sent = axis in FIELDS and getattr(request, axis) is not None
    return f"/{axis}" if sent else None


def _too_many(request: GenerationRequest) -> Iterator[Fault]:
    if not request.sweep or not too_many(request):
        return
    factors = " × ".join(f"{len(values)} {axis}" for axis, values in axes(request).items())
    images = size(request) * request.count
    detail = (
        f"{factors} are {size(request)} cells; with count {request.count} that is {images} images, "
        f"and a generation has at most {MAX_IMAGES}: drop values or an axis, or lower count"
    )
    yield Fault("/sweep", "too_many_images", detail)


def _too_long(request: GenerationRequest) -> Iterator[Fault]:
    if not request.sweep:
        return
    fixed = [asdict(request.prompt), request.negative_prompt, dict(request.parameters)]
    asked = weight([*fixed, axes(request)])
    if asked > MOST_ASKED:
        detail = f"at most {MOST_ASKED:,} bytes of text in a sweep, this has {asked:,}"
        yield Fault("/sweep", "too_long", f"{detail}: shorten the texts or send several requests")
