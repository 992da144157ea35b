"""Painting one image: claim, call once, publish, settle; what each outcome brings."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from functions.domain.call import Reply
from functions.domain.errors import AlreadyClaimed
from functions.domain.image import Image
from functions.domain.inscription import Inscription
from functions.domain.ledger import Changed, ImageRef
from functions.domain.ports.pixels import Look
from functions.use_cases.paint import paint
from tests.fakes import FakePixels
from tests.samples import LEASE, LIMIT, PRICE, publish
from tests.unit.use_cases.cut import Cut, killing
from tests.unit.use_cases.world import TENANT, World, failing


def painted(world: World, **changes: object) -> Image:
    """Accept one image, let its first painter work, and return it."""
    accepted = world.accept(**changes)
    world.deliver()
    return world.image(accepted)


def test_an_image_is_painted_published_and_paid_once() -> None:
    world = World()

    image = painted(world, seed=42)

    [attempt] = image.attempts
    assert image.status == "succeeded"
    assert (attempt.outcome, attempt.billed, attempt.request_id) == ("succeeded", "yes", "req-1")
    assert image.picture is not None
    assert world.store.objects[image.picture.key] == b"picture with seed 42"
    assert image.picture.size == len(b"picture with seed 42")
    assert (image.spent, image.unknown, image.seed) == (PRICE, 0, 42)
    assert not [key for key in world.store.objects if key.startswith("quarantine")]
    assert world.store.thumbnail_key(image) is not None
    world.settle_down()
    world.audit()


def test_a_seed_that_was_never_asked_for_is_not_told() -> None:
    world = World()
    accepted = world.accept()
    image = world.image(accepted)
    seedless = replace(image, call=replace(image.call, seed=None), version=image.version + 1)
    world.records.change(image, seedless, limit=LIMIT)
    world.model.script.append(Reply(b"picture", seed=0))

    world.deliver()

    assert (world.image(accepted).status, world.image(accepted).seed) == ("succeeded", None)


def test_the_attempt_is_written_before_the_call_and_says_how_long_it_took() -> None:
    world = World()
    accepted = world.accept()
    written: list[Image] = []

    class Slow:
        def invoke(self, call: object, region: str, **_: str) -> Reply:
            written.append(world.image(accepted))
            world.advance(4.1254)
            return Reply(b"picture", seed=None)

    world.model = Slow()  # pyright: ignore[reportAttributeAccessIssue]
    world.deliver()

    assert written[0].open_attempt is not None
    assert world.image(accepted).attempts[0].seconds == 4.125


def test_a_second_delivery_does_not_pay_twice() -> None:
    world = World()
    accepted = world.accept()
    [(_, ref)] = world.queue.messages
    world.deliver()

    with pytest.raises(AlreadyClaimed):
        world.paint(ref)

    assert len(world.model.calls) == 1
    assert world.image(accepted).spent == PRICE


def test_a_delivery_while_another_painter_works_stops_at_the_claim() -> None:
    world = World()
    accepted = world.accept()
    [(_, ref)] = world.queue.messages
    killing(world.deliver, "after records.change")
    assert world.image(accepted).status == "running"

    world.advance(LEASE.total_seconds() - 1)
    with pytest.raises(AlreadyClaimed):
        world.paint(ref)

    assert world.model.calls == []


def test_a_redelivery_after_the_lease_takes_over_without_the_caretaker() -> None:
    world = World()
    accepted = world.accept()
    [(_, ref)] = world.queue.messages
    killing(world.deliver, "after store.publish")

    world.advance(LEASE.total_seconds())
    world.paint(ref)

    assert world.image(accepted).status == "succeeded"
    assert len(world.model.calls) == 1


def test_a_claim_that_loses_the_race_stops() -> None:
    world = World()
    world.accept()
    [(_, ref)] = world.queue.messages
    world.records.refusals.append(Changed("another painter was faster"))

    with pytest.raises(AlreadyClaimed):
        world.paint(ref)

    assert world.model.calls == []


def test_a_claim_that_is_lost_before_the_call_does_not_pay() -> None:
    world = World()
    accepted = world.accept()
    [(_, ref)] = world.queue.messages

    class Losing(type(world.records)):
        def change(self, before: Image, after: Image, **options: object) -> None:
            if after.attempts:
                raise Changed(after.id)
            super().change(before, after, **options)

    world.records.__class__ = Losing
    with pytest.raises(AlreadyClaimed):
        world.paint(ref)

    assert world.model.calls == []
    assert world.image(accepted).attempts == ()


def test_a_redelivery_goes_on_from_published_bytes_and_does_not_pay_again() -> None:
    world = World()
    accepted = world.accept()
    cut = killing(world.deliver, "after store.publish")
    assert cut.steps[-1] == "after store.publish"

    world.advance(LEASE.total_seconds() + 1)
    world.tend()
    while world.deliver():
        pass

    image = world.image(accepted)
    assert (image.status, image.spent, image.unknown) == ("succeeded", PRICE, 0)
    assert len(world.model.calls) == 1


def test_a_painter_lost_during_its_call_is_booked_as_unknown_and_tried_once_more() -> None:
    world = World()
    accepted = world.accept()
    cut = killing(world.deliver, "after model.invoke")
    assert cut.steps[-1] == "after model.invoke"

    world.settle_down()

    image = world.image(accepted)
    assert [each.outcome for each in image.attempts] == ["interrupted", "succeeded"]
    assert (image.status, image.spent, image.unknown) == ("succeeded", PRICE, PRICE)


class Crashing(FakePixels):
    """A check that breaks in itself, some times."""

    def __init__(self, times: int) -> None:
        self.times = times

    def look(self, raw: bytes) -> Look:
        self.times -= 1
        if self.times >= 0:
            raise MemoryError
        return super().look(raw)


def test_a_check_that_breaks_loses_nothing_and_does_not_pay_again() -> None:
    world = World(pixels=Crashing(times=1))
    accepted = world.accept()
    with pytest.raises(MemoryError):
        world.deliver()

    world.settle_down()

    image = world.image(accepted)
    assert (image.status, image.spent, image.unknown) == ("succeeded", PRICE, 0)
    assert len(world.model.calls) == 1
    assert not [key for key in world.store.objects if key.startswith("quarantine")]


def test_a_redelivery_of_a_deleted_image_removes_what_its_painter_left() -> None:
    world = World()
    accepted = world.accept()
    [(_, ref)] = world.queue.messages
    killing(world.deliver, "before records.generation")
    world.delete(accepted.ulid)
    world.store.put_thumbnail(world.image(accepted), b"late")

    with pytest.raises(AlreadyClaimed):
        world.paint(ref)

    assert not world.store.objects


def test_a_message_that_comes_after_the_deadline_does_not_pay() -> None:
    world = World()
    accepted = world.accept(deadline=timedelta(seconds=30))
    world.advance(30)

    world.deliver()

    image = world.image(accepted)
    assert world.model.calls == []
    assert image.problem is not None
    assert image.problem.code == "deadline_exceeded"


def test_what_is_painted_for_a_deleted_generation_is_removed_and_its_money_kept() -> None:
    world = World()
    accepted = world.accept()

    class Deleting:
        def invoke(self, call: object, region: str, **_: str) -> Reply:
            world.delete(accepted.ulid)
            return Reply(b"picture", seed=1)

    world.model = Deleting()  # pyright: ignore[reportAttributeAccessIssue]
    world.deliver()

    image = world.image(accepted)
    assert image.erased
    assert (image.status, image.spent) == ("succeeded", PRICE)
    assert world.store.objects == {}
    assert world.generation(accepted.ulid).spent == PRICE


def test_a_deletion_between_settle_and_thumbnail_leaves_no_thumbnail() -> None:
    world = World()
    accepted = world.accept()
    put = world.store.put_thumbnail

    def deleting(image: Image, webp: bytes) -> None:
        world.delete(accepted.ulid)
        put(image, webp)

    world.store.put_thumbnail = deleting  # pyright: ignore[reportAttributeAccessIssue]
    world.deliver()

    assert world.store.objects == {}


def test_a_thumbnail_that_fails_does_not_fail_the_image(
    caplog: pytest.LogCaptureFixture,
) -> None:
    world = World()

    def broken(image: Image, webp: bytes) -> None:
        raise OSError("S3 is away")

    world.store.put_thumbnail = broken  # pyright: ignore[reportAttributeAccessIssue]
    image = painted(world)

    assert image.status == "succeeded"
    assert image.id in caplog.text


def test_a_painter_that_lost_its_lease_neither_books_nor_settles() -> None:
    world = World()
    accepted = world.accept()
    [(_, ref)] = world.queue.messages

    class Sleeping:
        calls = 0

        def invoke(self, call: object, region: str, **_: str) -> Reply:
            self.calls += 1
            if self.calls == 1:  # asleep for longer than the lease; others carry on
                world.advance(LEASE.total_seconds() + 1)
                world.tend()
                world.settle_down()
            return Reply(b"picture", seed=1)

    world.model = Sleeping()  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(AlreadyClaimed):
        world.paint(ref)

    image = world.image(accepted)
    assert (image.status, image.spent, image.unknown) == ("succeeded", PRICE, PRICE)


def test_a_delayed_message_carries_on_and_the_caretaker_waits_for_it() -> None:
    world = World()
    world.model.script.append(failing("throttled"))

    image = painted(world)

    [(visible, ref)] = world.queue.messages
    assert ref == ImageRef(TENANT, image.id)
    assert image.status == "queued"
    assert image.due_at is not None
    assert image.due_at == visible + timedelta(seconds=60)


def test_every_port_is_touched_in_the_order_that_makes_it_safe() -> None:
    world = World()
    world.accept()
    cut = Cut()

    world.deliver(cut)

    assert [step.removeprefix("before ") for step in cut.steps if step.startswith("before")] == [
        "records.change",
        "model.invoke",
        "store.publish",
        "records.change",
        "store.put_thumbnail",
        "records.image",
        "records.generation",
    ]


class Signing:
    """Writes the prompt and the seed behind the picture's bytes."""

    def write(self, raw: bytes, inscription: Inscription) -> bytes:
        return raw + f" of {inscription.prompt}, {inscription.seed}".encode()


def test_a_published_file_says_how_it_was_made_and_is_measured_with_it() -> None:
    world = World()
    accepted = world.accept(seed=42)
    [(_, ref)] = world.queue.messages
    image = world.image(accepted)

    done = paint(image, replace(world.studio(), inscriber=Signing()))

    assert ref.image_id == done.id
    assert done.picture is not None
    raw = world.store.objects[done.picture.key]
    assert raw == b"picture with seed 42 of a lake, 42"
    assert done.picture.size == len(raw)
    assert done.picture.sha256 == hashlib.sha256(raw).hexdigest()


def test_a_late_painters_bytes_are_not_taken_for_the_next_ones() -> None:
    world = World()
    accepted = world.accept()
    killing(world.deliver, "after model.invoke")
    world.settle_down()
    image = world.image(accepted)
    first, second = image.attempts
    running = replace(image, status="running", attempts=(first, replace(second, outcome=None)))
    world.store.objects.clear()
    publish(world.store, image, b"picture of the late one", attempt=first.id)

    assert (first.outcome, running.open_attempt) == ("interrupted", running.attempts[-1])
    assert world.store.left_behind(running, second.id) is None
