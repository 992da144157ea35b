"""Refusals in OpenAI's shape, from the same errors as ours.

https://platform.openai.com/docs/guides/error-codes and openai-python 3.54's classes,
checked 2026-11-22. `x-should-retry` overrides everything that their clients would do.
"""

from typing import Any

from functions.domain.errors import EaselError

PREFIX = "/openai/"

BROWSERS_SEND = [
    "OpenAI-Organization",
    "OpenAI-Project",
    *(
        f"X-Stainless-{name}"
        for name in (
            "Arch",
            "Lang",
            "OS",
            "Package-Version",
            "Retry-Count",
            "Runtime",
            "Runtime-Version",
            "Timeout",
        )
    ),
]
"""Headers of theirs in a browser, which asks first whether it may; `*` is no answer
where `Authorization` goes along. Recorded of openai-node 7.57, checked 2026-11-22."""

TYPES = {
    401: "authentication_error",
    402: "insufficient_quota",
    403: "permission_error",
    404: "not_found_error",
    429: "rate_limit_error",
}
STATUSES = {402: 429, 410: 404}
"""A spent budget is their quota; a retired model is not found, as theirs are."""

CODES = {
    "budget_exhausted": "insufficient_quota",
    "unauthorized": "invalid_api_key",
    "model_retired": "model_not_found",
    "unknown_model": "model_not_found",
}
NAMES = {"count": "n", "task": "model", **{f"image_{number}": "image" for number in range(2, 17)}}
"""Their names of our fields, where they differ."""

PICTURES = ("image", "images", "mask")
"""Fields of pictures: whatever is wrong inside of one, the field is named."""


_TEXT = {"type": "string"}
SCHEMA: dict[str, Any] = {
    "title": "OpenAIError",
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["message", "type", "param", "code"],
            "properties": {
                "message": _TEXT,
                "type": _TEXT,
                "param": {"anyOf": [_TEXT, {"type": "null"}]},
                "code": _TEXT,
            },
        }
    },
}
"""The shape, for the API's own document."""


def status(error: EaselError) -> int:
    """Return the status under which OpenAI's clients expect a refusal."""
    return STATUSES.get(error.status, error.status)


def document(error: EaselError) -> dict[str, Any]:
    """Return a refusal's body."""
    fault = error.faults[0] if error.faults else None
    code = fault.code if fault else error.code
    kind = "server_error" if error.status >= 500 else "invalid_request_error"
    return {
        "error": {
            "message": error.detail,
            "type": TYPES.get(error.status, kind),
            "param": _name(fault.pointer) if fault else None,
            "code": CODES.get(code, code),
        }
    }


def headers(error: EaselError) -> dict[str, str]:
    """Return what tells their clients whether to send the same again."""
    after = error.retry_after or 1
    wait = {"retry-after-ms": str(after * 1000), "Retry-After": str(after)}
    return {"x-should-retry": "true", **wait} if error.retryable else {"x-should-retry": "false"}


def _name(pointer: str) -> str | None:
    """Return a field's name as their clients wrote it."""
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    if steps[:1] == ["parameters"]:
        steps = steps[1:]
    if steps[:1] and steps[0] in PICTURES:
        steps = steps[:1]
    name = ".".join(steps) or pointer.removeprefix("header:").removeprefix("?")
    return NAMES.get(name, name) or None
