"""Moments to die at: worlds in which something is about to be painted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from functions.domain.source import Source
from tests.fakes import FakePixels
from tests.unit.use_cases.cut import Cut, killing
from tests.unit.use_cases.world import LEASE, World, failing, withheld

Scene = Callable[[], World]

CLEAR = Source("inline", "of the body", b"clear in places")
MASK = Source("inline", "of the mask", b"a mask")


def edited(world: World, image: Source, mask: Source | None = MASK, **changes: Any) -> Any:
    """Ask for an edit of an image; without a mask, what is transparent is repainted."""
    pictures = {"image": image, **({"mask": mask} if mask else {})}
    return world.accept(task="inpaint", pictures=pictures, **changes)


def one_image() -> World:
    world = World()
    world.accept()
    return world


def written_again(pixels: FakePixels | None = None, **changes: Any) -> World:
    """One image in a format that its model does not make."""
    world = World(pixels=pixels or FakePixels())
    asked: dict[str, Any] = {"output_format": "webp", "output_compression": 80, "seed": 42}
    world.accept(**asked, approximate=True, **changes)
    return world


def throttled_once() -> World:
    world = one_image()
    world.model.script.append(failing("throttled"))
    return world


def interrupted_once() -> World:
    world = one_image()
    world.model.script.append(failing("interrupted"))
    return world


def filtered() -> World:
    world = one_image()
    world.model.script.append(withheld())
    return world


def an_edit_of_an_upload() -> World:
    world = World()
    edited(world, world.upload(b"of a client"))
    return world


def an_edit_of_a_result() -> World:
    """Of ours, with the mask of an edit before."""
    world = an_edit_by_alpha()
    world.settle_down()
    [image] = world.records.images_.values()
    again = Source("input", f"inp_{image.ulid}_image")
    edited(world, Source("image", image.id), again, count=2)
    return world


def an_edit_by_alpha() -> World:
    world = World()
    edited(world, CLEAR, None)
    return world


def deleted_at_work() -> World:
    """A painter died after its call; meanwhile the client deleted everything."""
    world = one_image()
    killing(world.deliver, "after model.invoke")
    assert len(world.model.calls) == 1
    world.delete(next(iter(world.records.generations_))[1])
    world.advance(LEASE.total_seconds() + 1)
    world.tend()
    return world


EDITS = [an_edit_of_an_upload, an_edit_of_a_result, an_edit_by_alpha]
SCENES = [
    one_image,
    written_again,
    throttled_once,
    interrupted_once,
    filtered,
    deleted_at_work,
    *EDITS,
]


@dataclass
class Meddling(Cut):
    """Nobody dies, but at one step somebody else does something."""

    meddle: Callable[[], Any] = lambda: None

    def step(self, name: str) -> None:
        self.steps.append(name)
        if self.at == len(self.steps) - 1:
            self.meddle()


def steps_of(scene: Scene, run: Callable[[World], Callable[[Cut], Any]]) -> int:
    return len(killing(run(scene())).steps)


def check(world: World) -> None:
    world.settle_down()
    world.audit()
