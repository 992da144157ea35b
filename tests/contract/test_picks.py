"""The best of a generation: one, and the same in record and images."""

import contextlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from functions.domain.errors import Unavailable
from functions.domain.generation import Generation
from functions.domain.image import Image
from functions.domain.ledger import Changed
from functions.domain.ports.records import Records
from functions.use_cases.note import note, pick
from tests.contract.test_records import DISPATCH, painted, step
from tests.samples import LIMIT, NOW, an_accepted

HOUR_LATER = DISPATCH


@pytest.fixture
def images(records: Records, tenant: str) -> Sequence[Image]:
    generation, images = an_accepted(tenant=tenant, count=3)
    records.accept(generation, images, None, limit=LIMIT, dispatch_by=DISPATCH)
    return [painted(records, image) for image in images]


def whole(records: Records, image: Image) -> Generation:
    found = records.generation(image.tenant, image.ulid)
    assert found is not None
    return found


def marked(records: Records, image: Image) -> list[str]:
    return [each.id for each in records.images(image.tenant, image.ulid) if each.picked]


def test_a_pick_is_in_the_record_and_on_the_image(
    records: Records, images: Sequence[Image]
) -> None:
    records.pick(whole(records, images[1]), images[1], None)

    assert whole(records, images[1]).picked == images[1].id
    assert marked(records, images[1]) == [images[1].id]


def test_another_pick_unmarks_the_one_before(records: Records, images: Sequence[Image]) -> None:
    records.pick(whole(records, images[1]), images[1], None)
    before = records.images(images[1].tenant, images[1].ulid)[1]

    records.pick(whole(records, images[1]), images[2], before)

    assert whole(records, images[1]).picked == images[2].id
    assert marked(records, images[1]) == [images[2].id]


def test_a_pick_can_be_taken_back(records: Records, images: Sequence[Image]) -> None:
    records.pick(whole(records, images[0]), images[0], None)
    before = records.images(images[0].tenant, images[0].ulid)[0]

    records.pick(whole(records, images[0]), None, before)

    assert whole(records, images[0]).picked is None
    assert marked(records, images[0]) == []


def test_a_pick_of_what_changed_since_writes_nothing(
    records: Records, images: Sequence[Image]
) -> None:
    read = whole(records, images[0])
    step(records, images[0], images[0].noted(favourite=True))
    with pytest.raises(Changed):
        records.pick(read, images[0], None)

    records.pick(read, images[1], None)
    with pytest.raises(Changed):
        records.pick(read, images[2], None)

    assert whole(records, images[0]).picked == images[1].id
    assert marked(records, images[0]) == [images[1].id]


def test_nothing_is_picked_in_a_deleted_generation(
    records: Records, images: Sequence[Image]
) -> None:
    read = whole(records, images[0])
    records.entomb(read, finish_by=HOUR_LATER, now=NOW)

    with pytest.raises(Changed):
        records.pick(read, images[0], None)

    assert whole(records, images[0]).picked is None
    assert marked(records, images[0]) == []


def test_a_deleted_image_is_no_longer_picked(records: Records, images: Sequence[Image]) -> None:
    records.pick(whole(records, images[0]), images[0], None)
    picked = records.images(images[0].tenant, images[0].ulid)[0]

    step(records, picked, picked.deleted(HOUR_LATER))

    assert whole(records, images[0]).picked is None
    assert whole(records, images[0]).counts.succeeded == 3
    assert marked(records, images[0]) == []


def test_a_deleted_image_owes_a_last_look_at_its_files(
    records: Records, images: Sequence[Image]
) -> None:
    image = images[0]

    gone = step(records, image, image.deleted(HOUR_LATER))
    owed = [due.what for due in records.due(HOUR_LATER, limit=99) if due.tenant == image.tenant]
    step(records, gone, gone.cleared())
    after = [due.what for due in records.due(HOUR_LATER, limit=99) if due.tenant == image.tenant]

    assert "00" in owed
    assert "00" not in after


def test_of_picks_at_once_one_stands_and_is_marked_alone(
    records: Records, images: Sequence[Image]
) -> None:
    first = images[0]

    def choose(number: int) -> None:
        chosen = images[number % 3].id if number % 4 else None
        try:
            pick(first.tenant, whole(records, first).id, chosen, records)
            note(
                first.tenant,
                images[number % 3].id,
                records,
                favourite=bool(number % 2),
                tags=None,
                limit=LIMIT,
            )
        except Unavailable:
            pass  # others were faster every time; nothing was written

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(choose, range(24)))

    best = whole(records, first).picked
    assert marked(records, first) == ([best] if best else [])


def test_a_pick_and_a_deletion_at_once_leave_no_deleted_image_picked(
    records: Records, images: Sequence[Image]
) -> None:
    def choose(image: Image) -> None:
        with contextlib.suppress(Changed):
            records.pick(whole(records, image), image, None)

    def delete(image: Image) -> None:
        with contextlib.suppress(Changed):
            step(records, image, image.deleted(HOUR_LATER))

    for image in images:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda work, image=image: work(image), (choose, delete)))

        standing = records.image(image.tenant, image.ulid, image.number)
        assert standing is not None
        assert (whole(records, image).picked == image.id) is standing.picked
        assert not (standing.erased and standing.picked)
        if standing.picked:
            records.pick(whole(records, image), None, standing)


def test_notes_stay_when_an_image_is_picked(records: Records, images: Sequence[Image]) -> None:
    noted = step(records, images[0], images[0].noted(favourite=True, tags=("b", "a", "b")))

    records.pick(whole(records, noted), noted, None)

    standing = records.image(noted.tenant, noted.ulid, 0)
    assert standing == replace(noted, picked=True, version=noted.version + 1)
    assert noted.tags == ("a", "b")
