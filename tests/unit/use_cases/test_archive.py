"""Archives: all pictures, each once, never of what was deleted, never too large."""

import io
import re
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from typing import IO
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.domain.archive import file_name
from functions.domain.errors import ArchiveTooLarge, ImageExpired, WrongState
from functions.use_cases import archive as archives
from functions.use_cases.request import Accepted
from tests.samples import NOW, a_call, a_picture, an_image
from tests.unit.use_cases.cut import killing
from tests.unit.use_cases.world import TENANT, World, failing


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def accepted(world: World) -> Accepted:
    accepted = world.accept(count=3)
    while world.deliver():
        pass
    return accepted


def opened(world: World, key: str) -> ZipFile:
    return ZipFile(io.BytesIO(world.store.objects[key]))


def test_every_picture_is_in_it_as_it_was_stored(world: World, accepted: Accepted) -> None:
    made = opened(world, world.archive(accepted.ulid))

    assert made.testzip() is None
    assert made.namelist() == [
        *(f"0{n}-a-lake-seed-{world.image(accepted, n).seed}.png" for n in range(3)),
        "generation.json",
    ]
    for number, name in enumerate(made.namelist()[:3]):
        picture = world.image(accepted, number).picture
        assert picture
        assert made.read(name) == world.store.objects[picture.key]
    assert made.read("generation.json") == b"about"
    assert {each.compress_type for each in made.infolist()} == {ZIP_STORED}


def test_only_pictures_are_in_it(world: World) -> None:
    world.model.script.append(failing("refused"))
    accepted = world.accept(count=2)
    while world.deliver():
        pass

    assert len(opened(world, world.archive(accepted.ulid)).namelist()) == 2


def test_it_is_made_once_and_again_when_something_changed(world: World, accepted: Accepted) -> None:
    first = world.archive(accepted.ulid)
    world.store.objects[first] = b"made before"

    again, other = world.archive(accepted.ulid), world.archive(accepted.ulid, b"other notes")

    assert again == first
    assert world.store.objects[first] == b"made before"
    assert other != first


def test_the_same_content_is_the_same_bytes(world: World, accepted: Accepted) -> None:
    first = world.archive(accepted.ulid)
    made = world.store.objects.pop(first)
    world.advance(3600)

    assert world.store.objects[world.archive(accepted.ulid)] == made


def test_what_has_not_ended_or_has_no_picture_has_none(world: World) -> None:
    waiting = world.accept()
    with pytest.raises(WrongState, match=r"1 images.+wait=25"):
        world.archive(waiting.ulid)

    world.model.script.append(failing("refused"))
    world.deliver()
    with pytest.raises(WrongState, match="failed"):
        world.archive(waiting.ulid)


def test_a_file_that_expired_is_told_and_nothing_is_put(world: World, accepted: Accepted) -> None:
    picture = world.image(accepted, 1).picture
    assert picture
    del world.store.objects[picture.key]

    with pytest.raises(ImageExpired, match=world.image(accepted, 1).id):
        world.archive(accepted.ulid)

    assert not [key for key in world.store.objects if key.startswith("archives/")]


@pytest.mark.parametrize("what", ["generation", "image"])
def test_a_file_that_a_deletion_takes_meanwhile_has_not_expired(
    what: str, world: World, accepted: Accepted
) -> None:
    plain = world.store.pieces

    def late(key: str) -> Iterator[bytes] | None:
        if what == "generation":
            world.delete(accepted.ulid)
        else:
            world.delete_image(world.image(accepted, 1).id)
        world.store.pieces = plain  # pyright: ignore[reportAttributeAccessIssue]
        return plain(key)

    world.store.pieces = late  # pyright: ignore[reportAttributeAccessIssue]

    with pytest.raises(WrongState, match="deleted meanwhile"):
        world.archive(accepted.ulid)

    assert not [key for key in world.store.objects if key.startswith("archives/")]


def test_what_is_too_large_is_refused_before_it_is_read(
    world: World, accepted: Accepted, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = [image.picture.size for image in world.images(accepted.ulid) if image.picture]
    monkeypatch.setattr(archives, "MOST_ARCHIVE_BYTES", sum(sizes))
    world.archive(accepted.ulid)
    monkeypatch.setattr(archives, "MOST_ARCHIVE_BYTES", sum(sizes) - 1)
    world.store.objects.clear()

    with pytest.raises(ArchiveTooLarge, match="one by one"):
        world.archive(accepted.ulid)


def test_it_goes_with_its_generation_and_with_an_image_of_it(world: World) -> None:
    for delete in ("generation", "image"):
        accepted = world.accept(count=2)
        while world.deliver():
            pass
        key = world.archive(accepted.ulid)
        if delete == "generation":
            world.delete(accepted.ulid)
        else:
            world.delete_image(world.image(accepted).id)

        assert key not in world.store.objects
        world.settle_down()
        world.audit()


@pytest.mark.parametrize("what", ["generation", "image"])
def test_one_that_is_put_behind_a_deletion_is_taken_back(
    what: str, world: World, accepted: Accepted
) -> None:
    plain = world.store.put_archive

    def late(tenant: str, ulid: str, digest: str, content: IO[bytes]) -> str:
        if what == "generation":
            world.delete(ulid)
        else:
            world.delete_image(world.image(accepted).id)
        return plain(tenant, ulid, digest, content)

    world.store.put_archive = late  # pyright: ignore[reportAttributeAccessIssue]

    with pytest.raises(WrongState, match="deleted meanwhile"):
        world.archive(accepted.ulid)

    assert not [key for key in world.store.objects if key.startswith("archives/")]


@pytest.mark.parametrize("what", ["generation", "image"])
def test_one_whose_maker_died_behind_a_deletion_is_removed_by_the_caretaker(
    what: str, world: World, accepted: Accepted
) -> None:
    key = world.archive(accepted.ulid)
    late = world.store.objects[key]
    if what == "generation":
        world.delete(accepted.ulid)
    else:
        world.delete_image(world.image(accepted).id)
    world.store.put_archive(TENANT, accepted.ulid, "late", io.BytesIO(late))

    world.settle_down()

    assert not [key for key in world.store.objects if key.startswith("archives/")]
    world.audit()


@pytest.mark.parametrize("step", range(14))
def test_wherever_its_maker_dies_nothing_is_broken(
    step: int, world: World, accepted: Accepted
) -> None:
    killing(lambda cut: world.archive(accepted.ulid, cut=cut), step)

    assert opened(world, world.archive(accepted.ulid)).testzip() is None
    world.settle_down()
    world.audit()


def test_memory_does_not_grow_with_the_pictures(world: World, accepted: Accepted) -> None:
    mebibyte = 1024**2
    sent: list[int] = []

    def put(tenant: str, ulid: str, digest: str, content: IO[bytes]) -> str:
        sent.append(content.seek(0, io.SEEK_END))
        return "archives/x"

    world.store.pieces = lambda _: (bytes(mebibyte) for _ in range(20))  # pyright: ignore[reportAttributeAccessIssue]
    world.store.put_archive = put  # pyright: ignore[reportAttributeAccessIssue]

    tracemalloc.start()
    world.archive(accepted.ulid)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert sent[0] > 60 * mebibyte
    assert peak < 8 * mebibyte


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("A mountain lake, at dawn!", "00-a-mountain-lake-at-dawn-seed-7.png"),
        ("산과 호수", "00-산과-호수-seed-7.png"),
        ("../../etc/passwd", "00-etc-passwd-seed-7.png"),
        ("\U0001f600 \x00", "00-image-seed-7.png"),
        ("호" * 500, f"00-{'호' * 60}-seed-7.png"),
    ],
)
def test_a_file_is_called_after_its_prompt(prompt: str, name: str) -> None:
    image = an_image(call=a_call(prompt=prompt)).succeeded(NOW, a_picture(), 7)

    assert file_name(image) == name


@given(st.text(max_size=300), st.integers(0, 99))
def test_a_file_name_is_safe_on_every_system(prompt: str, number: int) -> None:
    image = an_image(number=number, call=a_call(prompt=prompt)).succeeded(NOW, a_picture(), 7)

    name = file_name(image)

    assert not re.search(r'[\x00-\x1f/\\:*?"<>|\s]', name)
    assert name.startswith(f"{number:02d}-")
    assert len(name.encode()) <= 255


def test_names_differ_where_prompts_and_seeds_do_not() -> None:
    images = [an_image(number=number).succeeded(NOW, a_picture(), 7) for number in range(50)]

    assert len({file_name(image) for image in images}) == 50
    assert file_name(replace(images[0], seed=None)) == file_name(images[0])
