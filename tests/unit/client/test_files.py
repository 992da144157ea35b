"""Bytes go to and from storage, and the key stays at home."""

import httpx
import pytest
from easel_client import InvalidRequest

from tests.unit.client.service import Caller, Service, both, ok, problem

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
ADDRESS = ok({"url": "https://s3.test/k?X-Amz-Signature=s", "url_expires_in": 900})
UPLOAD = {
    "id": "upl_1",
    "status": "ready",
    "content_type": "image/png",
    "created_at": "2026-11-22T10:00:00.000Z",
    "usable_until": "2026-11-23T09:00:00.000Z",
}
FORM = ok(
    {"id": "upl_1", "url": "https://s3.test/", "fields": {"key": "uploads/x", "policy": "p"}}, 201
)
OURS = ("authorization", "x-api-key", "idempotency-key", "prefer")


def _bare(request: httpx.Request) -> bool:
    return request.url.host == "s3.test" and not any(name in request.headers for name in OURS)


@both
@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("content", "images/x_1/content"),
        ("thumbnail", "images/x_1/thumbnail"),
        ("input_content", "inputs/x_1/content"),
        ("upload_content", "uploads/x_1/content"),
    ],
)
def test_a_picture_is_fetched_without_our_headers(call: Caller, name: str, path: str) -> None:
    service = Service(ADDRESS, httpx.Response(200, content=PNG))

    assert call(service, name, "x_1") == PNG

    first, second = service.asked
    assert str(first.url).endswith(f"/v1/{path}")
    assert first.headers["accept"] == "application/json"
    assert str(second.url) == "https://s3.test/k?X-Amz-Signature=s"
    assert _bare(second)


@both
def test_storage_that_stumbles_is_asked_again(call: Caller) -> None:
    service = Service(ADDRESS, problem(503), httpx.Response(200, content=PNG))

    assert call(service, "content", "x_1") == PNG


@both
def test_an_upload_is_announced_sent_as_a_form_and_looked_after(call: Caller, tmp_path) -> None:
    file = tmp_path / "mask.png"
    file.write_bytes(PNG)
    service = Service(FORM, httpx.Response(204), ok(UPLOAD))

    sent = call(service, "upload", file)

    announced, form, looked = service.asked
    assert announced.content == b'{"content_type":"image/png","bytes":108}'
    assert _bare(form)
    assert form.content.index(b'name="key"') < form.content.index(b'name="file"')
    assert PNG in form.content
    assert str(looked.url).endswith("/v1/uploads/upl_1")
    assert (sent.id, sent.status) == ("upl_1", "ready")


@both
@pytest.mark.parametrize("raw", [b"", b"GIF89a", b"%PDF-1.7", b"RIFF0000WAVE"])
def test_what_is_no_picture_is_refused_before_anything_is_sent(call: Caller, raw: bytes) -> None:
    service = Service(FORM)

    with pytest.raises(InvalidRequest, match="PNG, JPEG or WebP"):
        call(service, "upload", raw)

    assert service.asked == []


@both
@pytest.mark.parametrize(
    ("size", "start", "sent"),
    [
        (4 << 20, b"\x89PNG\r\n\x1a\n", 4 << 20),
        (5 << 20, b"\x89PNG\r\n\x1a\n", 1 << 20),
        (5 << 20, b"\xff\xd8\xff", 1 << 20),
        (5 << 20, b"RIFF0000WEBP", 5 << 20),
    ],
)
def test_of_a_large_file_the_first_megabyte_is_inspected(call, size, start, sent) -> None:
    told = {"format": "png", "width": 1, "height": 1, "complete": False, "source": None}
    service = Service(ok(told))

    call(service, "inspect", start.ljust(size, b"\0"))

    assert len(service.asked[0].content) == sent
    assert service.asked[0].headers["content-type"].startswith("image/")
