"""Cancelling what was not painted, deleting what was, keeping the money."""

import pytest

from functions.domain.call import Call, Reply
from functions.domain.errors import WrongState
from functions.domain.ledger import Changed
from functions.domain.outcome import CallFailed
from functions.use_cases import discard
from tests.samples import LEASE, PRICE
from tests.unit.use_cases.cut import killing
from tests.unit.use_cases.world import TENANT, World, failing


def test_images_that_nobody_claimed_are_canceled_and_given_back() -> None:
    world = World()
    accepted = world.accept(count=3)

    world.cancel(accepted.ulid)

    assert world.generation(accepted.ulid).status == "canceled"
    assert world.records.budget(TENANT, "2026-11", world.limit).committed == 0
    world.settle_down()
    assert world.model.calls == []


def test_an_image_at_work_finishes_and_is_kept() -> None:
    world = World()
    accepted = world.accept(count=2)
    killing(world.deliver, "after store.publish")

    world.cancel(accepted.ulid)
    world.settle_down()

    assert world.generation(accepted.ulid).status == "partial"
    assert [image.status for image in world.records.images(TENANT, accepted.ulid)] == [
        "succeeded",
        "canceled",
    ]
    world.audit()


def test_an_image_whose_call_may_have_been_paid_is_not_canceled() -> None:
    world = World()
    accepted = world.accept()
    killing(world.deliver, "after model.invoke")
    world.advance(LEASE.total_seconds() + 1)
    world.tend()

    world.cancel(accepted.ulid)

    assert world.image(accepted).status == "queued"
    world.settle_down()
    world.audit()


def test_an_image_that_comes_back_after_the_cancel_is_not_claimed_again() -> None:
    world = World()
    accepted = world.accept()
    model = world.model

    class Busy:
        def invoke(self, call: Call, region: str, **_: str) -> Reply:
            world.cancel(accepted.ulid)
            raise CallFailed("throttled", "busy")

    world.model = Busy()  # pyright: ignore[reportAttributeAccessIssue]
    world.deliver()
    assert world.image(accepted).status == "queued"
    world.model = model
    world.settle_down()

    assert world.image(accepted).status == "canceled"
    assert model.calls == []
    assert world.records.budget(TENANT, "2026-11", world.limit).committed == 0


def test_canceling_again_changes_nothing() -> None:
    world = World()
    accepted = world.accept(count=2)
    world.cancel(accepted.ulid)
    before = dict(world.records.images_)

    world.cancel(accepted.ulid)

    assert world.records.images_ == before


@pytest.mark.parametrize("outcome", ["succeeded", "failed"])
def test_what_has_ended_otherwise_cannot_be_canceled(outcome: str) -> None:
    world = World()
    if outcome == "failed":
        world.model.script.append(failing("refused"))
    accepted = world.accept()
    world.deliver()

    with pytest.raises(WrongState, match=outcome):
        world.cancel(accepted.ulid)


def test_a_painter_that_claims_first_keeps_its_image() -> None:
    world = World()
    accepted = world.accept()
    world.records.refusals.append(Changed("a painter was faster"))

    world.cancel(accepted.ulid)

    assert world.image(accepted).status == "queued"


def test_deleting_removes_files_and_words_and_keeps_the_money() -> None:
    world = World()
    accepted = world.accept(count=2, group="lesson")
    world.deliver()

    world.delete(accepted.ulid)

    whole = world.generation(accepted.ulid)
    assert world.store.objects == {}
    assert (whole.deleted_at, whole.group, whole.spent) == (world.now, None, PRICE)
    images = world.records.images(TENANT, accepted.ulid)
    assert [image.status for image in images] == ["succeeded", "canceled"]
    assert all(image.erased and image.call.prompt == "" for image in images)
    world.check()
    world.settle_down()
    world.audit()


def test_deleting_leaves_other_generations_alone() -> None:
    world = World()
    gone, kept = world.accept(), world.accept()
    while world.deliver():
        pass

    world.delete(gone.ulid)

    assert not world.image(kept).erased
    assert [key for key in world.store.objects if key.startswith("images/")] == [
        world.image(kept).picture.key
    ]


def test_an_image_at_work_is_erased_when_it_comes_back() -> None:
    world = World()
    accepted = world.accept()
    killing(world.deliver, "after records.change")

    world.delete(accepted.ulid)

    assert not world.image(accepted).erased
    world.settle_down()
    assert world.image(accepted).erased
    world.audit()


def test_an_image_that_changed_under_the_deletion_is_left_to_the_caretaker() -> None:
    world = World()
    accepted = world.accept(count=2)
    while world.deliver():
        pass
    world.records.refusals.append(Changed("somebody else"))

    world.delete(accepted.ulid)
    first, second = (world.image(accepted, number).erased for number in (0, 1))
    world.records.refusals.append(Changed("and again"))
    world.advance(60)
    world.tend()
    world.settle_down()

    assert (first, second) == (False, True)
    assert world.image(accepted).erased
    world.audit()


def test_clearing_says_whether_anything_is_left() -> None:
    world = World()
    accepted = world.accept(count=2)
    while world.deliver():
        pass
    whole = world.generation(accepted.ulid)
    world.records.entomb(whole, finish_by=world.now, now=world.now)

    def clear() -> bool:
        done, _ = discard.clear(whole, world.records, world.store, now=world.now, limit=world.limit)
        return done

    world.records.refusals.append(Changed("somebody else"))
    assert not clear()
    assert clear()
