"""The darkroom's door: what it is asked and answers, and what it may write into its log."""

import base64
import hashlib
import json
from typing import Any

import pytest

from functions.adapters.darkroom import LambdaDarkroom
from functions.adapters.findings import findings, question
from functions.adapters.looking import PillowDarkroom
from functions.domain.source import Flaw, Measured, Place
from functions.http.doorstep import MOST_BODY_BYTES
from tests.unit.adapters.files import noise, png, written
from tests.unit.adapters.s3 import ABucket
from tests.unit.doors.conftest import CONTEXT, SETTINGS
from tests.unit.doors.logged import lines

LIMIT = 6 * 1024 * 1024
"""Of what Lambda takes.
https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html checked 2026-11-22."""

PICTURE = written(noise())
KEY = "uploads/acme/01K"


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> Any:
    for name, value in SETTINGS.to_env().items():
        monkeypatch.setenv(name, value)
    from functions import darkroom

    bucket = ABucket({KEY: PICTURE})
    monkeypatch.setattr(darkroom, "DARKROOM", PillowDarkroom(bucket, SETTINGS.bucket))
    return darkroom


def ask(door: Any, places: dict[str, Place]) -> Any:
    event = json.loads(json.dumps(question(places, "request-1")))
    return findings(json.loads(json.dumps(door.handler(event, CONTEXT))))


def test_each_picture_is_measured_or_has_a_flaw_by_its_part(door: Any) -> None:
    places = {"image": Place(key=KEY), "mask": Place(raw=PICTURE), "style_image": Place(raw=b"")}

    found = ask(door, places)

    assert list(found) == list(places)
    image, mask, style = found.values()
    assert isinstance(image, Measured)
    assert isinstance(mask, Measured)
    assert image.sha256 == mask.sha256 == hashlib.sha256(PICTURE).hexdigest()
    assert (image.tag, mask.tag) == (f'"{hashlib.md5(PICTURE).hexdigest()}"', "")
    assert style == Flaw("empty", "the file is empty")


def test_nothing_asked_is_nothing_answered(door: Any) -> None:
    assert door.handler({}, CONTEXT) == {}


def test_its_lines_carry_the_request_s_id_and_nothing_of_the_picture(
    door: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with lines(monkeypatch) as found:
        ask(door, {"image": Place(key=KEY), "mask": Place(raw=png(9000, 9000))})

    assert {each["correlation_id"] for each in found} == {"request-1"}
    image, mask, summary = found
    assert (image["format"], image["pixels"], image["bytes"]) == ("png", 96 * 64, len(PICTURE))
    assert mask["code"] == "too_many_pixels"
    assert summary["pictures"] == 2
    told = json.dumps(found)
    secrets = (KEY, hashlib.sha256(PICTURE).hexdigest(), base64.b64encode(PICTURE[:30]).decode())
    assert not [each for each in secrets if each in told]


def test_the_largest_body_that_a_client_may_send_can_be_asked_about(door: Any) -> None:
    raw = bytes(MOST_BODY_BYTES * 3 // 4)

    asked = json.dumps(question({f"image_{n}": Place(raw=raw[n::5]) for n in range(5)}, "r" * 36))

    assert len(asked) < LIMIT


def test_the_adapter_of_the_api_and_the_door_understand_each_other(door: Any) -> None:
    class Client:
        def invoke(self, *, FunctionName: str, Payload: bytes) -> Any:  # noqa: N803
            assert FunctionName == "the-darkroom"
            answer = door.handler(json.loads(Payload), CONTEXT)
            return {"Payload": Answer(json.dumps(answer).encode())}

    found = LambdaDarkroom(Client, "the-darkroom").measure(
        {"image": Place(key=KEY), "mask": Place(key="uploads/acme/none")}, correlation_id="r-1"
    )

    assert isinstance(found["image"], Measured)
    assert found["mask"] == Flaw("missing", "there is no file")


class Answer:
    """A body as botocore returns it."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def read(self) -> bytes:
        return self._raw
