"""An upload is shown as it was measured, to whom it belongs, and no longer than it lives."""

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from functions.domain.errors import UploadExpired, WrongState
from functions.domain.ledger import Due
from functions.domain.ports.store import Moved
from functions.domain.source import Flaw
from functions.domain.upload import LIFE, Upload, input_key, upload_key
from functions.use_cases.shown import shown
from tests.fakes import FakeDarkroom
from tests.samples import NOW, ulid
from tests.unit.use_cases.world import TENANT, World

UPLOAD = Upload(TENANT, ulid(900), "image/png", NOW, NOW + LIFE)
COPY = input_key(TENANT, UPLOAD.ulid, "upload")
LATER = NOW + LIFE + timedelta(minutes=1)


@dataclass
class Shelf(World):
    """A world with one upload begun, and a darkroom that remembers being asked."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.records.begin_upload(UPLOAD)
        self.darkroom = FakeDarkroom(self.store)


@pytest.fixture
def world() -> Shelf:
    return Shelf()


def arrive(world: Shelf, raw: bytes = b"a photograph") -> None:
    world.store.objects[upload_key(TENANT, UPLOAD.ulid)] = raw


def show(world: Shelf, upload: Upload = UPLOAD) -> tuple[str, str]:
    """Show the upload, now."""
    ports: dict[str, Any] = {
        "records": world.records,
        "store": world.store,
        "darkroom": world.darkroom,
    }
    return shown(upload, now=NOW, **ports)


def test_what_is_shown_is_a_copy_of_the_measured_file(world: Shelf) -> None:
    arrive(world)

    assert show(world) == (COPY, "png")

    assert world.store.objects[COPY] == b"a photograph"


def test_another_file_in_the_same_upload_is_measured_and_shown_anew(world: Shelf) -> None:
    arrive(world)
    show(world)
    arrive(world, b"another photograph")

    show(world)

    assert world.store.objects[COPY] == b"another photograph"
    assert world.darkroom.asked == 2


def test_the_caretaker_removes_the_copy_when_the_upload_ends(world: Shelf) -> None:
    arrive(world)
    show(world)
    show(world)
    assert list(world.records.due(LATER, limit=9)) == [
        Due(UPLOAD.ends_at, TENANT, UPLOAD.ulid, "inputs")
    ]

    world.now = LATER
    world.tend()

    assert COPY not in world.store.objects
    assert not world.records.due(LATER + LIFE, limit=9)


def test_while_nothing_has_arrived_there_is_nothing_to_show(world: Shelf) -> None:
    with pytest.raises(WrongState, match="yet"):
        show(world)

    assert not world.records.due(LATER, limit=9)


def test_what_is_no_picture_is_not_shown(world: Shelf) -> None:
    arrive(world, b"<html>")
    digest = hashlib.sha256(b"<html>").hexdigest()
    world.darkroom.says[digest] = Flaw("not_a_picture", "the bytes are not a picture")

    with pytest.raises(WrongState, match="not a picture"):
        show(world)

    assert COPY not in world.store.objects


def test_a_file_that_is_replaced_while_it_is_looked_at_is_not_shown(
    world: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(world)

    def moved(*_: Any, **__: Any) -> None:
        raise Moved

    monkeypatch.setattr(world.store, "keep_input", moved)

    with pytest.raises(WrongState, match="changed"):
        show(world)


def test_an_upload_that_has_ended_is_not_looked_at(world: Shelf) -> None:
    arrive(world)

    with pytest.raises(UploadExpired, match="2026-"):
        show(world, replace(UPLOAD, ends_at=NOW))

    assert world.darkroom.asked == 0
