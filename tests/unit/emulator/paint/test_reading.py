"""Weights and quotes in prompts."""

import re

import pytest

from emulator.commission import Wish
from emulator.paint.reading import banned, emphasised, quoted, wished


def weight_of(word: str, prompt: str) -> float:
    found = wished([Wish(prompt)]).find(re.compile(word))
    assert found is not None
    return round(found[1], 4)


@pytest.mark.parametrize(
    ("prompt", "weight"),
    [
        ("a cat", 1.0),
        ("a (cat)", 1.1),
        ("a ((cat))", 1.21),
        ("a [cat]", 0.9),
        ("a (cat:0.5)", 0.5),
        ("a (cat: 1.5)", 1.5),
        ("a ([cat])", 0.99),
        ("a (black cat:1.3) and a dog", 1.3),
        ("a cat) (", 1.0),
    ],
)
def test_emphasis_is_read_as_the_lab_teaches_it(prompt: str, weight: float) -> None:
    assert weight_of("cat", prompt) == weight


def test_no_letter_is_lost_but_the_marks() -> None:
    assert "".join(piece for piece, _ in emphasised("a ((red)) cat: [dim] (x:2)")) == (
        "a red cat: dim x"
    )


def test_a_wishs_own_weight_multiplies() -> None:
    text = wished([Wish("a (cat)", 0.5), Wish("a dog", -1.0)])

    found = text.find(re.compile("cat"))
    assert found is not None
    assert found[1] == pytest.approx(0.55)
    assert text.find(re.compile("dog")) is None


def test_what_is_banned_is_read_apart() -> None:
    text = banned([Wish("a cat"), Wish("people", -1.0)])

    assert text.find(re.compile("people")) is not None
    assert text.find(re.compile("cat")) is None


@pytest.mark.parametrize(
    ("prompt", "sign"),
    [
        ('a sign reading "The Doctor is in"', "The Doctor is in"),
        ("a sign “CALICO CORP” at night", "CALICO CORP"),
        ("간판 「책방」", "책방"),
        ("a sign", None),
        ('an empty ""', None),
    ],
)
def test_quoted_words_are_what_a_sign_says(prompt: str, sign: str | None) -> None:
    assert quoted([Wish(prompt)]) == sign


def test_words_on_a_sign_are_not_things_in_the_picture() -> None:
    assert wished([Wish('a shop "CAT AND DOG"')]).find(re.compile("cat")) is None
