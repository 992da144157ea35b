"""Deleting one image: its files go, its generation and the money stay."""

import pytest

from functions.domain.errors import NotFound, WrongState
from functions.domain.filters import ImageFilter
from functions.domain.image import Image
from functions.domain.ledger import Changed
from tests.samples import PRICE
from tests.unit.use_cases.cut import killing
from tests.unit.use_cases.world import TENANT, World, failing


@pytest.fixture
def world() -> World:
    return World()


def painted(world: World, count: int = 2) -> list[Image]:
    accepted = world.accept(count=count)
    while world.deliver():
        pass
    return [world.image(accepted, number) for number in range(count)]


def test_its_files_go_and_the_money_and_its_neighbours_stay(world: World) -> None:
    first, second = painted(world)

    world.delete_image(first.id)

    assert not [key for key in world.store.objects if first.id in key]
    assert [key for key in world.store.objects if second.id in key]
    gone = world.records.images_[TENANT, first.ulid, 0]
    assert (gone.erased, gone.call.prompt, gone.spent) == (True, "", PRICE)
    assert world.generation(first.ulid).counts.succeeded == 2
    world.settle_down()
    world.audit()


def test_it_leaves_gallery_favourites_and_pick(world: World) -> None:
    first, second = painted(world)
    for each in (first, second):
        world.note(each.id, favourite=True)
    world.pick(first.ulid, first.id)

    world.delete_image(first.id)

    for wanted in (ImageFilter(), ImageFilter(favourite=True)):
        page = world.records.gallery(TENANT, limit=9, after=None, wanted=wanted)
        assert [each.id for each in page.items] == [second.id]
    assert world.generation(first.ulid).picked is None


def test_the_second_time_there_is_no_such_image(world: World) -> None:
    first, _ = painted(world)
    world.delete_image(first.id)

    with pytest.raises(NotFound):
        world.delete_image(first.id)


def test_what_has_not_ended_is_canceled_first(world: World) -> None:
    waiting = world.image(world.accept())

    with pytest.raises(WrongState, match=f"queued.+gen_{waiting.ulid}/cancel"):
        world.delete_image(waiting.id)


def test_a_failed_image_can_be_deleted_and_forgets_why(world: World) -> None:
    world.model.script.append(failing("refused", "a secret word"))
    (failed,) = painted(world, 1)

    world.delete_image(failed.id)

    assert "secret" not in repr(world.records.images_[TENANT, failed.ulid, 0])
    world.settle_down()
    world.audit()


def test_a_note_in_between_does_not_keep_it(world: World) -> None:
    first, _ = painted(world)
    world.records.refusals.append(Changed("a note"))

    world.delete_image(first.id)

    assert world.records.images_[TENANT, first.ulid, 0].erased


@pytest.mark.parametrize("step", range(8))
def test_wherever_it_is_interrupted_nothing_is_left_and_nothing_lies(
    world: World, step: int
) -> None:
    first, _ = painted(world)

    killing(lambda cut: world.delete_image(first.id, cut), step)

    world.settle_down()
    world.audit()


def test_a_thumbnail_that_is_made_after_the_deletion_goes_too(world: World) -> None:
    world.accept()
    plain = world.store.put_thumbnail

    def late(image: Image, webp: bytes) -> None:
        world.delete_image(image.id)
        plain(image, webp)

    world.store.put_thumbnail = late  # pyright: ignore[reportAttributeAccessIssue]
    world.deliver()

    assert world.store.objects == {}


def test_a_painter_that_died_over_its_thumbnail_leaves_it_to_the_caretaker(world: World) -> None:
    first, _ = painted(world)
    world.delete_image(first.id)
    world.store.put_thumbnail(first, b"late")

    world.settle_down()

    assert not [key for key in world.store.objects if first.id in key]
    world.audit()


def test_deleting_the_generation_after_it_deletes_the_rest(world: World) -> None:
    first, _ = painted(world)
    world.delete_image(first.id)

    world.delete(first.ulid)

    world.settle_down()
    assert world.store.objects == {}
    world.audit()
