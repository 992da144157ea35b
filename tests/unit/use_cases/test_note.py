"""Favourites, tags and the best of a generation, whoever else writes meanwhile."""

import pytest

from functions.domain.errors import InvalidRequest, NotFound, Unavailable, WrongState
from functions.domain.ledger import Changed
from functions.use_cases import note as notes
from functions.use_cases.insist import MAX_TRIES
from functions.use_cases.request import Accepted
from tests.unit.use_cases.world import World, failing


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def accepted(world: World) -> Accepted:
    accepted = world.accept(count=3)
    while world.deliver():
        pass
    return accepted


def test_what_is_not_said_stays(world: World, accepted: Accepted) -> None:
    image = world.image(accepted).id

    world.note(image, favourite=True)
    world.note(image, tags=("wide", "blue"))

    noted = world.image(accepted)
    assert (noted.favourite, noted.tags) == (True, ("blue", "wide"))


def test_saying_the_same_again_writes_nothing(world: World, accepted: Accepted) -> None:
    image = world.image(accepted).id
    world.note(image, favourite=True, tags=("blue",))
    before = world.image(accepted)

    world.note(image, favourite=True, tags=("blue", "blue"))

    assert world.image(accepted) == before


def test_a_note_is_written_on_what_somebody_else_changed(world: World, accepted: Accepted) -> None:
    world.records.refusals += [Changed("a"), Changed("b")]

    world.note(world.image(accepted).id, favourite=True)

    assert world.image(accepted).favourite


def test_a_note_gives_up_when_others_are_always_faster(world: World, accepted: Accepted) -> None:
    world.records.refusals += [Changed("again")] * MAX_TRIES

    with pytest.raises(Unavailable):
        world.note(world.image(accepted).id, favourite=True)

    assert not world.image(accepted).favourite


def test_only_what_has_a_picture_takes_notes(world: World) -> None:
    waiting = world.accept()

    with pytest.raises(WrongState, match="queued"):
        world.note(world.image(waiting).id, favourite=True)


def test_anothers_image_takes_no_notes(world: World, accepted: Accepted) -> None:
    with pytest.raises(NotFound):
        notes.note(
            "ten_b",
            world.image(accepted).id,
            world.records,
            favourite=True,
            tags=None,
            limit=world.limit,
        )


def test_the_best_can_be_picked_again_and_taken_back(world: World, accepted: Accepted) -> None:
    images = [world.image(accepted, number).id for number in range(3)]

    seen = []
    for best in (images[1], images[1], images[2], None, None):
        assert world.pick(accepted.ulid, best).picked == best
        seen.append([each.id for each in world.images(accepted.ulid) if each.picked])

    assert seen == [[images[1]], [images[1]], [images[2]], [], []]
    assert world.generation(accepted.ulid).picked is None


def test_a_pick_that_lost_a_race_is_made_on_what_stands(world: World, accepted: Accepted) -> None:
    world.records.refusals += [Changed("a"), Changed("b")]

    world.pick(accepted.ulid, world.image(accepted).id)

    assert world.image(accepted).picked


def test_only_an_image_of_the_generation_can_be_its_best(world: World, accepted: Accepted) -> None:
    other = world.accept()
    world.deliver()
    none = world.image(accepted).id[:-2] + "07"

    for wrong in (world.image(other).id, none, "", "nonsense"):
        with pytest.raises(InvalidRequest) as refusal:
            world.pick(accepted.ulid, wrong)
        assert refusal.value.faults[0].pointer == "/picked"


def test_what_has_no_picture_cannot_be_the_best(world: World, accepted: Accepted) -> None:
    world.model.script.append(failing("refused"))
    failed = world.accept()
    world.deliver()
    world.delete_image(world.image(accepted).id)

    with pytest.raises(WrongState, match="failed"):
        world.pick(failed.ulid, world.image(failed).id)
    with pytest.raises(WrongState, match="deleted"):
        world.pick(accepted.ulid, world.image(accepted).id)
