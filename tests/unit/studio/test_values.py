"""Values of an axis, as a person writes them."""

import pytest

from studio.parts.values import OutOfRange, lines, numbers

GUIDANCE = {"type": "number", "minimum": 0, "maximum": 35}
STEPS = {"type": "integer", "minimum": 10, "maximum": 150}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2, 5,9", (2, 5, 9)),
        ("7.5 2\n.5", (7.5, 2, 0.5)),
        ("5, 5.0, 5", (5,)),
        ("", ()),
        (" , ", ()),
    ],
)
def test_numbers_stand_between_commas_or_blanks_each_once(text: str, found: tuple) -> None:
    assert numbers(text, GUIDANCE) == found


@pytest.mark.parametrize("text", ["36", "-1", "many", "1e3", "nan", "٥", "1,5x"])
def test_what_is_no_number_of_the_range_is_named(text: str) -> None:
    with pytest.raises(OutOfRange) as odd:
        numbers(f"2, {text}", GUIDANCE)

    assert odd.value.value in text


def test_an_integer_takes_no_fraction() -> None:
    assert numbers("10 150", STEPS) == (10, 150)
    with pytest.raises(OutOfRange):
        numbers("10.5", STEPS)


def test_lines_are_taken_whole_and_once() -> None:
    assert lines(" a lake, at dawn \n\na town\na town") == ("a lake, at dawn", "a town")
