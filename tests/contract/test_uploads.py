"""What is promised of uploads and kept pictures, by AWS's doubles and by ours alike."""

import hashlib
from datetime import timedelta

import pytest

from functions.adapters.dynamodb import keys
from functions.adapters.dynamodb.codec import item_of, plain_of
from functions.domain.ports.records import Records
from functions.domain.ports.store import ImageStore, Moved
from functions.domain.source import Measured, Place, Tones
from functions.domain.upload import LIFE, Upload, input_key
from tests.contract.conftest import TABLE, LocalAws
from tests.samples import NOW, an_image, publish, ulid

LIGHT = Tones(0, 255, between=True)


def an_upload(tenant: str) -> Upload:
    return Upload(tenant, ulid(1), "image/png", NOW, NOW + LIFE)


def measured(raw: bytes, tag: str = "") -> Measured:
    return Measured("png", 4, 4, len(raw), hashlib.sha256(raw).hexdigest(), LIGHT, tag=tag)


def tag_of(raw: bytes) -> str:
    """Return S3's ETag of an object that was put whole."""
    return f'"{hashlib.md5(raw, usedforsecurity=False).hexdigest()}"'


def test_an_upload_reads_back_and_is_its_tenants(records: Records, tenant: str) -> None:
    begun = an_upload(tenant)

    records.begin_upload(begun)

    assert records.upload(tenant, begun.ulid) == begun
    assert records.upload("ten_other", begun.ulid) is None
    assert records.upload(tenant, ulid(2)) is None


def test_an_uploads_item_goes_by_itself_but_not_before_it_can_be_called_expired(
    aws: LocalAws, tenant: str
) -> None:
    from functions.adapters.dynamodb.records import DynamoDBRecords

    client, begun = aws.client("dynamodb"), an_upload(tenant)

    DynamoDBRecords(client, TABLE).begin_upload(begun)

    key = item_of(keys.upload_key(tenant, begun.ulid))
    stored = plain_of(client.get_item(TableName=TABLE, Key=key)["Item"])
    assert stored["expires_at"] >= (begun.ends_at + timedelta(days=1)).timestamp()


def test_what_came_in_the_body_is_kept(store: ImageStore, tenant: str) -> None:
    found = measured(b"mask")

    store.keep_input(tenant, ulid(1), "mask", Place(raw=b"mask"), found=found)

    assert store.input(tenant, ulid(1), "mask") == b"mask"
    assert store.exists(input_key(tenant, ulid(1), "mask"))
    assert store.input(tenant, ulid(1), "image") is None


def test_what_lies_in_the_bucket_is_copied_as_it_was_measured(
    store: ImageStore, tenant: str
) -> None:
    key = publish(store, an_image(tenant=tenant), b"picture")
    found = measured(b"picture", tag_of(b"picture"))

    store.keep_input(tenant, ulid(1), "image", Place(key), found=found)

    assert store.input(tenant, ulid(1), "image") == b"picture"


def test_what_changed_since_it_was_measured_is_not_kept(store: ImageStore, tenant: str) -> None:
    key = publish(store, an_image(tenant=tenant), b"another")
    found = measured(b"picture", tag_of(b"picture"))

    with pytest.raises(Moved):
        store.keep_input(tenant, ulid(1), "image", Place(key), found=found)

    assert store.input(tenant, ulid(1), "image") is None


def test_what_went_since_it_was_measured_is_not_kept(store: ImageStore, tenant: str) -> None:
    found = measured(b"picture", tag_of(b"picture"))

    with pytest.raises(Moved):
        store.keep_input(tenant, ulid(1), "image", Place(f"uploads/{tenant}/x"), found=found)


def test_all_that_was_kept_with_a_generation_goes_and_nothing_else(
    store: ImageStore, tenant: str
) -> None:
    for part in ("image", "mask", "image_2"):
        place = Place(raw=part.encode())
        store.keep_input(tenant, ulid(1), part, place, found=measured(part.encode()))
    store.keep_input(tenant, ulid(2), "image", Place(raw=b"other"), found=measured(b"other"))

    store.remove_inputs(tenant, ulid(1))
    store.remove_inputs(tenant, ulid(1))

    assert store.input(tenant, ulid(1), "image") is None
    assert store.input(tenant, ulid(1), "image_2") is None
    assert store.input(tenant, ulid(2), "image") == b"other"


def test_a_kept_picture_has_an_address(store: ImageStore, tenant: str) -> None:
    key = input_key(tenant, ulid(1), "mask")

    assert key in store.address(key, filename="mask.png")


def test_an_upload_has_none_for_it_was_not_looked_at(store: ImageStore, tenant: str) -> None:
    with pytest.raises(ValueError, match="uploads/"):
        store.address(f"uploads/{tenant}/{ulid(1)}", filename="mask.png")
