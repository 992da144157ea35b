"""A client's own retries find what its first try asked for: kept alike by DynamoDB and its twin."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from functions.domain.ports.records import Records
from functions.domain.tries import MOST_KNOWN, Overtaken, Try
from tests.contract.test_records import DISPATCH
from tests.samples import LIMIT, NOW, an_accepted, ulid

WHAT = "key_a#print"
LATER = NOW + timedelta(minutes=10)


def look(
    records: Records, tenant: str, attempt: Try, now: datetime = NOW
) -> tuple[str | None, Try]:
    return records.tried(tenant, attempt, now=now)


def retried(
    records: Records,
    tenant: str,
    what: str = WHAT,
    now: datetime = NOW,
    until: datetime = LATER,
    number: int = 1,
) -> str | None:
    return look(records, tenant, Try(what, until, number=number), now)[0]


def accept(records: Records, tenant: str, number: int, attempt: Try) -> str:
    generation, images = an_accepted(tenant=tenant, ulid=ulid(number))
    records.accept(generation, images, None, limit=LIMIT, dispatch_by=DISPATCH, first_try=attempt)
    return generation.ulid


def ask(records: Records, tenant: str, number: int, what: str = WHAT) -> str:
    return accept(records, tenant, number, look(records, tenant, Try(what, LATER))[1])


def test_a_try_is_found_by_what_it_asked(records: Records, tenant: str) -> None:
    assert retried(records, tenant) is None
    asked = ask(records, tenant, 1)

    assert retried(records, tenant) == asked
    assert retried(records, tenant, "key_a#other") is None
    assert retried(records, tenant, "key_b#print") is None
    assert retried(records, "ten_other") is None


def test_a_fingerprint_that_only_begins_alike_is_another(records: Records, tenant: str) -> None:
    ask(records, tenant, 1, "key_a#print2")

    assert retried(records, tenant) is None


def test_what_was_not_answered_is_found_first(records: Records, tenant: str) -> None:
    first, second = ask(records, tenant, 1), ask(records, tenant, 2)
    records.answered(tenant, WHAT, second, now=NOW)

    assert retried(records, tenant) == first


def test_retries_of_several_that_wait_find_one_each(records: Records, tenant: str) -> None:
    asked = [ask(records, tenant, number) for number in (1, 2, 3)]

    for number in (1, 2):
        assert [retried(records, tenant, number=number) for _ in asked] == asked


def test_retries_of_several_whose_answers_were_lost_find_one_each(
    records: Records, tenant: str
) -> None:
    asked = [ask(records, tenant, number) for number in (1, 2, 3)]
    for each in asked:
        records.answered(tenant, WHAT, each, now=NOW)

    assert [retried(records, tenant) for _ in asked] == asked[::-1]


def test_a_retry_that_comes_twice_finds_the_same_again(records: Records, tenant: str) -> None:
    asked = ask(records, tenant, 1)

    assert {retried(records, tenant) for _ in range(3)} == {asked}


def test_what_a_later_retry_waits_for_is_left_to_it(records: Records, tenant: str) -> None:
    older, newer = ask(records, tenant, 1), ask(records, tenant, 2)
    assert [retried(records, tenant, number=number) for number in (1, 2)] == [older, older]

    assert retried(records, tenant, number=1) == newer


def test_ten_alike_at_once_are_ten_and_their_retries_find_one_each(
    records: Records, tenant: str
) -> None:
    def first(number: int) -> str:
        return ask(records, tenant, number)

    def again(_: int) -> str | None:
        return retried(records, tenant)

    with ThreadPoolExecutor(10) as pool:
        asked = set(pool.map(first, range(1, 11)))
        found = list(pool.map(again, range(10)))

    assert len(asked) == 10
    assert sorted(each or "" for each in found) == sorted(asked)


def test_what_has_expired_hides_nothing_that_is_live(records: Records, tenant: str) -> None:
    for number in range(1, MOST_KNOWN + 1):
        ask(records, tenant, number)
    accept(records, tenant, MOST_KNOWN + 1, Try(WHAT, LATER + timedelta(days=1)))

    assert retried(records, tenant, now=LATER) == ulid(MOST_KNOWN + 1)


def test_beyond_the_bound_a_retry_finds_the_newest_and_makes_nothing(
    records: Records, tenant: str
) -> None:
    asked = [ask(records, tenant, number) for number in range(1, MOST_KNOWN + 2)]
    for each in asked[1:]:
        records.answered(tenant, WHAT, each, now=NOW)

    assert retried(records, tenant) == asked[-1]


def test_what_has_expired_is_not_found_though_it_is_still_there(
    records: Records, tenant: str
) -> None:
    ask(records, tenant, 1)

    assert retried(records, tenant, now=LATER) is None


def test_an_answer_to_what_was_forgotten_leaves_nothing(records: Records, tenant: str) -> None:
    records.answered(tenant, WHAT, ulid(9), now=NOW)

    assert retried(records, tenant) is None


def test_a_try_that_is_found_is_remembered_for_longer(records: Records, tenant: str) -> None:
    asked = ask(records, tenant, 1)
    later = LATER + timedelta(minutes=10)

    retried(records, tenant, until=later)

    assert retried(records, tenant, now=LATER, until=later) == asked
    assert retried(records, tenant, now=later, until=later) is None


def test_a_first_try_that_comes_after_its_retry_joins_it_once(
    records: Records, tenant: str
) -> None:
    early = look(records, tenant, Try(WHAT, LATER, number=1, received=3000))[1]
    asked = accept(records, tenant, 1, early)
    first = Try(WHAT, LATER, received=1000)

    assert look(records, tenant, first)[0] == asked
    assert look(records, tenant, first)[0] is None


def test_a_new_request_after_the_answer_is_not_taken_for_a_late_first_try(
    records: Records, tenant: str
) -> None:
    early = look(records, tenant, Try(WHAT, LATER, number=1, received=3000))[1]
    asked = accept(records, tenant, 1, early)
    records.answered(tenant, WHAT, asked, now=NOW)
    answered_at = int(NOW.timestamp() * 1000)

    assert look(records, tenant, Try(WHAT, LATER, received=answered_at))[0] is None
    assert look(records, tenant, Try(WHAT, LATER, received=answered_at - 1))[0] == asked


@pytest.mark.parametrize(("faster", "slower"), [(0, 1), (1, 0), (1, 2)])
def test_of_a_first_try_and_its_retry_at_once_one_is_told_to_look_again(
    faster: int, slower: int, records: Records, tenant: str
) -> None:
    first = look(records, tenant, Try(WHAT, LATER, number=faster))[1]
    second = look(records, tenant, Try(WHAT, LATER, number=slower))[1]
    asked = accept(records, tenant, 1, first)

    with pytest.raises(Overtaken):
        accept(records, tenant, 2, second)
    assert look(records, tenant, Try(WHAT, LATER, number=slower))[0] == asked


def test_of_two_first_tries_at_once_none_has_to_look_again(records: Records, tenant: str) -> None:
    looked = [look(records, tenant, Try(WHAT, LATER))[1] for _ in range(2)]

    asked = [accept(records, tenant, number, each) for number, each in enumerate(looked, 1)]

    assert [retried(records, tenant) for _ in asked] == asked
