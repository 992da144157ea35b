"""Make a call's pictures ready for the wire, before anything is spent."""

import base64
import hashlib

from functions.domain.call import Pictures
from functions.domain.image import Image
from functions.domain.ports.pixels import NotAPicture
from functions.domain.source import Input
from functions.use_cases.studio import Studio


class Unready(Exception):
    """A picture that the call needs is not there any more, or not what it was."""


def ready(image: Image, studio: Studio) -> Pictures:
    """Return the pictures of an image's call in base64, by their part.

    Raises:
        Unready: one of them cannot be used any more; nothing was spent.
    """
    files: dict[str, bytes] = {}
    pictures: dict[str, str] = {}
    for part, made in image.call.inputs.items():
        raw = files.get(made.file) or _file(image, part, made, studio)
        files[made.file] = raw
        pictures[part] = base64.b64encode(_prepared(part, raw, made, studio)).decode("ascii")
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
        raise Unready(f"The {part} that came with the request does not decode: {noise}") from noise
