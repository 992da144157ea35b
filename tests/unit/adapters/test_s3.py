"""Addresses: presigned offline, on the host and with the algorithm that S3 takes."""

import base64
import hashlib
from typing import Any
from urllib.parse import parse_qs, urlsplit

import boto3
import pytest
from botocore.exceptions import ClientError

from functions.adapters.s3 import S3ImageStore
from functions.wiring.clients import presigning
from tests.samples import an_attempt, an_image, publish


def store_in(region: str) -> S3ImageStore:
    client = boto3.client("s3", region_name=region, config=presigning())
    return S3ImageStore(client, "easel-files", link_seconds=900)


@pytest.mark.parametrize("region", ["us-west-2", "ap-northeast-2", "us-east-1"])
def test_an_address_is_regional_virtual_hosted_and_signed_with_v4(region: str) -> None:
    url = urlsplit(store_in(region).address("images/ten_a/1/00.png", filename="a lake.png"))

    asked = parse_qs(url.query)
    assert url.scheme == "https"
    assert url.netloc == f"easel-files.s3.{region}.amazonaws.com"
    assert url.path == "/images/ten_a/1/00.png"
    assert asked["X-Amz-Algorithm"] == ["AWS4-HMAC-SHA256"]
    assert asked["X-Amz-Credential"][0].split("/")[2:] == [region, "s3", "aws4_request"]
    assert asked["X-Amz-Expires"] == ["900"]
    assert asked["X-Amz-SignedHeaders"] == ["host"]
    assert asked["response-content-disposition"] == ['inline; filename="a lake.png"']


class Refusing:
    """A client whose every call is refused with one code."""

    def __init__(self, code: str) -> None:
        self._error = ClientError({"Error": {"Code": code, "Message": ""}}, "HeadObject")

    def __getattr__(self, _: str) -> Any:
        def refuse(**_: Any) -> Any:
            raise self._error

        return refuse


@pytest.mark.parametrize("code", ["404", "NoSuchKey", "NotFound"])
def test_an_object_that_is_not_there_is_no_error(code: str) -> None:
    store = S3ImageStore(Refusing(code), "files", link_seconds=900)

    assert not store.exists("images/x.png")
    assert store.left_behind(an_image(), "a") is None
    assert store.thumbnail_key(an_image()) is None


@pytest.mark.parametrize("code", ["403", "AccessDenied", "SlowDown"])
def test_a_refusal_is_not_taken_for_a_missing_object(code: str) -> None:
    store = S3ImageStore(Refusing(code), "files", link_seconds=900)

    with pytest.raises(ClientError):
        store.exists("images/x.png")
    with pytest.raises(ClientError):
        store.left_behind(an_image(), "a")


class Noting:
    """A client that takes everything and notes the keys."""

    def __init__(self) -> None:
        self.put: dict[str, str] = {}
        self.deleted: list[str] = []

    def put_object(self, *, Key: str, ContentType: str, **more: Any) -> None:  # noqa: N803
        self.put[Key] = ContentType
        self.checksum = more.get("ChecksumSHA256")

    def delete_object(self, *, Key: str, **_: Any) -> None:  # noqa: N803
        self.deleted.append(Key)


def test_files_lie_where_the_design_says_and_quarantine_is_apart() -> None:
    client = Noting()
    store = S3ImageStore(client, "files", link_seconds=900)
    image = an_image(number=3)
    place = f"{image.tenant}/{image.ulid}/03"

    store.quarantine(image, "a", b"x")
    publish(store, image, b"x", "jpeg")
    store.put_thumbnail(image, b"x")

    assert client.put == {
        f"quarantine/{image.ulid}/03/a": "application/octet-stream",
        f"images/{place}-a.jpg": "image/jpeg",
        f"thumbs/{place}.webp": "image/webp",
    }


def test_removing_reaches_every_place_that_an_image_can_have() -> None:
    client = Noting()
    store = S3ImageStore(client, "files", link_seconds=900)
    image = an_image(attempts=(an_attempt(id="a"), an_attempt(id="b")))
    for attempt in ("a", "b"):
        store.quarantine(image, attempt, b"x")
    for file_format in ("png", "jpeg", "webp"):
        for attempt in ("a", "b"):
            publish(store, image, b"x", file_format, attempt=attempt)
    store.put_thumbnail(image, b"x")

    store.remove(image)

    assert sorted(client.deleted) == sorted(client.put)


def test_a_published_file_goes_along_with_the_checksum_that_s3_compares() -> None:
    client = Noting()
    publish(S3ImageStore(client, "files", link_seconds=900), an_image(), b"picture")

    assert client.checksum == base64.b64encode(hashlib.sha256(b"picture").digest()).decode()
