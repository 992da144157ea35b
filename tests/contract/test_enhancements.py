"""An enhancement is reserved, booked once, remembered: by DynamoDB and by its twin alike."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from functions.domain.enhancement import LEASE, Enhancement
from functions.domain.errors import BudgetExhausted, IdempotencyMismatch
from functions.domain.ledger import ENHANCEMENT, Budget, Changed, Due, Idempotency, Replay
from functions.domain.ports.records import Records
from functions.domain.prompt import Prompt
from functions.domain.rewrite import Rewritten
from functions.domain.writing import Tokens
from tests.contract.test_records import DAY, accept
from tests.samples import LIMIT, MONTH, NOW, ulid

MOST = 5000
PROMPT = Prompt(image_type="photograph", description="a lake", style="calm", details=("mist",))
RESULT = Rewritten(PROMPT, "people")


def an_enhancement(tenant: str, number: int = 1, **changes: Any) -> Enhancement:
    known: dict[str, Any] = {
        "tenant": tenant,
        "key_id": "key_1",
        "ulid": ulid(number),
        "model": "text",
        "month": MONTH,
        "reserved": MOST,
        "created_at": NOW,
        "due_at": NOW + LEASE,
    }
    return Enhancement(**(known | changes))


def a_key(name: str = "k", print_: str = "print") -> Idempotency:
    return Idempotency(name, print_, NOW + DAY)


def begun(records: Records, tenant: str, number: int = 1, *, key: str = "") -> Enhancement:
    made = an_enhancement(tenant, number, idempotency_key=key)
    records.begin(made, a_key(key) if key else None, limit=LIMIT)
    return made


def paid(enhancement: Enhancement) -> Enhancement:
    tokens = Tokens(900, 150)
    return enhancement.written(710, tokens, now=NOW, request_id="req", problem="")


def month(records: Records, tenant: str) -> Budget:
    return records.budget(tenant, MONTH, LIMIT)


def mine(records: Records, tenant: str) -> list[Due]:
    return [each for each in records.due(NOW + DAY, limit=1000) if each.tenant == tenant]


def test_what_is_begun_is_reserved_and_due(records: Records, tenant: str) -> None:
    made = begun(records, tenant)

    assert records.enhancement(tenant, made.ulid) == made
    assert month(records, tenant) == Budget(MONTH, LIMIT, committed=MOST)
    assert month(records, tenant).reserved == MOST
    assert mine(records, tenant) == [Due(NOW + LEASE, tenant, made.ulid, ENHANCEMENT)]


def test_what_is_settled_is_booked_apart_and_in_the_sum_and_not_due(
    records: Records, tenant: str
) -> None:
    ended = paid(begun(records, tenant))

    records.settle(ended)

    assert records.enhancement(tenant, ended.ulid) == ended
    assert month(records, tenant) == Budget(
        MONTH, LIMIT, committed=710, spent=710, enhancements=1, enhancements_spent=710
    )
    assert mine(records, tenant) == []


def test_what_nobody_can_know_counts_whole(records: Records, tenant: str) -> None:
    records.settle(begun(records, tenant).unanswered("interrupted", "cut", now=NOW))

    assert month(records, tenant) == Budget(
        MONTH,
        LIMIT,
        committed=MOST,
        unknown=MOST,
        enhancements=1,
        enhancements_unknown=MOST,
    )


def test_what_was_not_billed_leaves_nothing(records: Records, tenant: str) -> None:
    records.settle(begun(records, tenant, key="k").unanswered("throttled", "busy", now=NOW))

    assert month(records, tenant) == Budget(MONTH, LIMIT)
    records.recall(tenant, a_key(print_="anything"), now=NOW)  # the key is free again


def test_of_many_who_settle_one_books(records: Records, tenant: str) -> None:
    made = begun(records, tenant)

    def settle(number: int) -> bool:
        try:
            records.settle(replace(paid(made), request_id=f"req-{number}"))
        except Changed:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(settle, range(8))) == 1
    assert month(records, tenant).spent == 710


def test_a_month_without_room_begins_nothing(records: Records, tenant: str) -> None:
    made = an_enhancement(tenant, idempotency_key="k")

    with pytest.raises(BudgetExhausted):
        records.begin(made, a_key(), limit=MOST - 1)

    assert records.enhancement(tenant, made.ulid) is None
    assert mine(records, tenant) == []
    records.recall(tenant, a_key(), now=NOW)
    records.begin(made, a_key(), limit=MOST)


def test_a_key_begins_one_and_keeps_its_result(records: Records, tenant: str) -> None:
    made = begun(records, tenant, key="k")
    assert records.rewritten(tenant, "k") is None

    with pytest.raises(Replay) as replay:
        records.begin(an_enhancement(tenant, 2, idempotency_key="k"), a_key(), limit=LIMIT)
    with pytest.raises(IdempotencyMismatch):
        records.begin(an_enhancement(tenant, 2), a_key(print_="other"), limit=LIMIT)
    records.settle(paid(made), RESULT)

    assert replay.value.ulid == made.ulid
    assert records.rewritten(tenant, "k") == RESULT
    assert month(records, tenant).committed == 710


def test_a_result_may_lack_what_is_optional(records: Records, tenant: str) -> None:
    bare = Rewritten(replace(PROMPT, details=()))

    records.settle(paid(begun(records, tenant, key="k")), bare)

    assert records.rewritten(tenant, "k") == bare


def test_a_key_that_paid_for_nothing_still_leads_to_its_call(records: Records, tenant: str) -> None:
    ended = begun(records, tenant, key="k").unanswered("interrupted", "cut", now=NOW)

    records.settle(ended)

    with pytest.raises(Replay):
        records.recall(tenant, a_key(), now=NOW)
    assert records.rewritten(tenant, "k") is None


def test_a_key_of_a_generation_begins_no_enhancement(records: Records, tenant: str) -> None:
    accept(records, tenant, key="k", ulid=ulid(7))

    with pytest.raises(IdempotencyMismatch):
        records.begin(an_enhancement(tenant), a_key(print_="brief"), limit=LIMIT)


def test_a_key_that_is_forgotten_forgets_its_result(records: Records, tenant: str) -> None:
    records.settle(paid(begun(records, tenant, key="k")), RESULT)
    later = NOW + DAY + timedelta(seconds=1)
    again = an_enhancement(tenant, 2, created_at=later, idempotency_key="k")

    records.begin(again, Idempotency("k", "print", later + DAY), limit=LIMIT)

    assert records.rewritten(tenant, "k") is None


def test_a_bill_can_be_settled_when_its_key_is_gone(records: Records, tenant: str) -> None:
    first = begun(records, tenant, key="k")
    later = NOW + DAY + timedelta(seconds=1)
    other = an_enhancement(tenant, 2, created_at=later, idempotency_key="k")
    records.begin(other, Idempotency("k", "other", later + DAY), limit=LIMIT)

    records.settle(first.unanswered("interrupted", "lost", now=later))

    assert month(records, tenant).unknown == MOST


def test_nobody_sees_anothers(records: Records, tenant: str) -> None:
    made = begun(records, tenant, key="k")
    records.settle(paid(made), RESULT)

    assert records.enhancement("ten_other", made.ulid) is None
    assert records.rewritten("ten_other", "k") is None


def test_fifty_at_the_edge_of_a_month_begin_what_fits(records: Records, tenant: str) -> None:
    def begin(number: int) -> bool:
        try:
            records.begin(an_enhancement(tenant, number), None, limit=7 * MOST)
        except BudgetExhausted:
            return False
        return True

    with ThreadPoolExecutor(10) as pool:
        assert sum(pool.map(begin, range(1, 31))) == 7
