"""Laws of every format: nothing of the picture changes, and all that was written is read."""

import io
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from functions.adapters.inscription.embedded import EmbeddedInscriber
from functions.domain.inscription import Inscription, inscription_of
from functions.domain.ports.pixels import NotAPicture
from tests.samples import an_image
from tests.unit.adapters.inscription.pictures import (
    FILES,
    a_file,
    an_inscription,
    parts,
    pixels,
)

INSCRIBER = EmbeddedInscriber()
SMALL = {each: a_file(each, size=(8, 8)) for each in ("png", "jpeg", "webp")}

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    ["a, b: c", 'say "hi"', "two\nlines", "Negative prompt: x\nSteps: 1, Seed: 2, Size: 3x4", "]]>"]
)
VALUES = (
    st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
)
INSCRIPTIONS = st.builds(
    Inscription,
    prompt=TEXTS,
    task=st.none() | TEXTS,
    model=st.none() | TEXTS,
    negative_prompt=st.none() | TEXTS,
    seed=st.none() | st.integers(0, 2**64 - 1),
    aspect_ratio=st.none() | TEXTS,
    parameters=st.dictionaries(TEXTS, TEXTS | VALUES | st.lists(VALUES, max_size=3), max_size=4),
    image=st.none() | TEXTS,
    software=st.none() | TEXTS,
)


@pytest.mark.parametrize("name", FILES)
def test_no_pixel_changes(name: str) -> None:
    written = INSCRIBER.write(FILES[name], an_inscription())

    assert written != FILES[name]
    assert pixels(written) == pixels(FILES[name])


@pytest.mark.parametrize("name", FILES)
def test_every_part_of_the_file_stays_as_it_was(name: str) -> None:
    written = parts(INSCRIBER.write(FILES[name], an_inscription()))

    kept = [each for each in parts(FILES[name]) if not each.startswith(b"VP8X")]
    assert [each for each in written if each in kept] == kept


@pytest.mark.parametrize("name", FILES)
def test_what_was_written_is_read(name: str) -> None:
    written = INSCRIBER.write(FILES[name], an_inscription())

    width, height = pixels(FILES[name])[0][1]
    assert INSCRIBER.read(written) == an_inscription(width=width, height=height)


@settings(max_examples=60)
@given(st.sampled_from(sorted(SMALL)), INSCRIPTIONS)
def test_whatever_was_written_is_read_exactly(name: str, inscription: Inscription) -> None:
    written = INSCRIBER.write(SMALL[name], inscription)

    assert INSCRIBER.read(written) == replace(inscription, width=8, height=8)


@pytest.mark.parametrize("name", FILES)
def test_an_older_inscription_is_replaced(name: str) -> None:
    once = INSCRIBER.write(FILES[name], an_inscription(prompt="old", negative_prompt="x" * 999))

    again = INSCRIBER.write(once, an_inscription())

    assert again == INSCRIBER.write(FILES[name], an_inscription())


@pytest.mark.parametrize("name", FILES)
def test_the_size_is_that_of_the_file(name: str) -> None:
    header = INSCRIBER.header(FILES[name])

    written = INSCRIBER.read(INSCRIBER.write(FILES[name], an_inscription(width=1, height=2)))

    assert (header.width, header.height) == pixels(FILES[name])[0][1]
    assert header.complete
    assert written is not None
    assert (written.width, written.height) == (header.width, header.height)


@pytest.mark.parametrize("name", FILES)
def test_every_reader_of_xmp_finds_who_made_it(name: str) -> None:
    written = INSCRIBER.write(FILES[name], an_inscription())

    packet = Image.open(io.BytesIO(written)).info["xmp"]
    said = {
        element.tag.rpartition("}")[2]: "".join(element.itertext()).strip()
        for element in ElementTree.fromstring(packet.strip(b"\0").decode()).iter()
    }
    assert said["CreatorTool"] == "Easel 0.1.0"
    assert said["DigitalSourceType"].endswith("/digitalsourcetype/trainedAlgorithmicMedia")
    assert said["description"] == "산과 호수, a lake at dawn"


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("kept", [0.0, 0.3, 0.6, 0.95])
def test_a_cut_file_is_left_for_the_check_to_judge(name: str, kept: float) -> None:
    cut = FILES[name][: int(len(FILES[name]) * kept)]

    assert INSCRIBER.write(cut, an_inscription()) == cut


@pytest.mark.parametrize("raw", [b"", b"GIF89a", b"picture with seed 7", b"RIFF\0\0\0\0WAVE"])
def test_what_is_no_picture_of_ours_is_left_and_has_no_header(raw: bytes) -> None:
    assert INSCRIBER.write(raw, an_inscription()) == raw
    assert INSCRIBER.read(raw) is None
    with pytest.raises(NotAPicture):
        INSCRIBER.header(raw)


@pytest.mark.parametrize("name", ["png RGB", "jpeg baseline"])
def test_the_beginning_of_a_file_is_enough_to_read_it(name: str) -> None:
    large = a_file(name.split(maxsplit=1)[0], size=(600, 600))
    written = INSCRIBER.write(large, an_inscription())

    beginning = written[:8_000]

    assert not INSCRIBER.header(beginning).complete
    assert INSCRIBER.read(beginning) == an_inscription(width=600, height=600)


def test_a_picture_whose_making_nobody_wrote_down_says_nothing() -> None:
    assert all(INSCRIBER.read(raw) is None for raw in FILES.values())


@settings(max_examples=300)
@given(
    st.sampled_from([INSCRIBER.write(raw, an_inscription()) for raw in SMALL.values()]),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=12),
    st.integers(0, 10_000),
)
def test_damaged_bytes_never_fail(raw: bytes, damage: list[tuple[int, int]], length: int) -> None:
    damaged = bytearray(raw[: len(raw) - length % len(raw)])
    for at, value in damage:
        damaged[at % len(damaged)] = value

    INSCRIBER.read(bytes(damaged))
    INSCRIBER.write(bytes(damaged), an_inscription())
    try:
        assert INSCRIBER.header(bytes(damaged)).width > 0
    except NotAPicture:
        return


def test_a_text_that_utf8_cannot_say_does_no_harm() -> None:
    for raw in SMALL.values():
        written = INSCRIBER.write(raw, an_inscription(prompt="a\ud800b"))

        assert pixels(written) == pixels(raw)


def test_an_image_is_inscribed_without_its_tenant_its_price_and_its_key() -> None:
    image = an_image(tenant="ten_secret", price=987_654)
    inscription = inscription_of(image, seed=99)

    assert (inscription.seed, inscription.image) == (99, image.id)
    assert inscription.prompt == image.call.prompt
    assert inscription.parameters == image.call.parameters
    for raw in SMALL.values():
        written = INSCRIBER.write(raw, inscription)
        assert b"ten_secret" not in written
        assert b"987654" not in written


def test_the_seed_that_was_asked_with_stands_where_the_model_reports_none() -> None:
    assert inscription_of(an_image()).seed == an_image().call.seed
