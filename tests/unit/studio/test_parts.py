"""What the parts work out: shapes, prices, lines, the parts of a composed prompt."""

import itertools
from decimal import Decimal

import pytest

from studio.parts import composed, examples, lines, price
from studio.parts.parameters import _range


@pytest.mark.parametrize(
    ("amount", "said"), [("0.4", "$0.40"), ("0.018", "$0.018"), ("50", "$50.00"), ("0", "$0.00")]
)
def test_a_price_is_said_whole(amount: str, said: str) -> None:
    assert price.dollars(Decimal(amount)) == said


@pytest.mark.parametrize(
    ("left", "said"), [("49.679999", "$49.67"), ("0.009", "$0.00"), ("1250", "$1,250.00")]
)
def test_what_is_left_is_never_said_to_be_more(left: str, said: str) -> None:
    assert price.in_cents(Decimal(left)) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [("0.006269", "$0.0063"), ("0.000378", "$0.00038"), ("0.04", "$0.04"), ("0", "$0.00")],
)
def test_a_small_price_keeps_two_digits_and_is_never_said_to_be_less(
    amount: str, said: str
) -> None:
    assert price.roughly(Decimal(amount)) == said


def test_each_part_of_a_composed_prompt_is_marked_where_it_stands() -> None:
    parts = {"image_type": "photograph", "description": "a <b>lake</b>", "details": ["fog"]}

    html = composed.marked("photograph of a <b>lake</b>, fog", parts)

    assert html == (
        '<span class="part-kind">photograph</span> of '
        '<span class="part-description">a &lt;b&gt;lake&lt;/b&gt;</span>, '
        '<span class="part-details">fog</span>'
    )


def test_a_part_that_is_not_found_leaves_the_prompt_whole() -> None:
    assert composed.marked("a lake", {"description": "a sea"}) == "a lake"


@pytest.mark.parametrize(
    ("line", "text", "weight"),
    [
        ("sunset: 0.5", "sunset", 0.5),
        ("old western town : -0.4", "old western town", -0.4),
        ("ratio 3:2", "ratio 3", 2.0),
        ("plain", "plain", 0.5),
    ],
)
def test_a_line_is_a_text_and_its_weight(line: str, text: str, weight: float) -> None:
    assert lines.weigh(line) == {"text": text, "weight": weight}


def test_what_is_written_is_read_back() -> None:
    items = [{"text": "sunset", "weight": 0.5}, {"text": "fog", "weight": -1}]

    assert [lines.weigh(line) for line in lines.written(items).splitlines()] == items


def test_each_rung_of_the_ladder_keeps_what_the_rungs_below_it_said() -> None:
    reached = [examples.climbed(rung) for rung in range(len(examples.RUNGS))]

    assert reached[0] == {"description": "a doctor"}
    assert reached[-1]["details"] == [
        "low-angle shot",
        "dim lighting",
        "blue and purple color scheme",
        'sign reading "The Doctor is in"',
    ]
    for below, above in itertools.pairwise(reached):
        assert below.keys() <= above.keys()
        assert len(str(below)) < len(str(above))


@pytest.mark.parametrize(
    ("rule", "step"),
    [
        ({"type": "integer", "minimum": 10, "maximum": 150}, 1),
        ({"type": "number", "minimum": 0, "maximum": 1}, 0.05),
        ({"type": "number", "minimum": 1.1, "maximum": 10}, 0.1),
        ({"type": "number", "minimum": 0, "maximum": 35}, 0.5),
    ],
)
def test_a_slider_is_as_fine_as_its_range_asks(rule: dict[str, object], step: float) -> None:
    assert _range(rule)[2] == step
