"""AUTOMATIC1111's text, held against its own grammar and against texts of its users."""

import json
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from functions.adapters.inscription import a1111, jpeg, webp
from functions.domain.inscription import Inscription
from tests.unit.adapters.inscription.pictures import a_file, an_inscription

PAIR = re.compile(r'\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)')
"""The pattern by which AUTOMATIC1111 and its many readers find pairs."""

CLASSIC = """girl with an artist's beret, (blue eyes:1.2)
by Alphonse Mucha
Negative prompt: ugly, (((deformed))), [blurry]
bad anatomy
Steps: 20, Sampler: Euler a, CFG scale: 7.5, Seed: 965400086, Size: 512x768, \
Model hash: 45dee52b, Model: sd_xl_base_1.0, Denoising strength: 0.4, Clip skip: 2, \
Lora hashes: "add_detail: 7c6bad76eb54, more: 1", Version: v1.10.1"""


def others(text: str) -> dict[str, str]:
    """The last line's pairs as those readers see them."""
    pairs = PAIR.findall(text.strip().split("\n")[-1])
    return {key: json.loads(word) if word.startswith('"') else word for key, word in pairs}


def with_comment(file_format: str, comment: bytes) -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = comment
    return a_file(file_format, exif=exif.tobytes())


def test_a_classic_text_is_read_as_far_as_it_goes() -> None:
    assert a1111.read(CLASSIC) == Inscription(
        source="a1111",
        prompt="girl with an artist's beret, (blue eyes:1.2)\nby Alphonse Mucha",
        negative_prompt="ugly, (((deformed))), [blurry]\nbad anatomy",
        seed=965400086,
        width=512,
        height=768,
        model="sd_xl_base_1.0",
        software="v1.10.1",
        parameters={
            "steps": 20,
            "sampler": "Euler a",
            "cfg_scale": 7.5,
            "model_hash": "45dee52b",
            "strength": 0.4,
            "clip_skip": 2,
            "lora_hashes": "add_detail: 7c6bad76eb54, more: 1",
        },
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a cat",
        "a cat\nSteps: 20, Seed: 1",
        "three, colons: a, b: c, d: e",
        '{"3": {"class_type": "KSampler", "inputs": {"seed": 1, "steps": 20, "cfg": 8}}}',
        '{"sui_image_params": {"prompt": "a cat", "seed": 1, "steps": 20}}',
        "Steps\nSeed\nSize",
    ],
)
def test_other_texts_say_nothing(text: str) -> None:
    assert a1111.read(text) is None


def test_its_own_readers_understand_what_we_write() -> None:
    parameters = {"cfg_scale": 9.5, "steps": 20, "sampler": "K_EULER", "style_preset": "a, b: c"}

    text = a1111.write(an_inscription(parameters=parameters))

    assert others(text) == {
        "Steps": "20",
        "Sampler": "K_EULER",
        "CFG scale": "9.5",
        "Seed": "7",
        "Size": "48x32",
        "Model": "stability.stable-image-core-v1:1",
        "Style preset": "a, b: c",
        "Version": "Easel 0.1.0",
    }


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1)


@given(WORDS, st.integers(0, 2**32))
def test_values_survive_the_grammar_of_others(value: str, seed: int) -> None:
    text = a1111.write(an_inscription(seed=seed, parameters={"style_preset": value}))

    read = others(text)
    if value.strip():
        assert read["Style preset"].strip() == value.strip()
    assert read["Seed"] == str(seed)


@given(st.lists(WORDS, min_size=1, max_size=3), st.none() | WORDS)
def test_prompts_are_read_back_but_for_blanks_at_their_ends(
    lines: list[str], negative: str | None
) -> None:
    prompt = "\n".join(lines)
    if a1111.read(prompt) or "Negative prompt:" in prompt + (negative or ""):
        return
    found = a1111.read(a1111.write(an_inscription(prompt=prompt, negative_prompt=negative)))

    assert found is not None
    assert found.prompt == prompt.strip()
    assert found.negative_prompt == ((negative or "").strip() or None)
    assert (found.seed, found.width, found.height) == (7, 48, 32)


def test_control_characters_do_not_reach_other_tools() -> None:
    text = a1111.write(an_inscription(prompt="a\0b\x1b[31m\r\nc\x85d"))

    assert text.startswith("a b [31m\nc d\n")


@pytest.mark.parametrize(
    "text",
    [
        "word " * 13_000 + "\nSteps: 1, Seed: 2, Size: 3x4",
        "a" * 60_000,
        'Steps: "' * 8_000,
        "a: b," * 13_000,
        'Steps: "' + "\\" * 60_000,
        ":" * 65_000,
    ],
)
def test_a_hostile_text_is_read_in_linear_time(text: str) -> None:
    started = time.process_time()

    a1111.read(text)

    assert time.process_time() - started < 0.5


def test_a_text_longer_than_any_is_not_read() -> None:
    assert a1111.read("a" * a1111.LONGEST + "\nSteps: 1, Seed: 2, Size: 3x4") is None


def test_what_json_escapes_to_half_a_character_is_mended() -> None:
    found = a1111.read('a\nSteps: 1, Seed: 2, Size: 3x4, Style: "a,\\ud800"')

    assert found is not None
    assert found.parameters["style"] == "a,\ufffd"


@pytest.mark.parametrize("seed", ["-1", "0x10", "9" * 30, ""])
def test_a_seed_that_is_none_is_left_out(seed: str) -> None:
    found = a1111.read(f"a\nSteps: 1, Seed: {seed}, Size: 3x4, CFG scale: 1")

    assert found is not None
    assert found.seed is None


@pytest.mark.parametrize("container", [jpeg, webp])
@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le"])
def test_it_is_found_in_the_comment_of_jpeg_and_webp(container: object, encoding: str) -> None:
    name = getattr(container, "__name__", "").rpartition(".")[2]
    raw = with_comment(name, b"UNICODE\0" + CLASSIC.encode(encoding))

    found = container.read(raw)  # type: ignore[attr-defined]

    assert found == a1111.read(CLASSIC)


@pytest.mark.parametrize("code", [b"ASCII\0\0\0", b"\0" * 8])
def test_a_comment_in_plain_letters_is_read(code: bytes) -> None:
    assert jpeg.read(with_comment("jpeg", code + CLASSIC.encode())) == a1111.read(CLASSIC)


@pytest.mark.parametrize("comment", [b"", b"JIS\0\0\0\0\0abc", b"UNICODE\0a", b"just words here"])
def test_other_comments_say_nothing(comment: bytes) -> None:
    assert jpeg.read(with_comment("jpeg", comment)) is None
