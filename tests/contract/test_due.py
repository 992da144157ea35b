"""What is owed, kept by DynamoDB and by its twin alike."""

from datetime import timedelta

from functions.domain.ledger import Due
from functions.domain.ports.records import Records
from tests.contract.test_records import DAY, DISPATCH, accept, step
from tests.samples import LEASE, LIMIT, NOW, an_accepted


def mine(dues: object, tenant: str) -> list[Due]:
    return [due for due in dues if due.tenant == tenant]


def test_an_accepted_request_owes_its_dispatch_and_its_deadline(
    records: Records, tenant: str
) -> None:
    generation, images = an_accepted(tenant=tenant)
    records.accept(generation, images, None, limit=LIMIT, dispatch_by=DISPATCH)

    early = mine(records.due(DISPATCH - timedelta(microseconds=1), limit=1000), tenant)
    late = mine(records.due(NOW + DAY, limit=1000), tenant)
    records.done(late[0])
    left = mine(records.due(NOW + DAY, limit=1000), tenant)

    dispatch = Due(DISPATCH, tenant, generation.ulid, "dispatch")
    deadline = Due(generation.deadline_at, tenant, generation.ulid, "deadline")
    assert early == []
    assert late == [dispatch, deadline]
    assert left == [deadline]


def test_work_may_be_owed_before_there_is_a_record(records: Records, tenant: str) -> None:
    look = Due(DISPATCH, tenant, "01M82D44VGMKKAGDPM9V7AHERV", "inputs")

    records.owe(look)

    assert mine(records.due(DISPATCH, limit=1000), tenant) == [look]
    records.done(look)
    assert mine(records.due(DISPATCH, limit=1000), tenant) == []


def test_an_images_due_work_moves_with_it_and_ends_with_it(records: Records, tenant: str) -> None:
    image = accept(records, tenant)

    def owed() -> list[Due]:
        every = mine(records.due(NOW + DAY, limit=1000), tenant)
        return [due for due in every if due.what == "00"]

    claimed = step(records, image, image.claimed(NOW, LEASE))
    at_work = owed()
    back = step(records, claimed, claimed.put_back(NOW + timedelta(seconds=62)))
    waiting = owed()
    step(records, back, back.canceled(NOW))

    assert at_work == [Due(NOW + LEASE, tenant, image.ulid, "00")]
    assert waiting == [Due(NOW + timedelta(seconds=62), tenant, image.ulid, "00")]
    assert owed() == []


def test_postponed_work_is_due_once_and_later(records: Records, tenant: str) -> None:
    accept(records, tenant)
    until = NOW + DAY
    dispatch = mine(records.due(DISPATCH, limit=1000), tenant)[0]

    records.postpone(dispatch, until)
    records.postpone(dispatch, until + DAY)  # a second caretaker, with the same list in hand

    every = mine(records.due(NOW + 3 * DAY, limit=1000), tenant)
    assert [due.at for due in every if due.what == "dispatch"] == [until]


def test_work_that_was_done_meanwhile_is_not_owed_again(records: Records, tenant: str) -> None:
    accept(records, tenant)
    dispatch = mine(records.due(DISPATCH, limit=1000), tenant)[0]
    records.done(dispatch)

    records.postpone(dispatch, NOW + DAY)

    every = mine(records.due(NOW + 3 * DAY, limit=1000), tenant)
    assert [due.what for due in every] == ["deadline"]
