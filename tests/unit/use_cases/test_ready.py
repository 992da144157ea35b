"""A call's pictures are those that were measured, made ready, before anything is spent."""

import base64
import hashlib
from dataclasses import replace

import pytest

from functions.domain.image import Image
from functions.domain.input import Fitting, Input, MaskForm
from functions.domain.upload import input_key
from functions.use_cases.ready import Unready, Unusable, ready
from tests.samples import a_call, an_image
from tests.unit.use_cases.world import World

RAW = b"the very bytes"
FIT = Fitting((0, 0, 64, 64), (64, 64), (64, 64))


def asked(**inputs: Input) -> Image:
    return an_image(call=a_call(task="inpaint", inputs=inputs))


def an_input(raw: bytes = RAW, file: str = "image", **changes: object) -> Input:
    sha256 = hashlib.sha256(raw).hexdigest()
    known = Input(file, sha256, 64, 64, "png")
    return replace(known, **changes)


def kept(of: Image, **files: bytes) -> World:
    world = World()
    for part, raw in files.items():
        world.store.objects[input_key(of.tenant, of.ulid, part)] = raw
    return world


def test_a_picture_that_the_model_takes_goes_as_the_bytes_that_came() -> None:
    image = asked(image=an_input())

    pictures = ready(image, kept(image, image=RAW).studio())

    assert base64.b64decode(pictures["image"]) == RAW


def test_one_file_may_be_both_the_image_and_its_mask() -> None:
    image = asked(image=an_input(), mask=an_input(fitting=FIT, mask=MaskForm(by_alpha=True)))

    pictures = ready(image, kept(image, image=RAW).studio())

    assert base64.b64decode(pictures["mask"]) == b"prepared " + RAW
    assert list(pictures) == ["image", "mask"]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "gone"),
        ({"image": b"other bytes"}, "not what was measured"),
    ],
)
def test_a_picture_that_is_lost_or_changed_is_not_paid_for(
    files: dict[str, bytes], words: str
) -> None:
    image = asked(image=an_input())

    with pytest.raises(Unready, match=words):
        ready(image, kept(image, **files).studio())


def test_a_picture_that_does_not_decode_any_more_is_not_paid_for() -> None:
    image = asked(image=an_input(b"broken", fitting=FIT))

    with pytest.raises(Unusable, match="cannot be used"):
        ready(image, kept(image, image=b"broken").studio())


def test_an_image_whose_input_was_lost_fails_without_a_call_and_gives_its_money_back() -> None:
    world = World()
    accepted = world.accept()
    waiting = world.image(accepted)
    key = (waiting.tenant, waiting.ulid, waiting.number)
    world.records.images_[key] = replace(waiting, call=a_call(inputs={"image": an_input()}))

    world.deliver()

    image = world.image(accepted)
    assert (image.status, image.problem and image.problem.code) == ("failed", "input_lost")
    assert (image.attempts, image.spent, image.unknown) == ((), 0, 0)
    assert not world.model.calls
    world.settle_down()
    world.audit()


def test_pictures_that_are_too_large_together_are_not_paid_for() -> None:
    raw = bytes(9_100_000)
    image = asked(image=an_input(raw), mask=an_input(raw, "mask"))

    with pytest.raises(Unusable, match="too large together"):
        ready(image, kept(image, image=raw, mask=raw).studio())
