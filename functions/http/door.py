"""The resolver behind the HTTP door: Powertools' routing with our manners."""

import json
import time
from collections.abc import Callable
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayRestResolver, CORSConfig, Response
from aws_lambda_powertools.event_handler.openapi.exceptions import RequestValidationError

from functions.adapters.telemetry import Meter, logger
from functions.domain import signals
from functions.domain.errors import (
    BudgetExhausted,
    EaselError,
    Fault,
    InvalidRequest,
    MethodNotAllowed,
    NotFound,
    Unavailable,
)
from functions.http import doorstep, problems
from functions.http.openai import errors as openai
from functions.http.visit import Visit, visit

CORS = CORSConfig(
    allow_origin="*",
    allow_headers=[
        "Authorization",
        "Content-Type",
        "Idempotency-Key",
        "Prefer",
        "X-Api-Key",
        *openai.BROWSERS_SEND,
    ],
    expose_headers=[
        "Deprecation",
        "Idempotency-Replayed",
        "Link",
        "Location",
        "Preference-Applied",
        "Retry-After",
        "Retry-After-Ms",
        "Sunset",
        "X-Request-Id",
        "X-Should-Retry",
    ],
    max_age=3600,
)
"""Any page may call us: keys travel in headers, never in cookies."""


WHO = ("tenant", "key_id")
"""What the authorizer knows of a caller, and logs may."""

NO_ROUTE = "none"
"""In place of a route's pattern: a path that no route has is the caller's to make up."""


class Door:
    """A resolver that refuses with problem documents, and knows its visitor."""

    def __init__(
        self, *, public_url: str, is_outage: Callable[[Exception], bool], meter: Meter
    ) -> None:
        """Set up routing, refusals and CORS.

        Args:
            public_url: Address that clients use, empty for the gateway's own.
            is_outage: Whether a fault is the cloud's for a moment.
            meter: Counts what was accepted and what the budget refused.
        """
        self._public_url = public_url
        self._is_outage = is_outage
        self.meter = meter
        self.app: Any = APIGatewayRestResolver(cors=CORS, enable_validation=True, serializer=_dumps)
        self.app.use(middlewares=[_name_the_route, _only_known_queries])
        self.app.exception_handler(EaselError)(self._refuse)
        self.app.exception_handler(RequestValidationError)(self._misunderstand)
        self.app.exception_handler(Exception)(self._fail)
        self.app.not_found(self._lost)

    @property
    def visit(self) -> Visit:
        """The surroundings of the request that is being answered."""
        return visit(self.app.current_event.raw_event, self._public_url)

    @property
    def file(self) -> bytes:
        """The file that was sent, on a call that takes one."""
        return self.app.current_event.raw_event[doorstep.FILE]

    def resolve(self, event: dict[str, Any], context: Any) -> dict[str, Any]:
        """Answer one request and log it; to HEAD as to GET, but without the body."""
        begun = time.perf_counter()
        _introduce(visit(event, self._public_url), event["httpMethod"])
        answer = self._resolve(event, context)
        took = round((time.perf_counter() - begun) * 1000, 1)
        logger.info("answered", extra={"status": answer["statusCode"], "duration_ms": took})
        return answer

    def _resolve(self, event: dict[str, Any], context: Any) -> dict[str, Any]:
        head = event["httpMethod"] == "HEAD"
        event = {**event, "httpMethod": "GET"} if head else event
        came = visit(event, self._public_url)
        try:
            answer = self.app.resolve(doorstep.enter(event), context)
        except EaselError as error:
            answer = _outside(error, came)
        answer["body"] = "" if head else answer["body"] or ""
        answer["multiValueHeaders"]["X-Request-Id"] = [came.request_id]
        answer["multiValueHeaders"].setdefault("Cache-Control", ["no-store"])
        return answer

    def _refuse(self, error: EaselError) -> Response[str]:
        if isinstance(error, BudgetExhausted):
            self.meter.emit([signals.REQUESTS_OVER_BUDGET.of()])
        return _response(error, self.visit)

    def _misunderstand(self, error: RequestValidationError) -> Response[str]:
        return self._refuse(InvalidRequest.of(problems.faults(error.errors())))

    def _lost(self, _: Exception) -> Response[str]:
        logger.append_keys(route=NO_ROUTE)
        event = self.app.current_event
        here = f"{event.http_method} {event.path}"
        if allow := _methods_of(self.app, event.path):
            takes = f"{event.path} takes {', '.join(allow)}, not {event.http_method}."
            return self._refuse(MethodNotAllowed(f"{takes} Nothing was spent.", allow=allow))
        return self._refuse(NotFound(f"There is no {here}. GET /docs shows every call."))

    def _fail(self, error: Exception) -> Response[str]:
        logger.error("unexpected", exc_info=error)
        if self._is_outage(error):
            return self._refuse(Unavailable("AWS did not answer. Please try again.", retry_after=2))
        return self._refuse(
            EaselError("The fault is ours. Try again; if it stays, quote the request id.")
        )


def _dumps(body: Any) -> str:
    """Return JSON in UTF-8: escapes would make Korean twice, and an emoji thrice as long."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def _introduce(came: Visit, method: str) -> None:
    """Let every line of this request say whose it is; never a query, a prompt, a header."""
    who = {name: came.authorised[name] for name in WHO if name in came.authorised}
    logger.append_keys(correlation_id=came.request_id, method=method, route=NO_ROUTE, **who)


def _name_the_route(app: Any, next_middleware: Callable[..., Any]) -> Any:
    """Log the route's pattern: paths hold ids, and a pattern can be counted."""
    logger.append_keys(route=app.context["_route"].path)
    return next_middleware(app)


def _only_known_queries(app: Any, next_middleware: Callable[..., Any]) -> Any:
    """Refuse query parameters that the route does not know, by name."""
    route = app.context["_route"]
    known = {param.alias for param in route.dependant.query_params}
    sent: dict[str, str] = app.current_event.query_string_parameters or {}
    takes = f"this call takes {', '.join(sorted(known))}" if known else "this call takes none"
    unknown = [Fault(f"?{name}", "unknown_parameter", takes) for name in sent if name not in known]
    if unknown and route.path != "/docs":
        raise InvalidRequest.of(unknown)
    return next_middleware(app)


def _methods_of(app: Any, path: str) -> list[str]:
    """Return what a path may be asked, which the router knows but does not say."""
    routes = (*app._static_routes, *app._dynamic_routes)
    methods = {route.method for route in routes if route.rule.match(path)}
    also = {"HEAD", "OPTIONS"} if "GET" in methods else {"OPTIONS"}
    return sorted(methods | also) if methods else []


def _response(error: EaselError, came: Visit) -> Response[str]:
    logger.append_keys(code=error.code)
    if came.path.startswith(openai.PREFIX):
        words = problems.dumps(openai.document(error))
        own = problems.headers(error) | openai.headers(error)
        return Response(openai.status(error), "application/json", words, own)
    body = problems.document(error, request_id=came.request_id, base=came.base)
    headers = problems.headers(error)
    return Response(error.status, problems.MEDIA_TYPE, problems.dumps(body), headers)


def _outside(error: EaselError, came: Visit) -> dict[str, Any]:
    """Return the gateway's form of a refusal that no route was asked for."""
    response = _response(error, came)
    headers = response.headers | CORS.to_dict("*")
    return {
        "statusCode": response.status_code,
        "body": response.body,
        "isBase64Encoded": False,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
    }
