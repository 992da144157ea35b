"""The catalogue, as this deployment sees it today."""

from urllib.parse import unquote

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router

from functions.catalogue import CATALOGUE, find
from functions.domain.errors import NotFound
from functions.http import offer, offer_views
from functions.http.desk import FRESH, JSON, desk_of

router = Router()


@router.get("/v1/models", tags=["models"], summary="The catalogue")
def list_models() -> offer_views.ModelList:
    """Return every model with its tasks' JSON Schemas, price and lifecycle."""
    desk = desk_of(router)
    desk.caller("read")
    policy = desk.counter.policy()
    return offer_views.ModelList(data=[offer.model(spec, policy) for spec in CATALOGUE.values()])


@router.get("/v1/models/<model_id>", tags=["models"], summary="One model")
def get_model(model_id: str) -> Response[offer_views.ModelView]:
    """Return a model by its id or short name."""
    desk = desk_of(router)
    desk.caller("read")
    spec = find(unquote(model_id))
    if spec is None:
        raise NotFound(f"No model {model_id[:200]}. GET /v1/models lists them.")
    body = offer.model(spec, desk.counter.policy())
    return Response(200, JSON, body, FRESH | desk.sunset(spec.id))
