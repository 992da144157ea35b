"""The HTTP door: parse, one use case, translate. Routes and nothing else."""

import secrets
from typing import Annotated, Any
from urllib.parse import unquote

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Header, Query
from ulid import ULID

from functions import wiring
from functions.adapters.telemetry import logger
from functions.catalogue import CATALOGUE, find
from functions.catalogue.plan import Plan, plan
from functions.domain.errors import NotFound
from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.request import GenerationRequest
from functions.http import cursors, docs, offer, present, views
from functions.http.door import Door
from functions.http.models import ComposeBody, GenerationBody, to_prompt
from functions.http.prefer import wait
from functions.use_cases import discard, look
from functions.use_cases.request import accept

COUNTER = wiring.counter()
DOOR = Door(public_url=COUNTER.settings.public_url)
app = DOOR.app

JSON = "application/json"
Limit = Annotated[int, Query(ge=1, le=100, description="Items on a page")]
Cursor = Annotated[str | None, Query(max_length=500, description="`next_cursor` of a page")]
Prefer = Annotated[str | None, Header(description="`wait=n`: hold the answer up to n seconds")]
IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        pattern=r"^[\x21-\x7e]+$",
        description="Send the same key again to get the same generation, not another",
    ),
]


@logger.inject_lambda_context(clear_state=True)
def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Answer one request of the gateway."""
    return DOOR.resolve(event, context)


@app.post("/v1/generations", tags=["generations"], summary="Ask for pictures")
def create_generation(
    body: GenerationBody,
    idempotency_key: IdempotencyKey = None,
    prefer: Prefer = None,
) -> Response[views.GenerationView]:
    """Accept a request: 202 with its record, or 200 when it ended within the wait."""
    caller = DOOR.visit.caller("generate")
    request = body.to_domain()
    accepted = accept(
        request,
        _plan(request),
        asked=body.model_dump(exclude_unset=True),
        caller=caller,
        idempotency_key=idempotency_key,
        records=COUNTER.records,
        queue=COUNTER.queue,
        now=COUNTER.clock.now(),
        new_ulid=lambda at: str(ULID.from_datetime(at)),
        region=COUNTER.settings.bedrock_region,
        limit=COUNTER.limit,
    )
    replayed = {"Idempotency-Replayed": "true"} if accepted.replayed else {}
    return _generation(caller.tenant, f"gen_{accepted.ulid}", prefer, replayed, accepting=True)


@app.get("/v1/generations", tags=["generations"], summary="Your generations, newest first")
def list_generations(limit: Limit = 20, cursor: Cursor = None) -> views.GenerationList:
    """Return a page of the tenant's generations."""
    tenant = DOOR.visit.caller("read").tenant
    after = cursors.read("generations", tenant, cursor) if cursor else None
    page = look.generations(tenant, COUNTER.records, limit=limit, after=after)
    following = page.next_after
    return views.GenerationList(
        data=[present.summary(each, _place()) for each in page.items],
        next_cursor=cursors.write("generations", tenant, following) if following else None,
        scanned=page.scanned,
    )


@app.get("/v1/generations/<generation_id>", tags=["generations"], summary="One generation")
def get_generation(generation_id: str, prefer: Prefer = None) -> Response[views.GenerationView]:
    """Return a generation with its receipt, cost and images."""
    tenant = DOOR.visit.caller("read").tenant
    return _generation(tenant, generation_id, prefer, {}, accepting=False)


@app.post(
    "/v1/generations/<generation_id>/cancel", tags=["generations"], summary="Stop what is not paid"
)
def cancel_generation(generation_id: str) -> views.GenerationView:
    """End the images that no painter has claimed; running ones are finished and kept."""
    tenant = DOOR.visit.caller("generate").tenant
    found = look.generation(tenant, generation_id, COUNTER.records)
    discard.cancel(found, COUNTER.records, now=COUNTER.clock.now(), limit=COUNTER.limit)
    return _whole(look.generation(tenant, generation_id, COUNTER.records))


@app.delete("/v1/generations/<generation_id>", tags=["generations"], summary="Delete all of it")
def delete_generation(generation_id: str) -> Response[None]:
    """Delete a generation, its images and their files; what it cost stays in the usage."""
    tenant = DOOR.visit.caller("generate").tenant
    found = look.generation(tenant, generation_id, COUNTER.records)
    now, limit = COUNTER.clock.now(), COUNTER.limit
    discard.delete(found, COUNTER.records, COUNTER.store, now=now, limit=limit)
    return Response(204)


@app.post("/v1/plans", tags=["generations"], summary="What a request would do and cost")
def create_plan(body: GenerationBody) -> views.PlanView:
    """Plan the same body that POST /v1/generations takes; nothing is spent."""
    tenant = DOOR.visit.caller("read").tenant
    planned = _plan(body.to_domain())
    now = COUNTER.clock.now()
    return offer.plan(
        planned,
        requested=body.model,
        budget=COUNTER.records.budget(tenant, f"{now:%Y-%m}", COUNTER.limit),
        wait_seconds=look.usual_wait(tenant, planned.spec.id, COUNTER.records),
        today=now.date(),
    )


@app.get("/v1/images", tags=["images"], summary="Your pictures, newest first")
def list_images(limit: Limit = 20, cursor: Cursor = None) -> views.ImageList:
    """Return a page of the tenant's published images."""
    tenant = DOOR.visit.caller("read").tenant
    after = cursors.read("images", tenant, cursor) if cursor else None
    page = look.gallery(tenant, COUNTER.records, limit=limit, after=after)
    following = page.next_after
    return views.ImageList(
        data=[present.image(each, _place()) for each in page.items],
        next_cursor=cursors.write("images", tenant, following) if following else None,
        scanned=page.scanned,
    )


@app.get("/v1/images/<image_id>", tags=["images"], summary="One image")
def get_image(image_id: str) -> views.ImageView:
    """Return an image with a fresh address."""
    return present.image(_image(image_id), _place(), _address)


@app.get(
    "/v1/images/<image_id>/content",
    tags=["images"],
    summary="The picture, at an address that lasts",
    responses=docs.ADDRESS,
)
def get_content(
    image_id: str, accept: Annotated[str | None, Header()] = None
) -> Response[views.AddressView]:
    """Redirect to a fresh presigned address, or return it with `Accept: application/json`."""
    image = _image(image_id)
    return _redirect(look.content_key(image, COUNTER.store), image, accept)


@app.get(
    "/v1/images/<image_id>/thumbnail",
    tags=["images"],
    summary="A small WebP of it",
    responses=docs.ADDRESS,
)
def get_thumbnail(
    image_id: str, accept: Annotated[str | None, Header()] = None
) -> Response[views.AddressView]:
    """Redirect to a small WebP, or to the picture itself until there is one."""
    image = _image(image_id)
    return _redirect(look.thumbnail_key(image, COUNTER.store), image, accept)


@app.get("/v1/models", tags=["models"], summary="The catalogue")
def list_models() -> views.ModelList:
    """Return every model with its tasks' JSON Schemas, price and lifecycle."""
    DOOR.visit.caller("read")
    policy = COUNTER.policy()
    return views.ModelList(data=[offer.model(spec, policy) for spec in CATALOGUE.values()])


@app.get("/v1/models/<model_id>", tags=["models"], summary="One model")
def get_model(model_id: str) -> views.ModelView:
    """Return a model by its id or short name."""
    DOOR.visit.caller("read")
    spec = find(unquote(model_id))
    if spec is None:
        raise NotFound(f"No model {model_id[:200]}. GET /v1/models lists them.")
    return offer.model(spec, COUNTER.policy())


@app.post("/v1/prompts/compose", tags=["prompts"], summary="Parts to prompt")
def compose_prompt(body: ComposeBody) -> views.Composed:
    """Return the prompt that a model would read."""
    DOOR.visit.caller("read")
    prompt = to_prompt(body.prompt).compose()
    return views.Composed(prompt=prompt, characters=len(prompt))


@app.get("/v1/usage", tags=["usage"], summary="Spent, reserved, left")
def get_usage() -> views.UsageView:
    """Return the tenant's month in USD."""
    tenant = DOOR.visit.caller("read").tenant
    month = f"{COUNTER.clock.now():%Y-%m}"
    return offer.usage(tenant, COUNTER.records.budget(tenant, month, COUNTER.limit))


@app.get("/healthz", tags=["about"], summary="Whether the door answers")
def get_health() -> views.Health:
    """Answer without looking further; needs no key."""
    return views.Health(version=docs.VERSION)


@app.get("/openapi.json", include_in_schema=False)
def get_openapi() -> Response[str]:
    """Return the OpenAPI document, generated from these routes; needs no key."""
    return Response(200, "application/json; charset=utf-8", docs.openapi(app, DOOR.visit.base))


@app.get("/docs", include_in_schema=False, compress=True)
def get_docs() -> Response[str]:
    """Return the interactive documentation; needs no key."""
    return Response(200, "text/html; charset=utf-8", docs.page(docs.openapi(app, DOOR.visit.base)))


def _plan(request: GenerationRequest) -> Plan:
    return plan(request, COUNTER.policy(), spare_seed=secrets.randbits(31))


def _generation(
    tenant: str,
    generation_id: str,
    prefer: str | None,
    headers: dict[str, str],
    *,
    accepting: bool,
) -> Response[views.GenerationView]:
    longest = COUNTER.settings.max_wait_seconds
    for_client = wait(prefer, longest=longest)
    found = look.generation_when_done(
        tenant, generation_id, COUNTER.records, wait=for_client, clock=COUNTER.clock
    )
    if for_client:
        headers = headers | {"Preference-Applied": f"wait={int(for_client.total_seconds())}"}
    if accepting:
        headers = headers | {"Location": present.path_of(found, _place())}
    if not found.terminal:
        headers = headers | {"Retry-After": "1"}
    status = 202 if accepting and not found.terminal else 200
    return Response(status, JSON, _whole(found), headers | {"Cache-Control": "no-store"})


def _whole(found: Generation) -> views.GenerationView:
    images = look.images(found, COUNTER.records)
    return present.whole(found, images, _place(), _address)


def _image(image_id: str) -> Image:
    return look.image(DOOR.visit.caller("read").tenant, image_id, COUNTER.records)


def _place() -> present.Place:
    return present.Place(DOOR.visit.prefix, COUNTER.settings.link_seconds)


def _address(image: Image) -> str:
    key = image.picture.key if image.picture else ""
    return COUNTER.store.address(key, filename=f"{image.id}.{key.rpartition('.')[2]}")


def _redirect(key: str, image: Image, accept_header: str | None) -> Response[views.AddressView]:
    url = COUNTER.store.address(key, filename=f"{image.id}.{key.rpartition('.')[2]}")
    seconds = COUNTER.settings.link_seconds
    body = views.AddressView(url=url, url_expires_in=seconds)
    fresh = {"Cache-Control": "no-store"}
    if JSON in (accept_header or ""):
        return Response(200, JSON, body, fresh)
    return Response(302, JSON, body, fresh | {"Location": url})
