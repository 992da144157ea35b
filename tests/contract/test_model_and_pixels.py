"""What a model and a reader of pictures promise, kept by the real ones and their twins."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PIL import Image

from emulator.options import Options
from functions.adapters.bedrock import BedrockImageModel
from functions.adapters.inscription.embedded import EmbeddedInscriber
from functions.adapters.pixels import PillowPixels
from functions.catalogue import CATALOGUE
from functions.domain.call import Reply, Writing
from functions.domain.inscription import Inscriber, inscription_of
from functions.domain.outcome import CallFailed, Outcome
from functions.domain.ports.model import ImageModel
from functions.domain.ports.pixels import NotAPicture, Pixels
from tests.fakes import FakeInscriber, FakeModel, FakePixels, picture_of
from tests.samples import a_call, an_image
from tests.unit.emulator.live import running

REGION = "us-west-2"


@dataclass
class Studio:
    """A model, and how the next call of it is made to go wrong."""

    model: ImageModel
    spoil: Callable[[Outcome], object]


FAULTS = {"throttled": "throttled", "refused": "access_denied", "interrupted": "cut_after"}


@pytest.fixture(params=["fake", "bedrock"])
def studio(request: pytest.FixtureRequest) -> Iterator[Studio]:
    if request.param == "fake":
        fake = FakeModel()
        yield Studio(fake, lambda outcome: fake.script.append(CallFailed(outcome, "words")))
        return
    with running(Options(flat=True)) as bedrock:
        model = BedrockImageModel({REGION: bedrock.client()}, CATALOGUE)
        yield Studio(model, lambda outcome: bedrock.faults({"kind": FAULTS[outcome], "next": 1}))


def test_a_call_brings_a_picture_with_its_seed_and_the_calls_id(studio: Studio) -> None:
    reply = studio.model.invoke(a_call(seed=42, parameters={}), REGION, attempt_id="a1")

    assert reply.raw
    assert reply.seed == 42
    assert reply.request_id
    assert reply.reason == ""


def test_the_same_call_brings_the_same_picture(studio: Studio) -> None:
    first, second, other = (
        studio.model.invoke(a_call(seed=seed, parameters={}), REGION, attempt_id=f"a{n}").raw
        for n, seed in enumerate((7, 7, 8))
    )

    assert first == second != other


@pytest.mark.parametrize("outcome", list(FAULTS))
def test_a_call_that_fails_says_so_in_a_word_of_the_table_and_only_once(
    outcome: Outcome, studio: Studio
) -> None:
    studio.spoil(outcome)

    with pytest.raises(CallFailed) as failed:
        studio.model.invoke(a_call(parameters={}), REGION, attempt_id="a1")

    assert failed.value.outcome == outcome
    assert failed.value.detail
    assert studio.model.invoke(a_call(parameters={}), REGION, attempt_id="a2").raw


@pytest.fixture(params=["fake", "pillow"])
def reader(request: pytest.FixtureRequest) -> tuple[Pixels, bytes]:
    if request.param == "fake":
        reply: Reply = picture_of(a_call(parameters={}))
        return FakePixels(), reply.raw or b""
    out = io.BytesIO()
    Image.new("RGB", (1024, 1024), "teal").save(out, "PNG")
    return PillowPixels(), out.getvalue()


def test_a_picture_is_measured_and_made_small(reader: tuple[Pixels, bytes]) -> None:
    pixels, raw = reader

    look = pixels.look(raw)

    assert (look.format, look.width, look.height) == ("png", 1024, 1024)
    assert pixels.thumbnail(raw)


@pytest.mark.parametrize("file_format", ["jpeg", "webp"])
def test_a_picture_is_written_again_as_another_file(
    reader: tuple[Pixels, bytes], file_format: str
) -> None:
    pixels, raw = reader

    written, look = pixels.transcode(raw, Writing(file_format, 80))

    assert (look.format, look.width, look.height) == (file_format, 1024, 1024)
    assert pixels.look(written) == look
    assert pixels.thumbnail(written)


def test_what_is_no_picture_is_not_written_again(reader: tuple[Pixels, bytes]) -> None:
    pixels, _ = reader

    with pytest.raises(NotAPicture):
        pixels.transcode(b"This is not a picture.", Writing("webp", 80))


def test_what_is_no_picture_is_refused(reader: tuple[Pixels, bytes]) -> None:
    pixels, _ = reader

    for noise in (b"", b"This is not a picture.", b"\x89PNG\r\n\x1a\n"):
        with pytest.raises(NotAPicture):
            pixels.look(noise)


@pytest.fixture(params=["fake", "embedded"])
def inscriber(request: pytest.FixtureRequest) -> tuple[Inscriber, bytes]:
    if request.param == "fake":
        return FakeInscriber(), picture_of(a_call(parameters={})).raw or b""
    out = io.BytesIO()
    Image.new("RGB", (1024, 1024), "teal").save(out, "PNG")
    return EmbeddedInscriber(), out.getvalue()


def test_an_inscribed_file_is_longer_and_still_the_same_picture(
    inscriber: tuple[Inscriber, bytes],
) -> None:
    works, raw = inscriber

    written = works.write(raw, inscription_of(an_image()))

    assert len(written) > len(raw)
    assert works.header(written) == works.header(raw)
    assert works.read(raw) is None


def test_what_does_not_begin_as_a_picture_has_no_header(
    inscriber: tuple[Inscriber, bytes],
) -> None:
    works, _ = inscriber

    for noise in (b"", b"This is not a picture.", b"\x89PNG\r\n\x1a\n"):
        with pytest.raises(NotAPicture):
            works.header(noise)
