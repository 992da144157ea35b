"""Looking: one tenant's things only, and waiting without a second path."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from functions.domain.errors import ImageExpired, NotFound, WrongState
from functions.domain.generation import Generation
from functions.use_cases import look
from tests.samples import CORE, NOW
from tests.unit.use_cases.world import TENANT, World


@pytest.fixture
def world() -> World:
    return World()


def test_a_generation_is_found_by_its_id(world: World) -> None:
    accepted = world.accept()

    found = look.generation(TENANT, f"gen_{accepted.ulid}", world.records)

    assert found == world.generation(accepted.ulid)


@pytest.mark.parametrize("tenant", ["ten_b", ""])
def test_anothers_generation_is_not_found(world: World, tenant: str) -> None:
    accepted = world.accept()

    with pytest.raises(NotFound):
        look.generation(tenant, f"gen_{accepted.ulid}", world.records)


@pytest.mark.parametrize("name", ["", "gen_", "nonsense", "gen_" + "0" * 26])
def test_what_is_not_an_id_is_not_found(world: World, name: str) -> None:
    with pytest.raises(NotFound):
        look.generation(TENANT, name, world.records)
    with pytest.raises(NotFound):
        look.image(TENANT, name.replace("gen", "img"), world.records)


def test_a_deleted_generation_and_its_images_are_not_found(world: World) -> None:
    accepted = world.accept()
    world.deliver()
    image = world.image(accepted)
    world.records.entomb(world.generation(accepted.ulid), finish_by=NOW, now=NOW)

    with pytest.raises(NotFound):
        look.generation(TENANT, f"gen_{accepted.ulid}", world.records)
    with pytest.raises(NotFound):
        look.image(TENANT, image.id, world.records)


def test_an_image_is_found_by_its_id_and_by_nobody_else(world: World) -> None:
    accepted = world.accept(count=2)
    second = world.image(accepted, 1)

    assert look.image(TENANT, second.id, world.records) == second
    with pytest.raises(NotFound):
        look.image("ten_b", second.id, world.records)


class Ticking:
    """A clock whose sleeps let the world go on."""

    def __init__(self, world: World, *, paints_at: float | None = None) -> None:
        self.world, self.paints_at, self.slept = world, paints_at, list[float]()

    def clock(self) -> look.Clock:
        return look.Clock(lambda: self.world.now, self._sleep)

    def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.world.advance(seconds)
        waited = (self.world.now - NOW).total_seconds()
        if self.paints_at is not None and waited >= self.paints_at:
            while self.world.deliver():
                pass


def wait(world: World, ticking: Ticking, seconds: float) -> tuple[str, datetime]:
    [(_, number)] = world.records.generations_
    found = look.generation_when_done(
        TENANT,
        f"gen_{number}",
        world.records,
        wait=timedelta(seconds=seconds),
        clock=ticking.clock(),
    )
    return found.status, world.now


def test_waiting_ends_soon_after_the_picture_is_there(world: World) -> None:
    world.accept()

    status, at = wait(world, Ticking(world, paints_at=4), 25)

    assert status == "succeeded"
    assert 4 <= (at - NOW).total_seconds() <= 4.25


def test_waiting_bears_looks_that_are_behind(world: World) -> None:
    world.accept()
    ticking = Ticking(world, paints_at=4)
    kept, looks = world.records.generation, list[bool]()

    def behind(tenant: str, ulid: str, *, fresh: bool = True) -> Generation | None:
        looks.append(fresh)
        return kept(tenant, ulid) if fresh or ticking.slept[5:] else None

    world.records.generation = behind  # type: ignore[method-assign]
    status, at = wait(world, ticking, 25)

    assert status == "succeeded"
    assert 4 <= (at - NOW).total_seconds() <= 4.25
    assert looks[:6] == [True] + [False] * 5


def test_waiting_for_what_is_deleted_meanwhile_says_so(world: World) -> None:
    world.accept()
    kept = world.records.generation

    def deleted(tenant: str, ulid: str, *, fresh: bool = True) -> Generation | None:
        found = kept(tenant, ulid)
        return found if fresh else replace(found, deleted_at=NOW)

    world.records.generation = deleted  # type: ignore[method-assign]

    with pytest.raises(NotFound, match="was deleted"):
        wait(world, Ticking(world), 25)


def test_waiting_ends_on_time_when_there_is_none(world: World) -> None:
    world.accept()
    ticking = Ticking(world)

    status, at = wait(world, ticking, 25)

    assert status == "queued"
    assert (at - NOW).total_seconds() == pytest.approx(25)
    assert max(ticking.slept) <= 0.25
    assert len(ticking.slept) < 110


def test_not_waiting_is_one_look(world: World) -> None:
    world.accept()
    ticking = Ticking(world)

    assert wait(world, ticking, 0) == ("queued", NOW)
    assert ticking.slept == []


def test_generations_are_paged_by_their_ids(world: World) -> None:
    made = [world.accept().ulid for _ in range(3)]

    first = look.generations(TENANT, world.records, limit=2, after=None)
    rest = look.generations(TENANT, world.records, limit=2, after=first.next_after)

    assert [each.ulid for each in first.items] == [made[2], made[1]]
    assert first.next_after == f"gen_{made[1]}"
    assert [each.ulid for each in rest.items] == [made[0]]
    assert rest.next_after is None


def test_content_is_that_of_a_picture_that_is_still_there(world: World) -> None:
    accepted = world.accept(count=2)
    world.deliver()
    image, queued = world.image(accepted), world.image(accepted, 1)
    assert image.picture is not None

    assert look.content_key(image, world.store) == image.picture.key
    with pytest.raises(WrongState, match="queued"):
        look.content_key(queued, world.store)
    world.store.objects.clear()
    with pytest.raises(ImageExpired):
        look.content_key(image, world.store)
    with pytest.raises(ImageExpired):
        look.thumbnail_key(image, world.store)


def test_where_there_is_no_thumbnail_the_picture_stands_in(world: World) -> None:
    accepted = world.accept()
    world.deliver()
    image = world.image(accepted)
    assert image.picture is not None
    small = look.thumbnail_key(image, world.store)
    del world.store.objects[small]

    assert small.startswith("thumbs/")
    assert look.thumbnail_key(image, world.store) == image.picture.key


def test_the_usual_wait_is_the_median_of_what_was_measured(world: World) -> None:
    waits = [2, 3, 40]
    for number, seconds in enumerate(waits):
        accepted = world.accept()
        world.deliver()
        image = world.image(accepted)
        later = image.created_at + timedelta(seconds=seconds)
        world.records.images_[TENANT, accepted.ulid, 0] = replace(image, completed_at=later)
        assert number < len(waits)

    assert look.usual_wait(TENANT, CORE, world.records) == 3.0
    assert look.usual_wait(TENANT, "another model", world.records) is None
    assert look.usual_wait("ten_b", CORE, world.records) is None
