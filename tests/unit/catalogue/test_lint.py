"""The lint: true positives in two languages, and silence on ordinary prompts."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.catalogue import CATALOGUE
from functions.catalogue.lint import lint
from functions.catalogue.spec import ModelSpec
from functions.domain import sweep
from functions.domain.caution import Caution
from functions.domain.prompt import Prompt
from tests.unit.catalogue.table import ROWS, asking, first_task

CORE = CATALOGUE["stability.stable-image-core-v1:1"]
SDXL = CATALOGUE["stability.stable-diffusion-xl-v1"]
TITAN = CATALOGUE["amazon.titan-image-generator-v2:0"]
READERS = [
    each for each in ROWS if each.values[0].tasks[first_task(each.values[0])].negative_prompt_limit
]
"""Models that read a prompt, and another of what to avoid."""

LADDER = (
    "Doctor",
    "Painting of a doctor",
    "Painting of a doctor, Impressionist style",
    "Painting of a doctor, Impressionist style, low-angle shot",
    "Painting of a doctor, Impressionist style, low-angle shot, dim lighting",
    "Painting of a doctor, Impressionist style, low-angle shot, dim lighting, "
    "blue and purple color scheme",
    "Painting of a doctor, Impressionist style, low-angle shot, dim lighting, "
    'blue and purple color scheme, sign reading "The Doctor is in"',
)
ENGLISH = (
    *LADDER,
    "a beautiful mountain landscape",
    "A cat and a person, in the style of Picasso",
    "photorealistic image taken with a Nikon D850, 105mm macro lens, a vibrant and intricate "
    "butterfly resting on a flower",
    "daguerreotype of robot and cowboy standing side-by-side, directly facing the camera, "
    "steampunk, western town in the background, long shot, sepia tone",
    "photograph of a calico cat, cyberpunk, futuristic cityscape in the background, low angle, "
    'long shot, neon sign on building "CALICO CORP", Epic, photorealistic, 4K',
    "pink curtains",
    "green curtains",
    "photograph of a museum hall, an oil painting on the wall, golden light",
    "photograph of a black and white cat on a colourful carpet",
    "a poster of a girl reading a book, letters on the table",
    "forget-me-not flowers (Myosotis) beside casino no. 5, film noir",
    "watercolor sketch of a harbour, ink and watercolor",
    "time-lapse of a street from daytime to midnight, 35 mm, sun flare",
    'storefront, "No parking [24h] ((tow))" sign, without'.removesuffix(", without"),
)
KOREAN = (
    "아름다운 산 풍경",
    "피카소 스타일의 고양이와 사람",
    "끝없는 바다와 수없이 많은 별",
    "카메라를 바라보며 나란히 서 있는 로봇과 카우보이 사진, 스팀펑크, 롱 숏, 세피아 톤",
    '삼색 고양이 사진, 사이버펑크, 로우 앵글, 건물 위의 네온 간판 "CALICO CORP"',
    "의사를 그린 유화, 인상주의 스타일, 어두운 조명",
    "말고삐를 잡은 기수, 때아닌 눈",
)
PARTS = (
    Prompt(image_type="photograph", description="a mountain lake at dawn", style="cinematic"),
    Prompt(
        image_type="oil painting",
        description="a photographer at night",
        style="impressionist",
        details=("golden light", "35 mm", 'sign reading "open"'),
    ),
    Prompt(
        image_type="black and white photograph",
        description="a colourful parrot in a watercolour studio",
        details=("close-up", "low angle"),
    ),
    Prompt(image_type="sketch", description="a city", style="watercolour", details=("night",)),
)


def warned(
    prompt: Prompt | str, spec: ModelSpec = CORE, axes: dict[str, Any] | None = None, **more: Any
) -> list[Caution]:
    text = Prompt(prompt) if isinstance(prompt, str) else prompt
    request = asking(spec, prompt=text, sweep=axes or {}, **more)
    return lint(sweep.cells(request), spec, spec.tasks[first_task(spec)])


@pytest.mark.parametrize("spec", READERS)
@pytest.mark.parametrize("prompt", [*ENGLISH, *PARTS])
def test_ordinary_english_prompts_are_left_alone(prompt: Prompt | str, spec: ModelSpec) -> None:
    assert warned(prompt, spec, negative_prompt="bad anatomy, monochrome") == []


@pytest.mark.parametrize("spec", READERS)
@pytest.mark.parametrize("prompt", KOREAN)
def test_ordinary_korean_prompts_are_warned_of_their_language_only(
    prompt: str, spec: ModelSpec
) -> None:
    [caution] = warned(prompt, spec)

    assert (caution.code, caution.pointer) == ("unread_language", "/prompt")
    assert "English" in caution.detail
    assert caution.found


@given(
    st.sampled_from(["photograph", "sketch", "painting", "3D render", ""]),
    st.sampled_from(["a doctor", "a cat and a person", "robot and cowboy", "a mountain lake"]),
    st.sampled_from(["Impressionist style", "cyberpunk", "in the style of Picasso", ""]),
    st.lists(
        st.sampled_from(
            ["low-angle shot", "dim lighting", "blue and purple color scheme", "35 mm", "4K",
             'sign reading "The Doctor is in"', "sepia tone", "sun flare", "Epic"]
        ), unique=True,
    ),
    st.sampled_from(list(CATALOGUE.values())),
)  # fmt: skip
def test_no_rung_of_the_ladder_is_warned_of(
    medium: str, subject: str, style: str, details: list[str], spec: ModelSpec
) -> None:
    prompt = Prompt(image_type=medium, description=subject, style=style, details=tuple(details))

    assert warned(prompt, spec) == []
    assert warned(prompt.compose(), spec) == []


@pytest.mark.parametrize(
    ("prompt", "found"),
    [
        ("a street, no people", "no people"),
        ("a poster without any text", "without any text"),
        ("a man who is not smiling", "is not smiling"),
        ("a cat that doesn't look up", "doesn't look"),
        ("a beach free of litter", "free of litter"),
        ("사람 없는 거리", "사람 없는"),
        ("글자 없이 깨끗한 포스터", "글자 없이"),
        ("고양이 말고 개", "고양이 말고"),
        ("사람이 아닌 로봇", "사람이 아닌"),
        ("사람없는 해변", "사람없는"),
    ],
)
def test_a_negation_belongs_into_the_negative_prompt(prompt: str, found: str) -> None:
    [caution] = [each for each in warned(prompt) if each.code != "unread_language"]

    assert (caution.code, caution.pointer, caution.found) == ("negation", "/prompt", (found,))
    assert "negative_prompt" in caution.detail


def test_a_negative_prompt_may_deny() -> None:
    assert warned("a lake", negative_prompt="no people") == []


@pytest.mark.parametrize(
    ("prompt", "spec", "found"),
    [
        ("a (blue:1.3) sky", CORE, None),
        ("a (blue:2.5) sky", CORE, "(blue:2.5)"),
        ("a ((blue)) sky", CORE, "((blue))"),
        ("a [blue] sky", CORE, "[blue]"),
        ("a (blue:1.3) sky", TITAN, "(blue:1.3)"),
        ("a ((blue)) sky", TITAN, "((blue))"),
        ("a ((blue)) [sky] (sea:0.5)", SDXL, None),
        ("a (blue) sky", TITAN, None),
        ("((파란)) 하늘", TITAN, "((파란))"),
        ("(파란:1.2) 하늘", TITAN, "(파란:1.2)"),
    ],
)
def test_weights_are_warned_of_where_the_model_does_not_read_them(
    prompt: str, spec: ModelSpec, found: str | None
) -> None:
    told = [each for each in warned(prompt, spec) if each.code == "unsupported_weights"]

    assert [each.found for each in told] == ([(found,)] if found else [])


@pytest.mark.parametrize(
    ("prompt", "found"),
    [
        ("a shop with a sign that says open", "sign that says open"),
        ("a neon sign reading 'open late'", "neon sign reading 'open"),
        ("a book titled Dune", "titled Dune"),
        ("a cup with the words good morning", "with the words good"),
        ("열림이라고 적힌 간판", "열림이라고 적힌"),
        ("한글 글자가 있는 간판", "글자가"),
    ],
)
def test_text_to_be_drawn_stands_in_double_quotes(prompt: str, found: str) -> None:
    [caution] = [each for each in warned(prompt) if each.code != "unread_language"]

    assert caution.code == "unquoted_text"
    assert caution.found[0] in (found, found.removeprefix("neon "))


def test_quoted_text_is_drawn_and_not_read() -> None:
    assert warned('간판에 "열림"이라고 적힌 가게 글자', CORE)[0].code == "unread_language"
    assert warned('a wall that says "사람 없는 [거리] without ((text))"') == []


@pytest.mark.parametrize("spec", READERS)
def test_a_part_in_another_language_is_named(spec: ModelSpec) -> None:
    prompt = Prompt(description="a lake", style="수채화", details=("golden light", "안개"))

    told = warned(prompt, spec)

    assert [(each.code, each.pointer, each.found) for each in told] == [
        ("unread_language", "/prompt/style", ("수채화",)),
        ("unread_language", "/prompt/details/1", ("안개",)),
    ]


@pytest.mark.parametrize(
    "prompt",
    ["a café by Dvořák", "a lake 🏔 4K", "a sign in Korean", "", "123 456", "ramen (라면) bowl"],
)
def test_a_few_foreign_letters_are_no_foreign_language(prompt: str) -> None:
    assert warned(prompt) == []


@pytest.mark.parametrize(
    ("prompt", "pointer", "found"),
    [
        ({"image_type": "photograph", "style": "watercolour"}, "/prompt/style",
         ("photograph", "watercolour")),
        ({"image_type": "사진", "style": "수채화"}, "/prompt/style", ("사진", "수채화")),
        ({"image_type": "photo", "details": ("in oil painting style",)}, "/prompt/details/0",
         ("photo", "in oil painting style")),
        ({"image_type": "oil painting", "style": "pencil drawing"}, "/prompt/style",
         ("oil painting", "pencil drawing")),
        ({"style": "black and white", "details": ("vivid colours",)}, "/prompt/details/0",
         ("black and white", "vivid colours")),
        ({"style": "흑백", "details": ("화려한 색",)}, "/prompt/details/0", ("흑백", "화려한 색")),
        ({"details": ("at night", "bright midday sun")}, "/prompt/details/1",
         ("at night", "midday")),
        ({"details": ("close-up", "aerial view")}, "/prompt/details/1",
         ("close-up", "aerial view")),
        ({"details": ("low angle", "bird's eye view")}, "/prompt/details/1",
         ("low angle", "bird's eye view")),
    ],
)  # fmt: skip
def test_parts_that_contradict_each_other_are_named(
    prompt: dict[str, Any], pointer: str, found: tuple[str, ...]
) -> None:
    told = warned(Prompt(**({"description": "a city"} | prompt)))

    [caution] = [each for each in told if each.code != "unread_language"]
    assert (caution.code, caution.pointer, caution.found) == ("contradictory_parts", pointer, found)


@pytest.mark.parametrize(
    "prompt",
    [
        "photograph of a cat, watercolour",
        "a city at night, broad daylight",
        "한밤의 도시, 대낮",
        "a photo of a rose, close-up, aerial view",
    ],
)
def test_a_plain_text_is_judged_by_its_commas(prompt: str) -> None:
    assert "contradictory_parts" in [each.code for each in warned(prompt)]


def test_what_lies_beyond_the_window_of_the_text_encoder_is_named() -> None:
    words = [f"word{chr(97 + number)}" for number in range(20)]
    long = ", ".join(words * 2)  # 40 words and 39 commas

    [caution] = [each for each in warned(long, SDXL) if each.code == "too_long"]

    assert caution.pointer == "/prompt"
    assert "About 79 tokens" in caution.detail
    assert "75" in caution.detail
    assert "estimate" in caution.detail.lower()
    assert long.endswith(caution.found[0])
    assert not [each for each in warned(long, CORE) if each.code == "too_long"]


@pytest.mark.parametrize(("count", "told"), [(75, False), (76, True)])
def test_the_window_holds_exactly_its_tokens(count: int, told: bool) -> None:
    prompt = "".join(chr(0xAC00) for _ in range(37)) + " a" * (count - 74)

    assert ("too_long" in [each.code for each in warned(prompt, SDXL)]) is told


@pytest.mark.parametrize("spec", READERS)
def test_what_a_model_would_refuse_is_warned_of_too(spec: ModelSpec) -> None:
    task = spec.tasks[first_task(spec)]
    long = "x" * (task.prompt_limit + 1)

    told = warned(long, spec, negative_prompt="y" * (task.negative_prompt_limit + 1))

    limits = [each for each in told if "refuses" in each.detail]
    assert [each.pointer for each in limits] == ["/prompt", "/negative_prompt"]


def test_what_is_said_twice_and_what_says_nothing_is_named() -> None:
    told = warned(Prompt(description="a lake, fog", details=("Fog", " ", "dawn")))

    assert [(each.code, each.pointer) for each in told] == [
        ("repeated_words", "/prompt/details/0"),
        ("empty_detail", "/prompt/details/1"),
    ]


def test_in_a_sweep_each_value_is_named_once_at_its_place() -> None:
    axes = {
        "image_type": ["photograph", "etching"],
        "style": ["cinematic", "watercolour", "no people"],
        "details": [(), ("dawn", "without text")],
        "negative_prompt": ["", "사람"],
        "seed": [1, 9],
    }

    told = warned(Prompt(description="a lake"), axes=axes)

    assert sorted((each.code, each.pointer) for each in told) == [
        ("contradictory_parts", "/prompt/style/1"),
        ("negation", "/prompt/style/2"),
        ("negation", "/sweep/details/1/1"),
        ("unread_language", "/sweep/negative_prompt/1"),
    ]


@given(st.text(st.sampled_from(list("ab ,:.()[]\"없이글자말고1no'-\x00\ud7a3")), max_size=200))
def test_any_text_is_linted_and_every_warning_can_be_shown(text: str) -> None:
    for spec in (CORE, SDXL, TITAN):
        for caution in warned(text, spec):
            assert caution.detail.endswith((".", '".'))
            assert "\x00" not in "".join(caution.found)


@pytest.mark.parametrize(
    "text",
    ["a" * 10_000, "(" * 10_000, "[" * 10_000, ":(" * 5_000, "가" * 10_000, "글자" * 5_000,
     "no " * 3_333, "a," * 5_000, "photo, " * 1_428, "(a:" + " " * 9_990, '"' * 10_000],
)  # fmt: skip
def test_no_text_keeps_the_lint_busy(text: str) -> None:
    import time

    started = time.process_time()
    warned(text, SDXL)

    assert time.process_time() - started < 1


@pytest.mark.parametrize("spec", READERS)
def test_every_row_knows_what_it_reads_and_where_that_is_from(spec: ModelSpec) -> None:
    assert spec.reads.languages
    assert spec.reads.source.startswith("https://")
