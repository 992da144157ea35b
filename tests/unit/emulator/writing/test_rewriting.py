"""A brief becomes the parts of a prompt by rules that can be read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.commission import Wish
from emulator.paint import words
from emulator.paint.reading import wished
from emulator.writing.glossary import PARTS, found
from emulator.writing.rewriting import LONGEST, MOST_DETAILS, rewritten

TABLES = {
    **words.PLACES,
    **words.FEATURES,
    **words.HOURS,
    **words.WEATHERS,
    **words.SEASONS,
    **{name: known for name, (known, _) in words.COLOURS.items()},
}
HANGUL = re.compile(r"[가-힣]")
PLAIN = re.compile(r"~?[가-힣]+")


@pytest.mark.parametrize(
    ("brief", "medium", "description", "style"),
    [
        ("비 오는 밤의 서울", "photograph", "Seoul skyline in the rain at night", None),
        ("눈 덮인 산과 고요한 호수, 수채화", "watercolour painting", None, "luminous"),
        ("두 마리의 강아지가 달리는 공원", "photograph", "two puppies running and park", None),
        ("사람 없는 해변의 노을, 인상파 유화", "oil painting", "beach at sunset", "impressionist"),
        ("a cinematic photo of a red bicycle", "photograph", "a red bicycle", "cinematic"),
        (
            "watercolor of a lighthouse at dusk",
            "watercolour painting",
            "a lighthouse at dusk",
            None,
        ),
    ],
)
def test_a_brief_is_split_into_medium_subject_and_style(
    brief: str, medium: str, description: str | None, style: str | None
) -> None:
    parts = rewritten(brief)

    assert parts.image_type == medium
    assert description is None or parts.description == description
    assert style is None or style in parts.style


def test_light_follows_the_hour_and_the_weather() -> None:
    assert "wet reflections" in rewritten("비 오는 거리").details
    assert "golden hour light" in rewritten("sunset over Mt Fuji").details


def test_what_is_to_be_avoided_is_named_apart_and_nowhere_else() -> None:
    korean, english = rewritten("사람 없는 해변"), rewritten("a beach without people, at noon")

    assert (korean.negative_prompt, english.negative_prompt) == ("people", "people")
    assert "people" not in korean.description + english.description


def test_words_to_be_drawn_stay_as_they_are() -> None:
    assert 'a sign that says "오픈"' in rewritten('"오픈" 간판이 있는 카페').details


@pytest.mark.parametrize("brief", ["夕焼けの富士山", "!!!", "ㅎㅎ", "\U0001f5bc"])
def test_what_it_does_not_know_is_still_a_prompt(brief: str) -> None:
    parts = rewritten(brief)

    assert parts.image_type
    assert parts.description
    assert parts.style


@given(st.text(max_size=2000))
def test_whatever_it_reads_it_writes_parts_of_a_prompts_length(brief: str) -> None:
    parts = rewritten(brief)

    assert 0 < len(parts.description) <= LONGEST
    assert len(parts.details) <= MOST_DETAILS
    assert len(parts.negative_prompt) <= LONGEST


@pytest.mark.parametrize("english", [each for table in PARTS.values() for each in table])
def test_the_glossary_says_english(english: str) -> None:
    assert english.isascii()


@pytest.mark.parametrize("name", TABLES)
def test_every_plain_korean_word_of_the_painter_is_said_so_that_he_knows_it(name: str) -> None:
    for word in [each.lstrip("~") for each in TABLES[name].split("|") if PLAIN.fullmatch(each)]:
        parts = rewritten(word)
        said = " ".join([parts.description, parts.style, *parts.details]).lower()
        assert found(word), word
        assert not HANGUL.search(said), word
        related = [key for key, each in words.patterns(TABLES).items() if each.search(said)]
        meant = [key for key, each in words.patterns(TABLES).items() if each.search(word)]
        assert {*related} & {*meant}, (word, said)


def test_the_painter_reads_the_result() -> None:
    text = wished([Wish(rewritten("비 오는 밤의 서울, 고양이").description)])

    assert text.find(words.patterns(words.PLACES)["city"])
    assert text.find(words.patterns(words.FEATURES)["cat"])
    assert text.find(words.patterns(words.HOURS)["night"])
    assert text.find(words.patterns(words.WEATHERS)["rain"])
