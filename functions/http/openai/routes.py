"""OpenAI's image calls: parse, order, wait, answer in their words."""

from typing import Annotated, Any
from urllib.parse import unquote

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router
from aws_lambda_powertools.event_handler.openapi.params import Header

from functions.http.desk import desk_of
from functions.http.openai import job, models
from functions.http.openai.reception import Reception
from functions.http.openai.shapes import EditsBody, GenerationsBody, VariationsBody

router = Router()

Key = Annotated[str | None, Header(alias="Idempotency-Key", min_length=1, max_length=255)]
Retries = Annotated[
    str | None, Header(alias="x-stainless-retry-count", description="Sent by OpenAI's SDKs")
]
Language = Annotated[
    str | None, Header(alias="x-stainless-lang", description="Sent by OpenAI's SDKs")
]


@router.post(
    "/openai/v1/images/generations", tags=["openai"], summary="Ask for pictures in OpenAI's words"
)
def create_images(
    body: GenerationsBody,
    idempotency_key: Key = None,
    retries: Retries = None,
    language: Language = None,
) -> Response[Any]:
    """Answer with the pictures, or with 503 and `x-should-retry` while they are painted."""
    reception = Reception(desk_of(router), idempotency_key, retries or "", language or "")
    return reception.answer(body, lambda: job.generation(body))


@router.post(
    "/openai/v1/images/edits", tags=["openai"], summary="Change a picture in OpenAI's words"
)
def edit_image(
    body: EditsBody, idempotency_key: Key = None, retries: Retries = None, language: Language = None
) -> Response[Any]:
    """Take a form with files, or JSON with ids of pictures; answer as generations do."""
    desk = desk_of(router)
    reception = Reception(desk, idempotency_key, retries or "", language or "")
    return reception.answer(body, lambda: job.edit(body, desk))


@router.post(
    "/openai/v1/images/variations", tags=["openai"], summary="Vary a picture in OpenAI's words"
)
def vary_image(
    body: VariationsBody,
    idempotency_key: Key = None,
    retries: Retries = None,
    language: Language = None,
) -> Response[Any]:
    """Take a form with a file, or JSON with its id; answer as generations do."""
    desk = desk_of(router)
    reception = Reception(desk, idempotency_key, retries or "", language or "")
    return reception.answer(body, lambda: job.variation(body, desk))


@router.get("/openai/v1/models", tags=["openai"], summary="The models in OpenAI's words")
def list_openai_models() -> Response[Any]:
    """Return what runs here today, and OpenAI's names that mean something here."""
    desk = desk_of(router)
    desk.caller("read")
    return models.listed(desk.counter.policy(), desk.counter.openai_models)


@router.get("/openai/v1/models/<model_id>", tags=["openai"], summary="One model")
def get_openai_model(model_id: str) -> Response[Any]:
    """Return a model by its id, short name or alias."""
    desk = desk_of(router)
    desk.caller("read")
    return models.one(unquote(model_id), desk.counter.policy(), desk.counter.openai_models)
