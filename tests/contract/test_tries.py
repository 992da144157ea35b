"""A client's own retries find what its first try asked for: kept alike by DynamoDB and its twin."""

from datetime import timedelta

from functions.domain.ledger import Try
from functions.domain.ports.records import Records
from tests.contract.test_records import DISPATCH
from tests.samples import LIMIT, NOW, an_accepted, ulid

WHAT = "key_a#print"
LATER = NOW + timedelta(minutes=10)


def ask(records: Records, tenant: str, number: int, what: str = WHAT) -> str:
    generation, images = an_accepted(tenant=tenant, ulid=ulid(number))
    first_try = Try(what, LATER)
    records.accept(generation, images, None, limit=LIMIT, dispatch_by=DISPATCH, first_try=first_try)
    return generation.ulid


def test_a_try_is_found_by_what_it_asked(records: Records, tenant: str) -> None:
    assert records.tried(tenant, WHAT, now=NOW, until=LATER) is None
    asked = ask(records, tenant, 1)

    assert records.tried(tenant, WHAT, now=NOW, until=LATER) == asked
    assert records.tried(tenant, "key_a#other", now=NOW, until=LATER) is None
    assert records.tried(tenant, "key_b#print", now=NOW, until=LATER) is None
    assert records.tried("ten_other", WHAT, now=NOW, until=LATER) is None


def test_a_fingerprint_that_only_begins_alike_is_another(records: Records, tenant: str) -> None:
    ask(records, tenant, 1, "key_a#print2")

    assert records.tried(tenant, WHAT, now=NOW, until=LATER) is None


def test_the_oldest_that_was_not_answered_is_found_first(records: Records, tenant: str) -> None:
    first, second = ask(records, tenant, 1), ask(records, tenant, 2)

    assert records.tried(tenant, WHAT, now=NOW, until=LATER) == first
    records.answered(tenant, WHAT, first)
    assert records.tried(tenant, WHAT, now=NOW, until=LATER) == second


def test_of_those_that_were_answered_the_last_is_found(records: Records, tenant: str) -> None:
    asked = [ask(records, tenant, number) for number in (1, 2)]
    for each in asked:
        records.answered(tenant, WHAT, each)

    assert records.tried(tenant, WHAT, now=NOW, until=LATER) == asked[-1]


def test_what_has_expired_is_not_found_though_it_is_still_there(
    records: Records, tenant: str
) -> None:
    ask(records, tenant, 1)

    assert records.tried(tenant, WHAT, now=LATER, until=LATER) is None


def test_an_answer_to_what_was_forgotten_leaves_nothing(records: Records, tenant: str) -> None:
    records.answered(tenant, WHAT, ulid(9))

    assert records.tried(tenant, WHAT, now=NOW, until=LATER) is None


def test_a_try_that_is_found_is_remembered_for_longer(records: Records, tenant: str) -> None:
    asked = ask(records, tenant, 1)
    later = LATER + timedelta(minutes=10)

    records.tried(tenant, WHAT, now=NOW, until=later)

    assert records.tried(tenant, WHAT, now=LATER, until=later) == asked
    assert records.tried(tenant, WHAT, now=later, until=later) is None
