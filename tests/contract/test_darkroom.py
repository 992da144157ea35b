"""What a darkroom promises, kept by the fake, by Pillow on S3, and across the invocation."""

import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

import pytest
from PIL import Image

from functions.adapters.darkroom import LambdaDarkroom
from functions.adapters.findings import answer, places
from functions.adapters.looking import PillowDarkroom
from functions.domain.ports.darkroom import Darkroom
from functions.domain.source import Flaw, Measured, Place
from tests.contract.conftest import BUCKET, LocalAws
from tests.fakes import FakeDarkroom, FakeStore

_keys = count(1)


def _picture() -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((1024, 1024)).save(out, "PNG")
    return out.getvalue()


PICTURE = _picture()


@dataclass
class Room:
    """A darkroom, and how a file gets into its bucket."""

    darkroom: Darkroom
    put: Callable[[str, bytes], object]


class Through:
    """Lambda's client, with the function behind it: what is sent is JSON both ways."""

    def __init__(self, room: Darkroom) -> None:
        self._room = room

    def invoke(self, *, FunctionName: str, Payload: bytes) -> Any:  # noqa: N803 - AWS's names
        found = self._room.measure(places(json.loads(Payload)))
        return {"Payload": io.BytesIO(json.dumps(answer(found)).encode())}


@pytest.fixture(params=["fake", "pillow", "lambda"])
def room(request: pytest.FixtureRequest) -> Room:
    if request.param == "fake":
        store = FakeStore()
        return Room(FakeDarkroom(store), store.objects.__setitem__)
    aws: LocalAws = request.getfixturevalue("aws")
    client = aws.client("s3")
    pillow = PillowDarkroom(client, BUCKET)

    def put(key: str, raw: bytes) -> object:
        return client.put_object(Bucket=BUCKET, Key=key, Body=raw)

    if request.param == "pillow":
        return Room(pillow, put)
    return Room(LambdaDarkroom(lambda: Through(pillow), "darkroom"), put)


@pytest.fixture
def key() -> str:
    return f"uploads/ten_a/{next(_keys)}"


def test_a_picture_is_measured_wherever_it_is(room: Room, key: str) -> None:
    room.put(key, PICTURE)

    found = room.darkroom.measure({"image": Place(key), "mask": Place(raw=PICTURE)})

    assert list(found) == ["image", "mask"]
    for each in found.values():
        assert isinstance(each, Measured)
        assert (each.format, each.width, each.height) == ("png", 1024, 1024)
        assert each.size == len(PICTURE)
        assert each.sha256 == hashlib.sha256(PICTURE).hexdigest()
        assert (each.light.darkest, each.light.lightest, each.light.between) == (0, 255, True)
        assert each.alpha is None
        assert each.oddity == ""


def test_what_is_not_there_is_missing_and_the_rest_is_measured(room: Room, key: str) -> None:
    found = room.darkroom.measure({"image": Place(key), "mask": Place(raw=PICTURE)})

    assert found["image"] == Flaw("missing", "there is no file")
    assert isinstance(found["mask"], Measured)


def test_nothing_asked_is_nothing_found(room: Room) -> None:
    assert room.darkroom.measure({}, correlation_id="request-1") == {}


def test_an_object_s_tag_is_what_a_copy_is_conditional_on(key: str, aws: LocalAws) -> None:
    client = aws.client("s3")
    client.put_object(Bucket=BUCKET, Key=key, Body=PICTURE)

    found = PillowDarkroom(client, BUCKET).measure({"image": Place(key)})["image"]

    assert isinstance(found, Measured)
    source = {"Bucket": BUCKET, "Key": key}
    client.copy_object(
        Bucket=BUCKET, Key=f"inputs/{key}", CopySource=source, CopySourceIfMatch=found.tag
    )
