"""Accepting: one transaction, then messages; whatever fails, one generation."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.domain.errors import BudgetExhausted, IdempotencyMismatch, Unavailable
from functions.domain.ledger import Due
from functions.domain.prompt import Prompt
from functions.domain.source import Source
from functions.use_cases.request import fingerprint
from tests.samples import NOW, PRICE
from tests.unit.use_cases.world import TENANT, World, a_request


def test_an_accepted_request_is_written_and_sent() -> None:
    world = World()

    accepted = world.accept(count=3, seed=5, group="lesson", metadata={"a": "b"})

    whole = world.generation(accepted.ulid)
    images = world.records.images(TENANT, accepted.ulid)
    assert not accepted.replayed
    assert (whole.status, whole.counts.total, whole.estimated) == ("queued", 3, 3 * PRICE)
    assert (whole.group, whole.metadata, whole.request) == (
        "lesson",
        {"a": "b"},
        {"prompt": "a lake"},
    )
    assert [image.call.seed for image in images] == [5, 6, 7]
    assert [ref.image_id for _, ref in world.queue.messages] == [image.id for image in images]


def test_every_image_reserves_its_own_price() -> None:
    world = World()

    accepted = world.accept(count=3)

    images = world.records.images(TENANT, accepted.ulid)
    assert sum(image.reserved for image in images) == world.generation(accepted.ulid).estimated
    world.check()


def test_the_deadline_is_the_clients() -> None:
    world = World()

    accepted = world.accept(deadline=timedelta(seconds=30))

    assert world.generation(accepted.ulid).deadline_at == NOW + timedelta(seconds=30)
    assert world.image(accepted).deadline_at == NOW + timedelta(seconds=30)


def test_the_budgets_month_is_that_of_acceptance_in_utc() -> None:
    world = World(now=NOW.replace(month=12, day=1, hour=0, minute=0, second=0))

    accepted = world.accept()

    assert world.generation(accepted.ulid).month == "2026-12"
    assert world.image(accepted).month == "2026-12"


def test_a_replay_gives_the_first_generation_and_sends_nothing() -> None:
    world = World()
    first = world.accept(key="once")

    again = world.accept(key="once")

    assert again == replace(first, replayed=True)
    assert len(world.queue.messages) == 1
    assert len(world.records.generations_) == 1


def test_a_key_for_another_request_is_refused_and_costs_nothing() -> None:
    world = World()
    world.accept(key="once")

    with pytest.raises(IdempotencyMismatch):
        world.accept(key="once", count=2)

    assert world.records.budget(TENANT, "2026-11", world.limit).committed == PRICE


def test_without_a_key_every_request_is_a_new_one() -> None:
    world = World()

    assert world.accept().ulid != world.accept().ulid


def test_what_the_budget_cannot_pay_is_neither_written_nor_sent() -> None:
    world = World(limit=PRICE)

    with pytest.raises(BudgetExhausted):
        world.accept(count=2)

    assert world.records.images_ == {}
    assert world.queue.messages == []


def test_what_was_not_written_is_not_sent() -> None:
    world = World()
    world.records.refusals.append(Unavailable("too many at once"))

    with pytest.raises(Unavailable):
        world.accept()

    assert world.queue.messages == []


@pytest.mark.parametrize("lost", [0, 1, 3])
def test_a_request_is_accepted_however_many_messages_sqs_took(lost: int) -> None:
    world = World()
    world.queue.loses = lost

    accepted = world.accept(count=3)

    dispatch = Due(NOW + timedelta(seconds=60), TENANT, accepted.ulid, "dispatch")
    assert len(world.queue.messages) == 3 - lost
    assert dispatch in world.records.due_


def test_images_whose_messages_were_lost_are_painted_within_two_minutes() -> None:
    world = World()
    world.queue.loses = 2
    accepted = world.accept(count=3)
    while world.deliver():
        pass

    world.advance(60)
    world.tend()
    while world.deliver():
        pass

    assert world.generation(accepted.ulid).status == "succeeded"
    assert len(world.model.calls) == 3


def test_equal_requests_have_equal_fingerprints() -> None:
    one = a_request(parameters={"steps": 30, "cfg_scale": 7}, metadata={"a": "1", "b": "2"})
    same = a_request(metadata={"b": "2", "a": "1"}, parameters={"cfg_scale": 7, "steps": 30})

    assert fingerprint(one) == fingerprint(same)


CHANGES = {
    "task": "inpaint",
    "prompt": Prompt("호수"),
    "negative_prompt": "people",
    "model": "sdxl",
    "count": 2,
    "seed": 1,
    "size": (1024, 1024),
    "aspect_ratio": "1:1",
    "output_format": "jpeg",
    "output_compression": 80,
    "parameters": {"steps": 31},
    "approximate": True,
    "deadline": timedelta(seconds=31),
    "retry_unknown": False,
    "group": "g",
    "sweep": {"steps": (20, 40)},
    "metadata": {"a": "b"},
    "pictures": {"image": Source("upload", "upl_1")},
    "fit": "crop",
}


@given(st.sets(st.sampled_from(sorted(CHANGES))), st.sets(st.sampled_from(sorted(CHANGES))))
def test_a_fingerprint_knows_every_field(one: set[str], other: set[str]) -> None:
    ours = fingerprint(a_request(**{name: CHANGES[name] for name in one}))
    theirs = fingerprint(a_request(**{name: CHANGES[name] for name in other}))

    assert (ours == theirs) == (one == other)


def test_the_test_above_knows_every_field() -> None:
    assert set(CHANGES) == set(type(a_request()).__dataclass_fields__)
