"""From an image to those made from it, by DynamoDB and by its twin alike."""

from dataclasses import replace
from datetime import timedelta

from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.input import Kept
from functions.domain.ledger import Idempotency
from functions.domain.ports.records import Records
from functions.domain.source import Source
from tests.samples import LEASE, LIMIT, NOW, a_picture, an_accepted, an_attempt, ulid

LATER = NOW + timedelta(hours=1)
PARENT = f"img_{ulid(1)}_00"


def accept(
    records: Records, tenant: str, number: int, *parents: str, count: int = 1
) -> tuple[Generation, list[Image]]:
    """Accept a generation that was asked with images."""
    inputs = tuple(
        Kept(f"image_{at}", "png", 4, 4, 9, "ab" * 32, Source("image", parent))
        for at, parent in enumerate(parents)
    )
    whole, images = an_accepted(tenant=tenant, ulid=ulid(number), inputs=inputs, count=count)
    images = [replace(each, parents=whole.parents) for each in images]
    key = Idempotency(f"key-{number}", "print", LATER)
    records.accept(whole, images, key, limit=LIMIT, dispatch_by=LATER)
    return whole, images


def paint(records: Records, image: Image) -> Image:
    trying = image.claimed(NOW, LEASE).attempting(an_attempt())
    records.change(image, trying, limit=LIMIT)
    done = trying.returned(an_attempt("succeeded")).succeeded(NOW, a_picture(), 7)
    records.change(trying, done, limit=LIMIT)
    return done


def child(records: Records, tenant: str, number: int, *parents: str, count: int = 1) -> list[Image]:
    _, images = accept(records, tenant, number, *parents, count=count)
    return [paint(records, each) for each in images]


def ids(records: Records, tenant: str, parent: str = PARENT, *, limit: int = 20) -> list[str]:
    """Return all children, page by page."""
    found: list[str] = []
    after = None
    for _ in range(100):
        page = records.children(tenant, parent, limit=limit, after=after)
        assert len(page.items) <= limit
        found += [each.id for each in page.items]
        after = page.next_after
        if after is None:
            return found
    raise AssertionError("the list does not end")


def test_children_are_found_newest_first_whatever_the_page(records: Records, tenant: str) -> None:
    for number, count in ((2, 3), (3, 1), (4, 2)):
        child(records, tenant, number, PARENT, count=count)
    child(records, tenant, 5, f"img_{ulid(1)}_01")

    expected = [(4, 1), (4, 0), (3, 0), (2, 2), (2, 1), (2, 0)]
    for limit in (1, 2, 3, 4, 6, 20):
        found = ids(records, tenant, limit=limit)
        assert found == [f"img_{ulid(number)}_{at:02d}" for number, at in expected], limit


def test_only_what_was_published_is_a_child(records: Records, tenant: str) -> None:
    _, (image, other) = accept(records, tenant, 2, PARENT, count=2)
    records.change(other, other.canceled(NOW), limit=LIMIT)
    before = ids(records, tenant)
    done = paint(records, image)
    after = ids(records, tenant)

    records.change(done, done.deleted(LATER), limit=LIMIT)

    assert (before, after) == ([], [done.id])
    assert ids(records, tenant) == []


def test_children_that_failed_do_not_end_the_list(records: Records, tenant: str) -> None:
    child(records, tenant, 2, PARENT)
    for number in (3, 4, 5):
        accept(records, tenant, number, PARENT)

    assert ids(records, tenant, limit=1) == [f"img_{ulid(2)}_00"]


def test_an_image_may_have_several_parents_and_be_found_from_each(
    records: Records, tenant: str
) -> None:
    parents = [f"img_{ulid(1)}_{at:02d}" for at in range(5)]

    [image] = child(records, tenant, 2, *parents, parents[0])

    assert image.parents == tuple(parents)
    for parent in parents:
        assert ids(records, tenant, parent) == [image.id]


def test_another_tenant_sees_none_of_them(records: Records, tenant: str) -> None:
    child(records, tenant, 2, PARENT)

    assert ids(records, "ten_other") == []


def test_a_deleted_generation_is_nobodys_child(records: Records, tenant: str) -> None:
    whole, [image] = accept(records, tenant, 2, PARENT)
    paint(records, image)

    records.entomb(whole, finish_by=LATER, now=NOW)

    tomb = records.generation(tenant, whole.ulid)
    assert ids(records, tenant) == []
    assert tomb is not None
    assert tomb.inputs == ()


def test_the_largest_request_fits_into_one_transaction(records: Records, tenant: str) -> None:
    parents = [f"img_{ulid(1)}_{at:02d}" for at in range(5)]

    whole, images = accept(records, tenant, 2, *parents, count=50)

    assert records.generation(tenant, whole.ulid) == whole
    assert list(records.images(tenant, whole.ulid)) == images
