"""One key, one generation: kept by DynamoDB and by its twin alike."""

from datetime import timedelta

import pytest

from functions.domain.errors import BudgetExhausted, IdempotencyMismatch
from functions.domain.ledger import Idempotency, Replay
from functions.domain.ports.records import Records
from tests.contract.test_records import DAY, DISPATCH, accept
from tests.samples import LIMIT, MONTH, NOW, PRICE, an_accepted, ulid


def test_the_same_key_and_request_are_one_generation(records: Records, tenant: str) -> None:
    accept(records, tenant, key="once", ulid=ulid(1))

    with pytest.raises(Replay) as replay:
        accept(records, tenant, key="once", ulid=ulid(2))

    assert replay.value.ulid == ulid(1)
    assert records.generation(tenant, ulid(2)) is None
    assert records.budget(tenant, MONTH, LIMIT).committed == PRICE


def test_a_replay_is_recognised_also_when_the_budget_has_no_room_for_it(
    records: Records, tenant: str
) -> None:
    accept(records, tenant, key="once", ulid=ulid(1))
    generation, images = an_accepted(tenant=tenant, ulid=ulid(2))
    again = Idempotency("once", "print", NOW + DAY)

    for limit in (PRICE, PRICE - 1, 0):
        with pytest.raises(Replay):
            records.accept(generation, images, again, limit=limit, dispatch_by=DISPATCH)


def test_a_key_is_recalled_before_anything_is_written(records: Records, tenant: str) -> None:
    same, other = (Idempotency("once", print_, NOW + DAY) for print_ in ("print", "another"))
    records.recall(tenant, same, now=NOW)
    accept(records, tenant, key="once", ulid=ulid(1))

    with pytest.raises(Replay) as replay:
        records.recall(tenant, same, now=NOW)
    with pytest.raises(IdempotencyMismatch):
        records.recall(tenant, other, now=NOW)
    records.recall(tenant, other, now=NOW + DAY + timedelta(seconds=1))
    records.recall("ten_b", other, now=NOW)

    assert replay.value.ulid == ulid(1)


def test_a_key_that_made_another_request_is_refused(records: Records, tenant: str) -> None:
    accept(records, tenant, key="once", ulid=ulid(1))
    generation, images = an_accepted(tenant=tenant, ulid=ulid(2))
    other = Idempotency("once", "another print", NOW + DAY)

    with pytest.raises(IdempotencyMismatch):
        records.accept(generation, images, other, limit=LIMIT, dispatch_by=DISPATCH)


def test_a_key_is_free_again_when_it_has_expired(records: Records, tenant: str) -> None:
    accept(records, tenant, key="once", ulid=ulid(1))
    later = NOW + DAY + timedelta(seconds=1)

    accept(records, tenant, key="once", ulid=ulid(2), created_at=later)

    assert records.generation(tenant, ulid(2)) is not None


def test_an_expired_key_says_nothing_about_a_request_that_has_no_room(
    records: Records, tenant: str
) -> None:
    accept(records, tenant, key="once", ulid=ulid(1))
    later = NOW + DAY + timedelta(seconds=1)
    generation, images = an_accepted(tenant=tenant, ulid=ulid(2), created_at=later)
    key = Idempotency("once", "another print", later + DAY)

    with pytest.raises(BudgetExhausted):
        records.accept(generation, images, key, limit=PRICE, dispatch_by=DISPATCH)


def test_a_key_that_was_refused_for_its_price_is_not_used_up(records: Records, tenant: str) -> None:
    generation, images = an_accepted(tenant=tenant)
    key = Idempotency("once", "print", NOW + DAY)
    with pytest.raises(BudgetExhausted):
        records.accept(generation, images, key, limit=0, dispatch_by=DISPATCH)

    records.accept(generation, images, key, limit=LIMIT, dispatch_by=DISPATCH)

    assert records.generation(tenant, generation.ulid) == generation


def test_keys_of_two_tenants_do_not_meet(records: Records, tenant: str) -> None:
    accept(records, tenant, key="once")

    accept(records, f"{tenant}_too", key="once")

    assert records.generation(f"{tenant}_too", ulid(1)) is not None
