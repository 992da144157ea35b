"""Share links: a picture for whoever has the address, without a key."""

from typing import Annotated, Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.http import views
from functions.http.desk import desk_of
from functions.http.shares import ShareBody, ShareView
from functions.use_cases import look
from functions.use_cases.share import revoke, shared

router = Router()

FORWARD: dict[int, Any] = {302: {"description": "To a fresh presigned address of the picture"}}


@router.post("/v1/images/<image_id>/share", tags=["images"], summary="A link that needs no key")
def share_image(image_id: str, body: Annotated[ShareBody | None, Body()] = None) -> ShareView:
    """Return an address that shows the picture to whoever has it, until you revoke it."""
    desk = desk_of(router)
    image = look.image(desk.caller("generate").tenant, image_id, desk.counter.records)
    ends = body.ends(desk.counter.clock.now()) if body else None
    return ShareView(url=desk.share(image, expires_at=ends), expires_at=ends)


@router.delete("/v1/images/<image_id>/share", tags=["images"], summary="Revoke its links")
def unshare_image(image_id: str) -> Response[None]:
    """Let no link open the image that was made so far; links made later do."""
    desk = desk_of(router)
    tenant, counter = desk.caller("generate").tenant, desk.counter
    revoke(tenant, image_id, counter.records, limit=counter.limit)
    return Response(204)


@router.get("/shared", tags=["images"], summary="A shared picture; needs no key", responses=FORWARD)
def get_shared(
    token: Annotated[str, Query(description="From a share link, whole")],
) -> Response[views.AddressView]:
    """Redirect to a fresh presigned address of the picture that a link opens.

    404 if it was revoked, its image deleted, or it is not whole; 410 when its time
    is over or the picture's file has expired.
    """
    return _forward(token)


@router.get(
    "/shared/<file>", tags=["images"], summary="A shared picture, by its name", responses=FORWARD
)
def get_shared_file(
    file: str,
    token: Annotated[str, Query(description="From a share link, whole")],
) -> Response[views.AddressView]:
    """Redirect as `/shared` does; the path only names the picture for whoever saves it."""
    return _forward(token)


def _forward(token: str) -> Response[views.AddressView]:
    desk = desk_of(router)
    counter = desk.counter
    image = shared(token, counter.share_secret(), counter.records, now=counter.clock.now())
    return desk.redirect(look.content_key(image, counter.store), image.id, None)
