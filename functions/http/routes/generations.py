"""Ask for pictures, wait for them, cancel and delete them; plans too."""

from dataclasses import replace
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router
from aws_lambda_powertools.event_handler.openapi.params import Query

from functions.catalogue.alternatives import alternatives
from functions.domain.generation import GenerationStatus
from functions.http import filters, offer, offer_views, present, views
from functions.http.desk import FRESH, JSON, desk_of
from functions.http.models import GenerationBody
from functions.http.notes import PickBody
from functions.http.orders import gathering, order, planning, replayed
from functions.http.pages import fitting
from functions.http.routes.words import (
    CreatedAfter,
    CreatedBefore,
    Cursor,
    IdempotencyKey,
    Limit,
    Model,
    Prefer,
    Task,
)
from functions.use_cases import discard, look
from functions.use_cases.note import pick
from functions.use_cases.request import fingerprint, keyed

router = Router()

Group = Annotated[
    str | None, Query(min_length=1, max_length=100, description="Only of this group, exactly")
]
Status = Annotated[GenerationStatus | None, Query(description="Only those that stand so now")]


@router.post("/v1/generations", tags=["generations"], summary="Ask for pictures")
def create_generation(
    body: GenerationBody, idempotency_key: IdempotencyKey = None, prefer: Prefer = None
) -> Response[views.GenerationView]:
    """Accept a request: 202 with its record, or 200 when it ended within the wait."""
    desk = desk_of(router)
    caller = desk.caller("generate")
    with body.in_its_words():
        request = body.to_domain()
        idempotency = keyed(idempotency_key, fingerprint(request), now=desk.counter.clock.now())
        accepted = replayed(idempotency, desk, caller.tenant) or order(
            request,
            desk,
            caller=caller,
            asked=body.model_dump(exclude_unset=True),
            idempotency=idempotency,
        )
    known = {"Idempotency-Replayed": "true"} if accepted.replayed else {}
    return desk.held(caller.tenant, f"gen_{accepted.ulid}", prefer, accepted=known)


@router.get("/v1/generations", tags=["generations"], summary="Your generations, newest first")
def list_generations(
    *,
    limit: Limit = 20,
    cursor: Cursor = None,
    group: Group = None,
    model: Model = None,
    task: Task = None,
    status: Status = None,
    created_after: CreatedAfter = None,
    created_before: CreatedBefore = None,
) -> views.GenerationList:
    """Return a page of the tenant's generations.

    Dates cost the same at any size. The other filters read at most 1,000 generations
    a request: a page may be short, or empty, and `next_cursor` goes on.
    """
    desk = desk_of(router)
    tenant, after = desk.caller("read").tenant, desk.after("generations", cursor)
    wanted = filters.generations(
        group=group,
        model=model,
        task=task,
        status=status,
        created_after=created_after,
        created_before=created_before,
    )
    page = look.generations(tenant, desk.counter.records, limit=limit, after=after, wanted=wanted)
    shown = fitting([present.summary(each, desk.place) for each in page.items])
    return views.GenerationList(
        data=shown,
        next_cursor=desk.following("generations", page, shown),
        scanned=page.scanned,
    )


@router.get("/v1/generations/<generation_id>", tags=["generations"], summary="One generation")
def get_generation(generation_id: str, prefer: Prefer = None) -> Response[views.GenerationView]:
    """Return a generation with its receipt, cost and images."""
    desk = desk_of(router)
    return desk.held(desk.caller("read").tenant, generation_id, prefer)


@router.post(
    "/v1/generations/<generation_id>/cancel", tags=["generations"], summary="Stop what is not paid"
)
def cancel_generation(generation_id: str) -> views.GenerationView:
    """End the images that no painter has claimed; running ones are finished and kept."""
    desk = desk_of(router)
    tenant, counter = desk.caller("generate").tenant, desk.counter
    found = look.generation(tenant, generation_id, counter.records)
    steps = discard.cancel(found, counter.records, now=counter.clock.now(), limit=counter.limit)
    desk.ended(steps)
    return desk.whole(look.generation(tenant, generation_id, counter.records))


@router.delete("/v1/generations/<generation_id>", tags=["generations"], summary="Delete all of it")
def delete_generation(generation_id: str) -> Response[None]:
    """Delete a generation, its images and their files; what it cost stays in the usage."""
    desk = desk_of(router)
    tenant, counter = desk.caller("generate").tenant, desk.counter
    found = look.generation(tenant, generation_id, counter.records)
    now, limit = counter.clock.now(), counter.limit
    records, store, grace = counter.records, counter.store, counter.grace
    steps = discard.delete(found, records, store, now=now, limit=limit, grace=grace)
    desk.ended(steps)
    return Response(204)


@router.patch(  # pyright: ignore[reportUnknownMemberType] - of Powertools, for `patch` alone
    "/v1/generations/<generation_id>", tags=["generations"], summary="Pick the best"
)
def pick_image(generation_id: str, body: PickBody) -> views.GenerationView:
    """Choose the generation's best image; it is marked, and the one before is not."""
    desk = desk_of(router)
    tenant, records = desk.caller("generate").tenant, desk.counter.records
    return desk.whole(pick(tenant, generation_id, body.picked, records))


@router.post("/v1/plans", tags=["generations"], summary="What a request would do and cost")
def create_plan(body: GenerationBody) -> Response[offer_views.PlanView]:
    """Plan the same body that POST /v1/generations takes; nothing is spent.

    Beside the model that would be called, `alternatives` tells what the others that do
    the task would cost, and what of the request they would not keep.
    """
    desk = desk_of(router)
    tenant, counter = desk.caller("read").tenant, desk.counter
    request, policy = body.to_domain(), counter.policy()
    with body.in_its_words():
        gathered = gathering(request.pictures, desk, tenant)
        planned = planning(request, desk, gathered)
    others = alternatives(request, planned, policy, gathered.found)
    view = offer.plan(
        planned,
        requested=body.model,
        budget=counter.records.budget(tenant, counter.month, counter.limit),
        wait_seconds=look.usual_wait(tenant, planned.spec.id, counter.records),
        policy=policy,
        others=[replace(each, faults=body.placed(each.faults)) for each in others],
    )
    return Response(200, JSON, view, FRESH | desk.sunset(planned.spec.id))
