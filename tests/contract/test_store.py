"""What the image store promises, kept by S3 and by its twin alike."""

import pytest

from functions.domain.image import Image
from functions.domain.ports.store import Held, ImageStore
from tests.samples import an_attempt, an_image, publish


@pytest.fixture
def image(tenant: str) -> Image:
    return an_image(tenant=tenant, attempts=(an_attempt(id="a"), an_attempt(id="b")))


def test_quarantined_bytes_come_back_until_they_are_released(
    store: ImageStore, image: Image
) -> None:
    store.quarantine(image, "a", b"raw")
    before = store.left_behind(image, "a")
    store.release(image, "a")

    assert before == Held(b"raw", "quarantine")
    assert store.left_behind(image, "a") is None


def test_attempts_have_their_own_place_in_quarantine(store: ImageStore, image: Image) -> None:
    store.quarantine(image, "a", b"first")

    assert store.left_behind(image, "b") is None


def test_an_empty_reply_in_quarantine_is_not_a_missing_one(store: ImageStore, image: Image) -> None:
    store.quarantine(image, "a", b"")

    assert store.left_behind(image, "a") == Held(b"", "quarantine")


@pytest.mark.parametrize("file_format", ["png", "jpeg", "webp"])
def test_a_published_file_is_found_by_whoever_comes_after_its_painter(
    store: ImageStore, image: Image, file_format: str
) -> None:
    publish(store, image, b"picture", file_format, attempt="b")

    assert store.left_behind(image, "b") == Held(b"picture", "published")
    assert store.left_behind(image, "another") is None


def test_a_late_painter_replaces_nothing(store: ImageStore, image: Image) -> None:
    settled = publish(store, image, b"the second's", attempt="b")

    late = publish(store, image, b"the first's", attempt="a")

    assert late != settled
    assert store.left_behind(image, "b") == Held(b"the second's", "published")


def test_releasing_twice_does_no_harm(store: ImageStore, image: Image) -> None:
    store.release(image, "a")
    store.release(image, "a")


@pytest.mark.parametrize("file_format", ["png", "jpeg", "webp"])
def test_a_published_file_has_a_key_that_exists(
    store: ImageStore, image: Image, file_format: str
) -> None:
    key = publish(store, image, b"picture", file_format)

    assert store.exists(key)
    assert image.tenant in key
    assert not store.exists(key + "x")


def test_publishing_again_is_the_same_file(store: ImageStore, image: Image) -> None:
    first = publish(store, image, b"picture")

    assert publish(store, image, b"picture") == first


def test_a_thumbnail_has_a_key_once_it_was_put(store: ImageStore, image: Image) -> None:
    before = store.thumbnail_key(image)
    store.put_thumbnail(image, b"small")
    key = store.thumbnail_key(image)

    assert before is None
    assert key is not None
    assert store.exists(key)


def test_an_address_names_the_key_and_the_file(store: ImageStore, image: Image) -> None:
    key = publish(store, image, b"picture")

    address = store.address(key, filename="lake.png")

    assert key in address
    assert "lake.png" in address


def test_nothing_of_a_removed_image_is_left(store: ImageStore, image: Image) -> None:
    store.quarantine(image, "a", b"first")
    store.quarantine(image, "b", b"second")
    store.put_thumbnail(image, b"small")
    keys = [publish(store, image, b"picture", each) for each in ("png", "jpeg", "webp")]

    store.remove(image)

    assert not any(store.exists(key) for key in keys)
    assert store.thumbnail_key(image) is None
    assert store.left_behind(image, "a") is None
    assert store.left_behind(image, "b") is None


def test_removing_an_image_leaves_its_neighbours(store: ImageStore, image: Image) -> None:
    neighbour = an_image(tenant=image.tenant, number=1)
    key = publish(store, neighbour, b"picture")

    store.remove(image)
    store.remove(image)

    assert store.exists(key)
