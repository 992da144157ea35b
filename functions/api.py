"""The HTTP door: parse, one use case, translate. Routes and nothing else."""

import secrets
from typing import Annotated, Any
from urllib.parse import unquote

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Header, Query
from ulid import ULID

from functions import wiring
from functions.adapters.outage import is_outage
from functions.adapters.telemetry import logger
from functions.catalogue import CATALOGUE, find
from functions.catalogue.plan import Plan, plan
from functions.domain.errors import NotFound
from functions.domain.request import GenerationRequest
from functions.http import docs, offer, offer_views, present, views
from functions.http.desk import Desk
from functions.http.door import Door
from functions.http.models import VISIBLE, ComposeBody, GenerationBody, to_prompt
from functions.http.pages import fitting
from functions.use_cases import discard, look
from functions.use_cases.request import accept

DESK = Desk(Door(public_url=wiring.public_url(), is_outage=is_outage), wiring.counter())
app = DESK.door.app

Limit = Annotated[int, Query(ge=1, le=100, description="Items on a page")]
Cursor = Annotated[str | None, Query(max_length=500, description="`next_cursor` of a page")]
Prefer = Annotated[str | None, Header(description="`wait=n`: hold the answer up to n seconds")]
Accept = Annotated[str | None, Header(description="`application/json`: no redirect")]
IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        pattern=VISIBLE,
        description="Send the same key again to get the same generation, not another",
    ),
]


@logger.inject_lambda_context(clear_state=True)
def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Answer one request of the gateway."""
    return DESK.door.resolve(event, context)


@app.post("/v1/generations", tags=["generations"], summary="Ask for pictures")
def create_generation(
    body: GenerationBody, idempotency_key: IdempotencyKey = None, prefer: Prefer = None
) -> Response[views.GenerationView]:
    """Accept a request: 202 with its record, or 200 when it ended within the wait."""
    caller, counter = DESK.caller("generate"), DESK.counter
    request = body.to_domain()
    accepted = accept(
        request,
        _plan(request),
        asked=body.model_dump(exclude_unset=True),
        caller=caller,
        idempotency_key=idempotency_key,
        records=counter.records,
        queue=counter.queue,
        now=counter.clock.now(),
        new_ulid=lambda at: str(ULID.from_datetime(at)),
        region=counter.policy().region,
        limit=counter.limit,
        grace=counter.grace,
    )
    replayed = {"Idempotency-Replayed": "true"} if accepted.replayed else {}
    return DESK.held(caller.tenant, f"gen_{accepted.ulid}", prefer, accepted=replayed)


@app.get("/v1/generations", tags=["generations"], summary="Your generations, newest first")
def list_generations(limit: Limit = 20, cursor: Cursor = None) -> views.GenerationList:
    """Return a page of the tenant's generations."""
    tenant, after = DESK.caller("read").tenant, DESK.after("generations", cursor)
    page = look.generations(tenant, DESK.counter.records, limit=limit, after=after)
    shown = fitting([present.summary(each, DESK.place) for each in page.items])
    return views.GenerationList(
        data=shown,
        next_cursor=DESK.following("generations", page, shown),
        scanned=page.scanned,
    )


@app.get("/v1/generations/<generation_id>", tags=["generations"], summary="One generation")
def get_generation(generation_id: str, prefer: Prefer = None) -> Response[views.GenerationView]:
    """Return a generation with its receipt, cost and images."""
    return DESK.held(DESK.caller("read").tenant, generation_id, prefer)


@app.post(
    "/v1/generations/<generation_id>/cancel", tags=["generations"], summary="Stop what is not paid"
)
def cancel_generation(generation_id: str) -> views.GenerationView:
    """End the images that no painter has claimed; running ones are finished and kept."""
    tenant, counter = DESK.caller("generate").tenant, DESK.counter
    found = look.generation(tenant, generation_id, counter.records)
    discard.cancel(found, counter.records, now=counter.clock.now(), limit=counter.limit)
    return DESK.whole(look.generation(tenant, generation_id, counter.records))


@app.delete("/v1/generations/<generation_id>", tags=["generations"], summary="Delete all of it")
def delete_generation(generation_id: str) -> Response[None]:
    """Delete a generation, its images and their files; what it cost stays in the usage."""
    tenant, counter = DESK.caller("generate").tenant, DESK.counter
    found = look.generation(tenant, generation_id, counter.records)
    now, limit = counter.clock.now(), counter.limit
    records, store, grace = counter.records, counter.store, counter.grace
    discard.delete(found, records, store, now=now, limit=limit, grace=grace)
    return Response(204)


@app.post("/v1/plans", tags=["generations"], summary="What a request would do and cost")
def create_plan(body: GenerationBody) -> offer_views.PlanView:
    """Plan the same body that POST /v1/generations takes; nothing is spent."""
    tenant, counter = DESK.caller("read").tenant, DESK.counter
    planned = _plan(body.to_domain())
    return offer.plan(
        planned,
        requested=body.model,
        budget=counter.records.budget(tenant, counter.month, counter.limit),
        wait_seconds=look.usual_wait(tenant, planned.spec.id, counter.records),
        today=counter.clock.now().date(),
    )


@app.get("/v1/images", tags=["images"], summary="Your pictures, newest first")
def list_images(limit: Limit = 20, cursor: Cursor = None) -> views.ImageList:
    """Return a page of the tenant's published images."""
    tenant, after = DESK.caller("read").tenant, DESK.after("images", cursor)
    page = look.gallery(tenant, DESK.counter.records, limit=limit, after=after)
    shown = fitting([present.image(each, DESK.place) for each in page.items])
    return views.ImageList(
        data=shown,
        next_cursor=DESK.following("images", page, shown),
        scanned=page.scanned,
    )


@app.get("/v1/images/<image_id>", tags=["images"], summary="One image")
def get_image(image_id: str) -> views.ImageView:
    """Return an image with a fresh address."""
    return present.image(DESK.image(image_id), DESK.place, DESK.address)


@app.get(
    "/v1/images/<image_id>/content",
    tags=["images"],
    summary="The picture, at an address that lasts",
    responses=docs.ADDRESS,
)
def get_content(image_id: str, accept: Accept = None) -> Response[views.AddressView]:
    """Redirect to a fresh presigned address, or return it with `Accept: application/json`."""
    image = DESK.image(image_id)
    return DESK.redirect(look.content_key(image, DESK.counter.store), image, accept)


@app.get(
    "/v1/images/<image_id>/thumbnail",
    tags=["images"],
    summary="A small WebP of it",
    responses=docs.ADDRESS,
)
def get_thumbnail(image_id: str, accept: Accept = None) -> Response[views.AddressView]:
    """Redirect to a small WebP, or to the picture itself until there is one."""
    image = DESK.image(image_id)
    return DESK.redirect(look.thumbnail_key(image, DESK.counter.store), image, accept)


@app.get("/v1/models", tags=["models"], summary="The catalogue")
def list_models() -> offer_views.ModelList:
    """Return every model with its tasks' JSON Schemas, price and lifecycle."""
    DESK.caller("read")
    policy = DESK.counter.policy()
    return offer_views.ModelList(data=[offer.model(spec, policy) for spec in CATALOGUE.values()])


@app.get("/v1/models/<model_id>", tags=["models"], summary="One model")
def get_model(model_id: str) -> offer_views.ModelView:
    """Return a model by its id or short name."""
    DESK.caller("read")
    spec = find(unquote(model_id))
    if spec is None:
        raise NotFound(f"No model {model_id[:200]}. GET /v1/models lists them.")
    return offer.model(spec, DESK.counter.policy())


@app.post("/v1/prompts/compose", tags=["prompts"], summary="Parts to prompt")
def compose_prompt(body: ComposeBody) -> views.Composed:
    """Return the prompt that a model would read."""
    DESK.caller("read")
    prompt = to_prompt(body.prompt).compose()
    return views.Composed(prompt=prompt, characters=len(prompt))


@app.get("/v1/usage", tags=["usage"], summary="Spent, reserved, left")
def get_usage() -> offer_views.UsageView:
    """Return the tenant's month in USD."""
    tenant, counter = DESK.caller("read").tenant, DESK.counter
    return offer.usage(tenant, counter.records.budget(tenant, counter.month, counter.limit))


@app.get("/healthz", tags=["about"], summary="Whether the door answers")
def get_health() -> views.Health:
    """Answer without looking further; needs no key."""
    return views.Health(version=docs.VERSION)


@app.get("/openapi.json", include_in_schema=False)
def get_openapi() -> Response[str]:
    """Return the OpenAPI document, generated from these routes; needs no key."""
    return Response(200, "application/json; charset=utf-8", _openapi())


@app.get("/docs", include_in_schema=False, compress=True)
def get_docs() -> Response[str]:
    """Return the interactive documentation; needs no key."""
    return Response(200, "text/html; charset=utf-8", docs.page(_openapi()))


def _plan(request: GenerationRequest) -> Plan:
    return plan(request, DESK.counter.policy(), spare_seed=secrets.randbits(31))


def _openapi() -> str:
    return docs.openapi(app, DESK.door.visit.base)
