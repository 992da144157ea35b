"""HTTP answers as AWS gives them: JSON, a request id, an error type."""

import json
import uuid
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from emulator.refusal import Refusal

_NAMESPACE = "http://internal.amazon.com/coral/com.amazon.bedrock/"
"""Follows the error's type on the wire, as seen in captured responses:
https://github.com/fumito-ito/AnthropicSwiftSDK/issues/19"""


def new_request_id() -> str:
    """Return an id like the ones that AWS gives to every answer."""
    return str(uuid.uuid4())


def answered(
    body: Any, *, request_id: str | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer 200 with `body` as compact JSON."""
    return spoken(json.dumps(body, separators=(",", ":")), request_id=request_id, headers=headers)


def spoken(
    content: str | bytes, *, request_id: str | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer 200 with `content`, which calls itself JSON."""
    return Response(content, media_type="application/json", headers=_headers(request_id, headers))


def refused(refusal: Refusal, *, request_id: str | None = None) -> Response:
    """Answer with an error that every AWS SDK can read."""
    body = {"message": refusal.message, **dict(refusal.extra)}
    headers = _headers(request_id, {"x-amzn-ErrorType": f"{refusal.type}:{_NAMESPACE}"})
    return JSONResponse(body, status_code=refusal.status, headers=headers)


async def on_refusal(request: Request, exception: Exception) -> Response:
    """Turn a `Refusal` that a door let through into its answer."""
    del request
    assert isinstance(exception, Refusal)  # noqa: S101 - Starlette calls by type
    return refused(exception)


async def on_unknown_operation(request: Request, exception: Exception) -> Response:
    """Answer a path or method that is no operation of ours."""
    del exception
    path = f"{request.method} {request.url.path}"
    sentence = f"{path} is not emulated; see GET /_emulator/health for what is."
    return refused(Refusal("UnknownOperationException", 404, sentence))


async def on_failure(request: Request, exception: Exception) -> Response:
    """Answer a fault of the emulator itself; the traceback goes to the log."""
    del request, exception
    sentence = "The emulator failed; its log has the traceback."
    return refused(Refusal("InternalServerException", 500, sentence))


def _headers(request_id: str | None, more: Mapping[str, str] | None) -> dict[str, str]:
    return {"x-amzn-RequestId": request_id or new_request_id(), **(more or {})}
