"""Refusals as problem documents (RFC 9457), from one mapper.

https://www.rfc-editor.org/rfc/rfc9457 checked 2026-11-22.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from functions.catalogue import CATALOGUE
from functions.domain.errors import EaselError, Fault, MethodNotAllowed
from functions.http.fields import PATTERNS
from functions.http.models import GenerationBody
from functions.http.prompts import PromptParts

MEDIA_TYPE = "application/problem+json"

CODES = {
    "extra_forbidden": "unknown_field",
    "missing": "required",
    "greater_than_equal": "out_of_range",
    "less_than_equal": "out_of_range",
    "string_too_short": "too_short",
    "string_too_long": "too_long",
    "too_long": "too_long",
    "too_short": "too_short",
    "literal_error": "not_one_of",
    "malformed": "malformed",
    "string_pattern_mismatch": "malformed",
}
"""Pydantic's error types in our stable words; all others are `invalid`."""


ELSEWHERE = {
    "n": "count",
    "num_images": "count",
    "samples": "count",
    "width": "size",
    "height": "size",
    "format": "output_format",
    "compression": "output_compression",
    "ratio": "aspect_ratio",
    "text": "prompt",
}
"""What other image APIs call our fields."""

_FIELDS = [*GenerationBody.model_fields, *PromptParts.model_fields]


def document(error: EaselError, *, request_id: str, base: str) -> dict[str, Any]:
    """Return a refusal's body."""
    body: dict[str, Any] = {
        "type": f"{base}/docs#{error.code}",
        "title": error.title,
        "status": error.status,
        "code": error.code,
        "detail": error.detail,
        "request_id": request_id,
    }
    if error.faults:
        body["errors"] = [
            {"pointer": fault.pointer, "code": fault.code, "detail": fault.detail}
            for fault in error.faults
        ]
    return body


def headers(error: EaselError) -> dict[str, str]:
    """Return the headers that go with a refusal."""
    retry = {"Retry-After": str(error.retry_after or 1)} if error.retryable else {}
    challenge = {"WWW-Authenticate": "Bearer"} if error.status == 401 else {}
    allow = {"Allow": ", ".join(error.allow)} if isinstance(error, MethodNotAllowed) else {}
    return {"Cache-Control": "no-store", **retry, **challenge, **allow}


def dumps(body: dict[str, Any]) -> str:
    """Return a body as JSON in ASCII, whatever a client wrote into its names."""
    return json.dumps(body)


def faults(errors: Sequence[Mapping[str, Any]]) -> list[Fault]:
    """Return the faults that validation found, with pointers a client can use."""
    return [_fault(error) for error in errors]


def _fault(error: Mapping[str, Any]) -> Fault:
    kind = error["type"]
    place = [str(step) for step in error["loc"]]
    pointer = _pointer(place)
    code = CODES.get(kind, "invalid")
    if code == "unknown_field":
        return Fault(pointer, code, _did_you_mean(place[-1]))
    if kind in ("model_attributes_type", "dict_type", "model_type"):
        either = "text, or a JSON object of its parts" if pointer == "/prompt" else "a JSON object"
        return Fault(pointer, code, either)
    if kind == "string_pattern_mismatch":
        return Fault(pointer, code, PATTERNS[error["ctx"]["pattern"]])
    words = re.sub(r"^\w+ should (be |have )?| after validation\b", "", str(error["msg"]))
    return Fault(pointer, code, words[:1].lower() + words[1:])


def _pointer(place: list[str]) -> str:
    where, *steps = place
    real = [step for step in steps if not (step.startswith("<") and step.endswith(">"))]
    if where == "body":
        escaped = (step.replace("~", "~0").replace("/", "~1") for step in real)
        return "".join(f"/{step}" for step in escaped)
    if where == "header":
        return f"header:{real[0].title()}"
    return f"?{real[0]}" if where == "query" else f"{where}:{':'.join(real)}"


def _did_you_mean(name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only misspelt requests pay for it

    meant = ELSEWHERE.get(name) or next(iter(get_close_matches(name, _FIELDS, n=1)), None)
    tasks = (task for spec in CATALOGUE.values() for task in spec.tasks.values())
    if any(name == each.name for task in tasks for each in task.parameters):
        meant = f"parameters.{name}"
    return f"no such field; did you mean {meant}?" if meant else "no such field"
