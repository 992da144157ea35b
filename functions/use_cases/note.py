"""Write down what a client says of its pictures: favourites, tags, the best of all."""

from dataclasses import replace

from functions.domain.errors import Fault, InvalidRequest, WrongState
from functions.domain.generation import Generation
from functions.domain.ids import parse_image
from functions.domain.image import Image
from functions.domain.money import Micro
from functions.domain.ports.records import Records
from functions.use_cases import look
from functions.use_cases.insist import insist


def note(
    tenant: str,
    image_id: str,
    records: Records,
    *,
    favourite: bool | None,
    tags: tuple[str, ...] | None,
    limit: Micro,
) -> Image:
    """Keep notes on an image and return it; what is None stays as it is.

    Raises:
        NotFound: unknown, deleted, or another tenant's.
        WrongState: there is no picture to take notes on, or not yet.
    """

    def write() -> Image:
        image = look.image(tenant, image_id, records)
        if image.picture is None:
            raise WrongState(f"{image.id} is {image.status}; only a succeeded image takes notes.")
        noted = image.noted(favourite=favourite, tags=tags)
        if (noted.favourite, noted.tags) == (image.favourite, image.tags):
            return image
        records.change(image, noted, limit=limit)
        return noted

    return insist(write)


def pick(tenant: str, generation_id: str, image_id: str | None, records: Records) -> Generation:
    """Choose a generation's best image, or none, and return the generation.

    Raises:
        NotFound: the generation is unknown, deleted, or another tenant's.
        InvalidRequest: the image is not one of the generation.
        WrongState: the image has no picture, not yet, or not any more.
    """

    def write() -> Generation:
        whole = look.generation(tenant, generation_id, records)
        if whole.picked == image_id:
            return whole
        chosen = _choice(whole, image_id, records) if image_id is not None else None
        dropped = _image(whole, whole.picked, records) if whole.picked else None
        records.pick(whole, chosen, dropped)
        return replace(whole, picked=image_id)

    return insist(write)


def _choice(whole: Generation, image_id: str, records: Records) -> Image:
    image = _image(whole, image_id, records)
    if image is None:
        raise InvalidRequest.of(
            [Fault("/picked", "not_one_of", f"the id of an image of {whole.id}, or null")]
        )
    if image.picture is None:
        stands = "deleted" if image.erased else image.status
        raise WrongState(f"{image.id} is {stands}; only a succeeded image can be picked.")
    return image


def _image(whole: Generation, image_id: str, records: Records) -> Image | None:
    place = parse_image(image_id)
    if place is None or place[0] != whole.ulid:
        return None
    return records.image(whole.tenant, *place)
