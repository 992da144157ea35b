"""A generation's pictures in one file."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router

from functions.http import present, views
from functions.http.desk import desk_of
from functions.http.routes.words import ADDRESS, Accept
from functions.use_cases import look
from functions.use_cases.archive import archive

router = Router()


@router.get(
    "/v1/generations/<generation_id>/archive",
    tags=["generations"],
    summary="All its pictures as a ZIP",
    responses=ADDRESS,
)
def get_archive(generation_id: str, accept: Accept = None) -> Response[views.AddressView]:
    """Redirect to a ZIP of the pictures and `generation.json`, made when it is asked for.

    It holds up to 256 MiB of pictures, and is kept for a day. 409 while images have
    not ended or where there is no picture, 410 when files have expired.
    """
    desk = desk_of(router)
    records, store = desk.counter.records, desk.counter.store
    found = look.generation(desk.caller("read").tenant, generation_id, records)
    images = look.images(found, records)
    about = present.about(found, images, desk.place)
    key = archive(found, images, about, records=records, store=store)
    return desk.redirect(key, found.id, accept)
