"""The receipt of a plan: what was asked and what is used, line by line."""

from typing import Any

from functions.catalogue.shape import Shape
from functions.catalogue.spec import ModelSpec
from functions.domain.call import Call
from functions.domain.receipt import ReceiptLine
from functions.domain.request import GenerationRequest


def receipt(
    request: GenerationRequest, spec: ModelSpec, first: Call, shaped: Shape
) -> tuple[ReceiptLine, ...]:
    """Return every parameter's fate; `first` is the first image's call."""
    lines = [
        _line("model", request.model, spec.id, "the stage's default model"),
        _line("prompt", first.prompt, first.prompt, ""),
        shaped.line,
        _line("seed", request.seed, first.seed, "picked by us, so that it can be made again"),
        _line("output_format", request.output_format, first.output_format, "the model's default"),
    ]
    if request.negative_prompt:
        lines.append(_line("negative_prompt", request.negative_prompt, first.negative_prompt, ""))
    asked = request.parameters
    lines += [
        _line(f"parameters.{name}", asked.get(name), value, "the model's default")
        for name, value in first.parameters.items()
    ]
    return tuple(lines)


def _line(name: str, requested: Any, used: Any, otherwise: str) -> ReceiptLine:
    if requested is None:
        return ReceiptLine(name, None, used, "defaulted", otherwise)
    return ReceiptLine(name, requested, used, "applied")
