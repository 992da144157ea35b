"""A receipt is this picture's, calls things as people do, and says nothing twice."""

from dataclasses import dataclass
from typing import Any

import pytest
from easel_client import Line

from studio.parts.receipt import name, receipt
from studio.words import say


@dataclass
class Picture:
    seed: int | None = None


def line(name: str, requested: Any, used: Any, status: str, reason: str = "") -> Line:
    return Line(name=name, requested=requested, used=used, status=status, reason=reason)


def drawn(line: Line, seed: int | None = None) -> str:
    return receipt([line], Picture(seed)).partition("<tbody>")[2]  # type: ignore[arg-type]


def test_a_value_that_was_used_as_asked_stands_once() -> None:
    html = drawn(line("prompt", "a <b>fox</b>", "a <b>fox</b>", "applied"))

    assert html.count("a &lt;b&gt;fox&lt;/b&gt;") == 1
    assert 'colspan="2"' in html


def test_what_differs_stands_beside_what_was_asked_with_the_reason() -> None:
    html = drawn(line("size", "1000x1000", "1024x1024", "approximated", "the nearest shape"))

    assert "<td>1000x1000</td><td>1024x1024</td>" in html
    assert f"{say('receipt.approximated')}<br><small>the nearest shape</small>" in html


@pytest.mark.parametrize("asked", [7, [7, 8]])
def test_the_seed_is_this_pictures_where_the_requests_is_another(asked: Any) -> None:
    html = drawn(line("seed", asked, asked, "applied"), seed=9)

    assert "<td>9</td>" in html
    assert say("receipt.own") in html
    assert say("receipt.applied") not in html


def test_a_seed_that_nobody_asked_for_keeps_why_it_was_picked() -> None:
    html = drawn(line("seed", None, 7, "defaulted", "picked by us"), seed=9)

    assert "<td>9</td>" in html
    assert "picked by us" in html


def test_the_seed_of_the_requests_first_picture_is_the_one_that_was_asked() -> None:
    assert say("receipt.applied") in drawn(line("seed", 7, 7, "applied"), seed=7)


@pytest.mark.parametrize(
    ("api", "said"),
    [
        ("parameters.cfg_scale", "Guidance (CFG scale)"),
        ("prompt.style", "Style"),
        ("aspect_ratio", "Shape"),
        ("parameters.new", "new"),
        ("new", "new"),
    ],
)
def test_a_line_is_called_as_people_call_it(api: str, said: str) -> None:
    assert name(api) == said
