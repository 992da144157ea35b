"""JPEG: where the segment stands, and what becomes of prompts that do not fit into it."""

import io

import pytest
from PIL import Image

from functions.adapters.inscription import jpeg, xmp
from tests.unit.adapters.inscription.pictures import FILES, a_file, an_inscription, parts, pixels

RAW = FILES["jpeg baseline"]


def markers(raw: bytes) -> list[int]:
    return [each[1] for each in parts(raw)]


def with_exif() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "a caption"
    return a_file("jpeg", exif=exif.tobytes())


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2) + body


def with_segment(marker: int, body: bytes) -> bytes:
    return RAW[:2] + segment(marker, body) + RAW[2:]


def test_xmp_stands_behind_jfif_and_exif() -> None:
    written = jpeg.write(with_exif(), an_inscription())

    heads = [each[4:33] for each in parts(written)]
    assert heads[0].startswith(b"JFIF")
    assert heads[1].startswith(b"Exif")
    assert heads[2] == jpeg.PREFIX
    assert Image.open(io.BytesIO(written)).getexif()[0x010E] == "a caption"


def test_a_file_without_jfif_gets_it_first() -> None:
    bare = RAW[:2] + b"".join(parts(RAW)[1:])

    written = jpeg.write(bare, an_inscription())

    assert markers(written)[0] == jpeg.APP1
    assert pixels(written) == pixels(bare)


def test_fill_bytes_between_segments_are_allowed() -> None:
    first, *rest = parts(RAW)
    raw = RAW[:2] + first + b"\xff\xff" + b"".join(rest)

    written = jpeg.write(raw, an_inscription())

    assert jpeg.read(written) == an_inscription()
    assert pixels(written) == pixels(RAW)


@pytest.mark.parametrize(
    ("length", "said"),
    [(1_000, ("description", "inscription", "parameters")), (16_000, ("inscription",))],
)
def test_a_long_prompt_leaves_out_what_the_json_says_again(
    length: int, said: tuple[str, ...]
) -> None:
    inscription = an_inscription(prompt="호" * length)

    written = jpeg.write(RAW, inscription)

    packet = parts(written)[1]
    assert jpeg.read(written) == inscription
    names = {"description", "inscription", "parameters", "image"}
    assert {name for name in names if f":{name}>".encode() in packet} == set(said)


def test_the_longest_prompt_that_a_model_takes_fits_in_every_script_of_the_world() -> None:
    longest = an_inscription(prompt="호" * 10_000, negative_prompt="수" * 10_000)

    assert jpeg.read(jpeg.write(RAW, longest)) == longest


def test_a_prompt_that_fits_nowhere_leaves_the_mark_and_the_images_id() -> None:
    inscription = an_inscription(prompt="\U0001f600" * 20_000)

    written = jpeg.write(RAW, inscription)

    packet = parts(written)[1]
    assert len(packet) < 2_000
    assert xmp.AI_MADE.encode() in packet
    assert (inscription.image or "?").encode() in packet
    assert jpeg.read(written) is None
    assert pixels(written) == pixels(RAW)


def test_a_packet_is_never_longer_than_a_segment_takes() -> None:
    for length in range(21_300, 21_900, 7):
        written = jpeg.write(RAW, an_inscription(prompt="호" * length))

        assert len(parts(written)[1]) <= 2 + 2 + len(jpeg.PREFIX) + jpeg.LONGEST_PACKET
        assert len(parts(written)) == len(parts(RAW)) + 1


def test_a_signed_picture_stays_as_its_maker_signed_it() -> None:
    signed = with_segment(0xEB, b"JP\0\1\0\0\0\1\0\0\0\x20jumb\0\0\0\x18jumdc2pa")

    assert jpeg.write(signed, an_inscription()) is signed


def test_xmp_of_another_maker_stays() -> None:
    theirs = with_segment(0xE1, jpeg.PREFIX + b"<x:xmpmeta/>")

    assert jpeg.write(theirs, an_inscription()) is theirs


@pytest.mark.parametrize("length", [b"\0\0", b"\0\1", b"\xff\xff"])
def test_a_length_that_cannot_be_ends_the_reading(length: bytes) -> None:
    raw = RAW[:2] + b"\xff\xe1" + length + RAW[2:]

    assert jpeg.header(raw) is None
    assert jpeg.read(raw) is None


@pytest.mark.parametrize("raw", [b"\xff\xd8\xff", b"\xff\xd8\xff\xff", b"\xff\xd8\xff\xe1\0"])
def test_a_beginning_without_a_frame_has_no_header(raw: bytes) -> None:
    assert jpeg.header(raw) is None
