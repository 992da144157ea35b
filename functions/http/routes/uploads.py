"""Pictures on their way in, and those that were kept."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router
from ulid import ULID

from functions.http import uploads, views
from functions.http.desk import FRESH, JSON, desk_of
from functions.http.routes.words import ADDRESS, Accept
from functions.use_cases import look, upload

router = Router()


@router.post("/v1/uploads", tags=["uploads"], summary="Begin to send a picture")
def create_upload(body: uploads.UploadBody) -> Response[uploads.UploadForm]:
    """Answer with a signed form for one file, which goes to S3 directly."""
    desk = desk_of(router)
    tenant, counter = desk.caller("generate").tenant, desk.counter
    begun, form = upload.begin(
        tenant,
        body.content_type,
        records=counter.records,
        store=counter.store,
        seconds=counter.link_seconds,
        now=counter.clock.now(),
        new_ulid=lambda at: str(ULID.from_datetime(at)),
    )
    shown = uploads.form(begun, form, seconds=counter.link_seconds)
    return Response(201, JSON, shown, FRESH | {"Location": desk.place.upload(begun.id)})


@router.get("/v1/uploads/<upload_id>", tags=["uploads"], summary="Whether its file is there")
def get_upload(upload_id: str) -> uploads.UploadView:
    """Return how an upload stands; its file is read when a request names it."""
    desk = desk_of(router)
    tenant, counter = desk.caller("read").tenant, desk.counter
    found = upload.find(tenant, upload_id, counter.records)
    return uploads.view(found, upload.status(found, counter.store, now=counter.clock.now()))


@router.get(
    "/v1/uploads/<upload_id>/content",
    tags=["uploads"],
    summary="The picture that was uploaded",
    responses=ADDRESS,
)
def get_upload_content(upload_id: str, accept: Accept = None) -> Response[views.AddressView]:
    """Redirect to a fresh presigned address, or return it with `Accept: application/json`.

    The file is read first: 409 while nothing has arrived or where it is no picture, 410
    when the upload has expired.
    """
    from functions.use_cases.shown import shown  # noqa: PLC0415 - hardly ever needed

    desk = desk_of(router)
    tenant, counter = desk.caller("read").tenant, desk.counter
    found = upload.find(tenant, upload_id, counter.records)
    key, kind = shown(
        found,
        records=counter.records,
        store=counter.store,
        darkroom=counter.darkroom,
        now=counter.clock.now(),
        correlation_id=desk.door.visit.request_id,
    )
    return desk.redirect(key, upload_id, accept, kind=kind)


@router.get(
    "/v1/inputs/<input_id>/content",
    tags=["uploads"],
    summary="A picture that a generation was asked with",
    responses=ADDRESS,
)
def get_input(input_id: str, accept: Accept = None) -> Response[views.AddressView]:
    """Redirect to a fresh presigned address, or return it with `Accept: application/json`."""
    desk = desk_of(router)
    tenant, counter = desk.caller("read").tenant, desk.counter
    whole, kept = look.kept(tenant, input_id, counter.records)
    key = look.kept_key(whole, kept, counter.store)
    return desk.redirect(key, input_id, accept, kind=kept.format)
