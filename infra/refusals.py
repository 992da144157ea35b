"""What the gateway itself answers when a request never reaches our code.

One body reads both as a problem (RFC 9457) and as OpenAI's `error`, so any
client finds what it looks for. Such templates know variables and nothing else,
so each body is a constant with `$context` values in it.
https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
checked 2026-11-22.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from aws_cdk import aws_apigateway as apigateway

HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Retry-After,X-Request-Id",
    "Cache-Control": "no-store",
    "Content-Type": "application/problem+json",
}
OPENAI_TYPES = {
    401: "authentication_error",
    403: "permission_error",
    404: "not_found_error",
    429: "rate_limit_error",
}
OPENAI_CODES = {"unauthorized": "invalid_api_key", "too_many_requests": "rate_limit_exceeded"}
"""OpenAI's words, as `functions.http.openai.errors` has them; a test compares."""

REQUEST_ID = {"X-Request-Id": "context.requestId"}
"""Header by the gateway's own word for it, beside the constants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One answer of the gateway.

    Attributes:
        status: HTTP status, or None to keep the one that the gateway chose.
        code: Stable word, the same that our own code uses for the situation.
        title: What happened.
        detail: What to do next.
        headers: Headers beside those that all refusals carry.
    """

    status: int | None
    code: str
    title: str
    detail: str
    headers: Mapping[str, str] = field(default_factory=lambda: {})

    @property
    def body(self) -> str:
        """The template of the response's body."""
        ours = self.code == "internal_error" or (self.status or 0) >= 500
        status = {} if self.status is None else {"status": self.status}
        kind = "server_error" if ours else "invalid_request_error"
        error = {
            "message": self.detail,
            "type": OPENAI_TYPES.get(self.status or 0, kind),
            "code": OPENAI_CODES.get(self.code, self.code),
            "param": None,
        }
        return json.dumps(
            {
                "type": f"/api/docs#{self.code}",
                "title": self.title,
                **status,
                "code": self.code,
                "detail": self.detail,
                "request_id": "$context.requestId",
                "error": error,
            }
        )

    def add_to(self, api: apigateway.RestApi, kind: apigateway.ResponseType) -> None:
        """Make the API give this answer for `kind`."""
        constants = {**HEADERS, **self.headers}
        headers = {name: f"'{value}'" for name, value in constants.items()}
        api.add_gateway_response(
            kind.response_type.title().replace("_", ""),
            type=kind,
            status_code=None if self.status is None else str(self.status),
            response_headers={**headers, **REQUEST_ID},
            templates={"application/json": self.body},
        )


FAILED = Refusal(
    status=None,
    code="internal_error",
    title="Something on our side failed",
    detail="Repeat the request with the same Idempotency-Key: nothing is paid twice.",
)
LATE = Refusal(
    status=504,
    code="gateway_timeout",
    title="The answer took too long",
    detail="The request may have been accepted: repeat it with the same Idempotency-Key.",
    headers={"Retry-After": "5"},
)
THROTTLED = Refusal(
    status=429,
    code="too_many_requests",
    title="Too many requests",
    detail="Wait a second, then repeat the request more slowly.",
    headers={"Retry-After": "1"},
)
UNAUTHORIZED = Refusal(
    status=401,
    code="unauthorized",
    title="A valid API key is needed",
    detail="Send your key as `Authorization: Bearer KEY` or `x-api-key: KEY`.",
    headers={"WWW-Authenticate": "Bearer"},
)
FORBIDDEN = Refusal(
    status=403,
    code="forbidden",
    title="This key may not do this",
    detail="Ask whoever runs this deployment what your key is for.",
)
NOT_FOUND = Refusal(
    status=404,
    code="not_found",
    title="There is no such thing here",
    detail="Check method and path; /docs beside this API lists them all.",
)
TOO_LARGE = Refusal(
    status=413,
    code="payload_too_large",
    title="The request body is too large",
    detail="Bodies end at 4 MiB; send pictures through POST /v1/uploads.",
)
UNREADABLE = Refusal(
    status=None,
    code="invalid_request",
    title="The request cannot be accepted as it is",
    detail="The gateway could not read it; see /docs beside this API.",
)

_KINDS = apigateway.ResponseType
REFUSALS: Mapping[apigateway.ResponseType, Refusal] = {
    _KINDS.DEFAULT_4_XX: UNREADABLE,
    _KINDS.DEFAULT_5_XX: FAILED,
    _KINDS.UNAUTHORIZED: UNAUTHORIZED,
    _KINDS.ACCESS_DENIED: FORBIDDEN,
    _KINDS.MISSING_AUTHENTICATION_TOKEN: NOT_FOUND,
    _KINDS.RESOURCE_NOT_FOUND: NOT_FOUND,
    _KINDS.REQUEST_TOO_LARGE: TOO_LARGE,
    _KINDS.THROTTLED: THROTTLED,
    _KINDS.INTEGRATION_TIMEOUT: LATE,
    _KINDS.INTEGRATION_FAILURE: LATE,
}
"""The rest (signatures, plans, WAF) cannot happen here and has the two defaults."""
