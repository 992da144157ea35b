"""Make a call's pictures ready for the wire, before anything is spent."""

import base64
import hashlib

from functions.domain.call import Pictures
from functions.domain.image import Image
from functions.domain.input import Input
from functions.domain.ports.pixels import NotAPicture
from functions.use_cases.studio import Studio

MOST = 24_000_000
"""Characters of base64; with a prompt they stay below the 25,000,000 bytes of a call.
https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html checked
2026-11-22."""


class Unready(Exception):
    """A picture that the call needs is not there any more, or not what it was."""


class Unusable(Exception):
    """The pictures cannot be sent as they were asked for: the client's to change."""


def ready(image: Image, studio: Studio) -> Pictures:
    """Return the pictures of an image's call in base64, by their part.

    Raises:
        Unready: one of them is lost; nothing was spent.
        Unusable: they do not become what the model takes; nothing was spent.
    """
    pictures: dict[str, str] = {}
    for part, made in image.call.inputs.items():
        raw = _file(image, part, made, studio)
        pictures[part] = base64.b64encode(_prepared(part, raw, made, studio)).decode("ascii")
    if sum(map(len, pictures.values())) > MOST:
        raise Unusable("The pictures are too large together for one call; send smaller ones.")
    return pictures


def _file(image: Image, part: str, made: Input, studio: Studio) -> bytes:
    raw = studio.store.input(image.tenant, image.ulid, made.file)
    if raw is None:
        raise Unready(f"The {part} that came with the request is gone.")
    if hashlib.sha256(raw).hexdigest() != made.sha256:
        raise Unready(f"The {part} that came with the request is not what was measured.")
    return raw


def _prepared(part: str, raw: bytes, made: Input, studio: Studio) -> bytes:
    if made.as_it_is:
        return raw
    try:
        return studio.pixels.prepare(raw, made)
    except NotAPicture as noise:
        raise Unusable(f"The {part} that came with the request cannot be used: {noise}") from noise
