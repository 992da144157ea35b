"""Find the pictures that a request names, and have them looked at; nothing is kept yet."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from functions.domain.frozen import frozen
from functions.domain.ids import parse_image, parse_input, parse_upload
from functions.domain.ports.darkroom import Darkroom
from functions.domain.ports.records import Records
from functions.domain.source import Findings, Flaw, Measured, Place, Source
from functions.domain.upload import input_key, upload_key

NOTHING: Findings = {}


@frozen
class Gathered:
    """The pictures of a request: where each lies, and what was found of it."""

    places: Mapping[str, Place] = field(default_factory=dict[str, Place])
    found: Findings = field(default_factory=dict[str, Measured | Flaw])


def gather(
    pictures: Mapping[str, Source],
    tenant: str,
    records: Records,
    darkroom: Darkroom,
    *,
    now: datetime,
    correlation_id: str = "",
) -> Gathered:
    """Return what there is of each picture; what cannot be used has a flaw instead.

    Args:
        pictures: Where the client says they are, by their part.
        tenant: Whose they must be.
        records: The truth.
        darkroom: Looks at them.
        now: The time, in UTC.
        correlation_id: The gateway's of the request that asked, for logs.
    """
    if not pictures:
        return Gathered()
    known = {part: _place(each, tenant, records, now) for part, each in pictures.items()}
    places = {part: place for part, place in known.items() if isinstance(place, Place)}
    flaws = {part: flaw for part, flaw in known.items() if isinstance(flaw, Flaw)}
    found = darkroom.measure(places, correlation_id=correlation_id) if places else NOTHING
    said = {part: _said(pictures[part], finding) for part, finding in found.items()}
    return Gathered(places, {**flaws, **said})


def _place(source: Source, tenant: str, records: Records, now: datetime) -> Place | Flaw:
    match source.origin:
        case "inline":
            return Place(raw=source.raw)
        case "upload":
            return _upload(source.id, tenant, records, now)
        case "image":
            return _image(source.id, tenant, records)
        case "input":
            return _input(source.id, tenant, records)


def _upload(upload_id: str, tenant: str, records: Records, now: datetime) -> Place | Flaw:
    ulid = parse_upload(upload_id)
    known = records.upload(tenant, ulid) if ulid else None
    if known is None:
        return Flaw("unknown_upload", f"no upload {upload_id}: POST /v1/uploads begins one")
    if known.ends_at <= now:
        detail = f"{upload_id} expired at {known.ends_at:%Y-%m-%dT%H:%M:%SZ}: upload it again"
        return Flaw("upload_expired", detail)
    return Place(upload_key(tenant, known.ulid))


def _image(image_id: str, tenant: str, records: Records) -> Place | Flaw:
    place = parse_image(image_id)
    image = records.image(tenant, *place) if place else None
    whole = records.generation(tenant, image.ulid) if image else None
    if image is None or image.erased or whole is None or whole.deleted_at:
        return Flaw("unknown_image", f"no image {image_id}: GET /v1/images lists yours")
    if image.picture is None:
        return Flaw(
            "no_picture", f"{image_id} is {image.status}; only a succeeded image can be used"
        )
    return Place(image.picture.key)


def _input(input_id: str, tenant: str, records: Records) -> Place | Flaw:
    place = parse_input(input_id)
    whole = records.generation(tenant, place[0]) if place else None
    kept = {each.file for each in whole.inputs} if whole and not whole.deleted_at else set[str]()
    if place is None or place[1] not in kept:
        return Flaw("unknown_input", f"no input {input_id}: a generation lists its inputs")
    return Place(input_key(tenant, *place))


def _said(source: Source, finding: Measured | Flaw) -> Measured | Flaw:
    """Say what is missing in the words of where the client said it was."""
    if not isinstance(finding, Flaw) or finding.code != "missing":
        return finding
    match source.origin:
        case "upload":
            detail = f"nothing was uploaded to {source.id} yet: POST the file to its address first"
            return Flaw("upload_unfinished", detail)
        case _:
            detail = f"the file of {source.id} was removed when its retention ended"
            return Flaw("picture_expired", detail)
