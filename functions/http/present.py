"""From nouns to answers; the only place that turns one into the other."""

import json
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from functions.domain import generation as domain
from functions.domain.archive import file_name
from functions.domain.attempt import Attempt
from functions.domain.frozen import frozen
from functions.domain.ids import input_id
from functions.domain.image import Image
from functions.domain.input import Kept
from functions.domain.money import Micro, dollars
from functions.domain.receipt import ReceiptLine
from functions.http import views

Address = Callable[[Image], str]


@frozen
class Place:
    """Where answers point: the path of the API, and how long addresses live."""

    prefix: str
    link_seconds: int

    def generation(self, generation_id: str) -> str:
        """Return a generation's path."""
        return f"{self.prefix}/v1/generations/{generation_id}"

    def image(self, image_id: str) -> str:
        """Return an image's path."""
        return f"{self.prefix}/v1/images/{image_id}"

    def upload(self, upload_id: str) -> str:
        """Return an upload's path."""
        return f"{self.prefix}/v1/uploads/{upload_id}"

    def model(self, model_id: str) -> str:
        """Return a model's path; ids hold colons, which a path must escape for some."""
        return f"{self.prefix}/v1/models/{quote(model_id, safe='')}"


def summary(generation: domain.Generation, place: Place) -> views.GenerationSummary:
    """Return a generation as lists show it."""
    return views.GenerationSummary(**_summary(generation, place))


def whole(
    generation: domain.Generation,
    images: Sequence[Image],
    place: Place,
    address: Address | None = None,
) -> views.GenerationView:
    """Return a generation with its receipt and images; pictures get addresses."""
    return views.GenerationView(
        **_summary(generation, place),
        request=dict(generation.request),
        receipt=[line(each) for each in generation.receipt],
        images=[image(each, place, address) for each in images],
        inputs=[_input(generation, each, place) for each in generation.inputs],
    )


def about(generation: domain.Generation, images: Sequence[Image], place: Place) -> bytes:
    """Return what an archive says of its pictures: what is shown, and their files' names.

    Presigned addresses would be dead before anybody reads it.
    """
    view = whole(generation, images, place)
    dead = {"images": {"__all__": {"url", "url_expires_in"}}}
    told = view.model_dump(mode="json", exclude=dead)
    for shown, each in zip(told["images"], images, strict=True):
        shown["file"] = file_name(each) if each.picture else None
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def image(
    one: Image,
    place: Place,
    address: Address | None = None,
    children: Sequence[Image] | None = None,
) -> views.ImageView:
    """Return an image, with a presigned address if one can be made."""
    picture = one.picture
    path = place.image(one.id) if picture else None
    return views.ImageView(
        id=one.id,
        generation=domain.generation_id(one.ulid),
        status=one.status,
        task=one.call.task,
        model=one.call.model,
        prompt=one.call.prompt,
        negative_prompt=one.call.negative_prompt,
        seed=one.call.seed if one.seed is None else one.seed,
        parameters=dict(one.call.parameters),
        created_at=one.created_at,
        started_at=one.started_at,
        completed_at=one.completed_at,
        width=picture.width if picture else None,
        height=picture.height if picture else None,
        format=picture.format if picture else None,
        bytes=picture.size if picture else None,
        sha256=picture.sha256 if picture else None,
        note=picture.note if picture else None,
        parents=list(one.parents),
        children=None if children is None else [each.id for each in children],
        cell=dict(one.cell),
        favourite=one.favourite,
        tags=list(one.tags),
        picked=one.picked,
        deleted=one.erased,
        url=address(one) if picture and address else None,
        url_expires_in=place.link_seconds if picture and address else None,
        content=f"{path}/content" if path else None,
        thumbnail=f"{path}/thumbnail" if path else None,
        cost=_cost(one.price, one.spent, one.unknown),
        error=views.ProblemView(code=one.problem.code, detail=one.problem.detail)
        if one.problem
        else None,
        attempts=[_attempt(each) for each in one.attempts],
    )


def line(each: ReceiptLine) -> views.Line:
    """Return one line of a receipt."""
    return views.Line(
        name=each.name,
        requested=each.requested,
        used=each.used,
        status=each.status,
        reason=each.reason or None,
    )


def _summary(generation: domain.Generation, place: Place) -> dict[str, Any]:
    path = place.generation(generation.id)
    counts = generation.counts
    return {
        "id": generation.id,
        "status": generation.status,
        "task": generation.task,
        "model": views.Chosen(requested=generation.model_requested, used=generation.model),
        "created_at": generation.created_at,
        "started_at": generation.started_at,
        "completed_at": generation.completed_at if generation.terminal else None,
        "deadline_at": generation.deadline_at,
        "counts": views.Counts(
            total=counts.total,
            pending=counts.pending,
            succeeded=counts.succeeded,
            filtered=counts.filtered,
            failed=counts.failed,
            canceled=counts.canceled,
        ),
        "cost": _cost(generation.estimated, generation.spent, generation.unknown),
        "group": generation.group,
        "metadata": dict(generation.metadata),
        "picked": generation.picked,
        "correlation_id": generation.correlation_id or None,
        "links": views.Links(self=path, cancel=f"{path}/cancel"),
    }


def _input(generation: domain.Generation, kept: Kept, place: Place) -> views.InputView:
    own = input_id(generation.ulid, kept.file)
    return views.InputView(
        id=own,
        part=kept.file,
        width=kept.width,
        height=kept.height,
        format=kept.format,
        bytes=kept.size,
        sha256=kept.sha256,
        image=kept.source.id if kept.source.origin == "image" else None,
        upload=kept.source.id if kept.source.origin == "upload" else None,
        content=f"{place.prefix}/v1/inputs/{own}/content",
    )


def _attempt(each: Attempt) -> views.AttemptView:
    return views.AttemptView(
        started_at=each.started_at,
        seconds=each.seconds,
        outcome=each.outcome,
        billed=each.billed,
        region=each.region,
        request_id=each.request_id,
        detail=each.detail or None,
    )


def _cost(estimated: Micro, spent: Micro, unknown: Micro) -> views.Cost:
    return views.Cost(estimated=dollars(estimated), spent=dollars(spent), unknown=dollars(unknown))
