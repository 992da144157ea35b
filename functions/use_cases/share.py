"""Show a picture to whoever holds a link, and stop it."""

from datetime import datetime

from functions.domain.errors import LinkExpired, NotFound, WrongState
from functions.domain.image import Image
from functions.domain.money import Micro
from functions.domain.ports.records import Records
from functions.domain.share import Share, seal, unseal
from functions.use_cases import look
from functions.use_cases.insist import insist


def share(image: Image, secret: bytes, *, expires_at: datetime | None = None) -> str:
    """Return a token that opens an image until it is revoked, or until `expires_at`.

    Nothing is written: the token is the same as the last one that was made alike.

    Raises:
        WrongState: there is no picture, or not yet.
    """
    _must_have_picture(image)
    return seal(Share(image.tenant, image.id, image.share_version, expires_at), secret)


def revoke(tenant: str, image_id: str, records: Records, *, limit: Micro) -> None:
    """Let no token open an image that was made so far, from this moment on.

    Raises:
        NotFound: unknown, deleted, or another tenant's.
        WrongState: there is no picture, or not yet, and so no link.
    """

    def write() -> None:
        image = look.image(tenant, image_id, records)
        _must_have_picture(image)
        records.change(image, image.unshared(), limit=limit)

    insist(write)


def shared(token: str, secret: bytes, records: Records, *, now: datetime) -> Image:
    """Return the image that a token opens; records are read for a good one alone.

    Raises:
        NotFound: forged, broken, revoked or deleted: the answer is the same.
        LinkExpired: it was made for a time, which is over.
    """
    opens = unseal(token, secret)
    image = _standing(opens, records) if opens else None
    if opens is None or image is None:
        raise NotFound(
            "This link opens nothing: it is not whole, or it was revoked, or the image was "
            "deleted. Ask for a new one where you got it."
        )
    if opens.expires_at and opens.expires_at <= now:
        ended = f"{opens.expires_at:%Y-%m-%dT%H:%M:%SZ}"
        raise LinkExpired(f"This link ended at {ended}. Ask for a new one where you got it.")
    return image


def _standing(opens: Share, records: Records) -> Image | None:
    """Return the image of a share that was not revoked."""
    try:
        image = look.image(opens.tenant, opens.image, records)
    except NotFound:
        return None
    return image if image.share_version == opens.version else None


def _must_have_picture(image: Image) -> None:
    if image.picture is None:
        raise WrongState(f"{image.id} is {image.status}; only a succeeded image is shared.")
