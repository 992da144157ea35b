"""Lists: newest first, whole, and without repetition, whatever lies between."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from functions.domain.ledger import Page
from functions.domain.ports.records import Records
from tests.contract.test_records import DISPATCH, accept, painted, step
from tests.samples import LIMIT, NOW, an_accepted, ulid


def every_page(ask: Callable[[str | None], Page], *, at_most: int = 60) -> list[Page]:
    """Follow the cursors to the end, as a client would."""
    pages = [ask(None)]
    while pages[-1].next_after is not None:
        assert len(pages) < at_most, "the cursor leads in a circle"
        pages.append(ask(pages[-1].next_after))
    return pages


def delete(records: Records, tenant: str, number: int) -> None:
    whole = records.generation(tenant, ulid(number))
    assert whole is not None
    records.entomb(whole, finish_by=DISPATCH, now=NOW)


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 20])
def test_every_generation_is_listed_once_and_newest_first(
    records: Records, tenant: str, limit: int
) -> None:
    for number in range(7):
        accept(records, tenant, ulid=ulid(number))

    pages = every_page(lambda after: records.generations(tenant, limit=limit, after=after))

    listed = [each.ulid for page in pages for each in page.items]
    assert listed == [ulid(number) for number in reversed(range(7))]
    assert all(len(page.items) <= limit for page in pages)


def test_deleted_generations_are_skipped_and_hide_nothing(records: Records, tenant: str) -> None:
    for number in range(12):
        accept(records, tenant, ulid=ulid(number))
    for number in (11, 10, 9, 5, 4, 3, 2):
        delete(records, tenant, number)

    pages = every_page(lambda after: records.generations(tenant, limit=2, after=after))

    listed = [each.ulid for page in pages for each in page.items]
    assert listed == [ulid(number) for number in (8, 7, 6, 1, 0)]
    assert [len(page.items) for page in pages] == [2, 2, 1]


def test_a_tenant_without_generations_has_one_empty_page(records: Records, tenant: str) -> None:
    page = records.generations(tenant, limit=20, after=None)

    assert (list(page.items), page.next_after) == ([], None)


def test_what_is_accepted_while_somebody_pages_does_not_repeat_the_rest(
    records: Records, tenant: str
) -> None:
    for number in range(4):
        accept(records, tenant, ulid=ulid(number))
    first = records.generations(tenant, limit=2, after=None)

    accept(records, tenant, ulid=ulid(9))
    second = records.generations(tenant, limit=2, after=first.next_after)

    assert [each.ulid for each in second.items] == [ulid(1), ulid(0)]


@pytest.mark.parametrize("limit", [1, 2, 4, 20])
def test_the_gallery_shows_what_was_published_newest_first(
    records: Records, tenant: str, limit: int
) -> None:
    for number in range(2):
        generation, images = an_accepted(tenant=tenant, ulid=ulid(number), count=3)
        records.accept(generation, images, None, limit=LIMIT, dispatch_by=DISPATCH)
        painted(records, images[0])
        step(records, images[1], images[1].failed(NOW, "model_refused", "no"))
        painted(records, images[2])

    pages = every_page(lambda after: records.gallery(tenant, limit=limit, after=after))

    listed = [(each.ulid, each.number) for page in pages for each in page.items]
    assert listed == [(ulid(1), 2), (ulid(1), 0), (ulid(0), 2), (ulid(0), 0)]


def test_an_erased_image_leaves_the_gallery_and_its_cursor_still_works(
    records: Records, tenant: str
) -> None:
    for number in range(3):
        painted(records, accept(records, tenant, ulid=ulid(number)))
    first = records.gallery(tenant, limit=1, after=None)
    newest = first.items[0]
    delete(records, tenant, 2)
    step(records, newest, newest.erase(), deleted=True)

    rest = records.gallery(tenant, limit=5, after=first.next_after)
    anew = records.gallery(tenant, limit=5, after=None)

    assert [each.ulid for each in rest.items] == [ulid(1), ulid(0)]
    assert [each.ulid for each in anew.items] == [ulid(1), ulid(0)]


def test_due_work_is_listed_up_to_its_limit_and_not_before_its_time(
    records: Records, tenant: str
) -> None:
    long_ago = NOW - timedelta(days=300)
    for number in range(3):
        early = long_ago + timedelta(seconds=number)
        generation, images = an_accepted(tenant=tenant, deadline_at=NOW, ulid=ulid(number * 100))
        records.accept(generation, images, None, limit=LIMIT, dispatch_by=early)

    due = records.due(long_ago + timedelta(seconds=1), limit=100)
    for each in due:
        records.done(each)

    assert sorted(each.ulid for each in due if each.tenant == tenant) == [ulid(0), ulid(100)]


def test_a_page_that_only_read_deleted_items_still_leads_on(
    records: Records, tenant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("functions.adapters.dynamodb.reading.MOST_SCANNED", 4)
    for number in range(14):
        accept(records, tenant, ulid=ulid(number))
    for number in range(2, 14):
        delete(records, tenant, number)

    pages = every_page(lambda after: records.generations(tenant, limit=2, after=after))

    assert [each.ulid for page in pages for each in page.items] == [ulid(1), ulid(0)]
