"""The caretaker: what is due is done, once or twice, and one bad piece stops nothing."""

from datetime import timedelta

import pytest

from functions.domain.errors import Unavailable
from functions.domain.image import Image
from functions.domain.ledger import Changed, Due
from tests.samples import LEASE, NOW, PRICE, ulid
from tests.unit.use_cases.cut import killing
from tests.unit.use_cases.world import TENANT, World, failing


def owed(world: World, what: str) -> list[Due]:
    return sorted((due for due in world.records.due_ if due.what == what), key=lambda due: due.at)


def test_where_nothing_is_due_nothing_is_touched() -> None:
    world = World()
    world.accept()

    assert world.tend() == 0
    assert len(world.queue.messages) == 1


def test_it_says_how_many_pieces_it_looked_at() -> None:
    world = World()
    world.accept()
    world.accept()
    world.advance(60)

    assert world.tend() == 2


def test_a_dispatch_sends_only_what_nobody_ever_claimed() -> None:
    world = World()
    accepted = world.accept(count=4)
    world.model.script.append(failing("throttled"))
    world.deliver()  # put back, and due by itself
    killing(world.deliver, "after records.change")  # at work
    world.deliver()  # succeeded
    world.queue.messages.clear()

    world.advance(60)
    world.tend()

    statuses = [image.status for image in world.records.images(TENANT, accepted.ulid)]
    assert statuses == ["queued", "running", "succeeded", "queued"]
    sent = [ref.image_id for _, ref in world.queue.messages]
    assert sent.count(world.image(accepted, 3).id) == 1
    assert world.image(accepted, 1).id not in sent
    assert world.image(accepted, 2).id not in sent


def test_a_dispatch_waits_as_long_again_each_time_so_that_a_long_queue_is_not_stormed() -> None:
    world = World()
    world.accept(deadline=timedelta(hours=24))
    looks: list[float] = []

    for _ in range(8):
        [dispatch] = owed(world, "dispatch")
        world.now = dispatch.at
        world.tend()
        looks.append((dispatch.at - NOW).total_seconds())

    assert looks == [60, 120, 240, 480, 960, 1860, 2760, 3660]


def test_a_dispatch_is_forgotten_once_everything_was_claimed() -> None:
    world = World()
    world.accept(count=2)
    while world.deliver():
        pass

    world.advance(60)
    world.tend()

    assert owed(world, "dispatch") == []
    assert world.queue.messages == []


def test_what_was_not_painted_in_time_fails_at_its_deadline_and_is_given_back() -> None:
    world = World()
    accepted = world.accept(count=2, deadline=timedelta(seconds=600))
    world.queue.messages.clear()

    world.advance(600)
    world.tend()

    whole = world.generation(accepted.ulid)
    assert whole.status == "failed"
    assert world.image(accepted).problem is not None
    assert world.image(accepted).problem.code == "deadline_exceeded"
    assert owed(world, "deadline") == []
    world.check()


def test_a_deadline_leaves_what_is_at_work_to_its_painter() -> None:
    world = World()
    accepted = world.accept(deadline=timedelta(seconds=300))
    world.advance(299)
    killing(world.deliver, "after records.change")

    world.advance(1)
    world.tend()

    assert world.image(accepted).status == "running"
    assert len(owed(world, "deadline")) == 1
    world.settle_down()
    world.audit()


def test_a_deadline_does_not_end_what_may_have_been_painted() -> None:
    """A painter died after its bytes were safe: they are paid, so they are published."""
    world = World()
    accepted = world.accept(deadline=timedelta(seconds=300))
    killing(world.deliver, "after store.publish")
    world.advance(LEASE.total_seconds() + 1)
    world.tend()
    assert world.image(accepted).status == "queued"
    assert world.image(accepted).open_attempt is not None
    world.queue.messages.clear()

    world.settle_down()

    assert world.image(accepted).status == "succeeded"
    world.audit()


def test_a_deadline_of_an_ended_generation_is_forgotten() -> None:
    world = World()
    world.accept()
    world.deliver()

    world.advance(900)
    world.tend()

    assert world.records.due_ == set()


def test_a_lost_painters_image_is_put_back_and_sent_when_its_lease_ends() -> None:
    world = World()
    accepted = world.accept()
    killing(world.deliver, "after model.invoke")
    world.queue.messages.clear()

    world.advance(LEASE.total_seconds() - 1)
    world.tend()
    still = world.image(accepted).status
    world.advance(1)
    world.tend()

    image = world.image(accepted)
    assert still == "running"
    assert image.status == "queued"
    assert image.open_attempt is not None
    assert [ref.image_id for _, ref in world.queue.messages] == [image.id]


def test_a_lost_message_of_an_image_that_was_put_back_is_sent_again() -> None:
    world = World()
    world.model.script.append(failing("throttled"))
    accepted = world.accept()
    world.deliver()
    world.queue.messages.clear()

    world.now = world.image(accepted).due_at
    world.tend()

    assert [ref.image_id for _, ref in world.queue.messages] == [world.image(accepted).id]
    assert world.image(accepted).due_at > world.now
    world.settle_down()
    assert world.image(accepted).status == "succeeded"


def test_due_work_that_its_image_has_outrun_is_forgotten() -> None:
    world = World()
    accepted = world.accept(count=2)
    world.deliver()
    killing(world.deliver, "after records.change")
    world.queue.messages.clear()
    for what in ("00", "01"):
        world.records.due_.add(Due(NOW, TENANT, accepted.ulid, what))

    world.tend()

    assert [due.at for due in world.records.due_ if due.what.isdigit()] == [NOW + LEASE]
    assert world.image(accepted, 1).status == "running"
    assert world.queue.messages == []


@pytest.mark.parametrize("what", ["00", "dispatch", "deadline", "discard"])
def test_due_work_of_something_that_is_not_there_is_forgotten(what: str) -> None:
    world = World()
    world.records.due_.add(Due(NOW, TENANT, ulid(77), what))

    assert world.tend() == 1
    assert world.records.due_ == set()


def test_a_painter_that_is_faster_than_the_caretaker_wins() -> None:
    world = World()
    accepted = world.accept()
    world.queue.messages.clear()
    world.advance(900)
    world.records.refusals.append(Changed("a painter was faster"))

    world.tend()

    assert world.image(accepted).status == "queued"
    assert len(owed(world, "deadline")) == 1


def test_what_somebody_else_moved_is_not_sent() -> None:
    world = World()
    accepted = world.accept()
    killing(world.deliver, "after model.invoke")
    world.queue.messages.clear()
    world.now = NOW + LEASE
    world.records.done(owed(world, "dispatch")[0])
    world.records.refusals.append(Changed("a redelivery was faster"))

    world.tend()

    assert world.image(accepted).status == "running"
    assert world.queue.messages == []


def test_two_caretakers_with_the_same_list_do_no_harm() -> None:
    world = World()
    world.accept(count=2)
    killing(world.deliver, "after model.invoke")
    world.advance(LEASE.total_seconds() + 1)
    stale = world.records.due(world.now, limit=100)

    world.tend()
    world.records.due = lambda now, limit: stale
    world.tend()
    del world.records.due

    assert len(owed(world, "dispatch")) <= 1
    world.settle_down()
    world.audit()


def test_one_broken_piece_does_not_keep_the_others_and_is_reported() -> None:
    world = World()
    broken = world.accept()
    sound = world.accept()
    world.queue.messages.clear()
    world.advance(900)
    images = world.records.images

    def breaking(tenant: str, number: str) -> object:
        if number == broken.ulid:
            raise Unavailable("too many at once")
        return images(tenant, number)

    world.records.images = breaking
    with pytest.raises(ExceptionGroup) as failures:
        world.tend()

    assert [type(each) for each in failures.value.exceptions] == [Unavailable, Unavailable]
    assert world.image(sound).status == "failed"
    assert [due.ulid for due in owed(world, "deadline")] == [broken.ulid]


def test_a_deleted_generation_owes_only_its_discard() -> None:
    world = World()
    accepted = world.accept(count=2)
    world.delete(accepted.ulid)

    world.advance(60)
    world.tend()

    assert {due.what for due in world.records.due_} == {"deadline"}
    world.advance(900)
    world.tend()
    assert world.records.due_ == set()


def test_the_images_of_a_deleted_generation_are_not_sent() -> None:
    world = World()
    accepted = world.accept()
    world.queue.messages.clear()
    killing(lambda cut: world.delete(accepted.ulid, cut), 1)
    world.records.done(Due(NOW + timedelta(seconds=60), TENANT, accepted.ulid, "discard"))

    world.advance(60)
    world.tend()

    assert world.queue.messages == []
    assert [due.what for due in world.records.due_] == ["deadline"]


def test_a_deletion_that_was_cut_short_is_finished() -> None:
    world = World()
    accepted = world.accept()
    world.deliver()
    killing(lambda cut: world.delete(accepted.ulid, cut), 1)
    assert not world.image(accepted).erased
    assert world.store.objects

    world.advance(60)
    world.tend()

    assert world.image(accepted).erased
    assert world.store.objects == {}


def test_a_lost_painters_image_in_a_deleted_generation_is_erased_with_its_money() -> None:
    world = World()
    accepted = world.accept()
    killing(world.deliver, "after model.invoke")
    world.delete(accepted.ulid)
    before: Image = world.image(accepted)

    world.settle_down()

    image = world.image(accepted)
    assert before.status == "running"
    assert (image.status, image.erased, image.unknown) == ("canceled", True, PRICE)
    world.audit()
