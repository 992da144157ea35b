"""The receipt of a plan: what was asked and what is used, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from functions.catalogue import formats, transcoding
from functions.catalogue.cells import PlannedCell
from functions.catalogue.shape import Shape
from functions.catalogue.spec import ModelSpec
from functions.domain.call import Call
from functions.domain.receipt import ReceiptLine
from functions.domain.request import GenerationRequest
from functions.domain.sweep import FIELDS, PARTS, axes, shown


def receipt(
    request: GenerationRequest,
    spec: ModelSpec,
    first: Call,
    shaped: Shape,
    pictures: Sequence[ReceiptLine] = (),
) -> tuple[ReceiptLine, ...]:
    """Return every parameter's fate.

    Args:
        request: What the client asks for.
        spec: The model's row.
        first: The first image's call.
        shaped: The result's size.
        pictures: What became of the pictures that came along.
    """
    formatted = formats.reason(spec, first.output_format)
    seeded = "picked by us, so that it can be made again"
    lines = [
        _line("model", request.model, spec.id, "the stage's default model"),
        *([_line("prompt", first.prompt, first.prompt, "")] if first.prompt else []),
        *pictures,
        shaped.line,
        *([] if first.seed is None else [_line("seed", request.seed, first.seed, seeded)]),
        _line("output_format", request.output_format, first.output_format, formatted),
    ]
    if first.writing:
        lines[-1:] = transcoding.lines(request, first, first.writing)
    if request.negative_prompt:
        lines.append(_line("negative_prompt", request.negative_prompt, first.negative_prompt, ""))
    asked = request.parameters
    lines += [
        _line(f"parameters.{name}", asked.get(name), value, "the model's default")
        for name, value in first.parameters.items()
    ]
    return tuple(lines)


def of_cells(
    request: GenerationRequest, cells: Sequence[PlannedCell], instead: str = ""
) -> tuple[ReceiptLine, ...]:
    """Return the receipt of all cells: a swept name has the list asked and the list used.

    Args:
        request: What the client asks for.
        cells: What is planned.
        instead: Why the model is not the one that the client's intent stands for.
    """
    first = [_of_default(line, instead) for line in cells[0].receipt]
    swept = {_line_name(axis): axis for axis in axes(request)}
    parts = any(axis in PARTS for axis in request.sweep)
    replaced = {*swept, *(["prompt"] if parts else [])}
    kept = [line for line in first if line.name not in replaced]
    lines = [_swept(name, axis, request, cells) for name, axis in swept.items()]
    return (*kept, *(_fixed_parts(request) if parts else ()), *lines)


def _of_default(line: ReceiptLine, instead: str) -> ReceiptLine:
    if not instead or line.name != "model" or line.status != "applied":
        return line
    return replace(line, status="defaulted", reason=instead)


def _swept(
    name: str, axis: str, request: GenerationRequest, cells: Sequence[PlannedCell]
) -> ReceiptLine:
    asked = [shown(axis, value) for value in request.sweep[axis]]
    lines = [_line_at(name, axis, index, cells) for index in range(len(asked))]
    used = [line.used if line else value for line, value in zip(lines, asked, strict=True)]
    other = next((line for line in lines if line and line.status != "applied"), None)
    if other:
        return ReceiptLine(name, asked, used, other.status, other.reason)
    return ReceiptLine(name, asked, used, "applied")


def _line_at(name: str, axis: str, index: int, cells: Sequence[PlannedCell]) -> ReceiptLine | None:
    there = next(each for each in cells if each.cell.at[axis] == index)
    return next((line for line in there.receipt if line.name == name), None)


def _fixed_parts(request: GenerationRequest) -> Iterator[ReceiptLine]:
    for part in PARTS:
        value = getattr(request.prompt, part)
        if value:
            sent = shown(part, value)
            yield ReceiptLine(_line_name(part), sent, sent, "applied")


def _line_name(axis: str) -> str:
    if axis in PARTS:
        return f"prompt.{axis}"
    return axis if axis in FIELDS else f"parameters.{axis}"


def _line(name: str, requested: Any, used: Any, otherwise: str) -> ReceiptLine:
    if requested is None:
        return ReceiptLine(name, None, used, "defaulted", otherwise)
    return ReceiptLine(name, requested, used, "applied")
