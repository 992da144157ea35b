"""Whatever dies or is deleted, wherever: no picture is missing, and none is left."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from functions.domain.errors import InvalidRequest
from functions.domain.source import Source
from tests.unit.use_cases.cut import Cut, killing
from tests.unit.use_cases.scenes import EDITS, Meddling, Scene, check, edited, one_image, steps_of
from tests.unit.use_cases.world import World

PORTS = (
    "records.upload",
    "darkroom.measure",
    "records.owe",
    "store.keep_input",
    "records.accept",
    "queue.send",
)
"""What accepting an edit of an upload touches."""


def test_the_door_may_die_at_any_step_of_an_upload() -> None:
    steps = killing(lambda cut: World().upload(b"mine", cut)).steps
    assert {"after records.begin_upload", "after store.form"} <= set(steps)

    for at in range(len(steps)):
        world = World()
        killing(lambda cut, world=world: world.upload(b"mine", cut), at)
        edited(world, world.upload(b"mine"))  # the client's next try
        check(world)


def test_the_door_may_die_at_any_step_of_an_edit_that_is_then_sent_again() -> None:
    def begun() -> tuple[World, Source]:
        world = World()
        return world, world.upload(b"mine")

    def asking(world: World, image: Source) -> Callable[[Cut], Any]:
        return lambda cut: edited(world, image, count=2, key="once", cut=cut)

    steps = killing(asking(*begun())).steps
    assert {f"after {port}" for port in PORTS} <= set(steps)

    for at in range(len(steps)):
        world, image = begun()
        killing(asking(world, image), at)
        killing(asking(world, image))
        world.check()
        check(world)
        assert len(world.records.generations_) == 1
        assert len(world.model.calls) == 2


def test_the_door_may_be_told_of_a_deletion_at_any_step_of_an_edit() -> None:
    """The image that is edited goes while the edit is accepted."""

    def painted() -> tuple[World, Source]:
        world = one_image()
        world.settle_down()
        [image] = world.records.images_.values()
        return world, Source("image", image.id)

    def asking(world: World, image: Source) -> Callable[[Cut], Any]:
        return lambda cut: edited(world, image, cut=cut)

    ends: Counter[str] = Counter()
    for at in range(len(killing(asking(*painted())).steps)):
        world, image = painted()
        parent = image.id.split("_")[1]
        meddling = Meddling(at, meddle=lambda world=world, parent=parent: world.delete(parent))

        try:
            edited(world, image, cut=meddling)
            ends["accepted"] += 1
        except InvalidRequest as refused:
            ends[refused.faults[0].code] += 1

        world.check()
        check(world)
    assert set(ends) == {"accepted", "unknown_image", "picture_expired", "changed"}


@pytest.mark.parametrize("scene", EDITS)
def test_what_is_deleted_at_any_step_of_painting_leaves_no_picture(scene: Scene) -> None:
    for at in range(steps_of(scene, lambda world: world.deliver)):
        world = scene()
        number = max(world.records.generations_)[1]

        world.deliver(Meddling(at, meddle=lambda world=world, number=number: world.delete(number)))

        check(world)
        assert not [key for key in world.store.objects if number in key]
