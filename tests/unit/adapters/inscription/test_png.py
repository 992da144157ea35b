"""PNG: the chunks that other tools read, and bounds on what a stranger's file claims."""

import io
import time
import zlib

import pytest
from PIL import Image

from functions.adapters.inscription import png, xmp
from tests.unit.adapters.inscription.pictures import (
    FILES,
    a_file,
    after_header,
    an_inscription,
    parts,
    png_chunk,
)

RAW = FILES["png RGB"]
TEXT = b"a cat\nSteps: 20, Seed: 9, Size: 8x8"


def kinds(raw: bytes) -> list[bytes]:
    return [each[4:8] for each in parts(raw)]


def test_pillow_reads_the_parameters_where_other_tools_look() -> None:
    picture = Image.open(io.BytesIO(png.write(RAW, an_inscription())))

    assert picture.info["parameters"] == (
        "산과 호수, a lake at dawn\nNegative prompt: people\n"
        "Steps: 30, CFG scale: 7.5, Seed: 7, Size: 48x32, "
        'Model: "stability.stable-image-core-v1:1", '
        "Style preset: anime, Version: Easel 0.1.0"
    )


@pytest.mark.parametrize(("prompt", "kind"), [("un été", b"tEXt"), ("호수", b"iTXt")])
def test_the_oldest_chunk_that_can_say_it_is_used(prompt: str, kind: bytes) -> None:
    written = png.write(RAW, an_inscription(prompt=prompt))

    assert kinds(written)[:4] == [b"IHDR", kind, b"iTXt", b"iTXt"]
    assert Image.open(io.BytesIO(written)).info["parameters"].startswith(prompt)


def test_a_signed_picture_stays_as_its_maker_signed_it() -> None:
    signed = after_header(RAW, png_chunk(b"caBX", b"a manifest of Content Credentials"))

    assert png.write(signed, an_inscription()) is signed


def test_xmp_of_another_maker_stays_and_stays_alone() -> None:
    theirs = png_chunk(b"iTXt", png.XMP + b"\0\0\0\0\0<x:xmpmeta/>")

    written = png.write(after_header(RAW, theirs), an_inscription())

    assert [each for each in parts(written) if png.XMP in each] == [theirs]
    assert png.read(written) == an_inscription()


def test_texts_of_another_kind_stay() -> None:
    theirs = png_chunk(b"tEXt", b"Author\0Ada")

    assert theirs in parts(png.write(after_header(RAW, theirs), an_inscription()))


@pytest.mark.parametrize(
    "chunk",
    [
        png_chunk(b"tEXt", b"parameters\0" + TEXT),
        png_chunk(b"zTXt", b"parameters\0\0" + zlib.compress(TEXT)),
        png_chunk(b"iTXt", b"parameters\0\0\0en\0Parameter\0" + TEXT),
        png_chunk(b"iTXt", b"parameters\0\1\0\0\0" + zlib.compress(TEXT)),
    ],
)
def test_every_kind_of_text_is_read(chunk: bytes) -> None:
    found = png.read(after_header(RAW, chunk))

    assert found is not None
    assert (found.source, found.prompt, found.seed) == ("a1111", "a cat", 9)


def test_a_text_behind_the_pixels_is_read() -> None:
    end = RAW[-12:]

    found = png.read(RAW[:-12] + png_chunk(b"tEXt", b"parameters\0" + TEXT) + end)

    assert found is not None


def test_ours_is_believed_before_others() -> None:
    written = png.write(RAW, an_inscription())
    both = after_header(written, png_chunk(b"tEXt", b"parameters\0" + TEXT))

    assert png.read(both) == an_inscription()


def test_what_stands_in_our_chunk_but_is_not_ours_gives_way() -> None:
    chunks = (
        png_chunk(b"iTXt", png.EXACT + b"\0\0\0\0\0[1, 2]"),
        png_chunk(b"tEXt", b"parameters\0" + TEXT),
    )

    found = png.read(after_header(RAW, *chunks))

    assert found is not None
    assert found.source == "a1111"


@pytest.mark.parametrize("text", [b"", b"parameters", b"parameters\0\1", b"parameters\0\1\0\0\0xx"])
def test_a_broken_text_says_nothing(text: bytes) -> None:
    for kind in (b"tEXt", b"zTXt", b"iTXt"):
        assert png.read(after_header(RAW, png_chunk(kind, text))) is None


def test_the_graph_of_comfyui_says_nothing_that_we_can_read() -> None:
    graph = b'{"3": {"class_type": "KSampler", "inputs": {"seed": 1, "steps": 20, "cfg": 8}}}'
    chunks = (png_chunk(b"tEXt", b"prompt\0" + graph), png_chunk(b"tEXt", b"workflow\0" + graph))

    assert png.read(after_header(RAW, *chunks)) is None


def test_a_text_that_would_inflate_without_end_is_cut() -> None:
    bomb = b"parameters\0\0" + zlib.compress(b"x" * (64 << 20), 9)
    raw = after_header(RAW, png_chunk(b"zTXt", bomb))

    started = time.process_time()

    assert png.read(raw) is None
    assert time.process_time() - started < 0.5


def test_a_file_of_nothing_but_tiny_chunks_is_read_in_bounded_time() -> None:
    raw = after_header(RAW, png_chunk(b"tEXt", b"") * 340_000)

    started = time.process_time()

    assert len(raw) > 4_000_000
    assert png.read(raw) is None
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("length", [0x7FFFFFFF, 0xFFFFFFFF])
def test_a_length_beyond_the_file_ends_the_reading(length: int) -> None:
    raw = RAW[:33] + length.to_bytes(4) + b"tEXt" + RAW[33:]

    assert png.write(raw, an_inscription()) != raw or png.header(raw)
    assert png.header(raw) is not None
    assert not png.header(raw).complete  # type: ignore[union-attr]
    assert png.read(raw) is None


@pytest.mark.parametrize("size", [(0, 5), (5, 0)])
def test_a_picture_of_no_size_is_none(size: tuple[int, int]) -> None:
    raw = RAW[:16] + size[0].to_bytes(4) + size[1].to_bytes(4) + RAW[24:]

    assert png.header(raw) is None


def test_bytes_behind_the_end_stay() -> None:
    assert png.write(RAW + b"tail", an_inscription()).endswith(RAW[-12:] + b"tail")


def test_the_mark_in_a_png_does_not_repeat_the_json() -> None:
    packet = next(each for each in parts(png.write(RAW, an_inscription())) if png.XMP in each)

    assert xmp.is_ours(packet)
    assert b"cfg_scale" not in packet


def test_inscribing_a_large_picture_takes_about_a_copy() -> None:
    raw = a_file("png", size=(720, 720))
    assert len(raw) > 1_000_000
    times = []
    for _ in range(20):
        started = time.process_time()
        png.write(raw, an_inscription())
        times.append(time.process_time() - started)

    assert min(times) < 0.005
