"""A picture is written again: kept aside first, paid once, and never lost by it."""

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from functions.domain.call import Writing
from functions.domain.inscription import Inscription
from functions.domain.ports.pixels import Look
from tests.fakes import FakePixels
from tests.samples import LEASE, PRICE
from tests.unit.use_cases.cut import Cut, Killed, killing
from tests.unit.use_cases.scenes import written_again
from tests.unit.use_cases.world import World

WRITTEN = b"webp at 80 of picture with seed 42"


def the_image(world: World):
    [image] = world.records.images_.values()
    return image


def test_a_picture_is_published_as_it_was_asked_for_and_measured_so() -> None:
    world = written_again()

    world.deliver()

    picture = the_image(world).picture
    assert picture is not None
    assert world.store.objects[picture.key] == WRITTEN
    assert (picture.format, picture.size) == ("webp", len(WRITTEN))
    assert picture.sha256 == hashlib.sha256(WRITTEN).hexdigest()
    assert picture.key.endswith(".webp")
    assert picture.note is None
    assert [call.output_format for call in world.model.calls] == ["png"]
    assert world.store.objects[world.store.thumbnail_key(the_image(world)) or ""].endswith(WRITTEN)


def test_it_is_kept_aside_before_anything_is_done_with_it() -> None:
    world = written_again()
    cut = Cut()

    world.deliver(cut)

    steps = [each.removeprefix("before ") for each in cut.steps if each.startswith("before")]
    assert steps[1:6] == [
        "model.invoke",
        "store.quarantine",
        "store.publish",
        "store.release",
        "records.change",
    ]


@dataclass
class Broken(FakePixels):
    """Cannot write, for so many times; kills its painter or says so."""

    failure: type[BaseException]
    times: int = 1_000

    def transcode(self, raw: bytes, writing: Writing) -> tuple[bytes, Look]:
        self.times -= 1
        if self.times >= 0:
            raise self.failure
        return super().transcode(raw, writing)


def test_a_painter_that_dies_of_it_is_followed_without_paying_again() -> None:
    world = written_again(pixels=Broken(Killed, times=1))
    killing(world.deliver)
    assert [key.partition("/")[0] for key in world.store.objects] == ["quarantine"]

    world.settle_down()

    image = the_image(world)
    assert image.picture is not None
    assert world.store.objects[image.picture.key] == WRITTEN
    assert (image.status, image.spent, image.unknown) == ("succeeded", PRICE, 0)
    assert len(world.model.calls) == 1
    world.audit()


@pytest.mark.parametrize("failure", [MemoryError, OSError])
def test_what_cannot_be_written_is_published_as_it_was_painted_and_says_so(
    failure: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    world = written_again(pixels=Broken(failure))

    world.deliver()

    image = the_image(world)
    assert image.picture is not None
    assert (image.picture.format, image.spent) == ("png", PRICE)
    assert world.store.objects[image.picture.key] == b"picture with seed 42"
    assert image.picture.note is not None
    assert "webp at quality 80" in image.picture.note
    assert "png" in image.picture.note
    assert image.id in caplog.text
    world.settle_down()
    world.audit()


def test_painters_do_not_die_of_it_for_ever() -> None:
    world = written_again(pixels=Broken(Killed), deadline=timedelta(hours=24))
    deaths = 0

    while not the_image(world).terminal:
        try:
            world.deliver()
        except Killed:
            deaths += 1
        world.advance(30)
        world.tend()

    image = the_image(world)
    assert deaths in (2, 3)
    assert image.picture is not None
    assert image.picture.note is not None
    assert (image.spent, image.unknown, len(world.model.calls)) == (PRICE, 0, 1)
    world.settle_down()
    world.audit()


def test_what_was_published_is_not_written_a_second_time() -> None:
    world = written_again()
    killing(world.deliver, "after store.publish")

    world.settle_down()

    picture = the_image(world).picture
    assert picture is not None
    assert world.store.objects[picture.key] == WRITTEN
    assert picture.note is None
    world.audit()


def test_a_follower_of_one_that_published_it_as_painted_says_so_too() -> None:
    world = written_again(pixels=Broken(OSError))
    killing(world.deliver, "after store.publish")

    world.settle_down()

    picture = the_image(world).picture
    assert picture is not None
    assert picture.format == "png"
    assert picture.note is not None


class Signing:
    def write(self, raw: bytes, inscription: Inscription) -> bytes:
        return raw + f", signed for {inscription.seed}".encode()


def test_the_file_that_is_published_is_inscribed_and_what_is_aside_is_not() -> None:
    world = written_again()
    studio = world.studio
    world.studio = lambda cut=None: replace(studio(cut), inscriber=Signing())  # type: ignore[method-assign]
    killing(world.deliver, "after store.quarantine")
    [aside] = world.store.objects.values()

    world.advance(LEASE.total_seconds() + 1)
    world.settle_down()

    picture = the_image(world).picture
    assert picture is not None
    assert aside == b"picture with seed 42"
    assert world.store.objects[picture.key] == WRITTEN + b", signed for 42"
