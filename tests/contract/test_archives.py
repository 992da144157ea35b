"""Archives lie beside the pictures of their generation, and go with them."""

import io
from hashlib import sha256

import pytest

from functions.domain.image import Image
from functions.domain.ports.store import ImageStore
from tests.samples import an_attempt, an_image, ulid

DIGEST = "ab" * 32


@pytest.fixture
def image(tenant: str) -> Image:
    return an_image(tenant=tenant, attempts=(an_attempt(id="a"),))


def published(store: ImageStore, image: Image, raw: bytes) -> str:
    return store.publish(
        image,
        image.attempts[-1].id if image.attempts else "a",
        raw,
        "png",
        sha256=sha256(raw).hexdigest(),
    )


def put(store: ImageStore, image: Image, digest: str = DIGEST) -> str:
    return store.put_archive(image.tenant, image.ulid, digest, io.BytesIO(b"zip"))


def test_a_published_file_comes_in_pieces_and_whole(store: ImageStore, image: Image) -> None:
    raw = bytes(range(256)) * 12_000
    key = published(store, image, raw)

    pieces = store.pieces(key)

    assert pieces is not None
    assert b"".join(pieces) == raw
    assert store.pieces(key + "x") is None


def test_an_archive_is_found_by_what_is_in_it(store: ImageStore, image: Image) -> None:
    before = store.archived(image.tenant, image.ulid, DIGEST)
    key = put(store, image)

    assert before is None
    assert store.archived(image.tenant, image.ulid, DIGEST) == key
    assert store.archived(image.tenant, image.ulid, "cd" * 32) is None
    assert store.archived("ten_x", image.ulid, DIGEST) is None
    assert image.tenant in key
    assert b"".join(store.pieces(key) or ()) == b"zip"


def test_an_archive_has_an_address_and_what_is_in_quarantine_has_none(
    store: ImageStore, image: Image
) -> None:
    key = put(store, image)

    assert key in store.address(key, filename="all.zip")
    for unchecked in (f"quarantine/{image.ulid}/00/a", "uploads/x", "", "imagesx/a.png"):
        with pytest.raises(ValueError):  # noqa: PT011 - one of the keys has no words
            store.address(unchecked, filename="a.png")


def test_all_archives_of_a_generation_go_and_no_others(store: ImageStore, image: Image) -> None:
    other = an_image(tenant=image.tenant, ulid=ulid(2))
    digests = [f"{number:064}" for number in range(3)]
    for digest in digests:
        put(store, image, digest)
    kept, picture = put(store, other), published(store, image, b"raw")

    store.remove_archives(image.tenant, image.ulid)
    store.remove_archives(image.tenant, image.ulid)

    assert not any(store.archived(image.tenant, image.ulid, digest) for digest in digests)
    assert store.exists(kept)
    assert store.exists(picture)
