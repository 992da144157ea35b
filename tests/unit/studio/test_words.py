"""Every phrase stands in both languages, takes the same values, and exists when it is said."""

import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from studio import words

STUDIO = Path(words.__file__).parents[1]
PAGES = sorted(path.stem for path in Path(words.__file__).parent.glob("[a-z]*.py"))
PHRASES = [(page, name) for page in PAGES for name in words.phrases(page)]
SAID = {
    (path.relative_to(STUDIO).as_posix(), key)
    for path in STUDIO.rglob("*.py")
    for key in re.findall(r'\bsay\(\s*"([a-z_]+\.[a-z0-9_]+)"', path.read_text("utf-8"))
}


def values_of(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


@pytest.mark.parametrize(("page", "name"), PHRASES)
def test_both_languages_say_it_with_the_same_values(page: str, name: str) -> None:
    english, korean = words.phrases(page)[name]

    assert english.strip()
    assert korean.strip()
    assert values_of(english) == values_of(korean)


def test_korean_is_korean() -> None:
    same = {
        f"{page}.{name}"
        for page, name in PHRASES
        for english, korean in [words.phrases(page)[name]]
        if english != korean and len(english) > 24 and not re.search("[가-힣]", korean)
    }

    assert not same


@pytest.mark.parametrize(("file", "key"), sorted(SAID))
def test_what_a_page_says_is_a_phrase(file: str, key: str) -> None:
    page, _, _ = key.partition(".")

    assert import_module(f"studio.words.{page}")
    assert words.known(key), f"{file} says {key}"


def test_a_phrase_takes_its_values_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(words.phrases("studio"), "left", ("{count} left", "{count}장 남았어요"))

    assert words.say_in("en", "studio.left", count=3) == "3 left"
    assert words.say_in("ko", "studio.left", count=3) == "3장 남았어요"
