"""Bytes: pictures out by addresses that last, pictures in by signed forms.

Storage is asked without our headers: S3 refuses a signed address that comes with an
`Authorization`, and the key is none of its business.
"""

from pathlib import Path

from easel_client.answers import Address, Parameters, Upload
from easel_client.answers.upload import Form
from easel_client.calls.bodies import path
from easel_client.errors import InvalidRequest
from easel_client.steps import JSON, Ask, Flow, answer, answered

MOST_INSPECTED = 4 * 1024 * 1024
ENOUGH = 1024 * 1024
"""Bytes of a large PNG or JPEG that tell its parameters."""


def content_url(image_id: str) -> Flow[str]:
    """Return a fresh presigned address of a picture, good for some minutes, for anybody."""
    return (yield from _address("images", image_id, "content"))


def content(image_id: str) -> Flow[bytes]:
    """Return a picture's bytes."""
    return (yield from _fetched("images", image_id, "content"))


def thumbnail(image_id: str) -> Flow[bytes]:
    """Return a small WebP's bytes."""
    return (yield from _fetched("images", image_id, "thumbnail"))


def input_content(input_id: str) -> Flow[bytes]:
    """Return the bytes of a picture that a generation was asked with."""
    return (yield from _fetched("inputs", input_id, "content"))


def upload_content(upload_id: str) -> Flow[bytes]:
    """Return the bytes of an upload, as long as it can be used."""
    return (yield from _fetched("uploads", upload_id, "content"))


def upload(data: bytes | Path, *, content_type: str | None = None) -> Flow[Upload]:
    """Send a picture or mask, of at most 18 MB, directly to storage.

    Args:
        data: PNG, JPEG or WebP; a path is read at once.
        content_type: What it is; seen from its first bytes if left out.

    Raises:
        InvalidRequest: it is none of the three.
    """
    raw = data.read_bytes() if isinstance(data, Path) else data
    kind = content_type or media_type(raw)
    announced = {"content_type": kind, "bytes": len(raw)}
    begun = yield from answered(Ask(method="POST", url=path("uploads"), json=announced))
    form = Form.read(begun)
    files = {"file": ("file", raw, kind)}
    yield from answer(Ask(method="POST", url=form.url, fields=form.fields, files=files, ours=False))
    return Upload.read((yield from answered(Ask(method="GET", url=path("uploads", form.id)))))


def inspect(data: bytes | Path) -> Flow[Parameters]:
    """Read how a file was made, by Easel or AUTOMATIC1111; nothing is stored."""
    raw = data.read_bytes() if isinstance(data, Path) else data
    kind = media_type(raw)
    sent = raw[:ENOUGH] if len(raw) > MOST_INSPECTED and kind != "image/webp" else raw
    headers = {"Content-Type": kind}
    ask = Ask(method="POST", url=path("images", "inspect"), content=sent, headers=headers)
    return Parameters.read((yield from answered(ask)))


def media_type(raw: bytes) -> str:
    """Return what a picture is, by its first bytes.

    Raises:
        InvalidRequest: no PNG, JPEG or WebP.
    """
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if raw.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "image/webp"
    raise InvalidRequest(
        "The file is no PNG, JPEG or WebP. Nothing was sent.", code="unsupported_media_type"
    )


def _address(*steps: str) -> Flow[str]:
    ask = Ask(method="GET", url=path(*steps), headers={"Accept": JSON})
    return Address.read((yield from answered(ask))).url


def _fetched(*steps: str) -> Flow[bytes]:
    url = yield from _address(*steps)
    return (yield from answer(Ask(method="GET", url=url, ours=False))).content
