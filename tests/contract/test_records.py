"""What the records promise, kept by DynamoDB and by their twin alike."""

from datetime import timedelta

import pytest

from functions.domain.errors import BudgetExhausted
from functions.domain.generation import Counts
from functions.domain.image import Image
from functions.domain.ledger import Budget, Canceled, Changed, Deleted, Due, Idempotency
from functions.domain.ports.records import Records
from tests.samples import (
    LEASE,
    LIMIT,
    MONTH,
    NOW,
    PRICE,
    a_picture,
    an_accepted,
    an_attempt,
    ulid,
)

DISPATCH = NOW + timedelta(seconds=60)
DAY = timedelta(hours=24)


def accept(records: Records, tenant: str, *, key: str | None = None, **changes: object) -> Image:
    """Accept a generation and return its first image."""
    generation, images = an_accepted(tenant=tenant, **changes)
    idempotency = Idempotency(key, "print", generation.created_at + DAY) if key else None
    limit = LIMIT
    records.accept(generation, images, idempotency, limit=limit, dispatch_by=DISPATCH)
    return images[0]


def step(records: Records, before: Image, after: Image, **options: object) -> Image:
    records.change(before, after, limit=LIMIT, **options)
    return after


def painted(records: Records, image: Image) -> Image:
    """Bring an image to its end by the road that a painter takes."""
    trying = step(records, image, image.claimed(NOW, LEASE).attempting(an_attempt()))
    back = trying.returned(an_attempt("succeeded", request_id="req-1"))
    return step(records, back, back.succeeded(NOW, a_picture(), 7))


def test_what_was_accepted_reads_back_whole(records: Records, tenant: str) -> None:
    generation, images = an_accepted(tenant=tenant, count=3)

    records.accept(generation, images, None, limit=LIMIT, dispatch_by=DISPATCH)

    assert records.generation(tenant, generation.ulid) == generation
    assert list(records.images(tenant, generation.ulid)) == list(images)
    assert records.image(tenant, generation.ulid, 2) == images[2]
    assert records.budget(tenant, MONTH, LIMIT) == Budget(MONTH, LIMIT, committed=3 * PRICE)


def test_another_tenant_sees_nothing_of_it(records: Records, tenant: str) -> None:
    image = accept(records, tenant)

    assert records.generation("ten_other", image.ulid) is None
    assert records.image("ten_other", image.ulid, 0) is None
    assert records.images("ten_other", image.ulid) == []


def test_a_month_of_which_nothing_was_spent_is_empty(records: Records, tenant: str) -> None:
    assert records.budget(tenant, "2026-12", LIMIT) == Budget("2026-12", LIMIT)


def test_a_price_above_the_limit_is_refused_also_in_an_untouched_month(
    records: Records, tenant: str
) -> None:
    generation, images = an_accepted(tenant=tenant)

    with pytest.raises(BudgetExhausted):
        records.accept(generation, images, None, limit=PRICE - 1, dispatch_by=DISPATCH)

    assert records.generation(tenant, generation.ulid) is None
    assert records.image(tenant, generation.ulid, 0) is None
    assert records.budget(tenant, MONTH, LIMIT).committed == 0


def test_the_last_micro_dollar_can_be_spent_and_not_one_more(records: Records, tenant: str) -> None:
    limit = 3 * PRICE
    for number in range(3):
        generation, images = an_accepted(tenant=tenant, ulid=ulid(number))
        records.accept(generation, images, None, limit=limit, dispatch_by=DISPATCH)

    generation, images = an_accepted(tenant=tenant, ulid=ulid(9), price=1)
    with pytest.raises(BudgetExhausted):
        records.accept(generation, images, None, limit=limit, dispatch_by=DISPATCH)


def test_a_claim_is_read_back_and_starts_the_generation(records: Records, tenant: str) -> None:
    image = accept(records, tenant)

    claimed = step(records, image, image.claimed(NOW, LEASE))

    whole = records.generation(tenant, image.ulid)
    assert records.image(tenant, image.ulid, 0) == claimed
    assert whole is not None
    assert (whole.status, whole.started_at) == ("running", NOW)


def test_the_generation_started_when_its_first_image_did(records: Records, tenant: str) -> None:
    first = accept(records, tenant, count=2)
    second = records.images(tenant, first.ulid)[1]

    step(records, first, first.claimed(NOW, LEASE))
    step(records, second, second.claimed(NOW + LEASE, LEASE))

    whole = records.generation(tenant, first.ulid)
    assert whole is not None
    assert whole.started_at == NOW


def test_of_two_writers_that_read_the_same_image_one_goes_on(records: Records, tenant: str) -> None:
    image = accept(records, tenant)
    step(records, image, image.claimed(NOW, LEASE))

    with pytest.raises(Changed):
        step(records, image, image.canceled(NOW))

    assert records.budget(tenant, MONTH, LIMIT).reserved == PRICE


def test_an_image_that_is_not_there_cannot_be_changed(records: Records, tenant: str) -> None:
    _, [stranger] = an_accepted(tenant=tenant)

    with pytest.raises(Changed):
        step(records, stranger, stranger.claimed(NOW, LEASE))


def test_an_end_books_what_was_paid_and_counts(records: Records, tenant: str) -> None:
    image = accept(records, tenant, count=2)

    done = painted(records, image)

    whole = records.generation(tenant, image.ulid)
    assert whole is not None
    assert records.image(tenant, image.ulid, 0) == done
    assert (whole.counts, whole.status) == (Counts(2, succeeded=1), "running")
    assert (whole.spent, whole.unknown) == (PRICE, 0)
    assert records.budget(tenant, MONTH, LIMIT) == Budget(
        MONTH, LIMIT, committed=2 * PRICE, spent=PRICE
    )


def test_a_generation_is_completed_when_its_last_image_is(records: Records, tenant: str) -> None:
    first = accept(records, tenant, count=2)
    second = records.images(tenant, first.ulid)[1]

    painted(records, first)
    half = records.generation(tenant, first.ulid)
    step(records, second, second.canceled(NOW + LEASE))
    whole = records.generation(tenant, first.ulid)

    assert half is not None
    assert half.completed_at is None
    assert whole is not None
    assert (whole.completed_at, whole.status) == (NOW + LEASE, "partial")


def test_a_second_settle_is_refused_and_books_nothing(records: Records, tenant: str) -> None:
    image = accept(records, tenant)
    trying = step(records, image, image.claimed(NOW, LEASE).attempting(an_attempt()))
    back = trying.returned(an_attempt("succeeded"))
    step(records, back, back.succeeded(NOW, a_picture(), 7))

    with pytest.raises(Changed):
        step(records, back, back.failed(NOW, "late", "too late"))

    assert records.budget(tenant, MONTH, LIMIT) == Budget(MONTH, LIMIT, PRICE, PRICE, 0)


def test_an_unknown_bill_counts_as_spent(records: Records, tenant: str) -> None:
    image = accept(records, tenant)
    running = step(records, image, image.claimed(NOW, LEASE))
    trying = step(records, running, running.attempting(an_attempt()))

    step(records, trying, trying.failed(NOW, "lost", "the painter was lost"))

    assert records.budget(tenant, MONTH, LIMIT) == Budget(MONTH, LIMIT, PRICE, 0, PRICE)


def test_what_was_not_paid_is_given_back(records: Records, tenant: str) -> None:
    image = accept(records, tenant)

    step(records, image, image.canceled(NOW))

    assert records.budget(tenant, MONTH, LIMIT) == Budget(MONTH, LIMIT, 0, 0, 0)


def test_a_second_try_reserves_its_price_first(records: Records, tenant: str) -> None:
    image = accept(records, tenant)
    running = step(records, image, image.claimed(NOW, LEASE))
    trying = step(records, running, running.attempting(an_attempt()))
    lost = trying.returned(an_attempt("interrupted"))
    again = lost.attempting(an_attempt(id="attempt-2"))

    with pytest.raises(BudgetExhausted):
        records.change(trying, again, limit=2 * PRICE - 1)
    assert records.image(tenant, image.ulid, 0) == trying
    records.change(trying, again, limit=2 * PRICE)

    assert records.budget(tenant, MONTH, LIMIT).committed == 2 * PRICE


def test_a_claim_that_the_budget_refuses_is_no_claim(records: Records, tenant: str) -> None:
    image = accept(records, tenant)
    lost = step(records, image, image.claimed(NOW, LEASE).attempting(an_attempt()))
    back = step(records, lost, lost.returned(an_attempt("interrupted")).put_back(NOW))
    again = back.claimed(NOW, LEASE).attempting(an_attempt(id="attempt-2"))

    with pytest.raises(BudgetExhausted):
        records.change(back, again, limit=2 * PRICE - 1)

    assert records.image(tenant, image.ulid, image.number) == back
    assert records.budget(tenant, MONTH, LIMIT).committed == PRICE
    step(records, back, again)
    assert records.budget(tenant, MONTH, LIMIT).committed == 2 * PRICE


def test_a_deleted_generation_keeps_its_money_and_nothing_else(
    records: Records, tenant: str
) -> None:
    image = accept(records, tenant)
    done = painted(records, image)
    whole = records.generation(tenant, image.ulid)
    assert whole is not None

    records.entomb(whole, finish_by=DISPATCH, now=NOW)
    step(records, done, done.erase(), deleted=True)

    tomb = records.generation(tenant, image.ulid)
    erased = records.image(tenant, image.ulid, 0)
    assert tomb is not None
    assert (tomb.deleted_at, tomb.spent, tomb.counts) == (NOW, PRICE, Counts(1, succeeded=1))
    assert (tomb.request, tomb.receipt, tomb.group, tomb.metadata) == ({}, (), None, {})
    assert erased == done.erase()
    assert Due(DISPATCH, tenant, image.ulid, "discard") in records.due(DISPATCH, limit=1000)


def test_nothing_starts_or_ends_in_a_deleted_generation_unawares(
    records: Records, tenant: str
) -> None:
    image = accept(records, tenant)
    whole = records.generation(tenant, image.ulid)
    assert whole is not None
    records.entomb(whole, finish_by=DISPATCH, now=NOW)

    with pytest.raises(Deleted):
        step(records, image, image.claimed(NOW, LEASE))
    with pytest.raises(Deleted):
        step(records, image, image.canceled(NOW))
    step(records, image, image.canceled(NOW).erase(), deleted=True)

    assert records.budget(tenant, MONTH, LIMIT).committed == 0


def test_nothing_is_claimed_in_a_canceled_generation_but_what_may_be_paid(
    records: Records, tenant: str
) -> None:
    fresh, called = accept(records, tenant), accept(records, tenant, ulid=ulid(2))
    claimed = step(records, called, called.claimed(NOW, LEASE))
    trying = step(records, claimed, claimed.attempting(an_attempt()))
    back = step(records, trying, trying.put_back(NOW))
    for image in (fresh, back):
        whole = records.generation(tenant, image.ulid)
        assert whole is not None
        records.cancel(whole, NOW)

    with pytest.raises(Canceled):
        step(records, fresh, fresh.claimed(NOW, LEASE))
    step(records, back, back.claimed(NOW, LEASE))
    step(records, fresh, fresh.canceled(NOW))

    canceled = records.generation(tenant, fresh.ulid)
    assert canceled is not None
    assert canceled.canceled_at == NOW


def test_a_lost_claim_is_not_taken_over_in_a_deleted_generation(
    records: Records, tenant: str
) -> None:
    image = accept(records, tenant)
    lost = step(records, image, image.claimed(NOW, LEASE))
    whole = records.generation(tenant, image.ulid)
    assert whole is not None
    records.entomb(whole, finish_by=DISPATCH, now=NOW)

    with pytest.raises(Deleted):
        step(records, lost, lost.claimed(NOW + LEASE * 2, LEASE))


def test_an_end_marked_deleted_needs_the_tombstone(records: Records, tenant: str) -> None:
    image = accept(records, tenant)

    with pytest.raises(Deleted):
        step(records, image, image.canceled(NOW).erase(), deleted=True)
