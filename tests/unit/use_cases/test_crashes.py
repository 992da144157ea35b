"""Whatever dies, wherever: one charge, one file, a month that adds up.

Every touch of the world outside is a place to die, just before it works and just
after. No list of such places is kept here: they are counted from a run.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from tests.unit.use_cases.cut import Cut, Killed, killing
from tests.unit.use_cases.scenes import (
    CLEAR,
    SCENES,
    Scene,
    an_edit_by_alpha,
    an_edit_of_an_upload,
    check,
    edited,
    one_image,
    steps_of,
)
from tests.unit.use_cases.world import LEASE, TENANT, World


@pytest.mark.parametrize("scene", SCENES)
def test_a_painter_may_die_at_any_step(scene: Scene) -> None:
    steps = steps_of(scene, lambda world: world.deliver)
    assert steps

    for at in range(steps):
        world = scene()
        killing(world.deliver, at)
        world.check()
        check(world)


@pytest.mark.parametrize("scene", SCENES)
def test_and_so_may_the_painter_that_comes_after_it(scene: Scene) -> None:
    steps = steps_of(scene, lambda world: world.deliver)

    for first in range(steps):
        for second in range(40):
            world = scene()
            killing(world.deliver, first)
            world.advance(LEASE.total_seconds() + 1)
            world.tend()
            world.advance(900)
            cut = killing(world.deliver, second)
            check(world)
            if len(cut.steps) <= second:
                break


@pytest.mark.parametrize("scene", SCENES)
def test_a_caretaker_may_die_at_any_step(scene: Scene) -> None:
    def lost() -> World:
        world = scene()
        killing(world.deliver, "after model.invoke")
        world.advance(LEASE.total_seconds() + 1)
        return world

    for at in range(steps_of(lost, lambda world: world.tend)):
        world = lost()
        killing(world.tend, at)
        world.check()
        check(world)


def test_the_door_may_die_at_any_step_of_accepting() -> None:
    steps = steps_of(World, lambda world: lambda cut: world.accept(count=3, cut=cut))

    for at in range(steps):
        world = World()
        killing(lambda cut, world=world: world.accept(count=3, cut=cut), at)
        check(world)


@pytest.mark.parametrize("edits", [False, True])
def test_a_deletion_may_be_cut_short_at_any_step(edits: bool) -> None:
    def painted() -> World:
        world = World()
        edited(world, CLEAR, count=2) if edits else world.accept(count=2)
        world.deliver()
        return world

    def ulid_of(world: World) -> str:
        return next(iter(world.records.generations_))[1]

    def deleting(world: World) -> Callable[[Cut], Any]:
        return lambda cut: world.delete(ulid_of(world), cut)

    for at in range(steps_of(painted, deleting)):
        world = painted()
        killing(deleting(world), at)
        check(world)


@pytest.mark.parametrize("scene", [one_image, an_edit_of_an_upload, an_edit_by_alpha])
def test_a_painter_that_dies_once_costs_one_picture_or_says_unknown(scene: Scene) -> None:
    for at in range(steps_of(scene, lambda world: world.deliver)):
        world = scene()
        killing(world.deliver, at)
        world.settle_down()

        [image] = world.records.images_.values()
        called = len(world.model.calls)
        assert image.status == "succeeded"
        assert image.spent == image.price
        assert image.unknown in (0, image.price)
        assert called == 1 or image.unknown == image.price
        assert [key for key in world.store.objects if key.startswith("images/")] == [
            f"images/{TENANT}/{image.id}-{image.attempts[-1].id}.png"
        ]


def test_a_thumbnail_of_what_was_deleted_meanwhile_goes_when_its_painter_is_followed() -> None:
    """It was made after the deletion had cleared, and its painter died before he looked."""
    world = one_image()

    class Late(Cut):
        def step(self, name: str) -> None:
            if name == "before store.put_thumbnail":
                world.delete(next(iter(world.records.generations_))[1])
            if name == "after store.put_thumbnail":
                raise Killed(name)

    with suppress(Killed):
        world.deliver(Late())
    assert world.store.objects

    check(world)
    assert world.store.objects == {}
