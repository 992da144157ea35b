"""What lists are filtered by, in the client's words: read whole, or refused whole."""

from datetime import datetime
from typing import get_args

from functions.catalogue import CATALOGUE, find
from functions.domain.errors import Fault, InvalidRequest
from functions.domain.filters import GenerationFilter, ImageFilter, Span
from functions.domain.generation import GenerationStatus
from functions.domain.request import TASKS

STATUSES = get_args(GenerationStatus)


def images(
    *,
    model: str | None,
    task: str | None,
    favourite: str | None,
    tag: str | None,
    picked: str | None,
    text: str | None,
    created_after: datetime | None,
    created_before: datetime | None,
) -> ImageFilter:
    """Return which images a client wants.

    Raises:
        InvalidRequest: a value that no image can have; names all of them.
    """
    _refuse(_unknown_model(model), _unknown_task(task), _no_span(created_after, created_before))
    return ImageFilter(
        model=_model(model),
        task=task,
        favourite=favourite is not None,
        tag=tag,
        picked=picked is not None,
        text=text,
        created=Span(created_after, created_before),
    )


def generations(
    *,
    group: str | None,
    model: str | None,
    task: str | None,
    status: GenerationStatus | None,
    created_after: datetime | None,
    created_before: datetime | None,
) -> GenerationFilter:
    """Return which generations a client wants.

    Raises:
        InvalidRequest: a value that no generation can have; names all of them.
    """
    _refuse(_unknown_model(model), _unknown_task(task), _no_span(created_after, created_before))
    return GenerationFilter(
        group=group,
        model=_model(model),
        task=task,
        status=status,
        created=Span(created_after, created_before),
    )


def _model(name: str | None) -> str | None:
    spec = find(name) if name is not None else None
    return spec.id if spec else None


def _refuse(*faults: Fault | None) -> None:
    found = [fault for fault in faults if fault]
    if found:
        raise InvalidRequest.of(found)


def _unknown_model(name: str | None) -> Fault | None:
    if name is None or find(name):
        return None
    known = ", ".join(spec.name for spec in CATALOGUE.values())
    return Fault("?model", "unknown_model", f"a model of the catalogue: {known}, or an id")


def _unknown_task(name: str | None) -> Fault | None:
    if name is None or name in TASKS:
        return None
    return Fault("?task", "not_one_of", f"one of {', '.join(TASKS)}")


def _no_span(after: datetime | None, before: datetime | None) -> Fault | None:
    if after is None or before is None or after < before:
        return None
    return Fault("?created_before", "out_of_range", "later than created_after")
