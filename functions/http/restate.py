"""A request as a client of the native API would write it."""

from typing import Any

from functions.domain.image import DEADLINE
from functions.domain.prompt import Prompt
from functions.domain.request import GenerationRequest
from functions.domain.source import Source


def restated(request: GenerationRequest) -> dict[str, Any]:
    """Return a request without what it leaves open; sent again, it asks for the same."""
    late = request.deadline != DEADLINE
    fields = {
        "task": request.task,
        "model": request.model,
        "prompt": _prompt(request.prompt),
        "negative_prompt": request.negative_prompt,
        "count": request.count if request.count > 1 else None,
        "seed": request.seed,
        "size": "{}x{}".format(*request.size) if request.size else None,
        "aspect_ratio": request.aspect_ratio,
        "output_format": request.output_format,
        "output_compression": request.output_compression,
        "parameters": dict(request.parameters) or None,
        "approximate": request.approximate or None,
        "deadline_seconds": int(request.deadline.total_seconds()) if late else None,
        "group": request.group,
        "metadata": dict(request.metadata) or None,
        "fit": request.fit,
        **{part: _source(each) for part, each in request.pictures.items()},
    }
    return {name: value for name, value in fields.items() if value is not None}


def _prompt(prompt: Prompt) -> str | dict[str, Any] | None:
    if not prompt.description:
        return prompt.text or None
    parts = {
        "image_type": prompt.image_type,
        "description": prompt.description,
        "style": prompt.style,
        "details": list(prompt.details),
    }
    return {name: part for name, part in parts.items() if part}


def _source(source: Source) -> dict[str, str]:
    """Return a picture by its id; one from the body is named when it is kept."""
    return {f"{source.origin}_id": source.id}
