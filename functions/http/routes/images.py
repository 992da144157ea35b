"""The pictures, and addresses of theirs that last."""

from typing import Annotated, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router
from aws_lambda_powertools.event_handler.openapi.params import Query

from functions.domain.prompt import NOT_BLANK
from functions.http import filters, present, views
from functions.http.desk import desk_of
from functions.http.notes import NotesBody, Tag
from functions.http.pages import fitting
from functions.http.routes.words import (
    ADDRESS,
    Accept,
    CreatedAfter,
    CreatedBefore,
    Cursor,
    Limit,
    Model,
    Task,
)
from functions.use_cases import discard, look
from functions.use_cases.note import note

router = Router()

Favourite = Annotated[Literal["true"] | None, Query(description="Only favourites")]
Picked = Annotated[
    Literal["true"] | None, Query(description="Only those picked as their generation's best")
]
TagQuery = Annotated[Tag | None, Query(description="Only those with this tag, exactly")]
TextQuery = Annotated[
    str | None,
    Query(
        min_length=1,
        max_length=200,
        pattern=NOT_BLANK,
        description="Only those whose prompt holds this, in any case",
    ),
]


@router.get("/v1/images", tags=["images"], summary="Your pictures, newest first")
def list_images(
    *,
    limit: Limit = 20,
    cursor: Cursor = None,
    model: Model = None,
    task: Task = None,
    favourite: Favourite = None,
    tag: TagQuery = None,
    picked: Picked = None,
    text: TextQuery = None,
    created_after: CreatedAfter = None,
    created_before: CreatedBefore = None,
) -> views.ImageList:
    """Return a page of the tenant's published images.

    Favourites and dates cost the same at any size. The other filters read at most
    1,000 images a request: a page may be short, or empty, and `next_cursor` goes on.
    """
    desk = desk_of(router)
    tenant, after = desk.caller("read").tenant, desk.after("images", cursor)
    wanted = filters.images(
        model=model,
        task=task,
        favourite=favourite,
        tag=tag,
        picked=picked,
        text=text,
        created_after=created_after,
        created_before=created_before,
    )
    page = look.gallery(tenant, desk.counter.records, limit=limit, after=after, wanted=wanted)
    shown = fitting([present.image(each, desk.place) for each in page.items])
    return views.ImageList(
        data=shown,
        next_cursor=desk.following("images", page, shown),
        scanned=page.scanned,
    )


@router.get("/v1/images/<image_id>", tags=["images"], summary="One image")
def get_image(image_id: str) -> views.ImageView:
    """Return an image with a fresh address."""
    desk = desk_of(router)
    return desk.one(desk.image(image_id))


@router.get("/v1/images/<image_id>/children", tags=["images"], summary="What was made from it")
def list_children(image_id: str, limit: Limit = 20, cursor: Cursor = None) -> views.ImageList:
    """Return a page of the published images that were made from this one, newest first."""
    desk = desk_of(router)
    image, after = desk.image(image_id), desk.after("children", cursor)
    page = look.children(image, desk.counter.records, limit=limit, after=after)
    shown = fitting([present.image(each, desk.place) for each in page.items])
    return views.ImageList(
        data=shown,
        next_cursor=desk.following("children", page, shown),
        scanned=page.scanned,
    )


@router.patch(  # pyright: ignore[reportUnknownMemberType] - of Powertools, for `patch` alone
    "/v1/images/<image_id>", tags=["images"], summary="Like it, tag it"
)
def note_image(image_id: str, body: NotesBody) -> views.ImageView:
    """Mark an image as a favourite, or not; give it tags. What is left out stays."""
    desk = desk_of(router)
    tenant, counter = desk.caller("generate").tenant, desk.counter
    noted = note(
        tenant,
        image_id,
        counter.records,
        favourite=body.liked,
        tags=body.words,
        limit=counter.limit,
    )
    return desk.one(noted)


@router.delete("/v1/images/<image_id>", tags=["images"], summary="Delete one image")
def delete_image(image_id: str) -> Response[None]:
    """Delete an image that has ended, and its files; the generation and its cost stay."""
    desk = desk_of(router)
    tenant, counter = desk.caller("generate").tenant, desk.counter
    now, limit, grace = counter.clock.now(), counter.limit, counter.grace
    records, store = counter.records, counter.store
    discard.delete_image(tenant, image_id, records, store, now=now, limit=limit, grace=grace)
    return Response(204)


@router.get(
    "/v1/images/<image_id>/content",
    tags=["images"],
    summary="The picture, at an address that lasts",
    responses=ADDRESS,
)
def get_content(image_id: str, accept: Accept = None) -> Response[views.AddressView]:
    """Redirect to a fresh presigned address, or return it with `Accept: application/json`."""
    desk = desk_of(router)
    image = desk.image(image_id)
    return desk.redirect(look.content_key(image, desk.counter.store), image.id, accept)


@router.get(
    "/v1/images/<image_id>/thumbnail",
    tags=["images"],
    summary="A small WebP of it",
    responses=ADDRESS,
)
def get_thumbnail(image_id: str, accept: Accept = None) -> Response[views.AddressView]:
    """Redirect to a small WebP, or to the picture itself until there is one."""
    desk = desk_of(router)
    image = desk.image(image_id)
    return desk.redirect(look.thumbnail_key(image, desk.counter.store), image.id, accept)
