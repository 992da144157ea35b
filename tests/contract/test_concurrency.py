"""Many at once: the promises that only conditions and transactions can keep."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from functions.domain.errors import BudgetExhausted
from functions.domain.ledger import Budget, Changed, Idempotency, Replay
from functions.domain.ports.records import Records
from tests.contract.test_records import DAY, DISPATCH, accept, step
from tests.samples import LEASE, LIMIT, MONTH, NOW, PRICE, a_picture, an_accepted, an_attempt, ulid


def at_once(work: Callable[[Any], None], over: Iterable[Any]) -> list[str]:
    """Do `work` for each in a thread of its own; return how each ended."""

    def ended(each: Any) -> str:
        try:
            work(each)
        except (BudgetExhausted, Changed, Replay) as refusal:
            return type(refusal).__name__
        return "done"

    each = list(over)
    with ThreadPoolExecutor(len(each)) as pool:
        return sorted(pool.map(ended, each))


def test_of_twenty_painters_one_claims_the_image(records: Records, tenant: str) -> None:
    image = accept(records, tenant)

    ends = at_once(lambda _: step(records, image, image.claimed(NOW, LEASE)), range(20))

    assert ends == ["Changed"] * 19 + ["done"]


def test_a_hundred_requests_at_the_budgets_edge_accept_exactly_what_fits(
    records: Records, tenant: str
) -> None:
    room = 37

    def ask(number: int) -> None:
        generation, images = an_accepted(tenant=tenant, ulid=ulid(number))
        records.accept(generation, images, None, limit=room * PRICE, dispatch_by=DISPATCH)

    ends = at_once(ask, range(100))

    assert ends == ["BudgetExhausted"] * (100 - room) + ["done"] * room
    assert records.budget(tenant, MONTH, LIMIT).committed == room * PRICE
    assert len(records.generations(tenant, limit=100, after=None).items) == room


def test_of_ten_requests_with_one_key_one_is_accepted(records: Records, tenant: str) -> None:
    def ask(number: int) -> None:
        generation, images = an_accepted(tenant=tenant, ulid=ulid(number))
        once = Idempotency("once", "print", NOW + DAY)
        records.accept(generation, images, once, limit=LIMIT, dispatch_by=DISPATCH)

    ends = at_once(ask, range(10))

    assert ends == ["Replay"] * 9 + ["done"]
    assert records.budget(tenant, MONTH, LIMIT).committed == PRICE


def test_of_many_settles_of_one_image_one_books(records: Records, tenant: str) -> None:
    image = accept(records, tenant)
    running = step(records, image, image.claimed(NOW, LEASE))
    trying = step(records, running, running.attempting(an_attempt()))
    back = trying.returned(an_attempt("succeeded"))

    ends = at_once(lambda _: step(records, back, back.succeeded(NOW, a_picture(), 7)), range(12))

    assert ends == ["Changed"] * 11 + ["done"]
    assert records.budget(tenant, MONTH, LIMIT) == Budget(MONTH, LIMIT, PRICE, PRICE, 0)


def test_images_of_one_generation_end_at_once_and_all_are_counted(
    records: Records, tenant: str
) -> None:
    generation, images = an_accepted(tenant=tenant, count=10)
    records.accept(generation, images, None, limit=LIMIT, dispatch_by=DISPATCH)

    ends = at_once(lambda image: step(records, image, image.canceled(NOW)), images)

    whole = records.generation(tenant, generation.ulid)
    assert ends == ["done"] * 10
    assert whole is not None
    assert (whole.counts.canceled, whole.terminal) == (10, True)
    assert records.budget(tenant, MONTH, LIMIT).committed == 0
