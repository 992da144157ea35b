"""Usage, and what needs no key: health, the documents."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router

from functions.http import offer, offer_views, views
from functions.http.desk import Desk, desk_of
from functions.version import VERSION

router = Router()


@router.get("/v1/usage", tags=["usage"], summary="Spent, reserved, left")
def get_usage() -> offer_views.UsageView:
    """Return the tenant's month in USD."""
    desk = desk_of(router)
    tenant, counter = desk.caller("read").tenant, desk.counter
    return offer.usage(tenant, counter.records.budget(tenant, counter.month, counter.limit))


@router.get("/healthz", tags=["about"], summary="Whether the door answers")
def get_health() -> views.Health:
    """Answer without looking further; needs no key."""
    return views.Health(version=VERSION)


@router.get("/openapi.json", include_in_schema=False)
def get_openapi() -> Response[str]:
    """Return the OpenAPI document, generated from these routes; needs no key."""
    return Response(200, "application/json; charset=utf-8", _openapi(desk_of(router)))


@router.get("/docs", include_in_schema=False, compress=True)
def get_docs() -> Response[str]:
    """Return the interactive documentation; needs no key."""
    from functions.http import docs  # noqa: PLC0415 - as below

    return Response(200, "text/html; charset=utf-8", docs.page(_openapi(desk_of(router))))


def _openapi(desk: Desk) -> str:
    from functions.http import docs  # noqa: PLC0415 - its shapes are a tenth of a cold start

    return docs.openapi(desk.door.app, desk.door.visit.base)
